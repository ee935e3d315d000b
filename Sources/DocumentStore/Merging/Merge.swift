import Foundation
import Model

/// Changes the merged content by what follows from what a merge brought: given the content as it was before.
public typealias MergeConsequence =
    @Sendable (_ merged: inout ArchiveContent, _ former: ArchiveContent) -> Void

/// A three-way merge of the documents of one archive: pure, from trees to trees.
///
/// What comes out can be written as it is: where taking their change by itself would leave a field that names nothing,
/// an identity twice, or a thing of ours lost, that change becomes a conflict.
struct Merge {
    /// What it came to.
    struct Outcome {
        /// The documents of the archive afterwards.
        var result: DocumentTrees
        /// In what archive and bundle disagree, in order of documents.
        var conflicts: [MergeConflict]
        /// What changes, in order of documents.
        var changes: [DocumentChange]
    }

    /// The archive's documents.
    let ours: DocumentTrees
    /// The documents of the bundle; nil in place of one that was taken away.
    let theirs: [DocumentName: JSONValue?]
    /// What both started from; nil where that is not known.
    let base: [DocumentName: JSONValue]?
    /// What was merged of the same colleague since `base`, in any order; where ours says something else, that was decided
    /// since, and their value does not come back by itself.
    var later: [[DocumentName: JSONValue]] = []
    /// Whose value is taken in a conflict; ours where nothing is said.
    let decisions: [MergeConflict.ID: MergeSide]
    /// What follows from what was merged; nil for nothing.
    var consequence: MergeConsequence?

    /// The changes and conflicts, and the trees that they give.
    /// - Throws: where the result would not be a document; that is told of the first such.
    func outcome() throws(DocumentFault) -> Outcome {
        var restraints: [DocumentName: Restraint] = [:]
        let before = Set(faults(of: ours))
        // Each round pins at least one more place, and the last resort leaves a document as it is.
        while true {
            let (trees, conflicts) = merged(restraints)
            let result = try DocumentTrees(trees, reusing: ours)
            let faults = faults(of: result).filter { !before.contains($0) } + losses(in: trees)
            guard !faults.isEmpty else {
                let result = try followed(result)
                return Outcome(result: result, conflicts: conflicts, changes: changes(to: result))
            }
            var isRestrained = false
            for fault in faults where restrain(&restraints, fault, result: trees) { isRestrained = true }
            if !isRestrained { giveUp(&restraints, faults) }
        }
    }

    private func followed(_ result: DocumentTrees) throws(DocumentFault) -> DocumentTrees {
        guard let consequence else { return result }
        return try result.following(consequence, since: ours.content)
    }

    /// One pass over all documents of the bundle.
    private func merged(
        _ restraints: [DocumentName: Restraint]
    ) -> (trees: [DocumentName: JSONValue], conflicts: [MergeConflict]) {
        var trees = ours.trees
        var conflicts: [MergeConflict] = []
        for (name, tree) in theirs.sorted(by: { $0.key < $1.key }) {
            let restraint = restraints[name] ?? Restraint()
            guard !restraint.isWhole else {
                conflicts.append(
                    MergeConflict(
                        id: .init(document: name, path: [], kind: .reference), base: base?[name],
                        ours: ours[name], theirs: tree, taken: .ours, canTakeTheirs: false))
                continue
            }
            var merge = DocumentMerge(
                name, isBlind: base == nil, decisions: decisions, pins: restraint.pins,
                blocked: restraint.blocked, later: later.compactMap { $0[name] })
            trees[name] = merge.merged(base: base?[name], ours: ours[name], theirs: tree)
            conflicts += merge.conflicts
        }
        // One decision for one place: a thing that was moved and changed is asked about once.
        var asked: Set<MergeConflict.ID> = []
        return (trees, conflicts.filter { asked.insert($0.id).inserted })
    }

    /// Leaves documents with faults as they are, and where that does not help, all.
    private func giveUp(_ restraints: inout [DocumentName: Restraint], _ faults: [Fault]) {
        let left = Set(faults.map(\.document)).filter { restraints[$0]?.isWhole != true }
        for name in left.isEmpty ? Set(theirs.keys) : left {
            restraints[name, default: Restraint()].isWhole = true
        }
    }

    private func changes(to result: DocumentTrees) -> [DocumentChange] {
        Set(theirs.keys).union(ours.documentNames(differingFrom: result)).sorted().flatMap { name in
            TreeChange.between(ours[name], result[name]).map {
                DocumentChange(document: name, change: $0)
            }
        }
    }
}
