import Model
import Testing

@testable import Importing

@Suite("A report on objectives, in tables that pages cut")
struct ReportReaderTests {
    private let proposal: ImportProposal

    init() throws { proposal = try fixture("relazione-tabella.txt") }

    @Test("Kind, year, municipality and counts; nothing unread")
    func whole() {
        #expect(proposal.kind == .relazione)
        #expect(proposal.parts.year == 2031)
        #expect(proposal.parts.municipalityName == "Comune di Borgolieto")
        #expect(proposal.recognised.strategicLines == 2)
        #expect(proposal.recognised.objectives == 4)
        #expect(proposal.recognised.indicators == 7)
        #expect(proposal.unread.isEmpty)
    }

    @Test("Each line has its title and printed percentage")
    func lines() {
        let lines = proposal.parts.plan?.lines ?? []
        #expect(lines.map(\.title) == ["LINEA STRATEGICA SUI GIARDINI", "LINEA STRATEGICA SULLE STRADE"])
        #expect(lines.map { $0.printedAchievement?.raw } == ["91,50%", "100,00%"])
    }

    @Test("Head and sector hold for the rows below, and after a page cut with a finding")
    func carriedDown() {
        #expect(proposal.objective("Tempi delle potature")?.head == "Rossetti Prova")
        #expect(proposal.objective("Orti urbani")?.sector == "Settore Verde")
        #expect(proposal.objective("Orti urbani")?.sources["head"]?.line == 13)
        #expect(proposal.findings(.headingAssumed).map(\.place.line) == [18])
    }

    @Test("A definition that a page cut is whole again")
    func joinedDefinition() {
        let definition = proposal.objective("Orti urbani")?.definition
        #expect(
            definition
                == "Assegnare gli orti liberi e tenere aggiornato l'elenco di chi attende, con una graduatoria pubblica."
        )
        #expect(proposal.findings(.textJoined).map(\.place.line) == [22])
    }

    @Test("Cells that slid are back under their headers, with a finding")
    func realigned() {
        let late = proposal.indicator("Orti assegnati")
        #expect(late?.weight.raw == "50")
        #expect(late?.printed.achievement?.raw == "90")
        let early = proposal.indicator("Incontri con i vicini")
        #expect(early?.formula == "n. incontri")
        #expect(early?.target.raw == "4")
        #expect(proposal.findings(.cellShifted).map(\.place.line) == [18, 19])
    }

    @Test("A row that is broken over two lines is put together, with a finding")
    func brokenRow() {
        let indicator = proposal.indicator("Buche riparate entro sette giorni misurate a campione")
        #expect(indicator?.actual.raw == "88")
        #expect(proposal.findings(.rowRepaired).map(\.place.line) == [31])
    }

    @Test("Less is better where printed deviation and percentage both say so")
    func direction() {
        #expect(proposal.indicator("Giorni medi")?.direction == .decreasing)
        #expect(proposal.indicator("Orti assegnati")?.direction == nil)
        #expect(proposal.findings(.directionInferred).map(\.severity) == [.info])
    }

    @Test("Weight 0 with a note is neutralised for that reason")
    func neutralised() {
        #expect(
            proposal.indicator("Corso per ortisti")?.neutralisation?.reason
                == "Rinviato per lavori nella sede")
        #expect(proposal.indicator("Giorni medi")?.neutralisation == nil)
    }

    @Test("Markup is gone from the fields and kept in their source")
    func markup() {
        #expect(proposal.indicator("Giorni medi")?.formula == "(giorni totali / N° richieste)")
        #expect(
            proposal.objective("Tempi delle potature")?.definition
                == "Ridurre i giorni tra richiesta e potatura")
        #expect(proposal.indicator("Giorni medi")?.sources["formula"]?.text.contains(#"N^{\circ}"#) == true)
    }

    @Test("1 = fatto is on or off; thousands are Italian, and the column's decision is shown")
    func values() {
        #expect(proposal.indicator("Piano del verde approvato")?.measure == .onOff)
        #expect(proposal.indicator("Piano del verde approvato")?.actual.content == .onOff(true))
        #expect(proposal.indicator("Alberi piantati")?.actual.number == ExactDecimal(1234))
        #expect(proposal.findings(.columnNotation).map { $0.evidence["column"] } == ["target", "actual"])
    }
}

@Suite("Reports and plans in other words and shapes")
struct OtherLayoutTests {
    @Test("Other header words, three target years, comparisons, idem and dots")
    func otherWords() throws {
        let proposal = try fixture("relazione-altre-parole.txt")
        #expect(proposal.kind == .relazione)
        #expect(proposal.parts.year == 2030)
        #expect(proposal.parts.plan?.lines.map(\.code) == ["1", "2"])
        #expect(proposal.objectives.map(\.title) == ["Mense più buone", "Trasporto", "Biblioteca"])
        #expect(proposal.recognised.indicators == 5)
        let menu = try #require(proposal.indicator("Menu nuovi"))
        #expect(menu.target.comparison == .atLeast)
        #expect(menu.target.number == ExactDecimal(4))
        #expect(menu.laterTargets.mapValues(\.number) == [2031: ExactDecimal(5), 2032: ExactDecimal(6)])
        #expect(menu.weight.number == ExactDecimal(30))
        #expect(menu.actual.number == ExactDecimal(5))
        let tender = try #require(proposal.indicator("Gara conclusa"))
        #expect(tender.target.date == CalendarDate(italian: "30/06/2030"))
        #expect(tender.target.comparison == .by)
        #expect(tender.laterTargets[2031]?.missingKind == .notEntered)
        let transport = try #require(proposal.objective("Trasporto"))
        #expect(transport.sector == "Servizio Scuola")
        #expect(transport.head == "Verdini Esempio")
        #expect(transport.indicators.first?.actual.missingKind == .notAvailable)
        #expect(proposal.indicator("Questionari positivi")?.note == "meno risposte")
        #expect(proposal.unread.isEmpty)
    }

