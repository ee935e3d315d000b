import Foundation

extension ArchiveState {
    /// The digests of the last commits of the documents, by which their states are known.
    var digests: [DocumentName: String] { documents.mapValues(\.head.commit) }

    /// Keeps the bundle as it came, then commits what the merge gives. Where nothing changes, a mark beside the
    /// bundle says that it was merged.
    mutating func merge(_ plan: MergePlan, _ note: CommitNote) throws(ArchiveError) -> ArchiveStore.Receipt {
        let nothing = ArchiveStore.Receipt(commit: nil, documents: [])
        if plan.review.isAlreadyMerged { return nothing }
        try requireAccess()
        if let year = content.lockedYear(changedBy: plan.result.content) { throw .yearLocked(year: year) }
        let digest = plan.review.digest
        let file = ArchiveLayout.bundleFile(digest)
        try save(plan.review.bytes, as: file)
        guard !plan.review.changes.isEmpty else {
            try save([], as: digest + ArchiveLayout.mergedMark)
            return nothing
        }
        let old = documents
        for (name, unknown) in plan.result.unknown where unknown != documents[name]?.unknown ?? .none {
            documents[name, default: StoredDocument()].bring(unknown)
        }
        do {
            return try commit(plan.result.content, note)
        } catch {
            for name in documents.keys { documents[name]?.takeBack(to: old[name]) }
            // Best effort: without its commit the file counts for nothing.
            try? files.remove(file, from: layout.bundles)
            throw error
        }
    }

    private func save(_ bytes: [UInt8], as file: String) throws(ArchiveError) {
        do {
            try files.makeFolders(layout.bundles)
            try files.replace(file, in: layout.bundles, with: bytes)
        } catch {
            throw .notSaved(error)
        }
    }
}
