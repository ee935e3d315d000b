import Foundation
import Model

extension ArchiveStore {
    /// All commits in their order, up to the last one that is in memory.
    public func timeline() throws(ArchiveError) -> Timeline {
        try snapshot().timeline()
    }

    /// The content as it was before a commit; nil where no history knows it.
    public func content(before commit: UUID) throws(ArchiveError) -> ArchiveContent? {
        try content { $0.position(of: commit) }
    }

    /// The content as a commit left it; nil where no history knows it.
    public func content(after commit: UUID) throws(ArchiveError) -> ArchiveContent? {
        try content { timeline in timeline.position(of: commit).map { $0 + 1 } }
    }

    /// The content at a commit; nil where the archive was made later.
    public func content(at date: Date) throws(ArchiveError) -> ArchiveContent? {
        try content { timeline in
            let count = timeline.count(at: date)
            return count == 0 ? nil : count
        }
    }

    /// The content after as many commits as `count` says. Timeline and documents are of one commit, so that a commit
    /// meanwhile does no harm.
    private func content(after count: (Timeline) -> Int?) throws(ArchiveError) -> ArchiveContent? {
        let state = snapshot()
        let timeline = try state.timeline()
        guard let count = count(timeline) else { return nil }
        return try state.content(after: count, of: timeline)
    }

    /// The content after the first `count` commits of `timeline`, from 1 on.
    /// - Throws: where a change does not fit the state that it came from; so it is where something was committed since
    ///   `timeline` was read.
    public func content(after count: Int, of timeline: Timeline) throws(ArchiveError) -> ArchiveContent {
        try snapshot().content(after: count, of: timeline)
    }

    /// The state of a document that the history's line of this digest made, or whose file once had this SHA-256; nil
    /// where its history knows none.
    public func tree(of name: DocumentName, withDigest digest: String) throws(ArchiveError) -> JSONValue? {
        let state = snapshot()
        var tree = state.documents[name]?.tree
        if state.documents[name]?.head.commit == digest { return tree }
        let file = try state.historyFile(of: name)
        for index in file.lines.indices.reversed() {
            let line = try file.line(index)
            if line.digest == digest || line.leads(to: digest) { return tree }
            if case .commit(let entry) = line { tree = try state.revert(entry, on: tree) }
        }
        return nil
    }

    /// The lines of a document's history that touched a thing, the oldest first, each with these changes alone; with
    /// `field`, only those that gave this field of it another value.
    ///
    /// The thing may have stood elsewhere: it is looked for by its identity in each line.
    public func past(
        of name: DocumentName, thing identity: String, field: [String] = []
    ) throws(ArchiveError) -> [HistoryEntry] {
        try history(of: name).compactMap { entry in
            var part = entry
            part.changes = entry.changes.filter { change in
                field.isEmpty ? change.touches(identity) : change.touches(field, of: identity)
            }
            return part.changes.isEmpty ? nil : part
        }
    }
}

extension ArchiveState {
    /// The format of the documents in memory: an older one where the archive could only be read.
    var format: Int { pending.first.map { $0.format - 1 } ?? migrationPlan.newest }

    /// The commits up to the documents in memory, whatever is committed meanwhile.
    func timeline() throws(ArchiveError) -> Timeline {
        var histories: [DocumentName: [HistoryEntry]] = [:]
        for (name, document) in documents where document.head.number > 0 {
            histories[name] = try history(of: name)
        }
        return Timeline(histories)
    }

    /// The content after the first `count` commits of `timeline`.
    fileprivate func content(after count: Int, of timeline: Timeline) throws(ArchiveError) -> ArchiveContent {
        let later = timeline.commits.dropFirst(count)
        var trees = documents.mapValues(\.tree)
        for commit in later.reversed() {
            for entry in commit.entries {
                trees[entry.document] = try revert(entry, on: trees[entry.document] ?? nil)
            }
        }
        return try ArchiveReader(layout: layout, files: files).content(
            content, replacing: Set(later.flatMap(\.documents)), by: trees,
            format: Migration.format(before: later, else: format))
    }

    /// A document as it was before a line of its history.
    fileprivate func revert(_ entry: HistoryEntry, on tree: JSONValue?) throws(ArchiveError) -> JSONValue? {
        do {
            return try JSONValue.applying(entry.changes.map(\.inverted), to: tree)
        } catch {
            throw .historyBroken(path: layout.historyPath(of: entry.document), line: entry.number, .changes)
        }
    }
}

extension TreeChange {
    /// The change that takes this one back. Changes of a list stay in their order: what was taken out comes back
    /// before the list gets its order.
    public var inverted: TreeChange {
        TreeChange(kind: kind, path: path, before: after, after: before)
    }
}

extension Migration {
    /// The format in which documents were before `commits`: `present` where none of them migrated.
    static func format(before commits: ArraySlice<Timeline.Commit>, else present: Int) -> Int {
        for commit in commits {
            guard case .migration(let step) = commit.origin,
                let known = all.first(where: { $0.id == step })
            else { continue }
            return known.format - 1
        }
        return present
    }
}

extension ArchiveReader {
    /// The content that these documents make, which are in a `format` of their own time.
    func content(
        from trees: [DocumentName: JSONValue], format: Int
    ) throws(ArchiveError) -> ArchiveContent {
        var decoded: [DocumentName: DecodedDocument] = [:]
        for (name, tree) in try Migration.migrate(trees, from: format) {
            decoded[name] = try DecodedDocument(name, tree: tree, path: layout.path(of: name))
        }
        return try content(of: decoded)
    }

    /// `present` with some documents replaced by their former `trees`, which are in an older `format`.
    func content(
        _ present: ArchiveContent, replacing changed: Set<DocumentName>, by trees: [DocumentName: JSONValue?],
        format: Int
    ) throws(ArchiveError) -> ArchiveContent {
        var content = present
        let steps = try Migration.steps(from: format)
        for name in changed.sorted() {
            var tree = trees[name] ?? nil
            for step in steps { tree = tree.map { step.apply(name, $0) } }
            let decoded = try tree.map { tree throws(ArchiveError) in
                try DecodedDocument(name, tree: tree, path: layout.path(of: name))
            }
            try put(decoded, at: name, in: &content)
        }
        return content
    }

    private func put(
        _ document: DecodedDocument?, at name: DocumentName, in content: inout ArchiveContent
    ) throws(ArchiveError) {
        switch (name, document) {
        // Before the first commit there is no content; the caller asks for one after it.
        case (.municipality, nil), (.services, nil): throw .documentMissing(path: layout.path(of: name))
        default: content.put(document, at: name)
        }
    }
}
