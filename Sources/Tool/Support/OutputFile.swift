import Foundation
import Localization
import Wording

/// Where a command's result goes.
struct OutputFile {
    /// The path as it was given; `-` is standard output.
    let path: String

    /// The end of the name after its last point, in lower case.
    var suffix: String { URL(filePath: path).pathExtension.lowercased() }

    /// Writes the bytes: all of them, or the file stays as it was.
    func write(_ bytes: Data) throws(ToolFailure) {
        guard path != "-" else { return try Console.say(bytes) }
        do {
            try writeFile(bytes)
        } catch {
            throw ToolFailure(
                .usage,
                tr(
                    "{file} cannot be written: {reason}. Choose another place with -o.",
                    ["file": path, "reason": SystemReason.words(of: error)]))
        }
    }

    private func writeFile(_ bytes: Data) throws {
        var status = stat()
        // A device or pipe is written to; putting a file in its place would take it away from everybody.
        if stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
            let handle = try FileHandle(forWritingTo: URL(filePath: path))
            try handle.write(contentsOf: bytes)
            try handle.close()
        } else {
            // A link stays, and what it leads to is replaced.
            try bytes.write(to: URL(filePath: path).resolvingSymlinksInPath(), options: .atomic)
        }
    }
}
