import Foundation
import Model

/// An open archive: what is in memory, what is on disk, and the way from one to the other.
struct ArchiveState: Sendable {
    let layout: ArchiveLayout
    let files: FileSystem
    /// The formats that the program knows.
    var migrationPlan = MigrationPlan.current
    var header: ArchiveHeader
    /// The texts that imported fields came from.
    var library: SourceLibrary
    /// Steps to the newest format that the documents lack; the content is as if they had been done.
    var pending: [Migration] = []
    var documents: [DocumentName: StoredDocument]
    var content: ArchiveContent
    var access: ArchiveStore.Access
    var lock: ArchiveLock?
    /// The files when they were last read to follow another; nil where they have not been.
    var marks: FileMarks?

    /// What a commit makes of a document, and the line that says so.
    struct Step {
        let name: DocumentName
        var document: StoredDocument
        let entry: HistoryEntry
        let line: [UInt8]

        init(name: DocumentName, document: StoredDocument, entry: HistoryEntry) {
            self.name = name
            self.document = document
            self.entry = entry
            line = entry.line
        }
    }

    /// Makes `new` the content: a line in the history of each document that it changes, and nothing else.
    ///
    /// Until the last line is on disk nothing has happened; from then on everything has. The documents' files follow
    /// with the next checkpoint.
    mutating func commit(
        _ new: ArchiveContent, _ note: CommitNote
    ) throws(ArchiveError) -> ArchiveStore.Receipt {
        try requireAccess()
        try requireHeader()
        try requireYears(of: new)
        if let year = content.lockedYear(changedBy: new) { throw .yearLocked(year: year) }
        let steps = try steps(to: new, note)
        if !steps.isEmpty {
            for step in steps {
                try requireUnchanged(step.name)
                try requireRoom(for: step)
            }
            cutLeftovers()
            // What the lines refer to goes before them.
            try library.write()
            try append(steps)
            content = new
        }
        return ArchiveStore.Receipt(commit: steps.first?.entry.commit, documents: steps.map(\.name))
    }

    /// Refuses to go on where nothing may be written, or where the lock is no longer ours.
    func requireAccess() throws(ArchiveError) {
        if case .readOnly(let reason) = access { throw .readOnly(reason) }
        // Somebody may have taken the lock by force, or the folder may have gone.
        guard let lock, lock.isOurs else {
            _ = try ArchiveHeader(folder: layout.folder, files: files, migrationPlan: migrationPlan)
            let owner = ArchiveLock.owner(in: layout.folder, files: files)
            throw .readOnly(.heldBy(owner))
        }
    }

    /// Refuses to go on where `archive.json` is no longer that of this archive; what else was written into it stays.
    private mutating func requireHeader() throws(ArchiveError) {
        // An archive that is being made has neither history nor header yet.
        guard documents.values.contains(where: { $0.head.number > 0 }) else { return }
        let present = try ArchiveHeader(folder: layout.folder, files: files, migrationPlan: migrationPlan)
        guard present.id == header.id, present.format == header.format else {
            throw .changedOutside(path: layout.folder + "/" + ArchiveHeader.file)
        }
        header = present
    }

    private func requireYears(of new: ArchiveContent) throws(ArchiveError) {
        for (year, plan) in new.plans where plan.year != year {
            throw .yearMismatch(path: layout.path(of: .plan(year)), year: plan.year)
        }
        for (year, book) in new.projects where book.year != year {
            throw .yearMismatch(path: layout.path(of: .projects(year)), year: book.year)
        }
        // The file's name has four digits, so that it is found again.
        for year in new.years where !(1900...2199).contains(year) {
            throw .yearMismatch(path: layout.path(of: .plan(year)), year: year)
        }
    }

    /// What a commit of `new` makes of each document that it changes.
    private mutating func steps(
        to new: ArchiveContent, _ note: CommitNote
    ) throws(ArchiveError) -> [Step] {
        var drafts: [Draft] = []
        for name in Set(new.documents).union(documents.keys).sorted() where !isSettled(name, in: new) {
            documents[name]?.settle()
            let old = documents[name] ?? StoredDocument()
            var document = old
            document.become(DecodedDocument(name, in: new))
            // The values say what changed, except where they are not all that the document has.
            let changes =
                old.raw == nil
                ? DecodedDocument.changes(from: old.value, to: document.value, unknown: old.unknown)
                : TreeChange.between(old.tree, document.tree)
            guard !changes.isEmpty else { continue }
            try requireWritten(name, document, changes)
            drafts.append(Draft(name: name, document: document, changes: changes))
        }
        return steps(of: drafts, note)
    }

