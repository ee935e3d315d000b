import Foundation
import Model
import Sample
import Testing

@testable import DocumentStore

/// What imported fields were read from: kept once, referred to, carried along, and missed where it is lost.
@Suite struct SourceTextsTests {
    private static let folder = "attachments/sources"

    /// The sample as if a file had been imported: lines that several fields were read from, and cells of years.
    private static func imported(file: String = "mappe.txt") -> ArchiveContent {
        var content = SampleArchive.content()
        for (line, index) in content.services.services.indices.enumerated() {
            let source = Source(file: file, line: line + 1, text: "La riga \(line) di \(file), con più campi")
            content.services.services[index].sources["name"] = source
            content.services.services[index].sources["remarks"] = source
            for row in content.services.services[index].outputs.indices {
                let cells = Source(file: file, line: 100 * line + row, text: "Cella \(line) \(row)")
                content.services.services[index].outputs[row].sources[""] = cells
                for year in content.services.services[index].outputs[row].values.keys {
                    content.services.services[index].outputs[row].sources["values.\(year)"] = cells
                }
            }
        }
        return content
    }

    private static func archive(in scratch: Scratch) throws -> ArchiveStore {
        try ArchiveStore.create(
            at: scratch.archive, content: imported(), summary: "Imported", author: "test", date: moment)
    }

    private static func tables(of scratch: Scratch) -> [String] {
        scratch.names.filter { $0.hasPrefix(folder + "/") }
    }

    @Test func eachTextIsKeptOnceAndNoDocumentOrHistoryRepeatsIt() throws {
        let scratch = try Scratch()
        let store = try Self.archive(in: scratch)
        store.close()
        for path in ["documents/servizi.json", "history/servizi.jsonl"] {
            let text = try scratch.text(path)
            #expect(!text.contains("con più campi"))
            #expect(text.components(separatedBy: "mappe.txt").count == 2)
        }
        let tables = Self.tables(of: scratch)
        try #require(tables.count == 1)
        #expect(try scratch.text(tables[0]).components(separatedBy: "La riga 0 di").count == 2)
        #expect(try ArchiveStore.open(at: scratch.archive).content == Self.imported())
        #expect(try ArchiveStore.verify(at: scratch.archive) == [])
    }

    @Test func anEditRewritesNoTextsAndANewImportAddsAFile() throws {
        let scratch = try Scratch()
        let store = try Self.archive(in: scratch)
        let before = try Self.tables(of: scratch).map {
            try scratch.url($0).resourceValues(forKeys: [
                .contentModificationDateKey, .fileResourceIdentifierKey,
            ]).contentModificationDate
        }
        try store.commit(store.content.edited("Nota"))
        store.close()
        let again = try ArchiveStore.open(at: scratch.archive)
        try again.commit(again.content.edited("Altra"))
        try again.commit(Self.imported().edited("Di nuovo"))
        again.close()
        let after = try Self.tables(of: scratch).map {
            try scratch.url($0).resourceValues(forKeys: [.contentModificationDateKey]).contentModificationDate
        }
        #expect(before == after)
        let third = try ArchiveStore.open(at: scratch.archive)
        var content = third.content
        content.services.services[0].sources["name"] = Source(file: "altre.txt", line: 1, text: "Nuova")
        try third.commit(content)
        third.close()
        #expect(Self.tables(of: scratch).count == 2)
        #expect(try ArchiveStore.open(at: scratch.archive).content == content)
        #expect(try ArchiveStore.verify(at: scratch.archive) == [])
    }

    @Test(arguments: [nil, "{}", "damaged"] as [String?])
    func textsThatAreLostAreToldAndTheirFieldsKept(damage: String?) throws {
        let scratch = try Scratch()
        try Self.archive(in: scratch).close()
        let table = try #require(Self.tables(of: scratch).first)
        let kept = try scratch.text(table)
        try FileManager.default.removeItem(at: scratch.url(table))
        if let damage { try scratch.write(damage, to: table) }
        let lost = [
            ArchiveError.sourcesLost(path: scratch.url(table).plainPathOfTest, file: "mappe.txt")
        ]
        #expect(try ArchiveStore.verify(at: scratch.archive) == lost)
        #expect(lost[0].hint == .restoreTheFile)
        let store = try ArchiveStore.open(at: scratch.archive)
        #expect(store.access == .readWrite)
        #expect(store.verifyHistories() == [])
        let source = try #require(store.content.services.services[0].sources["name"])
        #expect(source.file == "mappe.txt")
        #expect(source.line == 1)
        #expect(source.text == "")
        // Work goes on, and what is written says the same as before.
        try store.commit(store.content.edited("Intanto"))
        var content = store.content
        content.services.services.append(content.services.services.removeFirst())
        content.services.services[0].sources["name"] = nil
        content.services.services[0].sources["remarks"]?.line = 77
        try store.commit(content)
        store.close()
        #expect(try ArchiveStore.verify(at: scratch.archive) == lost)
        try scratch.write(kept, to: table)
        #expect(try ArchiveStore.verify(at: scratch.archive) == [])
        let again = try ArchiveStore.open(at: scratch.archive)
        var expected = Self.imported().edited("Intanto")
        expected.services.services.append(expected.services.services.removeFirst())
        expected.services.services[0].sources["name"] = nil
        let lostPlace = store.content.services.services[0].sources["remarks"]
        #expect(again.content.services.services[0].sources["remarks"] == lostPlace)
        expected.services.services[0].sources["remarks"] = lostPlace
        #expect(again.content == expected)
    }

