import Foundation
import Installation

/// A file that the program carries with it: style sheets, icons, the manual.
enum AppResource {
    /// The file or folder of this name; nil where it is not there.
    static func file(_ name: String) -> URL? {
        guard let folder = Installation.data("barometro_App.resources") else { return nil }
        let url = URL(filePath: folder).appending(path: name).standardizedFileURL
        return FileManager.default.isReadableFile(atPath: url.path) ? url : nil
    }
}
