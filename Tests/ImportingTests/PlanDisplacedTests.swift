import Model
import Testing

@testable import Importing

@Suite("A plan whose labels are lost, cut and displaced")
struct PlanDisplacedTests {
    private let proposal: ImportProposal

    init() throws { proposal = try fixture("piano-spostato.txt") }

    private var plan: Plan? { proposal.parts.plan }

    @Test("Counts; only the word of an office program is unread")
    func whole() {
        #expect(proposal.kind == .piano)
        #expect(proposal.parts.municipalityName == "Città di Borgofinto")
        #expect(proposal.parts.year == 2025)
        #expect(proposal.recognised.sectors == 2)
        #expect(proposal.recognised.strategicLines == 2)
        #expect(proposal.recognised.strategicObjectives == 2)
        #expect(proposal.recognised.objectives == 4)
        #expect(proposal.recognised.indicators == 5)
        #expect(proposal.unread.map(\.line) == [204])
    }

    @Test("Sectors with their duties, tenures with a gap, and the role")
    func sectors() {
        let sectors = proposal.parts.sectors
        #expect(sectors.map { $0.tenures.count } == [2, 1])
        #expect(sectors.first?.tenures.map(\.role) == [.holder, .deputy])
        #expect(sectors.last?.duties == "- cura delle strade\n- cura dei parchi")
        #expect(sectors.first?.tenures.first?.sources["to"]?.line == 12)
    }

    @Test("Counters with their numbers in a row and one by one; who answers for the line; what it is about")
    func lines() {
        let lines = plan?.lines ?? []
        #expect(lines.map { $0.printedCounts.strategic?.raw } == ["2", "1"])
        #expect(lines.map { $0.printedCounts.operational?.raw } == ["3", "1"])
        #expect(lines.map { $0.printedCounts.crossSector?.raw } == ["1", nil])
        #expect(lines.map(\.delegates) == ["Sindaca", "Ass. V. Verdi"])
        #expect(lines.map(\.definition) == ["Il borgo deve funzionare.", "Il verde cresce."])
    }

