import Foundation
import Model

/// What archive and bundle both started from.
struct MergeBaseResolver {
    /// From where it is known.
    let base: MergeBase
    /// The documents; nil where it is not known.
    let trees: [DocumentName: JSONValue]?
    /// What was merged of the same colleague since then.
    let later: [[DocumentName: JSONValue]]

    /// The newest of the bundle's predecessors that was merged here; else the state of the documents from which the
    /// bundle was first cut, cut again.
    /// - Parameters:
    ///   - merged: what was merged here.
    ///   - isAgain: to start from the history in any case.
    ///   - ours: the archive's documents, which need not be read again where they are still the same.
    init(
        of bundle: ArchiveBundle, merged: MergedBundles, isAgain: Bool, in store: ArchiveStore,
        ours: DocumentTrees
    ) throws(ArchiveError) {
        // A bundle that cannot be read any more says nothing: what it left open is asked. `verify` names it.
        later = isAgain ? try merged.related(to: bundle).compactMap { try? $0.readDocuments().trees } : []
        if !isAgain, let newest = bundle.sent.last(where: merged.digests.contains) {
            let trees = try merged.bundle(newest).flatMap { try? $0.readDocuments().trees }
            // An older state would bring back what was taken away since.
            base = trees == nil ? .unknown : .bundle(newest)
            self.trees = trees
            return
        }
        trees = try Self.former(of: bundle, in: store, ours: ours)
        base = trees == nil ? .unknown : .history
    }

    private static func former(
        of bundle: ArchiveBundle, in store: ArchiveStore, ours: DocumentTrees
    ) throws(ArchiveError) -> [DocumentName: JSONValue]? {
        var former: [DocumentName: JSONValue] = [:]
        for (name, part) in bundle.parts {
            guard let digest = part.base else { continue }
            guard let tree = try store.tree(of: name, withDigest: digest) else { return nil }
            former[name] = tree
        }
        let current = { (trees: [DocumentName: JSONValue]) in
            try? DocumentTrees(try Migration.migrate(trees, from: bundle.baseFormat), reusing: ours)
        }
        guard let content = current(former)?.content else { return nil }
        let scope = bundle.scope
        let selection = PartSelection(
            of: content, sectors: scope.sectors, services: scope.services, year: scope.year)
        var parts: [DocumentName: JSONValue] = [:]
        for (name, tree) in former {
            // Cut otherwise than then, the part would say that something was added or taken away.
            guard let part = tree.part(of: name, selection),
                Digest.sha256(part.archiveText) == bundle.parts[name]?.cut
            else { return nil }
            parts[name] = part
        }
        return current(parts)?.trees
    }
}
