import DocumentStore
import Foundation
import Localization
import UserMessages

/// A colleague's file.
struct BundleFile {
    /// The path as it was given.
    let path: String

    /// The name without its folder, for messages.
    var name: String { URL(filePath: path).lastPathComponent }

    /// The bytes; a file that cannot be read ends the command with exit code 3.
    func bytes() throws(ToolFailure) -> [UInt8] {
        do {
            return try FileSystem.disk.wholeFile(URL(filePath: path), limit: ArchiveStore.largestBundle)
        } catch {
            throw ToolFailure(.input, error.happening)
        }
    }

    /// Does work with the bundle; what goes wrong becomes a message, and exit code 3 where the bundle is at fault, else
    /// 4.
    func refusing<Result>(_ work: () throws(BundleError) -> Result) throws(ToolFailure) -> Result {
        do {
            return try work()
        } catch {
            throw ToolFailure(error.isUnreadable ? .input : .archive, error.words(file: name))
        }
    }

    /// Whether a path leads to a bundle, by the end of its name or by what stands in it.
    static func isBundle(_ path: String) -> Bool {
        if path.lowercased().hasSuffix(".barometro") { return true }
        guard
            let bytes = try? FileSystem.disk.wholeFile(
                URL(filePath: path), limit: ArchiveStore.largestBundle),
            bytes.first(where: { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }) == UInt8(ascii: "{")
        else { return false }
        return (try? ArchiveBundle(bytes: bytes)) != nil
    }
}