    @Test("The index: a name and a day on two lines, a lost label, a day that is not there")
    func index() {
        let index = plan?.index ?? []
        #expect(
            index.map(\.title) == [
                "PAGARE IN TEMPO", "UN ARCHIVIO DIGITALE", "Un parco per quartiere", "ALBERI NUOVI",
            ])
        #expect(
            index.map(\.sector) == [
                "SERVIZI INTERNI", "SERVIZI INTERNI", "SERVIZI ALLA CITTÀ", "SERVIZI ALLA CITTÀ",
            ])
        #expect(index.map { $0.due?.date?.iso } == ["2025-12-31", "2025-09-30", nil, "2025-12-31"])
        #expect(
            index.map(\.strategicObjective) == [
                "CONTI IN ORDINE", "CONTI IN ORDINE", "PARCHI APERTI", "PARCHI APERTI",
            ])
        #expect(index.map(\.line).last == "UN BORGO VERDE")
        #expect(index[1].tags == [.digitalisation, .multiYear(phase: 2, of: 3)])
        #expect(proposal.findings(.textJoined).map(\.place.line) == [91])
    }

    @Test("Title, marks and references, told apart and the same as in the index")
    func titles() throws {
        let payments = try #require(proposal.objective("PAGARE IN TEMPO"))
        #expect(payments.tags == [.crossSector])
        #expect(payments.dupReferences == ["1.1.1"])
        #expect(payments.definition == "Le fatture vanno pagate nei termini, da tutti i settori.")
        #expect(payments.due?.date?.iso == "2025-12-31")
        let archive = try #require(proposal.objective("UN ARCHIVIO DIGITALE"))
        #expect(
            archive.tags == [
                .digitalisation, .multiYear(phase: 2, of: 3), .transparency,
                .other("benessere organizzativo"),
            ])
        #expect(archive.sustainableGoals == [9, 16])
        #expect(archive.reprogrammings.map(\.change) == ["La scansione comincia a maggio."])
    }

    @Test("A card without its label is told, and so is everything else that was put right")
    func findings() {
        #expect(proposal.findings(.headingAssumed).map(\.place.line) == [84, 108, 178, 184])
        #expect(
            proposal.findings(.headerMisspelt).map(\.written) == [
                "indirizo strategico", "Fatori critici", "OBBIETTIVO",
            ])
        #expect(proposal.findings(.rowRepaired).map(\.place.line) == [170, 172, 248])
        #expect(proposal.findings(.textMisplaced).map(\.written) == ["Formattazione condizionale"])
    }

    @Test("Phases: glued to their label, below period headings, with the months below")
    func phases() throws {
        let payments = try #require(proposal.objective("PAGARE IN TEMPO")?.phases)
        #expect(
            payments.map(\.title) == [
                "Analisi dei ritardi", "Verifiche trimestrali", "Correzioni", "Chiusura", "Relazione",
            ])
        #expect(payments.map { $0.spans.count } == [1, 4, 1, 0, 2])
        #expect(payments[3].timing == "31/11/2025")
        #expect(proposal.findings(.valueUnreadable).map(\.written) == ["31/11/2025"])
        let park = try #require(proposal.objective("Un parco per quartiere")?.phases)
        #expect(park.map(\.timing) == ["GENNAIO - MAGGIO", "GENNAIO - MAGGIO", "GIUGNO - DICEMBRE"])
        #expect(park.map(\.title) == ["progetto", "gara", "lavori"])
        let trees = try #require(proposal.objective("ALBERI NUOVI")?.phases)
        #expect(trees.map { $0.spans.first?.to.number } == [12, 12])
        #expect(trees.last?.sources["timing"]?.line == 248)
    }

    @Test("The name of a sector within an indicator is no heading; a target in a name is told, not taken")
    func indicatorNames() throws {
        let index = try #require(
            proposal.indicator("Settore 1. Servizi interni; Indice di tempestività - target 0"))
        #expect(index.target == .notEntered)
        #expect(index.measure == nil)
        #expect(proposal.findings(.targetFromText).map(\.place.line) == [136])
    }

    @Test("The mark says the measure; the target stands lines below its label; the text explains it")
    func forms() throws {
        let paid = try #require(proposal.indicator("Fatture pagate entro trenta giorni"))
        #expect(paid.measure == .percentage)
        #expect(paid.sources["measure"]?.line == 153)
        #expect(paid.target.number == ExactDecimal(95))
        #expect(paid.target.unit == .percent)
        #expect(paid.baseline?.number == ExactDecimal(82))
        let meetings = try #require(proposal.indicator("Riunioni con i settori"))
        #expect(meetings.dimension == nil)
        #expect(meetings.measure == .date)
        #expect(meetings.target.date?.iso == "2025-06-30")
        #expect(proposal.findings(.measureFromLabel).map { $0.evidence["indicators"] } == ["2"])
        #expect(proposal.indicator("Atti in rete")?.target == .notEntered)
        #expect(proposal.indicator("Spesa per albero")?.target.unit == .euro)
    }

    @Test("People whose grade or task a page cut off")
    func people() throws {
        let people = try #require(proposal.objective("PAGARE IN TEMPO")?.participants)
        #expect(people.map(\.name) == ["PROVA Tizia", "ESEMPIO Caio", "D'ESEMPIO Gaia Maria"])
        #expect(people.map(\.grade) == ["D1", "C2", "B3"])
        #expect(people.first?.share?.raw == "Coordina e controlla")
    }
}

@Suite("A plan without a blank line, with page heads and feet in its texts")
struct PlanWithoutGapsTests {
    private let proposal: ImportProposal

    init() throws { proposal = try fixture("piano-fitto.txt") }

