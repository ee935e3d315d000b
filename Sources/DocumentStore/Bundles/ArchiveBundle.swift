import Foundation

/// A part of an archive on its way to a colleague or back: one JSON file (`*.barometro`).
///
/// Documents are kept as trees, so that fields that this program does not know survive.
public struct ArchiveBundle: Hashable, Sendable {
    /// What a bundle says of a document.
    struct Part: Hashable, Sendable {
        /// The digest of the history's line that made the document from which the part was first cut, or in bundles of
        /// formats 1 and 2 the SHA-256 of its file; nil where there was none.
        var base: String?
        /// The SHA-256 of the part as it was first cut.
        var cut: String?
        /// The part as it is now; nil where the document was taken away since.
        var tree: JSONValue?
    }

    /// The archive that it comes from or goes back to.
    public var archive: UUID
    /// The municipality's name.
    public var municipality: String
    /// The municipality's identity.
    public var municipalityID: UUID
    /// Who made it.
    public var author: String
    /// When, to the second.
    public var date: Date
    /// What of the archive it holds.
    public var scope: BundleScope
    /// The digests of earlier bundles of the same working archive, the newest last.
    var sent: [String] = []
    /// The format of the archive at the time of the first cut.
    var baseFormat = ArchiveHeader.currentFormat
    /// The documents.
    var parts: [DocumentName: Part] = [:]
    /// Members that this program does not know.
    var others: [String: JSONValue] = [:]
    /// The digest of all the rest, by which the bundle is known.
    public internal(set) var digest = ""

    /// The documents that it holds, in order.
    public var documents: [DocumentName] { parts.keys.sorted() }
}
