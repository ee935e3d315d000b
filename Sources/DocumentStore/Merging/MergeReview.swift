import Foundation

/// From where it is known what both sides started from.
public enum MergeBase: Hashable, Sendable {
    /// From an earlier bundle of the same colleague, merged here; its digest.
    case bundle(String)
    /// From the archive's history.
    case history
    /// It is not known: every difference is a conflict, and nothing is taken away.
    case unknown
}

/// What merging a bundle would do; nothing is written by it.
public struct MergeReview: Hashable, Sendable {
    /// The bundle.
    public let bundle: ArchiveBundle
    /// From where the common ground is known.
    public let base: MergeBase
    /// This bundle, or a later one that holds it, was merged already: there is nothing to do.
    public let isAlreadyMerged: Bool
    /// It was asked for as if nothing of the colleague's had been merged yet.
    public let isAgain: Bool
    /// What would change in the archive, in order of documents.
    public let changes: [DocumentChange]
    /// In what archive and bundle disagree, in order of documents.
    public let conflicts: [MergeConflict]
    /// The digests of the archive's documents for which it holds.
    let digests: [DocumentName: String]
    /// The bundle's file as it came.
    let bytes: [UInt8]

    /// Who made the bundle.
    public var author: String { bundle.author }
    /// When.
    public var date: Date { bundle.date }
    /// What of the archive it holds.
    public var scope: BundleScope { bundle.scope }
    /// The bundle's digest, by which it is known.
    public var digest: String { bundle.digest }
}
