import Foundation
import Model
import Testing

@testable import DocumentStore

/// Archives of each format that there was, and steps to formats that there may be.
@Suite struct MigrationTests {
    static let formats = Array(1...MigrationPlan.current.newest)

    @Test func thereIsAnArchiveOfEachFormat() throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: Scratch.archives.plainPathOfTest)
        #expect(Set(names) == Set(Self.formats.map { "format-\($0)" }))
        #expect(ArchiveHeader.currentFormat == Migration.all.last?.format)
        #expect(Set(Migration.all.map(\.id)).count == Migration.all.count)
        #expect(Migration.all.allSatisfy { $0.id.hasPrefix("\($0.format)-") })
    }

    @Test(arguments: formats) func eachFormatGivesTheSameContent(format: Int) throws {
        let scratch = try Scratch(format: format)
        let expected = try Scratch(format: MigrationPlan.current.newest)
        let histories = try scratch.histories
        let store = try ArchiveStore.open(at: scratch.archive, author: "segreteria", date: moment)
        #expect(store.access == .readWrite)
        let content = store.content
        let other = try ArchiveStore.open(at: expected.archive).content
        #expect(content == other)
        #expect(content.municipality.locks == [])
        store.close()
        #expect(try ArchiveStore.verify(at: scratch.archive) == [])
        for (name, text) in try scratch.histories {
            #expect(text.hasPrefix(histories[name] ?? "x"), "\(name)")
        }
        let again = try ArchiveStore.open(at: scratch.archive, mode: .readOnly)
        #expect(again.content == content)
        #expect(try scratch.text("archive.json").contains("\"format\": \(MigrationPlan.current.newest)"))
    }

    @Test func theArchiveOfTheNewestFormatHasCheckpointsAndLinesAfterThem() throws {
        let histories = try Scratch(format: MigrationPlan.current.newest).histories
        let kinds = try histories.values.map { text in
            try text.split(separator: "\n").map { line in
                try HistoryLine(line: ArraySlice(Array(line.utf8))).entry == nil
            }
        }
        #expect(kinds.contains { $0.contains(true) && $0.last == false })
    }

    @Test func theBackupBeforeIsTheOldArchive() throws {
        let scratch = try Scratch(format: 1)
        let old = try scratch.text("documents/ente.json")
        let store = try ArchiveStore.open(at: scratch.archive, author: "segreteria", date: moment)
        let backup = try #require(ArchiveStore.backups(at: scratch.archive).first)
        #expect(backup.name == "2026-09-21T14-13-20-prima-formato-\(MigrationPlan.current.newest)")
        #expect(backup.reason == .beforeFormat(MigrationPlan.current.newest))
        #expect(backup.format == 1)
        #expect(backup.author == "segreteria")
        #expect(try scratch.text("backups/\(backup.name)/documents/ente.json") == old)
        let folder = scratch.url("backups/\(backup.name)")
        #expect(try ArchiveStore.open(at: folder, mode: .readOnly).content == store.content)
        let commit = try #require(try store.timeline().commits.last)
        #expect(commit.origin == .migration(step: "2-year-locks"))
        #expect(commit.documents == [.municipality])
        #expect(commit.author == "segreteria")
        #expect(UndoStacks(try store.timeline()) == .none)
        // The content before is read by the same steps.
        #expect(try store.content(before: commit.id) == store.content)
        try store.commit(store.content.edited("Avanti"))
        try store.restore(from: backup.name, summary: "Ripristino", author: "test", at: moment)
        #expect(try ArchiveStore.verify(at: scratch.archive) == [])
    }

    @Test func aDamagedArchiveGetsItsOldBackupAndIsMigratedAgain() throws {
        let scratch = try Scratch(format: 1)
        let store = try ArchiveStore.open(at: scratch.archive, author: "test", date: moment)
        let content = store.content
        store.close()
        let backup = try #require(ArchiveStore.backups(at: scratch.archive).first)
        try scratch.write("rotto", to: "history/ente.jsonl")
        try ArchiveStore.restoreDamaged(at: scratch.archive, from: backup.name, at: moment)
        #expect(try scratch.text("archive.json").contains("\"format\": 1"))
        let again = try ArchiveStore.open(at: scratch.archive)
        #expect(again.access == .readWrite)
        #expect(again.content == content)
        again.close()
        #expect(try scratch.text("archive.json").contains("\"format\": \(MigrationPlan.current.newest)"))
        #expect(try ArchiveStore.verify(at: scratch.archive) == [])
    }

    @Test func whoOnlyReadsMigratesInMemoryAndWritesNothing() throws {
        let scratch = try Scratch(format: 1)
        let before = try scratch.everything
        let read = try ArchiveStore.open(at: scratch.archive, mode: .readOnly)
        #expect(read.content.municipality.locks == [])
        #expect(try ArchiveStore.verify(at: scratch.archive) == [])
        #expect(try scratch.everything == before)
        // The past of it is read by the same steps.
        let first = try #require(try read.timeline().commits.first)
        #expect(try read.content(after: first.id)?.municipality == read.content.municipality)
        // Somebody else migrates it and goes on; the reader follows.
        let writer = try ArchiveStore.open(at: scratch.archive)
        let second = try ArchiveStore.open(at: scratch.archive)
        #expect(second.access == .readOnly(.heldBy(.current)))
        try writer.commit(writer.content.edited("Avanti"))
        #expect(try read.refresh())
        #expect(read.content == writer.content)
        #expect(read.format == MigrationPlan.current.newest)
    }

    @Test(arguments: ["0", "-1", "-9223372036854775808", "9223372036854775807", "9"])
    func aFormatThatNobodyKnowsIsRefusedWithBoth(format: String) throws {
        let scratch = try Scratch(format: 1)
        try scratch.setFormat(format)
        let before = try scratch.everything
        let found = try #require(Int(format)), newest = MigrationPlan.current.newest
        let expected: ArchiveError =
            found > newest
            ? .newerFormat(found: found, supported: newest) : .unknownFormat(found: found, supported: newest)
        #expect(throws: expected) { try ArchiveStore.open(at: scratch.archive) }
        #expect(throws: expected) { try ArchiveStore.verify(at: scratch.archive) }
        #expect(throws: expected) { try Migration.migrate([:], from: found) }
        #expect(try scratch.everything == before)
    }

    @Test(arguments: ["\"1\"", "1.0", "1e0", "null", "[]", "99999999999999999999"])
    func aFormatThatIsNoWholeNumberIsRefusedWithItsPlace(format: String) throws {
        let scratch = try Scratch(format: 1)
        try scratch.setFormat(format)
        let path = scratch.url("archive.json").plainPathOfTest
        #expect(throws: ArchiveError.undecodable(path: path, field: ["format"], detail: "")) {
            try ArchiveStore.open(at: scratch.archive)
        }
    }

    @Test func withoutABackupNothingIsMigrated() throws {
        let scratch = try Scratch(format: 1)
        try scratch.write("a file", to: "backups")
        let before = try scratch.everything
        let store = try ArchiveStore.open(at: scratch.archive)
        guard case .readOnly(.notMigrated(.notSaved(let error))) = store.access else {
            Issue.record("\(store.access)")
            return
        }
        #expect(error.path.contains("backups"))
        #expect(store.content.municipality.locks == [])
        #expect(throws: ArchiveError.self) { try store.commit(store.content.edited("x")) }
        store.close()
        #expect(try scratch.everything == before)
    }

    @Test func aPartOfAnArchiveIsMigratedAsAValue() throws {
        let old = try StrictJSON.read(Array(Scratch(format: 1).text("documents/ente.json").utf8))
        let plan = JSONValue.object(["year": .number("2025")])
        let new = try Migration.migrate([.municipality: old, .plan(2025): plan], from: 1)
        #expect(new[.plan(2025)] == plan)
        #expect(new[.municipality]?["locks"] == .array([]))
        #expect(
            try Migration.migrate([.municipality: old], from: MigrationPlan.current.newest)[.municipality]
                == old)
    }

    @Test func stepsOfSeveralFormatsRunInTheirOrderAndOnce() throws {
        let scratch = try Scratch(format: 1)
        let store = try scratch.open(migrationPlan: .longer)
        #expect(store.access == .readWrite)
        #expect(store.content.plans[2025]?.lines.first?.title.hasSuffix(" +5 +6") == true)
        let origins = try store.timeline().commits.map(\.origin)
        #expect(
            origins.suffix(3)
                == ["2-year-locks", "5-titles", "6-titles-again"].map { .migration(step: $0) })
        store.close()
        let again = try scratch.open(migrationPlan: .longer)
        #expect(again.content == store.content)
        #expect(try again.timeline().commits.count == origins.count)
        // Format 6 is refused by the program that knows fewer.
        let newest = MigrationPlan.current.newest
        #expect(throws: ArchiveError.newerFormat(found: 6, supported: newest)) {
            try ArchiveStore.open(at: scratch.archive, mode: .readOnly)
        }
    }

    @Test func whatTheNewFormatCannotReadIsRefusedBeforeAnythingIsWritten() throws {
        let scratch = try Scratch(format: 1)
        let before = try scratch.everything
        let broken = Migration(id: "2-broken", format: 2) { name, tree in
            name == .services ? .object([:]) : tree
        }
        #expect(throws: ArchiveError.self) { try scratch.open(migrationPlan: MigrationPlan(steps: [broken])) }
        #expect(try scratch.everything == before)
    }
}

