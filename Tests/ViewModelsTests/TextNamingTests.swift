import Foundation
import Model
import Testing

@testable import ViewModels

/// Lines that nobody understands are named by a person, kept, and read so when the same document comes again.
@MainActor @Suite struct TextNamingTests {
    private static let text = """
        Piano della performance 2031

        Il quartiere nord diventa più verde e vale 60
        alberi messi a dimora lungo le strade: almeno 350

        """

    private func draft(
        of text: String = text, for session: ArchiveSession, _ name: String = "quartiere.txt"
    ) throws -> ImportDraft {
        let folder = FileManager.default.temporaryDirectory.appending(path: "barometro-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: name)
        try Data(text.utf8).write(to: file)
        return try ImportFile.draft(
            of: file, kept: session.keptLayouts().layouts, year: 2031, against: session.content
        ).get()
    }

    private func read(_ draft: ImportDraft, _ decision: ImportDecision, for session: ArchiveSession) throws
        -> ImportDraft
    {
        try ImportFile.draft(
            of: #require(draft.document), decision, kept: session.keptLayouts().layouts, year: 2031,
            against: session.content)
    }

    private static let names = [
        NamedText(line: 3, text: "Il quartiere nord diventa più verde", term: .objective),
        NamedText(line: 3, text: "60", term: .objectiveWeight),
        NamedText(line: 4, text: "alberi messi a dimora lungo le strade", term: .indicator),
        NamedText(line: 4, text: "350", term: .target),
    ]

    @Test func partsOfLinesAreNamedKeptAndTakenBack() throws {
        let session = sampleSession()
        var draft = try read(draft(for: session), draft(for: session).naming(Self.names), for: session)
        #expect(draft.namedTexts.count == 4)
        #expect(draft.layoutsToKeep.count == 1)
        try session.perform(draft.edit)
        let objective = try #require(session.content.plans[2031]?.objectives.first)
        #expect(objective.title == "Il quartiere nord diventa più verde")
        #expect(objective.indicators.map(\.target.raw) == ["350"])
        let words = try #require(session.layoutRows().first).columns
        #expect(words.contains("«350»"))

        // The same document is read so by itself, and nothing new is kept of it.
        draft = try self.draft(for: session)
        #expect(draft.namedTexts.count == 4)
        #expect(draft.proposal.recognised.indicators == 1)
        #expect(draft.layoutsToKeep.isEmpty)

        // Another one, in whose place another figure stands, is not.
        let other = try self.draft(
            of: Self.text.replacing("350", with: "1.350"), for: session)
        #expect(other.namedTexts.isEmpty)

        // What is taken back stays so, and what is kept then comes in the place of the former.
        draft = try read(draft, draft.takingBack([Self.names[1]]), for: session)
        #expect(draft.namedTexts.count == 3)
        try session.perform(draft.edit)
        #expect(session.keptLayouts().layouts.map { $0.namedLines?.count } == [3])
        #expect(session.layoutRows().count == 1)
    }

    @Test func aLayoutOfOneDocumentDoesNotHideThatOfAnother() throws {
        let session = sampleSession()
        let first = try draft(for: session)
        try session.perform(read(first, first.naming(Self.names), for: session).edit)
        let text = "Piano 2031\n\nAltro testo che nessuna regola conosce\n"
        let second = try draft(of: text, for: session, "altro.txt")
        let name = NamedText(line: 3, text: "Altro testo che nessuna regola conosce", term: .objective)
        try session.perform(read(second, second.naming([name]), for: session).edit)
        #expect(session.layoutRows().count == 2)
        #expect(try draft(for: session).namedTexts.count == 4)
        #expect(try draft(of: text, for: session, "altro.txt").namedTexts == [name])
    }

    @Test func aTextThatDoesNotStandThereIsToldAndNotKept() throws {
        let session = sampleSession()
        let first = try draft(for: session)
        let name = NamedText(line: 3, text: "Il quartiere sud", term: .objective)
        let draft = try read(first, first.naming([name]), for: session)
        #expect(draft.notFoundWords?.contains("Il quartiere sud") == true)
        #expect(draft.namedTexts.isEmpty && draft.layoutsToKeep.isEmpty)
    }

    @Test func theSelectedPartIsNamedInWholeWordsAtItsLine() throws {
        var naming = TextNaming([(7, "porta i sen-"), (8, "tieri a quota ≥ 3.500 metri")])
        #expect(naming.text == "porta i sentieri a quota ≥ 3.500 metri")
        let figure = try #require(naming.text.range(of: "3.5"))
        let start = naming.text.unicodeScalars.distance(from: naming.text.startIndex, to: figure.lowerBound)
        let isPart = naming.add(start..<(start + 2), as: .target, year: nil)
        let isWhole = naming.add(nil, as: .period, year: 2030)
        let sign = try #require(naming.text.unicodeScalars.firstIndex(of: "≥"))
        let place = naming.text.unicodeScalars.distance(from: naming.text.startIndex, to: sign)
        let isWord = naming.add(place..<(place + 1), as: .target, year: nil)
        #expect(isPart && isWhole && !isWord)
        #expect(naming.names[0] == NamedText(line: 8, text: "3.500", term: .target))
        #expect(naming.names[1] == NamedText(line: 7, text: naming.text, term: .period, year: 2030))
        naming.remove(naming.names[0])
        #expect(naming.names.first?.term == .period)
    }

    private static let cards = """
        Piano della performance 2031

        Obiettivo: Verde urbano
        Cosa si conta: alberi
        Quanto si aspetta: 350
        Nota bene: si pianta in autunno

        Obiettivo: Strade
        Cosa si conta: km
        Quanto si aspetta: 12
        Nota bene: si lavora d’estate

        """

    @Test func labelsOfCardsAreNamedOnceForAllCardsAndKeptAsOneLayout() throws {
        let session = sampleSession()
        var draft = try draft(of: Self.cards, for: session)
        for (head, term) in [("Cosa si conta", FieldTerm.indicator), ("Quanto si aspetta", .target)] {
            let table = try #require(draft.tables.last)
            #expect(table.areCards)
            let column = try #require(table.columns.firstIndex { $0.head == head })
            draft = try read(draft, draft.naming(term, column: column, of: table), for: session)
        }
        #expect(draft.proposal.recognised.indicators == 2)
        #expect(draft.layoutsToKeep.map(\.cards) == [true])
        let table = try #require(draft.tables.last)
        #expect(draft.dividing(0, at: " ", of: table) == nil)
        try session.perform(draft.edit)
        #expect(session.layoutRows().first?.columns.contains("cosa si conta: ") == true)
        // Another label, named when the document comes again, goes to the layout that is kept.
        draft = try self.draft(of: Self.cards, for: session)
        #expect(draft.proposal.recognised.indicators == 2)
        let again = try #require(draft.tables.last)
        let note = try #require(again.columns.firstIndex { $0.head == "Nota bene" })
        draft = try read(draft, draft.naming(.note, column: note, of: again), for: session)
        try session.perform(draft.edit)
        #expect(session.keptLayouts().layouts.map(\.signature.count) == [3])
    }
}