    @Test("Cards with label and value on one line, on two, or side by side")
    func cards() throws {
        let proposal = try fixture("relazione-schede.txt")
        #expect(proposal.kind == .relazione)
        #expect(proposal.parts.plan?.lines.map(\.title) == ["Ambiente e energia"])
        #expect(
            proposal.objectives.map(\.title) == [
                "Lampade a basso consumo nelle scuole", "Pannelli sul municipio",
            ])
        let lamps = try #require(proposal.objectives.first)
        #expect(lamps.head == "Celesti Immaginaria")
        #expect(lamps.sector == "Lavori pubblici")
        #expect(lamps.definition.hasSuffix("misurare il risparmio nel primo anno intero."))
        #expect(lamps.indicators.map(\.name) == ["Lampade sostituite", "Risparmio di energia"])
        #expect(lamps.indicators.map(\.target.raw) == ["800", "15%"])
        #expect(lamps.indicators.map(\.actual.raw) == ["790", "16,5%"])
        #expect(lamps.indicators.map(\.weight.raw) == ["70", "30"])
        let panels = try #require(proposal.objectives.last)
        #expect(panels.head == "Indachi Immaginario")
        #expect(panels.indicators.map(\.actual.raw) == ["40"])
        #expect(proposal.unread.isEmpty)
    }

    @Test("Chapters of text, a title on two lines, a header in two rows, rows that a page broke")
    func textsAndDividedHeaders() throws {
        let proposal = try fixture("relazione-testi.txt")
        let plan = try #require(proposal.parts.plan)
        #expect(plan.chapters.map(\.title) == ["1. Presentazione", "Il metodo"])
        #expect(plan.chapters.map { $0.text.split(separator: "\n").count } == [2, 1])
        #expect(plan.lines.map(\.title) == ["LINEA STRATEGICA SU CULTURA, MUSICA E BIBLIOTECHE"])
        #expect(plan.lines.first?.printedAchievement?.raw == "99,00%")
        #expect(
            plan.objectives.map(\.title) == [
                "Concerti nei quartieri", "Prestiti a casa", "Letture", "Mostre",
            ])
        #expect(proposal.indicator("Concerti fatti")?.actual.raw == "12")
        let loans = try #require(proposal.objective("Prestiti a casa")?.indicators.first)
        #expect(loans.name == "Libri portati a domicilio alle persone che non escono")
        #expect(loans.target.raw == "300")
        #expect(loans.actual.raw == "310")
        #expect(proposal.findings(.rowRepaired).map(\.place.line) == [22])
        #expect(proposal.objective("Letture")?.indicators.map(\.target) == [.notEntered])
        // What no field takes is listed, not swallowed by the table above it.
        #expect(proposal.unread.map(\.text) == ["Questa riga non parla di niente."])
    }

    @Test("A label that says again what its indicator has is left unread; a note goes on")
    func repeatedLabels() throws {
        let text = "Obiettivo: A\nIndicatore: B\nTarget: 4\nTarget: 5\nNota: uno\nNota: due\n"
        let proposal = try Importer.propose(
            bytes: Array(text.utf8), file: "a.txt", kind: .relazione, year: 2030)
        #expect(proposal.indicator("B")?.target.raw == "4")
        #expect(proposal.indicator("B")?.note == "uno due")
        #expect(proposal.unread.map(\.line) == [4])
    }

    @Test(
        "A document of no known kind becomes plain tables, and all of it stays unread: nothing of it reached a field"
    )
    func plainTables() throws {
        let proposal = try fixture("tabelle-ignote.txt")
        #expect(proposal.kind == .tabella)
        #expect(
            proposal.parts.tables.map(\.title) == [
                "Elenco dei mezzi", "Una frase che non è in nessuna tabella.",
            ])
        #expect(proposal.parts.tables.first?.header == ["Targa", "Tipo", "Chilometri"])
        #expect(proposal.parts.tables.first?.rows.map(\.cells).last == ["BB111BB", "spazzatrice", "8.450"])
        #expect(proposal.findings.map(\.code) == [.kindUnknown])
        let unread = Set(proposal.unread.map(\.line))
        #expect(proposal.parts.tables.flatMap(\.rows).allSatisfy { unread.contains($0.line) })
    }

    @Test("A cell with a point says nothing about the others of its column")
    func pointNotation() throws {
        let text = """
            Relazione anno 2030
            Obiettivo\tIndicatore\tTarget\tConsuntivo\tPeso
            Strade\tChilometri\t12.5\t13.75\t60
            \tBuche\t389.000\t400.000\t40
            """
        let proposal = try Importer.propose(bytes: Array(text.utf8), file: "a.txt")
        #expect(proposal.indicator("Chilometri")?.target.raw == "12.5")
        #expect(proposal.indicator("Chilometri")?.target.number != ExactDecimal(125))
        #expect(proposal.indicator("Buche")?.target.number == ExactDecimal(389_000))
        #expect(proposal.indicator("Buche")?.target.raw == "389.000")
    }
}
