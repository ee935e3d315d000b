import Model
import Testing

@testable import Importing

@Suite("Maps of services on damaged pages")
struct MapDamageTests {
    private let proposal: ImportProposal
    private let gardens: ServiceMap

    init() throws {
        proposal = try fixture("mappe-pagine-guaste.txt")
        gardens = try #require(proposal.service("ORTI IN AFFITTO"))
    }

    private func codes(line: Int) -> [FindingCode] {
        proposal.findings.filter { $0.place.line == line }.map(\.code)
    }

    @Test("Three maps, nothing unread")
    func counts() {
        #expect(proposal.kind == .mappe)
        #expect(proposal.lines.unread == 0)
        #expect(proposal.parts.municipalityName == "Comune di Montefinto")
        #expect(proposal.parts.services.map(\.name) == ["ORTI IN AFFITTO", "", "FONTANE E GIOCHI D'ACQUA"])
        #expect(proposal.parts.services.map(\.head) == ["PERSONA UNO", "PERSONA DUE", "PERSONA TRE"])
    }

    @Test("A description that a page cut is whole again, a repeated header is no row")
    func cutTexts() {
        #expect(
            gardens.elements.map(\.name) == ["Assegnazione degli orti", "Acqua e attrezzi", "Compostiere"])
        #expect(
            gardens.elements.first?.description
                == "Graduatoria e consegna delle chiavi ai nuovi assegnatari di ogni primavera")
        #expect(codes(line: 17) == [.textJoined])
        #expect(gardens.elements[1].description == "Rubinetti e casotto comune")
        #expect(gardens.accessoryElements.isEmpty)
    }

    @Test(
        "Rows of figures are put right, and it is told",
        arguments: [
            ("Incontri di quartiere", ["3", "4", "5"], 36, FindingCode.cellShifted),
            ("Sopralluoghi sugli orti", ["11", "12", "13"], 37, .rowRepaired),
            ("Chiavi", ["7", "8", "9"], 38, .rowRepaired),
            ("Verifiche", ["14", "15", "16"], 41, .rowRepaired),
        ])
    func repaired(name: String, cells: [String], line: Int, code: FindingCode) {
        #expect(gardens.cells(name) == cells)
        #expect(codes(line: line) == [code])
    }

    @Test("A row that lost a cell stays as it stands, and it is told")
    func narrow() {
        #expect(gardens.cells("Domande respinte") == ["1", "2", ""])
        #expect(gardens.row("Domande respinte")?.values[2024]?.missingKind == .notEntered)
        #expect(codes(line: 39) == [.seriesShifted])
    }

    @Test("A slid row whose last cell fell out: moved back, the last year not entered")
    func slidOut() throws {
        let text = """
            SERVIZIO: FARI
            RESPONSABILE: PERSONA UNO
            Contenuto del Servizio
            Output del Servizio
            Tipologia\tQuantità\t\t
            \t31/12/2022\t31/12/2023\t31/12/2024
            \tLampade\t30\t40
            Scale\t5\t6\t7
            """
        let proposal = Importer.propose(try SourceText(text: text), file: "a.txt", kind: .mappe)
        let map = try #require(proposal.service("FARI"))
        #expect(map.cells("Lampade") == ["30", "40", ""])
        let finding = try #require(proposal.findings(.cellShifted).first)
        #expect(finding.place.path == ["FARI", "Lampade"])
        #expect(finding.written == "\tLampade\t30\t40")
        #expect(finding.evidence["empty"] == "2024")
    }

    @Test(
        "`di cui:` with and without figures has the rows below under it, where their sums or the page say so")
    func groups() {
        #expect(gardens.parent(of: "a persone sole") == "Orti assegnati di cui:")
        #expect(gardens.parent(of: "a famiglie") == "Orti assegnati di cui:")
        #expect(gardens.parent(of: "Corsi") == nil)
        #expect(gardens.row("Spese per utenze:")?.isHeading == true)
        #expect(gardens.row("Orti assegnati di cui:")?.isHeading == false)
        #expect(gardens.parent(of: "acqua") == "Spese per utenze:")
        #expect(gardens.parent(of: "luce") == "Spese per utenze:")
    }

    @Test("Notes under a table, with their marks")
    func notes() {
        #expect(gardens.footnotes.map(\.mark) == ["*", "(1)", ""])
        #expect(gardens.row("acqua")?.values[2023]?.number == ExactDecimal(950))
        #expect(gardens.row("acqua")?.values[2023]?.mark == "*")
    }

    @Test("Tables whose cells fell into lines")
    func fallen() {
        #expect(gardens.segments.map(\.name) == ["Famiglie", "Persone sole"])
        #expect(gardens.segments.map(\.description) == ["Nuclei con figli", "Chi abita da solo"])
        #expect(codes(line: 62) == [.rowRepaired])
        #expect(gardens.cells("Famiglie") == ["40", "41", "45"])
        #expect(gardens.cells("Persone sole") == ["20", "n.d.", "25"])
        #expect(gardens.row("Persone sole")?.sources["values.2023"]?.line == 92)
    }

    @Test("A cell that holds name and description, where other tables tell the name")
    func glued() throws {
        let text = """
            SERVIZIO: FARI
            RESPONSABILE: PERSONA UNO
            Contenuto del Servizio
            Segmenti di utenza\t
            \tSegmenti di utenza
            \tDescrizione
            \tBarche da pesca Escono di notte
            \tGente del porto Passa la sera
            Utenti seguiti\t2023\t2024
            Barche da pesca\t9\t8
            Gente del porto\t90\t80
            """
        let map = try #require(
            Importer.propose(try SourceText(text: text), file: "a.txt", kind: .mappe).service("FARI"))
        #expect(map.segments.map(\.name) == ["Barche da pesca", "Gente del porto"])
        #expect(map.segments.map(\.description) == ["Escono di notte", "Passa la sera"])
    }

    @Test("Form of management with slid rows, staff, a role in the wrong column, places after a page cut")
    func delivery() {
        #expect(gardens.management.kind == .mixed)
        #expect(gardens.management.note == "con le associazioni")
        #expect(gardens.staff.map(\.value.number) == [ExactDecimal(2)])
        #expect(gardens.staff.first?.value.note == "(part time)")
        #expect(gardens.roles.map(\.segment) == ["Famiglie", "Persone sole"])
        #expect(codes(line: 107) == [.cellShifted])
        #expect(gardens.facilities.map(\.name) == ["Orti di sopra", "Orti di sotto"])
        #expect(gardens.facilities.last?.note == "Via del Fosso 30; aperti a marzo")
        #expect(codes(line: 112) == [.rowRepaired])
    }

    @Test("Criteria as paragraphs of HTML")
    func criteria() {
        #expect(gardens.criteria.map(\.name) == ["Zona della città", "Numero di persone in famiglia"])
    }

    @Test("Misspelt headers are told once each")
    func misspelt() {
        #expect(
            proposal.findings(.headerMisspelt).map(\.written)
                == ["Critera di segmentazione adottati", "Critero", "Stutture"])
    }

    @Test("Titles of map and parts lost: headers and boxes tell the parts, and what was assumed is told")
    func lostTitles() throws {
        let map = try #require(proposal.service(""))
        #expect(map.elements.map(\.name) == ["Pozzi"])
        #expect(map.outputs.map(\.name) == ["Pozzi"])
        #expect(map.segments.map(\.name) == ["Tutti"])
        #expect(map.segments.first?.description == "Chi passa")
        #expect(map.management.kind == .direct)
        #expect(map.staff.map(\.value.number) == [ExactDecimal(1)])
        #expect([117, 124, 128, 131, 132].allSatisfy { codes(line: $0) == [.headingAssumed] })
    }

    @Test("A name over two lines, rows of HTML and of Markdown, a title that a page repeats")
    func markup() throws {
        let map = try #require(proposal.service("FONTANE E GIOCHI D'ACQUA"))
        #expect(map.elements.map(\.name) == ["Fontane", "Giochi"])
        #expect(map.elements.map(\.description) == ["Accese da maggio", "In tre parchi"])
        #expect(map.outputs.map(\.name) == ["Fontane accese", "Getti", "Parchi"])
        #expect(map.row("Fontane accese")?.values[2023]?.number == ExactDecimal(mantissa: 12005, scale: 1))
        #expect(map.row("Getti")?.values[2024]?.number == ExactDecimal(mantissa: 1275, scale: 2))
        #expect(proposal.findings(.columnNotation).map(\.expected) == ["point"])
    }

    @Test("A table without a header has the years of the others, and it is told")
    func lostHeader() throws {
        let map = try #require(proposal.service("FONTANE E GIOCHI D'ACQUA"))
        #expect(map.row("Bambini")?.years == [2022, 2023, 2024])
        #expect(codes(line: 157) == [.headingAssumed])
    }

    @Test("Figures whose name is lost stay unread, and it is told")
    func nameless() throws {
        let text = """
            SERVIZIO: FARI
            RESPONSABILE: PERSONA UNO
            Contenuto del Servizio
            Output del Servizio
            Tipologia\t2022\t2023\t2024
            Lampade\t1\t2\t3
            \t4\t5\t6
            """
        let proposal = Importer.propose(try SourceText(text: text), file: "a.txt", kind: .mappe)
        #expect(proposal.unread.map(\.line) == [7])
        #expect(proposal.findings(.valueUnreadable).map(\.place.line) == [7])
        #expect(proposal.recognised.outputSeries == 1)
    }

    @Test("The years of a table in two blocks come together in one series")
    func twoBlocks() throws {
        let text = """
            SERVIZIO\tFARI
            RESPONSABILE\tPERSONA UNO
            Contenuto del Servizio
            Output del Servizio\tTipologia\t2021\t2022
            \tLampade\t1\t2
            \tScale\t5\t6

            Lampioni\t7\t8
            \tTipologia\t2023\t2024
            \tLampade\t3\t4
            """
        let proposal = Importer.propose(try SourceText(text: text), file: "a.txt", kind: .mappe)
        let map = try #require(proposal.service("FARI"))
        #expect(map.head == "PERSONA UNO")
        #expect(map.cells("Lampade") == ["1", "2", "3", "4"])
        #expect(map.cells("Lampioni") == ["7", "8"])
        #expect(map.row("Lampade")?.sources["values.2024"]?.line == 10)
        #expect(proposal.lines.unread == 0)
    }

    private func read(_ text: String) throws -> ImportProposal {
        let opening = "SERVIZIO: FARI\nRESPONSABILE: PERSONA UNO\nContenuto del Servizio\n"
        return Importer.propose(try SourceText(text: opening + text), file: "a.txt", kind: .mappe)
    }

    @Test("The header of roles stands below their title, on one line or on two")
    func rolesHeader() throws {
        let rows = "\nBarche\tSuonano la campana\n"
        let title = "Segmenti di utenza coinvolti nell'erogazione del Servizio\n"
        for header in ["Segmenti di utenza\tRuolo nell'erogazione del servizio", "Segmenti di utenza\nRuolo"]
        {
            let map = try #require(try read(title + header + rows).service("FARI"))
            #expect(map.roles.map(\.segment) == ["Barche"])
            #expect(map.roles.map(\.role) == ["Suonano la campana"])
            #expect(map.segments.isEmpty)
        }
    }

    @Test("Fallen lines that do not divide into rows are not paired, and it is told")
    func oddLines() throws {
        let text = "Strutture erogative\n\nStrutture\n\nNote\n\nFaro alto\n\nFaro basso\n\nVia del Molo 2\n"
        let proposal = try read(text)
        #expect(
            proposal.service("FARI")?.facilities.map(\.name) == ["Faro alto", "Faro basso", "Via del Molo 2"])
        #expect(proposal.findings(.rowRepaired).map(\.severity) == [.warning])
    }

    @Test("A name over two lines of a table is one where its first half ends with a joining word")
    func brokenName() throws {
        let text =
            "Output del Servizio\nTipologia\t2023\t2024\nNotti con la\nlampada accesa\t9\t8\nGuasti\t1\t0\n"
        let proposal = try read(text)
        let map = try #require(proposal.service("FARI"))
        #expect(map.outputs.map(\.name) == ["Notti con la lampada accesa", "Guasti"])
        #expect(proposal.findings(.textJoined).count == 1)
    }

    @Test("The number of a page is no row")
    func pageNumbers() throws {
        let text = "Elemento\tDescrizione\nLuce\tTutta la notte\n\n14\n\nCampana\tCon la nebbia\n\nPag. 15\n"
        let proposal = try read(text)
        #expect(proposal.service("FARI")?.elements.map(\.name) == ["Luce", "Campana"])
        #expect(proposal.lines.unread == 0)
    }

    @Test("Several boxes marked, or explained in words: run by both, with every word kept, and it is told")
    func severalBoxes() throws {
        let proposal = try read("Forma gestionale\tDiretta\tX\n\tEsternalizzata\tX (le pulizie)\n\tMista\t\n")
        let form = try #require(proposal.service("FARI")?.management)
        #expect(form.kind == .mixed)
        #expect(form.note == "Diretta; Esternalizzata: (le pulizie)")
        #expect(proposal.findings(.valueAmbiguous).map(\.expected) == ["Mista"])
        #expect(try read("Forma gestionale\tDiretta\t\n\tMista\t\n").service("FARI")?.management.kind == nil)
    }

    @Test(
        "Years as headers write them",
        arguments: [
            ("31/12/2019", 2019), ("31/12/19", 2019), ("Anno 2019", 2019), ("Dato al 31.12.2019", 2019),
            ("2019 (*)", 2019), ("a.s. 2019/2020", 2019), ("2019-20", 2019), ("2.019", nil),
            ("2019/2022", nil),
            ("Previsione 2019", nil), ("n. 12", nil), ("1.2019,5", nil),
        ] as [(String, Int?)])
    func years(cell: String, year: Int?) {
        #expect(PartHead.year(cell) == year)
    }

    @Test("A school year counts as the year in which it begins, and it is told")
    func schoolYears() throws {
        let proposal = try read("Output del Servizio\nTipologia\ta.s. 2022/23\ta.s. 2023/24\nCorse\t9\t8\n")
        #expect(proposal.service("FARI")?.row("Corse")?.years == [2022, 2023])
        #expect(proposal.findings(.yearAssumed).map(\.expected) == ["2022"])
    }

    @Test("A table whose years are nowhere stays unread, and it is told once")
    func noYears() throws {
        let proposal = try read("Output del Servizio\nTipologia\tQuantità\nCorse\t9\t8\nGuasti\t1\t0\n")
        #expect(proposal.unread.map(\.line) == [6, 7])
        #expect(proposal.findings(.valueUnreadable).map(\.place.line) == [6])
        #expect(proposal.service("FARI")?.outputs.isEmpty == true)
    }

    @Test("A row whose cells are all empty is a series not yet filled in, not a title")
    func emptyRow() throws {
        let proposal = try read(
            "Output del Servizio\nTipologia\t2023\t2024\nCorse\t9\t8\nGuasti\t\t\nLuci\t1\t2\n")
        let map = try #require(proposal.service("FARI"))
        #expect(map.row("Guasti")?.isHeading == false)
        #expect(map.row("Guasti")?.values.values.allSatisfy { $0.missingKind == .notEntered } == true)
        #expect(map.row("Guasti")?.years == [2023, 2024])
        #expect(map.row("Luci")?.parentID == nil)
    }
}
