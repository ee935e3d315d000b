import Canvas
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
        do {
            try write { put in try put(bytes) }
        } catch {
            throw error as? ToolFailure ?? failure(error)
        }
    }

    /// Writes the pieces that `make` gives one after the other: all of them, or the file stays as it was. What hinders the
    /// pages goes through, what hinders the file becomes a message.
    func write<Made>(_ make: (_ put: @escaping (Data) throws -> Void) throws -> Made) throws -> Made {
        guard path != "-" else {
            var whole = Data()
            let made = try make { whole.append($0) }
            try Console.say(whole)
            return made
        }
        guard !path.allSatisfy(\.isWhitespace) else {
            throw ToolFailure(.usage, tr("-o needs the name of a file. Choose one."))
        }
        do {
            return try AtomicFile.write(to: path, make)
        } catch let error as CanvasError {
            throw error
        } catch {
            throw failure(error)
        }
    }

    private func failure(_ error: any Error) -> ToolFailure {
        ToolFailure(
            .usage,
            tr(
                "{file} cannot be written: {reason}. Choose another place with -o.",
                ["file": path, "reason": SystemReason.words(of: error)]))
    }
}