    @Test("Nothing unread, everything in its place")
    func whole() {
        #expect(proposal.kind == .piano)
        #expect(proposal.unread.isEmpty)
        #expect(proposal.parts.sectors.map(\.name) == ["Area Servizi tecnici", "Area Servizi alla persona"])
        #expect(proposal.objectives.map(\.code) == ["4", "5", "6"])
        #expect(
            proposal.objectives.map(\.sector) == [
                "Area Servizi tecnici", "Area Servizi tecnici", "Area Servizi alla persona",
            ])
    }

    @Test("The definition ends where it ends, its hyphen gone; a phase goes on over a page")
    func texts() throws {
        let light = try #require(proposal.objective("Rifare l'illuminazione del centro"))
        #expect(light.definition == "Il centro ha lampade vecchie, che consumano molto e si rompono spesso.")
        #expect(
            light.phases.map { months($0, year: 2031) } == [["2-6"], ["9-1/2032"], ["12"]])
        #expect(light.phases.map(\.title).last == "collaudo")
        #expect(light.participants.map(\.grade) == ["Funzionario", "Istruttore"])
    }

    @Test("Targets of other words: superiore a, on/off, dots and idem")
    func targets() throws {
        let lamps = try #require(proposal.indicator("Lampade sostituite"))
        #expect(lamps.target.comparison == .above)
        #expect(lamps.laterTargets[2032]?.number == ExactDecimal(100))
        #expect(lamps.formula == "lampade nuove / lampade totali")
        let plan = try #require(proposal.indicator("Piano approvato (1 = fatto, 0 = non fatto)"))
        #expect(plan.measure == .onOff)
        #expect(plan.target.content == .onOff(true))
        let salt = try #require(proposal.indicator("Scorte di sale"))
        #expect(salt.target.missingKind == .notEntered)
        #expect(salt.weight.raw == "X")
        #expect(proposal.indicator("Gradimento delle famiglie")?.target.content == .text)
    }
}

@Suite("Labels that are lost throughout a document")
struct PlanWithoutLabelsTests {
    private func proposal(_ text: String) throws -> ImportProposal {
        Importer.propose(try SourceText(text: text), file: "piano.txt", kind: .piano, year: 2025)
    }

    @Test("Indicators by their forms, people by their grades, phases by their months: each told")
    func lostLabels() throws {
        let text = """
            Obiettivo operativo

            Rifare la piazza

            La piazza è rovinata.

            - progetto - da GENNAIO a MARZO
            - lavori - da APRILE a OTTOBRE

            Fattori critici

            I fondi arrivano tardi.

            Metri di selciato

            - data
            - quantità

            dimensione attesa

            400

            Alberi nuovi

            - data
            - quantità

            dimensione attesa

            12

            PROVA Tizia\tC1\t
            ESEMPIO Caio\tD2\t
            """
        let proposal = try proposal(text)
        let objective = try #require(proposal.objectives.first)
        #expect(objective.definition == "La piazza è rovinata.")
        #expect(objective.phases.map(\.title) == ["progetto", "lavori"])
        #expect(objective.criticalFactors == "I fondi arrivano tardi.")
        #expect(objective.indicators.map(\.name) == ["Metri di selciato", "Alberi nuovi"])
        #expect(objective.indicators.map { $0.target.raw } == ["400", "12"])
        #expect(objective.participants.map(\.grade) == ["C1", "D2"])
        #expect(proposal.findings(.headingAssumed).map(\.place.line) == [1, 7, 16, 23, 32])
        #expect(proposal.unread.isEmpty)
    }

    @Test("Rows that lost their cells: name, grade and task by the grade")
    func lostCells() throws {
        let text = """
            Obiettivo operativo

            Rifare la piazza

            Dipendenti coinvolti

            PROVA Tizia   C1   Sopralluoghi e misure
            ESEMPIO Caio   D2
            """
        let people = try proposal(text).objectives.first?.participants ?? []
        #expect(people.map(\.name) == ["PROVA Tizia", "ESEMPIO Caio"])
        #expect(people.map(\.grade) == ["C1", "D2"])
        #expect(people.map { $0.share?.raw } == ["Sopralluoghi e misure", nil])
    }

    @Test("A sector over a line whose label is lost is a sector; the line's heading is the line's")
    func lostOutline() throws {
        let text = """
            Linee strategiche

            01. UN BORGO VERDE

            Sindaca

            Il verde cresce.

            Performance dei settori

            02. TERRITORIO

            01. UN BORGO VERDE

            01.1 - PARCHI

            Obiettivo operativo

            Alberi nuovi

            Fattori critici

            La siccità.
            """
        let proposal = try proposal(text)
        #expect(proposal.parts.sectors.map(\.name) == ["TERRITORIO"])
        #expect(proposal.parts.plan?.lines.map(\.title) == ["UN BORGO VERDE"])
        #expect(proposal.objectives.map(\.sector) == ["TERRITORIO"])
        #expect(proposal.parts.plan?.lines.first?.strategicObjectives.map(\.code) == ["01.1"])
    }
}
