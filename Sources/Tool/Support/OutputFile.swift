import DocumentStore
import Foundation
import Localization
import UserMessages

/// Where a command's result goes.
struct OutputFile {
    /// The path as it was given; `-` is standard output.
    let path: String

    /// The end of the name after its last point, in lower case.
    var suffix: String { URL(filePath: path).pathExtension.lowercased() }

    /// Writes the bytes: all of them, or the file stays as it was.
    func write(_ bytes: Data) throws(ToolFailure) {
        guard path != "-" else { return try Console.say(bytes) }
        guard !path.allSatisfy(\.isWhitespace) else {
            throw ToolFailure(.usage, tr("-o needs the name of a file. Choose one."))
        }
        do {
            try AtomicFile.write(bytes, to: path)
        } catch {
            throw ToolFailure(
                .usage,
                tr(
                    "{file} cannot be written: {reason}. Choose another place with -o.",
                    ["file": path, "reason": SystemReason.words(of: error)]))
        }
    }
}
