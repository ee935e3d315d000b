import Foundation
import Model

/// An open archive: what is in memory, what is on disk, and the way from one to the other.
struct ArchiveState: Sendable {
    let layout: ArchiveLayout
    let files: FileSystem
    /// The formats that the program knows.
    var migrationPlan = MigrationPlan.current
    var header: ArchiveHeader
    /// Steps to the newest format that the documents lack; the content is as if they had been done.
    var pending: [Migration] = []
    var documents: [DocumentName: StoredDocument]
    var content: ArchiveContent
    var access: ArchiveStore.Access
    var lock: ArchiveLock?
    /// The files when they were last read to follow another; nil where they have not been.
    var marks: FileMarks?

    /// What a commit makes of a document.
    struct Step {
        var name: DocumentName
        var document: StoredDocument
        var entry: HistoryEntry
    }

    /// Makes `new` the content: the histories' lines first, then the documents.
    ///
    /// Until the last line is on disk nothing has happened; from then on everything has, whatever becomes of the
    /// documents' files.
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
            try append(steps)
            content = new
        }
        return ArchiveStore.Receipt(
            commit: steps.first?.entry.commit, documents: steps.map(\.name), failures: checkpoint())
    }

    /// Writes the documents that are behind their histories; gives what failed, to be tried anew with the next
    /// commit, on a new file.
    mutating func checkpoint() -> [SystemError] {
        var failures: [SystemError] = []
        cutLeftovers()
        for name in documents.keys.sorted() {
            guard var document = documents[name], document.isBehind else { continue }
            // A write that fails may still have replaced the file.
            document.expected.insert(document.digest)
            do {
                if let bytes = document.bytes {
                    try files.replace(layout.file(of: name), in: layout.documents, with: bytes)
                } else {
                    try files.remove(layout.file(of: name), from: layout.documents)
                }
                document.expected = [document.digest]
            } catch {
                failures.append(error)
            }
            documents[name] = document
        }
        if header.municipality != content.municipality.name { renameHeader(&failures) }
        return failures
    }

    private mutating func renameHeader(_ failures: inout [SystemError]) {
        var renamed = header
        renamed.municipality = content.municipality.name
        do {
            try files.replace(ArchiveHeader.file, in: layout.folder, with: renamed.bytes)
            header = renamed
        } catch {
            failures.append(error)
        }
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
    private func steps(
        to new: ArchiveContent, _ note: CommitNote
    ) throws(ArchiveError) -> [Step] {
        let names = Set(new.documents).union(documents.keys).sorted()
        var wanted: [(name: DocumentName, tree: JSONValue?)] = []
        for name in names where !isSettled(name, in: new) {
            let unknown = documents[name]?.unknown ?? .none
            wanted.append((name, new.tree(of: name).map(unknown.restored(into:))))
        }
        return try steps(to: wanted, note)
    }

    /// What a commit of these trees makes of each document that it changes.
    func steps(
        to wanted: [(name: DocumentName, tree: JSONValue?)], _ note: CommitNote
    ) throws(ArchiveError) -> [Step] {
        var drafts: [(name: DocumentName, document: StoredDocument, changes: [TreeChange])] = []
        for (name, tree) in wanted {
            var old = documents[name] ?? StoredDocument()
            old.hasNewUnknown = false
            let changes = TreeChange.between(old.tree, tree)
            guard !changes.isEmpty else { continue }
            var document = old
            do {
                // What a replay would give is what is kept.
                document.tree = try JSONValue.applying(changes, to: old.tree)
            } catch {
                throw .historyBroken(path: layout.historyPath(of: name), line: old.head.number + 1, .changes)
            }
            drafts.append((name, document, changes))
        }
        let sequence = 1 + (documents.values.map(\.head.sequence).max() ?? 0)
        let mark = CommitMark(documents: drafts.map(\.name), sequence: sequence, note: note)
        return drafts.map { name, draft, changes in
            var document = draft
            document.digest = document.bytes.map(Digest.sha256)
            let entry = HistoryEntry(
                number: draft.head.number + 1, document: name, commit: mark, changes: changes,
                before: draft.digest, after: document.digest, previous: draft.head.digest)
            return Step(name: name, document: document, entry: entry)
        }
    }

    /// Whether a document is there and says all that `new` wants of it.
    private func isSettled(_ name: DocumentName, in new: ArchiveContent) -> Bool {
        guard let document = documents[name], document.tree != nil, !document.hasNewUnknown else {
            return false
        }
        return content.agrees(with: new, on: name)
    }

    /// Refuses what could not be read again.
    private func requireRoom(for step: Step) throws(ArchiveError) {
        let size = step.document.bytes?.count ?? 0
        guard size <= ArchiveLimits.document else {
            throw .tooLarge(path: layout.path(of: step.name), size: size, limit: ArchiveLimits.document)
        }
        let length = step.document.head.length + step.entry.line.count
        guard length <= ArchiveLimits.history else {
            throw .tooLarge(
                path: layout.historyPath(of: step.name), size: length, limit: ArchiveLimits.history)
        }
    }

    /// Refuses to go on where something else wrote to a document or its history.
    func requireUnchanged(_ name: DocumentName) throws(ArchiveError) {
        let document = documents[name] ?? StoredDocument()
        let path = layout.path(of: name)
        let found = try files.bytes(of: path, limit: ArchiveLimits.document).map(Digest.sha256)
        guard document.expected.contains(found) else { throw .changedOutside(path: path) }
        guard !document.head.isSuspect else { return }
        let history = layout.historyPath(of: name)
        do {
            guard try files.status(history)?.size ?? 0 == document.head.length else {
                throw ArchiveError.changedOutside(path: history)
            }
        } catch let error as SystemError {
            throw .unreadable(error)
        } catch {
            throw .changedOutside(path: history)
        }
    }
}
