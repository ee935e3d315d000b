import DocumentStore
import Foundation
import Model
import Sample
import Testing

/// A day of work on one archive, made of random steps with faults between them. What must be there is kept in memory
/// beside it.
final class OfficeDay {
    /// What a step may come to, counted.
    private(set) var counts: [String: Int] = [:]
    private let scratch: Scratch
    private let disk = OfficeDisk()
    private let seed: UInt64
    private var numbers: SeededNumbers
    /// The archive as it is open in the process that lives; nil while none does.
    private var opened: ArchiveStore?
    private let reader: ArchiveStore
    /// The content of the last commit that succeeded.
    private var kept: ArchiveContent
    /// What undo and redo go to: commits with the contents before and after.
    private var undoable: [(commit: UUID, before: ArchiveContent, after: ArchiveContent)] = []
    private var redoable: [(commit: UUID, before: ArchiveContent, after: ArchiveContent)] = []
    private var frozen = 0
    private var backups: [String: ArchiveContent] = [:]
    private var minute = 0

    init(seed: UInt64) throws {
        self.seed = seed
        numbers = SeededNumbers(seed: seed)
        scratch = try Scratch()
        try ArchiveStore.small(in: scratch).close()
        let store = try ArchiveStore.open(at: scratch.archive, files: disk.files)
        opened = store
        var content = store.content
        content.services.services.append(ServiceMap(id: UUID(naming: ["theirs"]), name: "Dei colleghi"))
        try store.commit(content)
        kept = content
        reader = try ArchiveStore.open(at: scratch.archive, mode: .readOnly)
    }

    private var store: ArchiveStore {
        get throws { try #require(opened) }
    }

    /// Faults of the disk so far.
    var faults: Int { disk.faults }

    /// The time of day; now and then the clock is set back.
    private var now: Date {
        minute += Int.random(in: 0..<40, using: &numbers) == 0 ? -60_000 : 1
        return moment.addingTimeInterval(Double(minute) * 60)
    }

    /// So many steps.
    func work(steps: Int) throws {
        for step in 0..<steps {
            switch Int.random(in: 0..<100, using: &numbers) {
            case 0..<40: try edit(step)
            case 40..<50: try undo()
            case 50..<56: try redo()
            case 56..<68: try crash(step)
            case 68..<72: try workOnAFullDisk(step)
            case 72..<76: try rest()
            case 76..<82: try reopen()
            case 82..<88: try follow()
            case 88..<91: try mergeAColleaguesBundle(step)
            case 91..<94: try freeze()
            case 94..<97: try backUp()
            default: try restore()
            }
            #expect(try store.content == kept, "seed \(seed), step \(step)")
        }
    }

    /// The end of the day: nothing is lost, and the archive is whole.
    func end() throws {
        try reopen()
        try follow()
        try store.close()
        #expect(try ArchiveStore.verify(at: scratch.archive) == [], "seed \(seed)")
        for name in ArchiveStore.backups(at: scratch.archive).map(\.name) {
            try ArchiveStore.checkBackup(name, at: scratch.archive)
        }
        let left = scratch.names.filter { $0.hasSuffix(".tmp") || $0 == "lock" }
        #expect(left == [], "seed \(seed)")
    }

    private func count(_ what: String) { counts[what, default: 0] += 1 }

    private func changed(_ content: ArchiveContent, _ word: String) -> ArchiveContent {
        var new = content
        let kinds = Int.random(in: 1..<16, using: &numbers)
        if kinds & 1 != 0 { new.plans[SampleArchive.year]?.lines[0].objectives[0].note = word }
        if kinds & 2 != 0 { new.services.services[0].remarks = word }
        if kinds & 4 != 0 { new.municipality.name = word }
        if kinds & 8 != 0 {
            let year = Int.random(in: 2026...2028, using: &numbers)
            new.plans[year] = new.plans[year] == nil ? Plan(id: UUID(naming: [word]), year: year) : nil
        }
        return new
    }

    /// Commits; what was refused is not there, what was not is.
    @discardableResult
    private func commit(_ new: ArchiveContent, _ origin: CommitOrigin = .edit) throws -> Bool {
        let store = try store
        let before = kept
        do throws(ArchiveError) {
            let receipt = try store.commit(
                new, summary: "Passo", author: "ufficio", at: now, origin: origin)
            kept = new
            if case .edit = origin, let commit = receipt.commit {
                undoable.append((commit, before, new))
                redoable = []
            }
            count("commits")
            return true
        } catch {
            #expect(disk.faults > 0, "\(error)")
            count("commits refused")
            return false
        }
    }

    private func edit(_ step: Int) throws {
        try commit(changed(kept, "Passo \(step)"))
    }

    private func undo() throws {
        guard let last = undoable.last else { return }
        #expect(last.after == kept)
        guard try commit(last.before, .undo(of: last.commit)) else { return }
        redoable.append(undoable.removeLast())
        count("undone")
    }

    private func redo() throws {
        guard let last = redoable.last else { return }
        guard try commit(last.after, .redo(of: last.commit)) else { return }
        undoable.append(redoable.removeLast())
        count("redone")
    }

    /// The process dies at a random call of a commit; somebody opens the archive again.
    private func crash(_ step: Int) throws {
        let new = changed(kept, "Crollo \(step)")
        disk.die(after: Int.random(in: 0..<60, using: &numbers))
        let old = kept
        let isCommitted = try commit(new)
        if !disk.isDead { try store.close() }
        try comeBack(from: isCommitted ? [new] : [old, new])
        count("crashes")
    }

    /// Opens the archive with a disk that is well; one of the states must be there.
    private func comeBack(from states: [ArchiveContent]) throws {
        // With its last reference the dead process loses the kernel's lock, and can do nothing else.
        opened = nil
        disk.mend()
        let store = try ArchiveStore.open(
            at: scratch.archive, author: "ufficio", date: now, files: disk.files)
        opened = store
        #expect(store.access == .readWrite)
        #expect(states.contains(store.content), "seed \(seed): neither the old nor the new state")
        // A commit that is there although its process died counts; it is only no longer one to undo.
        if store.content != kept { (undoable, redoable) = ([], []) }
        kept = store.content
    }

    private func workOnAFullDisk(_ step: Int) throws {
        disk.fill(after: Int.random(in: 0..<6, using: &numbers))
        for turn in 0..<Int.random(in: 1..<5, using: &numbers) {
            try commit(changed(kept, "Pieno \(step) \(turn)"))
            #expect(try store.content == kept)
            let seen = try ArchiveStore.open(at: scratch.archive, mode: .readOnly).content
            #expect(seen == kept, "seed \(seed), step \(step)")
        }
        disk.mend()
        count("times full")
    }

    /// The hands rest, and the documents' files are written; perhaps the process dies at it.
    private func rest() throws {
        let dies = Bool.random(using: &numbers)
        if dies { disk.die(after: Int.random(in: 0..<60, using: &numbers)) }
        let failures = try store.checkpoint()
        #expect(failures.isEmpty || disk.faults > 0, "\(failures)")
        if dies { try comeBack(from: [kept]) }
        count("rests")
    }

    /// Closes and opens, after somebody lost a document or put an older copy in its place.
    private func reopen() throws {
        try store.close()
        let path = ["documents/servizi.json", "documents/ente.json"].randomElement(using: &numbers) ?? ""
        if Bool.random(using: &numbers) { try FileManager.default.removeItem(at: scratch.url(path)) }
        try comeBack(from: [kept])
        #expect(try ArchiveStore.open(at: scratch.archive).access == .readOnly(.heldBy(.current)))
        count("reopened")
    }

    private func follow() throws {
        _ = try reader.refresh()
        #expect(reader.content == kept, "seed \(seed)")
        count("followed")
    }
}

extension OfficeDay {
    /// A colleague fills in a service in an archive of their own, and sends it back while we go on.
    private func mergeAColleaguesBundle(_ step: Int) throws {
        let sent = try store.exportBundle(BundleScope(), author: "ufficio", at: now)
        let elsewhere = try Scratch()
        let theirs = try ArchiveStore.create(
            at: elsewhere.archive, fromBundle: sent, summary: "Pacchetto", author: "collega", date: now)
        var content = theirs.content
        content.services.services[1].remarks = "Collega \(step)"
        try theirs.commit(content)
        let bundle = try theirs.exportBundle(BundleScope(), author: "collega", at: now)
        try edit(step)

        var expected = kept
        expected.services.services[1].remarks = "Collega \(step)"
        let review = try store.review(bundle: bundle)
        #expect(review.conflicts == [], "seed \(seed), step \(step)")
        let dies = Bool.random(using: &numbers)
        if dies { disk.die(after: Int.random(in: 0..<60, using: &numbers)) }
        let receipt = try? store.merge(review, summary: "Unito", author: "ufficio", at: now)
        let old = kept
        if receipt != nil {
            kept = expected
            if let commit = receipt?.commit { undoable.append((commit, old, expected)) }
            redoable = []
        }
        if dies { try comeBack(from: receipt == nil ? [old, expected] : [expected]) }
        count("merged")
    }

