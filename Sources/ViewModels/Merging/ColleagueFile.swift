import DocumentStore
import Foundation
import Localization
import UserMessages

/// A part of an archive that a colleague sent: a file that ends in `.barometro`, read whole.
public struct ColleagueFile: Hashable, Sendable {
    /// How the names of such files end.
    public static let suffix = ".barometro"
    /// The file's name.
    public let name: String
    /// The file as it came.
    let bytes: [UInt8]
    /// What it says.
    let bundle: ArchiveBundle

    /// Whether a file is one, by its name.
    public static func isOne(_ url: URL) -> Bool {
        url.lastPathComponent.lowercased().hasSuffix(suffix)
    }

    /// Reads a file; what is wrong with it, where, and what to do, in words.
    public static func read(_ url: URL) -> Result<ColleagueFile, Archives.Problem> {
        let name = url.lastPathComponent
        do {
            let bytes = try FileSystem.disk.wholeFile(url, limit: ArchiveStore.largestBundle)
            return .success(ColleagueFile(name: name, bytes: bytes, bundle: try ArchiveBundle(bytes: bytes)))
        } catch let error as ArchiveError {
            return .failure(Archives.Problem(words: error.words))
        } catch {
            let words = (error as? BundleError)?.words(file: name) ?? SystemReason.words(of: error)
            return .failure(Archives.Problem(words: words))
        }
    }

    /// Who wrote it.
    public var author: String { bundle.author }
    /// The municipality of whose archive it is a part.
    public var municipality: String { bundle.municipality }
    /// The digest by which it is known.
    public var digest: String { bundle.digest }
    /// Whose file it is and when it was written: «File di …, scritto il 3/4/2026 10:12».
    public var heading: String {
        tr(
            "File of {author}, written on {moment}",
            ["author": bundle.author, "moment": MomentWords.text(bundle.date)])
    }

    /// Whether it is a part of the archive of `session`, so that it can be merged into it.
    @MainActor public func belongs(to session: ArchiveSession) -> Bool {
        guard let archive = session.archive else { return false }
        do throws(BundleError) {
            _ = try archive.review(bundle: bytes)
            return true
        } catch {
            if case .otherArchive = error { return false }
            return true
        }
    }
}
