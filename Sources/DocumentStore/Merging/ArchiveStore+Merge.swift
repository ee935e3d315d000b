import Foundation

extension ArchiveStore {
    /// What merging a bundle would do. Nothing is written.
    /// - Parameters:
    ///   - bytes: the bundle's file.
    ///   - decisions: whose value is taken in a conflict; ours where nothing is said.
    public func review(
        bundle bytes: [UInt8], decisions: [MergeConflict.ID: MergeSide] = [:]
    ) throws(BundleError) -> MergeReview {
        throw .outdated
    }

    /// Merges a bundle that was reviewed, all of it or nothing, as one commit; one undo takes all back. Where nothing
    /// changes, it is only remembered that the bundle was merged.
    /// - Parameters:
    ///   - review: what was shown; refused as ``BundleError/outdated`` where the archive was changed since.
    ///   - decisions: whose value is taken in a conflict; ours where nothing is said.
    ///   - summary: what was done, in words for the history, with the colleague's name.
    ///   - author: who merged.
    ///   - date: when.
    @discardableResult
    public func merge(
        _ review: MergeReview, decisions: [MergeConflict.ID: MergeSide] = [:], summary: String,
        author: String,
        at date: Date
    ) throws(BundleError) -> Receipt {
        throw .outdated
    }
}
