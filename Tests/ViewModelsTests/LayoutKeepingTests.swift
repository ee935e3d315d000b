import Foundation
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

    /// The table with all of its columns named, as a person does it, one after the other.
    private func draft(for session: ArchiveSession) throws -> ImportDraft {
        let folder = FileManager.default.temporaryDirectory.appending(path: "barometro-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "obiettivi.csv")
        try Data(Self.table.utf8).write(to: file)
        var draft = try ImportFile.draft(of: file, year: 2031, against: session.content).get()
        let terms: [FieldTerm] = [.objective, .objectiveWeight, .indicator, .target, .actual]
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
