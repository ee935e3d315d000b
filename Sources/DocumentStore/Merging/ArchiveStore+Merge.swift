import Foundation
import Model

extension ArchiveStore {
    /// What merging a bundle would do. Nothing is written.
    /// - Parameters:
    ///   - bytes: the bundle's file.
    ///   - decisions: whose value is taken in a conflict; ours where nothing is said.
    ///   - isAgain: from the beginning, as if neither this bundle nor another of the colleague had been merged: what was
    ///     decided for ours then, or put back since, can be decided anew.
    ///   - consequence: what follows from what is merged, in the same commit; the same is given to `merge`.
    public func review(
        bundle bytes: [UInt8], decisions: [MergeConflict.ID: MergeSide] = [:], isAgain: Bool = false,
        consequence: MergeConsequence? = nil
    ) throws(BundleError) -> MergeReview {
        try plan(
            ArchiveBundle(bytes: bytes), bytes: bytes, decisions: decisions, isAgain: isAgain,
            consequence: consequence
        ).review
    }

    /// Merges a bundle that was reviewed, all of it or nothing, as one commit; one undo takes all back. Where nothing
    /// changes, it is only remembered that the bundle was merged.
    /// - Parameters:
    ///   - review: what was shown; refused as ``BundleError/outdated`` where the archive was changed since.
    ///   - decisions: whose value is taken in a conflict; ours where nothing is said.
    ///   - consequence: what follows from what is merged, in the same commit: that of the review.
    ///   - summary: what was done, in words for the history, with the colleague's name.
    ///   - author: who merged.
    ///   - date: when.
    @discardableResult
    public func merge(
        _ review: MergeReview, decisions: [MergeConflict.ID: MergeSide] = [:],
        consequence: MergeConsequence? = nil, summary: String, author: String, at date: Date
    ) throws(BundleError) -> Receipt {
        let plan = try plan(
            review.bundle, bytes: review.bytes, decisions: decisions, isAgain: review.isAgain,
            consequence: consequence)
        guard plan.review.digests == review.digests else { throw .outdated }
        let mark = MergeMark(bundle: review.digest, author: review.author, date: review.date)
        let note = CommitNote(summary: summary, author: author, date: date, origin: .merge(mark))
        let receipt: Receipt?
        do {
            receipt = try withState { (state) throws(ArchiveError) -> Receipt? in
                state.digests == review.digests ? try state.merge(plan, note) : nil
            }
        } catch {
            throw .archive(error)
        }
        guard let receipt else { throw .outdated }
        return receipt
    }

    /// What is to be done to merge a bundle.
    private func plan(
        _ bundle: ArchiveBundle, bytes: [UInt8], decisions: [MergeConflict.ID: MergeSide], isAgain: Bool,
        consequence: MergeConsequence?
    ) throws(BundleError) -> MergePlan {
        let theirs = try bundle.readDocuments()
        let (digests, documents, header, municipality) = state.withLock { state in
            (state.digests, state.documents, state.header, state.content.municipality)
        }
        guard [header.id, header.bundle?.archive].contains(bundle.archive),
            bundle.municipalityID == municipality.id, theirs.content.municipality.id == municipality.id
        else { throw .otherArchive(municipality: bundle.municipality) }
        let migrated = try Self.migrated(documents, from: header.format)
        let ours = try told { () throws(DocumentFault) in
            guard let migrated else { return try DocumentTrees(documents) }
            return try DocumentTrees(migrated)
        }
        let (ground, isMerged) = try past(of: bundle, ours: ours, isAgain: isAgain)
        let merge = Merge(
            ours: ours, theirs: isMerged ? [:] : bundle.trees(theirs), base: ground.trees,
            later: ground.later, decisions: decisions, consequence: consequence)
        let outcome = try told { () throws(DocumentFault) in try merge.outcome() }
        let review = MergeReview(
            bundle: bundle, base: ground.base, isAlreadyMerged: isMerged, isAgain: isAgain,
            changes: outcome.changes,
            conflicts: outcome.conflicts, digests: digests, bytes: bytes)
        return MergePlan(review: review, result: outcome.result)
    }

    /// The documents of an archive that can only be read and is of an older format, in this one; nil where it is not.
    private static func migrated(
        _ documents: [DocumentName: StoredDocument], from format: Int
    ) throws(BundleError) -> [DocumentName: JSONValue]? {
        guard format < ArchiveHeader.currentFormat else { return nil }
        do {
            return try Migration.migrate(documents.compactMapValues(\.tree), from: format)
        } catch {
            throw .archive(error)
        }
    }

    private func told<Result>(_ work: () throws(DocumentFault) -> Result) throws(BundleError) -> Result {
        do {
            return try work()
        } catch {
            throw .document(error.name, error.error)
        }
    }

    private func past(
        of bundle: ArchiveBundle, ours: DocumentTrees, isAgain: Bool
    ) throws(BundleError) -> (ground: MergeBaseResolver, isMerged: Bool) {
        do throws(ArchiveError) {
            let merged = try MergedBundles(in: self)
            return (
                try MergeBaseResolver(
                    of: bundle, merged: merged, isAgain: isAgain, in: self, ours: ours),
                isAgain ? false : try merged.has(bundle)
            )
        } catch {
            throw .archive(error)
        }
    }
}

/// A merge that is ready to be written.
struct MergePlan {
    /// What it does.
    let review: MergeReview
    /// The documents afterwards.
    let result: DocumentTrees
}

extension ArchiveBundle {
    /// Its documents in one form; nil in place of those that were taken away.
    fileprivate func trees(_ documents: DocumentTrees) -> [DocumentName: JSONValue?] {
        Dictionary(uniqueKeysWithValues: parts.keys.map { ($0, documents[$0]) })
    }
}
