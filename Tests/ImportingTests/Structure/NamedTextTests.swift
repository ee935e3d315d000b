import Model
import Reading
import Testing

@testable import Importing

/// Texts that a person names where they stand, and labels of cards.
struct NamedTextTests {
    private static let text = """
        Piano della performance 2031

        Il quartiere nord diventa più verde e vale 60
        alberi messi a dimora lungo le strade: almeno 350
        """

    private func propose(
        _ names: [NamedText], _ layouts: [Layout] = [], in text: String = text, kind: ImportKind? = .piano
    ) throws
        -> ImportProposal
    {
        var edits = TableEdits()
        edits.names = names
        return try Importer.propose(
            bytes: Array(text.utf8), file: "a.txt", kind: kind, layouts: layouts, edits: edits)
    }

    private func standing(_ name: NamedText, in text: String) -> [NamedText] {
        var edits = TableEdits()
        edits.names = [name]
        return Importer.standing(edits, bytes: Array(text.utf8))
    }

    private static let names = [
        NamedText(line: 3, text: "60", term: .objectiveWeight),
        NamedText(line: 4, text: "350", term: .target),
        NamedText(line: 4, text: "alberi messi a dimora lungo le strade", term: .indicator),
        NamedText(line: 3, text: "Il quartiere nord diventa più verde", term: .objective),
    ]

    @Test func `parts of lines are named in any order`() throws {
        let found = try propose(Self.names)
        let objective = try #require(found.objectives.first)
        #expect(found.objectives.count == 1)
        #expect(objective.title == "Il quartiere nord diventa più verde")
        #expect(objective.weight.map(String.init(describing:)) == "60")
        #expect(objective.indicators.map(\.name) == ["alberi messi a dimora lungo le strade"])
        #expect(objective.indicators.first?.target.raw == "350")
    }

    @Test func `a figure is no part of another one, and a layout is of the document whose texts all stand`()
        throws
    {
        let other = Self.text.replacing("350", with: "1.350")
        let layout = Layout(name: "a", lines: Self.names)
        #expect(try propose([], [layout]).objectives.count == 1)
        #expect(try propose([], [layout], in: other).objectives.isEmpty)
        #expect(Importer.fitting([layout], bytes: Array(Self.text.utf8)) == [layout])
        #expect(Importer.fitting([layout], bytes: Array(other.utf8)).isEmpty)
        let figure = Layout(name: "b", lines: [NamedText(line: 3, text: "60", term: .weight)])
        #expect(Importer.fitting([figure], bytes: Array(Self.text.utf8)).isEmpty, "it stands in many")
        #expect(standing(NamedText(line: 4, text: "50", term: .target), in: Self.text).isEmpty)
        #expect(standing(NamedText(line: 4, text: "350", term: .target), in: Self.text).count == 1)
    }

    @Test func `a text longer than any label is taken whole over its lines`() throws {
        let lines = (1...12).map {
            "riga \($0) della descrizione che dice a lungo che cosa si farà nel quartiere"
        }
        let text = "Piano 2031\n\n" + lines.joined(separator: "\n") + "\nUltima riga\n"
        let whole = lines.joined(separator: " ")
        let found = try propose([NamedText(line: 3, text: whole, term: .objective)], in: text)
        #expect(found.objectives.first?.title == whole)
        #expect(!found.unread.contains { (3...14).contains($0.line) })
        let part = NamedText(line: 14, text: "quartiere", term: .objective)
        #expect(standing(part, in: text) == [part])
    }

    @Test func `of a text without its columns nothing is taken but what is named`() throws {
        let columns = """
            Obiettivo
            Raccolta porta a porta estesa
            Indicatore
            Valore obiettivo
            Utenze servite
            1.250
            nelle frazioni
            Contenitori
            30
            Segnalazioni
            45
            Peso %
            40
            Giri
            12
            """
        let before = try propose([], in: columns)
        try #require(before.findings.contains { $0.code == .columnsLost })
        let found = try propose(
            [
                NamedText(line: 2, text: "Raccolta porta a porta estesa", term: .objective),
                NamedText(line: 5, text: "Utenze servite", term: .indicator),
                NamedText(line: 6, text: "1.250", term: .target),
            ], in: columns)
        #expect(found.objectives.flatMap(\.indicators).map(\.target.raw) == ["1.250"])
        #expect(
            ["30", "45", "40", "12"].allSatisfy { figure in found.unread.contains { $0.text == figure } })
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