    @Test func aBundleCarriesTheTextsOfItsPartAndNoOthers() throws {
        let exchange = try Exchange(Self.imported())
        let there = exchange.working.content.services.services
        #expect(!there.isEmpty && there.count < exchange.main.content.services.services.count)
        for service in there {
            let here = exchange.main.content.services.services.first { $0.id == service.id }
            #expect(service == here)
        }
        let text = String(
            decoding: try exchange.main.exportBundle(
                BundleScope(sectors: [Exchange.sector]), author: "office", at: moment), as: UTF8.self)
        for service in exchange.main.content.services.services {
            let line = try #require(service.sources["name"]).text
            let count = text.components(separatedBy: line).count - 1
            #expect(count == (there.contains { $0.id == service.id } ? 1 : 0))
        }
    }

    @Test func aMergeOfArchivesWithOtherTextsKeepsEachAtItsPlace() throws {
        let exchange = try Exchange(Self.imported())
        let id = try #require(exchange.working.content.services.services.first?.id)
        // Both take in files of their own, so that the same letter and line mean something else on each side.
        let (theirs, ours) = (
            Source(file: "loro.txt", line: 1, text: "Riga loro"),
            Source(file: "a.txt", line: 1, text: "Riga nostra")
        )
        try exchange.main.change { $0.municipality.sources["name"] = ours }
        try exchange.main.change { $0.services.services[0].sources["sector"] = ours }
        let bundle = try exchange.returned { content in
            content.services.services[0].remarks = "Loro"
            content.services.services[0].sources["remarks"] = theirs
        }
        try exchange.merge(bundle)
        exchange.main.close()
        let content = try ArchiveStore.open(at: exchange.scratch.archive).content
        #expect(content.municipality.sources["name"] == ours)
        #expect(content.services.services[0].sources["sector"] == ours)
        let merged = try #require(content.services.services.first { $0.id == id })
        #expect(merged.remarks == "Loro")
        #expect(merged.sources["remarks"] == theirs)
        #expect(
            merged.sources["name"] == Self.imported().services.services.first { $0.id == id }?.sources["name"]
        )
        #expect(try ArchiveStore.verify(at: exchange.scratch.archive) == [])
    }

    @Test func aBackupBringsLostTextsBack() throws {
        let scratch = try Scratch()
        let store = try Self.archive(in: scratch)
        let backup = try store.backUp(author: "test", at: moment)
        store.close()
        try FileManager.default.removeItem(at: scratch.url(Self.folder))
        let again = try ArchiveStore.open(at: scratch.archive)
        #expect(again.content != Self.imported())
        try again.restore(from: backup.name, summary: "Back", author: "test", at: moment)
        again.close()
        #expect(try ArchiveStore.open(at: scratch.archive).content == Self.imported())
        #expect(try ArchiveStore.verify(at: scratch.archive) == [])
    }

    @Test func aFrozenDocumentHasItsTextsWithIt() throws {
        let scratch = try Scratch()
        let store = try Self.archive(in: scratch)
        let request = FreezeRequest(
            kind: "allegato-c", year: SampleArchive.year, act: Act(body: "Giunta", number: "1", date: nil),
            author: "a",
            date: moment)
        let frozen = try store.freeze(request, of: store.content, pdf: [1])
        try FileManager.default.removeItem(at: scratch.url(Self.folder))
        #expect(try store.content(of: frozen).services == Self.imported().services)
    }

    @Test func aFormerStateHasTheTextsOfItsTime() throws {
        let scratch = try Scratch()
        let store = try Self.archive(in: scratch)
        let first = try #require(try store.timeline().commits.last).id
        try store.change { $0.services.services = [] }
        store.close()
        let again = try ArchiveStore.open(at: scratch.archive)
        #expect(try again.content(after: first) == Self.imported())
        let entry = try #require(try again.history(of: .services).first)
        let text = String(
            decoding: entry.changes.map(\.after).compactMap { $0?.lineText }.joined(), as: UTF8.self)
        #expect(text.contains("La riga 0 di mappe.txt"))
    }

    @Test func anArchiveOfFormat3IsWrittenWithReferences() throws {
        let scratch = try Scratch(format: 3)
        let old = try scratch.text("documents/servizi.json")
        let content = try ArchiveStore.open(at: scratch.archive, mode: .readOnly).content
        let store = try ArchiveStore.open(at: scratch.archive)
        #expect(store.access == .readWrite)
        #expect(store.content == content)
        store.close()
        #expect(try scratch.text("documents/servizi.json").utf8.count < old.utf8.count / 2)
        #expect(!Self.tables(of: scratch).isEmpty)
        #expect(try ArchiveStore.open(at: scratch.archive).content == content)
        #expect(try ArchiveStore.verify(at: scratch.archive) == [])
        // Its history has the texts itself; the documents miss them all the same.
        try FileManager.default.removeItem(at: scratch.url(Self.folder))
        #expect(try ArchiveStore.verify(at: scratch.archive).count == 1)
    }

    // MARK: What is packed is read as it was

    static let doubtful: [JSONValue] = [
        .object([:]),
        .object(["sources": .string("a1 name")]),
        .object(["sourceFiles": .object([:]), "values": .object(["2019": .string("5")])]),
        .object(["x": .object(["2019": .string("5"), "2020": figure("5", "5")])]),
        .object(["x": .object(["2019": figure("1.234", "1.234"), "2020": figure("1.234", "1234")])]),
        .object(["x": .object(["2019": figure("12,50", "12.5"), "2020": figure("-1.234,5", "-1234.5")])]),
        .object(["x": .object(["2019": figure("007", "7"), "202": figure("5", "5")])]),
        sources([("a b", "f", "1", "t"), ("name", "f", "1", "t")]),
        sources([("values.2019-2020", "f", "1", "t")]), sources([("*", "f", "1", "t")]),
        sources([("", "f", "1", "t"), ("values.2019", "f", "1", "t"), ("values.2021", "f", "1", "t")]),
        sources([("a", "f", "-1", "t"), ("b", "f", "1.0", "t"), ("c", "f", "1e2", "t")]),
        sources([("a", "f", "1", "e\u{301}"), ("b", "f", "1", "\u{e9}"), ("c", "f", "1", "")]),
        sources([("a", "e\u{301}", "1", "t"), ("b", "\u{e9}", "1", "t")]),
        .object(["sources": .object(["a": .object(["file": .string("f"), "line": .number("1")])])]),
        .object([
            "sources": .object([
                "a": .object([
                    "file": .string("f"), "line": .number("3"), "text": .string(""),
                    "reference": .string(String(repeating: "0", count: 64) + ":3"),
                ]),
                "b": .object([
                    "file": .string("g"), "line": .number("3"), "text": .string(""),
                    "reference": .string(String(repeating: "0", count: 64) + ":3"),
                ]),
            ])
        ]),
        .object([
            "sources": .object([
                "a": .object([
                    "file": .string("f"), "line": .number("4"), "text": .string(""),
                    "reference": .string(String(repeating: "0", count: 64) + ":3.2"),
                ])
            ])
        ]),
    ]

    @Test(arguments: doubtful) func whatCouldBeReadOtherwiseIsReadAsItWas(tree: JSONValue) throws {
        let scratch = try Scratch()
        let library = SourceLibrary(
            layout: ArchiveLayout(folder: scratch.folder.plainPathOfTest), files: .disk)
        for text in [DocumentText(tree, in: library), DocumentText(carryingTexts: tree)] {
            let json = try StrictJSON.text(text.bytes)
            // A member of this name is the archive's.
            if tree["sourceFiles"] == nil {
                let read = try DocumentTree(file: json, path: "", library: library).tree
                #expect(read.archiveText == tree.archiveText)
            } else {
                #expect(json.root.tree == tree)
            }
        }
        let change = TreeChange(kind: .value, path: ["x"], before: nil, after: tree)
        guard let packed = PackedChanges([change], in: library) else { return }
        let line = JSONValue.object(["changes": packed.changes, "sourceFiles": packed.files])
        #expect(PackedChanges.unpacked(line, library)?.map(\.archiveText) == [change.json.archiveText])
    }

    @Test func smallThingsStandOnOneLineAndWideOnesDoNot() throws {
        let wide = JSONValue.array((0..<80).map { .number("\($0)") })
        let tree = JSONValue.object(["a": .object(["b": .string("c"), "d": .array([])]), "w": wide])
        let text = String(decoding: tree.documentText, as: UTF8.self)
        #expect(text.hasPrefix("{\n  \"a\": {\"b\": \"c\", \"d\": []},\n  \"w\": [\n    0,\n"))
        #expect(try StrictJSON.read(tree.documentText) == tree)
    }

    private static func figure(_ raw: String, _ value: String) -> JSONValue {
        .object(["kind": .string("number"), "raw": .string(raw), "value": .string(value)])
    }

    private static func sources(_ fields: [(name: String, file: String, line: String, text: String)])
        -> JSONValue
    {
        var sources: [String: JSONValue] = [:]
        for field in fields {
            sources[field.name] = .object([
                "file": .string(field.file), "line": .number(field.line), "text": .string(field.text),
            ])
        }
        return .object(["id": .string("x"), "sources": .object(sources)])
    }
}