    /// Refuses what cannot be written as a tree: it must not pass for something that was taken away.
    private func requireWritten(
        _ name: DocumentName, _ document: StoredDocument, _ changes: [TreeChange]
    ) throws(ArchiveError) {
        guard document.value != nil,
            let fault = changes.first(where: { $0.isEmpty || $0.path.isEmpty && $0.after == nil })
        else { return }
        throw .undecodable(path: layout.path(of: name), field: fault.path, detail: "")
    }

    /// A document as a commit makes it, and what that changes.
    struct Draft {
        var name: DocumentName
        var document: StoredDocument
        var changes: [TreeChange]
    }

    /// The lines of a commit.
    func steps(of drafts: [Draft], _ note: CommitNote) -> [Step] {
        let sequence = 1 + (documents.values.map(\.head.sequence).max() ?? 0)
        let mark = CommitMark(documents: drafts.map(\.name), sequence: sequence, note: note)
        return drafts.map { draft in
            let entry = HistoryEntry(
                number: draft.document.head.number + 1, document: draft.name, commit: mark,
                changes: draft.changes, previous: draft.document.head.digest,
                packed: PackedChanges(draft.changes, in: library))
            return Step(name: draft.name, document: draft.document, entry: entry)
        }
    }

    /// Whether a document is there and says all that `new` wants of it.
    private func isSettled(_ name: DocumentName, in new: ArchiveContent) -> Bool {
        guard let document = documents[name], document.value != nil, !document.hasNewUnknown else {
            return false
        }
        return content.agrees(with: new, on: name)
    }

    /// Refuses what could not be read again.
    private func requireRoom(for step: Step) throws(ArchiveError) {
        let length = step.document.head.length + step.line.count
        guard length <= ArchiveLimits.history else {
            throw .tooLarge(
                path: layout.historyPath(of: step.name), size: length, limit: ArchiveLimits.history)
        }
        // Written with its indents, a change takes more room in the document than in the line, but not so much more.
        guard step.document.size + 8 * step.line.count > ArchiveLimits.document else { return }
        try requireRoom(for: step.document.text(in: library)?.bytes.count ?? 0, in: step.name)
    }

    /// Refuses a document of so many bytes where it could not be read again.
    func requireRoom(for size: Int, in name: DocumentName) throws(ArchiveError) {
        guard size > ArchiveLimits.document else { return }
        throw .tooLarge(path: layout.path(of: name), size: size, limit: ArchiveLimits.document)
    }

    /// Refuses to go on where something else wrote to a document or its history. A document's file that is the same
    /// by size, time and place is not read.
    mutating func requireUnchanged(_ name: DocumentName) throws(ArchiveError) {
        let document = documents[name] ?? StoredDocument()
        let found = try status(of: layout.path(of: name))
        if document.mark == nil || found != document.mark {
            documents[name, default: StoredDocument()].mark = try expectedFile(of: name)
        }
        guard !document.head.isSuspect else { return }
        let history = layout.historyPath(of: name)
        guard try status(of: history)?.size ?? 0 == document.head.length else {
            throw .changedOutside(path: history)
        }
    }

    /// What the file of a document is; nil where it is not there.
    /// - Throws: where it has not the digest that it must have.
    func expectedFile(of name: DocumentName) throws(ArchiveError) -> FileSystem.Status? {
        let path = layout.path(of: name)
        let found = try files.contents(of: path, limit: ArchiveLimits.document)
        guard (documents[name] ?? StoredDocument()).expected.contains(found.map { Digest.sha256($0.bytes) })
        else { throw .changedOutside(path: path) }
        return found?.status
    }

    private func status(of path: String) throws(ArchiveError) -> FileSystem.Status? {
        do {
            return try files.status(path)
        } catch {
            throw .unreadable(error)
        }
    }
}