    @Test func `labels of cards are named one by one, and the others are read as before`() throws {
        let bytes = Array(Self.cards.utf8)
        let table = try #require(Importer.tables(bytes: bytes).last)
        try #require(table.areCards)
        #expect(table.rows.count == 2)
        let place = { (head: String) in try #require(table.heads.firstIndex(of: head)) }
        var layout = Layout(name: "a", cards: table, naming: try place("Cosa si conta"), .indicator)
        #expect(layout.signature == ["cosa si conta"])
        let named = try #require(Importer.tables(bytes: bytes, layouts: [layout]).last)
        layout = Layout(
            name: "a", cards: named, naming: try #require(named.heads.firstIndex(of: "Quanto si aspetta")),
            .target)
        let found = try propose([], [layout], in: Self.cards)
        #expect(found.objectives.map(\.title) == ["Verde urbano", "Strade"])
        #expect(found.objectives.flatMap(\.indicators).map(\.target.raw) == ["350", "12"])
    }

    @Test func `a label that is left out stays to be named`() throws {
        let bytes = Array(Self.cards.utf8)
        let table = try #require(Importer.tables(bytes: bytes).last)
        let place = try #require(table.heads.firstIndex(of: "Nota bene"))
        let layout = Layout(name: "a", cards: table, naming: place, nil)
        let without = try #require(Importer.tables(bytes: bytes, layouts: [layout]).last)
        #expect(without.heads == table.heads)
        #expect(without.rows == table.rows)
        let again = Layout(name: "a", cards: without, naming: place, .note)
        #expect(again.signature == layout.signature && again.terms == [.note])
    }

    @Test func `a name takes nothing away that was read without it`() throws {
        // A list of what is done is no card: only the reading of lists knows it.
        let list = """
            COMUNE DI PROVA
            PDO 2031

            DESCRIZIONE OBIETTIVI
            Note dell’ufficio sul verde dei quartieri
            01.01 Curare gli alberi delle strade.
            - Potatura dei viali entro la primavera.
            - Messa a dimora di alberi nuovi.
            - Controllo delle radici sui marciapiedi.
            """
        let before = try propose([], in: list, kind: nil)
        try #require(before.objectives.flatMap(\.phases).count == 3)
        let found = try propose(
            [NamedText(line: 5, text: "Note dell’ufficio sul verde", term: .definition)], in: list,
            kind: nil)
        let objective = try #require(found.objectives.first)
        #expect(objective.phases.map(\.title) == before.objectives.flatMap(\.phases).map(\.title))
        #expect(objective.sector == before.objectives.first?.sector)
        #expect(objective.definition == "Note dell’ufficio sul verde")
    }

    @Test func `values that are named below all names are each of its own`() throws {
        let columns = """
            Piano della performance 2031

            Il quartiere nord diventa più verde
            alberi messi a dimora
            metri di siepe
            350
            1.200
            Scelta delle strade
            Messa a dimora
            01/01/2031
            01/09/2031
            31/03/2031
            30/11/2031
            """
        let found = try propose(
            [
                NamedText(line: 3, text: "Il quartiere nord diventa più verde", term: .objective),
                NamedText(line: 4, text: "alberi messi a dimora", term: .indicator),
                NamedText(line: 5, text: "metri di siepe", term: .indicator),
                NamedText(line: 6, text: "350", term: .target),
                NamedText(line: 7, text: "1.200", term: .target),
                NamedText(line: 8, text: "Scelta delle strade", term: .phase),
                NamedText(line: 9, text: "Messa a dimora", term: .phase),
                NamedText(line: 10, text: "01/01/2031", term: .phaseStart),
                NamedText(line: 11, text: "01/09/2031", term: .phaseStart),
                NamedText(line: 12, text: "31/03/2031", term: .phaseEnd),
                NamedText(line: 13, text: "30/11/2031", term: .phaseEnd),
            ], in: columns)
        let objective = try #require(found.objectives.first)
        #expect(objective.indicators.map(\.target.raw) == ["350", "1.200"])
        #expect(objective.phases.map(\.timing) == ["01/01/2031 - 31/03/2031", "01/09/2031 - 30/11/2031"])
    }

    @Test func `a named text is no value of the label above it`() throws {
        let text = """
            Piano della performance 2031

            RESPONSABILE
            SETTORE
            Servizi alla persona
            Il quartiere nord diventa più verde
            """
        let found = try propose(
            [
                NamedText(line: 5, text: "Servizi alla persona", term: .sector),
                NamedText(line: 6, text: "Il quartiere nord diventa più verde", term: .objective),
            ], in: text)
        #expect(found.objectives.map(\.sector) == ["Servizi alla persona"])
        #expect(found.objectives.map(\.head) == [""])
    }

    private static let indicators = """
        Piano della performance 2031

        Obiettivo\tIndicatore\tTarget\tResponsabile
        Verde urbano\talberi\t350\tB. Verdi
        Strade\tkm\t12\tB. Verdi

        Valori 2029\tIndicatori di bilancio\tTarget
        91,40%\tAutonomia finanziaria\t>75%
        66,20%\tRiscossione\t>70%
        """
    private static let naming = Layout(
        name: "a", heads: ["Valori 2029", "Indicatori di bilancio", "Target"],
        terms: [.baseline, .indicator, .target])

    @Test func `named indicators without an objective are told, with what makes them one`() throws {
        let alone = try propose([], [Self.naming], in: Self.indicators)
        #expect(alone.objectives.count == 2)
        #expect(alone.findings.contains { $0.place.line == 7 && $0.evidence["objective"] != nil })
        let named = try propose(
            [NamedText(line: 7, text: "Indicatori di bilancio", term: .objective)], [Self.naming],
            in: Self.indicators)
        let last = try #require(named.objectives.last)
        #expect(named.objectives.count == 3)
        #expect(last.title == "Indicatori di bilancio" && last.head.isEmpty)
        #expect(last.indicators.map(\.baseline?.raw) == ["91,40%", "66,20%"])
        #expect(last.indicators.map(\.target.raw) == [">75%", ">70%"])
    }

    @Test func `named indicators are of the text right above them`() throws {
        let titled = Self.indicators.replacing(
            "Valori 2029", with: "Equilibrio di bilancio\nValori 2029")
        let found = try propose([], [Self.naming], in: titled)
        #expect(found.objectives.map(\.title) == ["Verde urbano", "Strade", "Equilibrio di bilancio"])
        #expect(found.objectives.last?.indicators.count == 2)
    }
}
