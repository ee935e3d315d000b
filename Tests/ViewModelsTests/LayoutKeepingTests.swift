import Foundation
import Importing
import Model
import Testing

@testable import ViewModels

/// How a person named the columns of a table is kept with what the table gave.
@MainActor @Suite struct LayoutKeepingTests {
    private static let table = """
        Cosa;Quanto;Misura;Voluto;Ottenuto
        Verde urbano;60;alberi messi a dimora;3.500;3.724
        Manutenzione delle strade;40;km asfaltati;12,5;9,1

        """

    /// A table in which a cell that is divided leaves nothing behind in the first row.
    private static let offices = """
        Cosa vogliamo fare;Chi ci pensa;Ufficio;Peso sul totale;Che cosa contiamo;Quanto ci aspettiamo;Quanto è venuto
        Più verde in città;Rossi Maria;Ambiente;60;alberi messi a dimora;350;372
        Strade senza buche;Bianchi Luca;Lavori pubblici;40;km asfaltati;12,5;9,1

        """

    /// The table with all of its columns named, as a person does it, one after the other.
    private func draft(
        for session: ArchiveSession, table: String = table,
        terms: [FieldTerm] = [.objective, .objectiveWeight, .indicator, .target, .actual]
    ) throws -> ImportDraft {
        let folder = FileManager.default.temporaryDirectory.appending(path: "barometro-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "obiettivi.csv")
        try Data(table.utf8).write(to: file)
        var draft = try ImportFile.draft(of: file, year: 2031, against: session.content).get()
        for (column, term) in terms.enumerated() {
            let decision = draft.naming(term, column: column, of: try #require(draft.tables.first))
            draft = try ImportFile.draft(
                of: #require(draft.document), decision, year: 2031, against: session.content)
        }
        return draft
    }

    @Test func oneUndoTakesBackTheDocumentAndItsLayout() throws {
        let backend = NotingBackend()
        let session = sampleSession(backend)
        let before = session.content
        try session.perform(try draft(for: session).edit)
        #expect(backend.committed.count == 1)
        #expect(session.content.plans[2031]?.objectives.count == 2)
        #expect(session.layoutRows().map(\.name) == ["obiettivi"])
        #expect(session.keptLayouts().layouts.first?.terms.first == .objective)
        try session.undo()
        #expect(session.content == before)
        try session.redo()
        #expect(session.layoutRows().count == 1)
    }

    @Test func aLayoutIsRenamedAndWrittenToAFileAndEachIsOneStep() throws {
        let session = sampleSession()
        try session.perform(try draft(for: session).edit)
        let id = try #require(session.layoutRows().first?.id)
        let before = session.content
        #expect(throws: EditRefusal.emptyName) { try session.perform(.layouts(.rename(id, " "))) }
        try session.perform(.layouts(.rename(id, " Settore 3 ")))
        #expect(session.layoutRows().map(\.name) == ["Settore 3"])
        let file = try #require(session.layoutFile(id))
        #expect(file.name == "settore-3.json")
        #expect(try JSONDecoder().decode(Layout.self, from: file.bytes).name == "Settore 3")
        try session.undo()
        #expect(session.content == before)
        #expect(session.layoutFile(UUID()) == nil)
    }

    @Test func twoLayoutsNeverHaveOneName() throws {
        let session = sampleSession()
        try session.perform(try draft(for: session).edit)
        try session.perform(
            try draft(
                for: session, table: Self.offices,
                terms: [.objective, .head, .sector, .objectiveWeight, .indicator, .target, .actual]
            ).edit)
        let rows = session.layoutRows()
        try #require(rows.count == 2)
        let taken = rows[1].name
        #expect(throws: EditRefusal.self) { try session.perform(.layouts(.rename(rows[0].id, taken))) }
        #expect(session.layoutRows() == rows)
    }

    @Test func theNamesOfTheOtherColumnsStayWhereOneIsDividedAndWhereItIsPutTogetherAgain() throws {
        let session = sampleSession()
        var draft = try draft(for: session)
        let read = { (decision: ImportDecision) in
            try ImportFile.draft(
                of: #require(draft.document), decision, year: 2031, against: session.content)
        }
        let whole = try #require(draft.tables.first)
        #expect(whole.columns.map(\.term) == [.objective, .objectiveWeight, .indicator, .target, .actual])
        draft = try read(#require(draft.dividing(2, at: " ", of: whole)))
        let divided = try #require(draft.tables.first)
        #expect(
            divided.columns.map(\.head) == ["Cosa", "Quanto", "Misura", "Misura (2)", "Voluto", "Ottenuto"])
        let terms = divided.columns.map(\.term)
        #expect(Array(terms.prefix(2)) == [.objective, .objectiveWeight])
        #expect(Array(terms.suffix(2)) == [.target, .actual])
        #expect(draft.layoutsToKeep.count == 1)
        #expect(draft.layoutsToKeep.first?.splits?.count == 1, "the next file is divided by itself")
        draft = try read(draft.joining(divided))
        let joined = try #require(draft.tables.first)
        #expect(joined.columns.count == 5)
        #expect(
            [0, 1, 3, 4].map { joined.columns[$0].term } == [.objective, .objectiveWeight, .target, .actual])
    }

    @Test func aColumnOfWhichTheFirstRowHasOnePartIsDividedUnderItsHead() throws {
        let session = sampleSession()
        let terms: [FieldTerm] = [
            .objective, .head, .sector, .objectiveWeight, .indicator, .target, .actual,
        ]
        var draft = try draft(for: session, table: Self.offices, terms: terms)
        let decision = draft.dividing(2, at: " ", of: try #require(draft.tables.first))
        draft = try ImportFile.draft(
            of: #require(draft.document), #require(decision), year: 2031, against: session.content)
        let divided = try #require(draft.tables.first)
        #expect(divided.columns.map(\.head)[2...3] == ["Ufficio", "Ufficio (2)"])
        #expect(divided.rows.count == 2)
        #expect(
            divided.columns.map(\.term) == [
                .objective, .head, nil, nil, .objectiveWeight, .indicator, .target, .actual,
            ], "the new ones are named next")
    }

    @Test func aLayoutThatWasRemovedComesBackWithAnUndo() throws {
        let session = sampleSession()
        try session.perform(try draft(for: session).edit)
        let row = try #require(session.layoutRows().first)
        try session.perform(.layouts(.remove(row.id)))
        #expect(session.layoutRows().isEmpty)
        #expect(throws: EditRefusal.gone) { try session.perform(.layouts(.remove(row.id))) }
        try session.undo()
        #expect(session.layoutRows() == [row])
    }

    @Test func aLayoutOfALaterProgramIsKeptAndToldButNotApplied() throws {
        let session = sampleSession()
        var content = session.content
        let column = LayoutColumn(head: "cosa", term: "later", year: nil)
        content.keep(KeptLayout(name: "Nuovo", columns: [column]))
        try session.perform("Merge", making: content)
        #expect(session.keptLayouts().layouts.isEmpty)
        #expect(session.keptLayouts().problems.first?.contains("Nuovo") == true)
        #expect(session.layoutRows().first?.columns == "cosa: later")
    }
}