    private func freeze() throws {
        let dies = Bool.random(using: &numbers)
        if dies { disk.die(after: Int.random(in: 0..<40, using: &numbers)) }
        let request = FreezeRequest(
            kind: "allegato-b", year: SampleArchive.year, act: Act(body: "Giunta", number: "1", date: nil),
            author: "ufficio", date: now)
        if (try? store.freeze(request, of: kept, pdf: Array("%PDF-".utf8))) != nil { frozen += 1 }
        if dies { try comeBack(from: [kept]) }
        let (documents, problems) = try store.frozen()
        #expect(documents.count >= frozen && problems == [], "seed \(seed)")
        frozen = documents.count
        count("frozen")
    }

    private func backUp() throws {
        let dies = Bool.random(using: &numbers)
        if dies { disk.die(after: Int.random(in: 0..<60, using: &numbers)) }
        if let backup = try? store.backUp(author: "ufficio", at: now) { backups[backup.name] = kept }
        if dies { try comeBack(from: [kept]) }
        let names = Set(ArchiveStore.backups(at: scratch.archive).map(\.name))
        #expect(names.isSuperset(of: backups.keys), "seed \(seed)")
        count("backups")
    }

    private func restore() throws {
        guard let name = backups.keys.sorted().randomElement(using: &numbers), let content = backups[name]
        else { return }
        let dies = Bool.random(using: &numbers)
        if dies { disk.die(after: Int.random(in: 0..<200, using: &numbers)) }
        let old = kept
        let receipt = try? store.restore(from: name, summary: "Ripreso", author: "ufficio", at: now)
        if receipt != nil {
            kept = content
            (undoable, redoable) = ([], [])
        }
        if dies { try comeBack(from: receipt == nil ? [old, content] : [content]) }
        count("restored")
    }
}