extension MigrationPlan {
    /// Two formats more, with steps that would be seen if they ran twice.
    static let longer = MigrationPlan(
        steps: Migration.all + [
            Migration(id: "5-titles", format: 5) { name, tree in tree.marked("5", in: name) },
            Migration(id: "6-titles-again", format: 6) { name, tree in tree.marked("6", in: name) },
        ])
}

extension JSONValue {
    /// A plan whose first line has a mark at the end of its title, and a catalogue whose first service has one.
    fileprivate func marked(_ mark: String, in name: DocumentName) -> JSONValue {
        let list: String, field: String
        switch name {
        case .plan: (list, field) = ("lines", "title")
        case .services: (list, field) = ("services", "name")
        case .municipality, .projects, .layouts: return self
        }
        guard case .object(var members) = self, case .array(var elements) = members[list],
            case .object(var first) = elements.first, let text = first[field]?.text
        else { return self }
        first[field] = .string("\(text) +\(mark)")
        elements[0] = .object(first)
        members[list] = .array(elements)
        return .object(members)
    }
}

extension Scratch {
    static let archives = SchemaTests.root.appending(path: "Tests/Fixtures/archives")

    /// A copy of the archive that a program of this format wrote.
    convenience init(format: Int) throws {
        try self.init()
        try FileManager.default.copyItem(
            at: Self.archives.appending(path: "format-\(format)"), to: archive)
    }

    /// Opens the archive by another program's formats.
    func open(migrationPlan: MigrationPlan, files: FileSystem = .disk) throws -> ArchiveStore {
        try ArchiveStore.open(at: archive, by: ("test", moment), files: files, migrationPlan: migrationPlan)
    }

    fileprivate func setFormat(_ format: String) throws {
        let text = try text("archive.json")
        try write(
            text.replacingOccurrences(of: "\"format\": 1", with: "\"format\": \(format)"), to: "archive.json")
    }

    /// The texts of the histories.
    fileprivate var histories: [String: String] {
        get throws {
            try everything.filter { $0.key.hasPrefix("history/") }
        }
    }

    /// The texts of all files by their paths.
    fileprivate var everything: [String: String] {
        get throws {
            var texts: [String: String] = [:]
            for name in names where !url(name).isFolder { texts[name] = try text(name) }
            return texts
        }
    }
}

extension URL {
    fileprivate var isFolder: Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: plainPathOfTest, isDirectory: &isFolder)
            && isFolder.boolValue
    }
}
