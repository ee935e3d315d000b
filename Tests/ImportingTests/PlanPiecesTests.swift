import Model
import Testing

@testable import Importing

@Suite("The small readings of a plan")
struct PlanPiecesTests {
    @Test(
        "References at the start of a title",
        arguments: [
            ("Rif. DUP 1.1.1. - 1.1.5", ["1.1.1", "1.1.5"], ""),
            ("rif DUP 1.2.4 Titolo", ["1.2.4"], "Titolo"),
            ("ref. DUP 4.6.1. Titolo del progetto", ["4.6.1"], "Titolo del progetto"),
            ("Rif. Dup 2.1.5 (anche 2.5.1 e 2.5.2)", ["2.1.5", "2.5.1", "2.5.2"], ""),
            ("Rif. DUP (03.01.02 e 3.01.04) TITOLO", ["03.01.02", "3.01.04"], "TITOLO"),
            ("Rif DUP 1.2.4 - DUP 10.1.8 - DUP 8.1.9", ["1.2.4", "10.1.8", "8.1.9"], ""),
            ("Rif. DUP 4.1.9 - 6.1.15: Titolo", ["4.1.9", "6.1.15"], "Titolo"),
            ("Rif. DUP 1.2 Titolo", ["1.2"], "Titolo"),
            ("Rif. DUP 06.01.08 - OBIETTIVO DI X", ["06.01.08"], "OBIETTIVO DI X"),
        ])
    func references(text: String, codes: [String], rest: String) {
        let found = PlanReferences.read(text)
        #expect(found?.codes == codes)
        #expect(found?.rest == rest)
    }

    @Test(
        "No references",
        arguments: [
            "Rif. di legge 1.2.3", "Riferimento DUP", "Il DUP 2025", "1.2.3 Titolo",
            "Rif. DUP del 31.12.2025",
        ])
    func noReferences(text: String) {
        #expect(PlanReferences.read(text) == nil)
    }

    @Test(
        "Marks of an objective",
        arguments: [
            ("OBIETTIVO PLURIENNALE (FASE 1)", [Model.Tag.multiYear(phase: 1, of: nil)]),
            ("(Obiettivo pluriennale 2025-2027 - FASE 2)", [.multiYear(phase: 2, of: nil)]),
            (
                "OBIETTIVO DI SEMPLIFICAZIONE PLURIENNALE - Fase 1/3",
                [.simplification, .multiYear(phase: 1, of: 3)]
            ),
            ("Obiettivo biennale, fase 1 di 2", [.multiYear(phase: 1, of: 2)]),
            ("OBIETTIVO DI FORMAZIONE E DI PARI OPPORTUNITA'", [.training, .equalOpportunities]),
            (
                "OBIETTIVO DI PREVENZIONE DELLA CORRUZIONE E PER LA TRASPARENZA",
                [.anticorruption, .transparency]
            ),
            ("OBIETTIVO DI PNRR - TRANSIZIONE DIGITALE", [.pnrr, .digitalisation]),
            ("OBITTIVO DI ACCESSIBILITÀ E DIGITALIZZAZIONE", [.accessibility, .digitalisation]),
            ("OBIETTIVO DI MIGLIORAMENTO", [.improvement]), ("Obiettivo intersettoriale", [.crossSector]),
        ])
    func tags(text: String, expected: [Model.Tag]) {
        #expect(PlanTags.whole(text)?.tags == expected)
    }

    @Test(
        "Sentences and titles are no marks",
        arguments: [
            "Formazione del personale", "L'obiettivo è la formazione", "Obiettivo formazione dei giovani",
            "FASE 1 - Analisi", "OBIETTIVO PLURIENNALE DI RIGENERAZIONE - FASE 2",
        ])
    func noTags(text: String) {
        #expect(PlanTags.whole(text) == nil)
    }

    @Test(
        "A title behind marks in capitals on its line",
        arguments: [
            ("OBIETTIVO DI MIGLIORAMENTO E PLURIENNALE - FASE 2 Curare i parchi", "Curare i parchi"),
            ("OBIETTIVO PNRR A scuola insieme", "A scuola insieme"),
            ("OBIETTIVO DI FORMAZIONE: Corsi per tutti", "Corsi per tutti"),
            ("OBIETTIVO DI PULIZIA Curare i parchi", nil), ("Obiettivo pluriennale Curare i parchi", nil),
            ("OBIETTIVO DI MIGLIORAMENTO dei parchi", nil), ("OBIETTIVO PLURIENNALE", nil),
        ] as [(String, String?)])
    func leading(title: String, expected: String?) {
        #expect(PlanTags.afterLeading(title) == expected)
    }

    @Test(
        "A title without the marks at its end",
        arguments: [
            ("Pagare in tempo - OBIETTIVO INTERSETTORIALE", "Pagare in tempo"),
            ("ALBERI - OBIETTIVO PLURIENNALE (FASE 1)", "ALBERI"),
            ("Un obiettivo nuovo", "Un obiettivo nuovo"),
            ("OBIETTIVO BIENNALE - ALBERI (FASE 1)", "OBIETTIVO BIENNALE - ALBERI (FASE 1)"),
        ])
    func trailingMarks(title: String, expected: String) {
        #expect(PlanTags.withoutTrailing(title) == expected)
    }

    @Test("A told phase takes the place of an untold one")
    func mergedTags() {
        var tags: [Model.Tag] = [.multiYear(phase: nil, of: nil), .pnrr]
        PlanTags.merge([.multiYear(phase: 2, of: 3), .pnrr, .training], into: &tags)
        #expect(tags == [.multiYear(phase: 2, of: 3), .pnrr, .training])
    }

    @Test(
        "Goals of Agenda 2030",
        arguments: [
            ("(Agenda 2030: Goal 7 energia; Goal 11 - città)", [7, 11]),
            ("Agenda 2030: 4, 11 e 13", [4, 11, 13]),
            ("Agenda 2030 - obiettivo n. 5", [5]),
        ])
    func goals(text: String, expected: [Int]) {
        #expect(SustainableGoals.read(text) == expected)
    }

    @Test("A sentence that speaks of the Agenda, and goals that there are not")
    func noGoals() {
        #expect(SustainableGoals.read("Uno dei goal 5 dell'Agenda 2030") == nil)
        #expect(SustainableGoals.read("Agenda 2030: Goal 18") == nil)
        #expect(SustainableGoals.read("Agenda 2030") == nil)
    }

    @Test(
        "Headings with their number",
        arguments: [
            ("05. SERVIZI", "05", "SERVIZI", ""), ("06.TERRITORIO", "06", "TERRITORIO", ""),
            ("01.2 - Conti in ordine", "01.2", "Conti in ordine", ""), ("2.1 Strade", "2.1", "Strade", ""),
            ("Settore 3 – Tributi", "3", "Tributi", "settore"),
            ("Settore IV: Scuola", "IV", "Scuola", "settore"),
            ("Area n. 2 Tecnica", "2", "Tecnica", "area"),
        ])
    func headings(text: String, code: String, title: String, word: String) {
        #expect(CodedHeading.read(text) == CodedHeading(code: code, title: title, word: word))
    }

    @Test(
        "No heading", arguments: ["3 strade nuove", "31/12/2025", "1234. Titolo", "05.", "Settore tecnico"])
    func noHeading(text: String) {
        #expect(CodedHeading.read(text) == nil)
    }

    @Test(
        "Names of people",
        arguments: [
            ("PROVA Tizia", true), ("Tizia Prova", true), ("D'ESEMPIO Gaia Maria", true),
            ("DI PROVA Caio", true),
            ("Prova", false), ("PROVA Tizia C1", false), ("Rilievo delle strade comunali.", false),
            ("Attività di controllo", false), ("31/12/2025", false),
        ])
    func names(text: String, expected: Bool) {
        #expect(ParticipantReader.isName(text) == expected)
    }

    @Test(
        "Grades of the contract",
        arguments: [
            ("C4", true), ("D", true), ("B3S", true), ("Cat. C", true), ("Istruttore direttivo", true),
            ("Funzionario ed EQ", true), ("E4", false), ("Caio", false), ("", false),
        ])
    func grades(text: String, expected: Bool) {
        #expect(ParticipantReader.isGrade(text) == expected)
    }
}

@Suite("Labels of a plan, and sentences that begin like them")
struct PlanLabelTests {
    @Test(
        "Labels with what follows",
        arguments: [
            ("Obiettivo operativo", FormTerm.objective, ""), ("Obiettivo n. 3: Strade", .objective, "Strade"),
            ("Fatori critici", .factors, ""),
            ("CRONOPROGRAMMA FASI E TEMPI: FASE 1 - x", .phases, "FASE 1 - x"),
            ("dimensione attesa 2", .target(.quantity), "2"), ("% prevista -5", .target(.percentage), "-5"),
            ("data prevista 30/09/2025", .target(.date), "30/09/2025"), ("Target: -5", .target(nil), "-5"),
            ("da realizzare entro il 31/12/2025", .due, "31/12/2025"), ("Valore atteso", .target(nil), ""),
            ("Indicatore di efficacia: % strade", .indicator, "% strade"), ("Peso: X", .field(.weight), "X"),
            ("Dato partenza 2024: 12", .field(.baseline), "12"), ("indirizzo strategico", .line, ""),
            ("obiettivi operativi", .objectiveList, ""), ("Indirizzi strategici", .linesPart, ""),
        ])
    func labels(text: String, term: FormTerm, rest: String) {
        let label = FormLabel.find(in: text)
        #expect(label?.term == term)
        #expect(label?.rest == rest)
    }

    @Test("The dimension, the year and the number in a label")
    func details() {
        #expect(FormLabel.find(in: "indicatore di attività/processo")?.dimension == .activity)
        #expect(FormLabel.find(in: "indicatore di eficacia")?.dimension == .effectiveness)
        #expect(FormLabel.find(in: "indicatore di eficacia")?.misspelt == "efficacia")
        #expect(FormLabel.find(in: "indicatore di")?.dimension == nil)
        #expect(FormLabel.find(in: "TARGET 2026")?.year == 2026)
        #expect(FormLabel.find(in: "SCHEDA OBIETTIVO N. 12")?.code == "12")
    }

    @Test(
        "Sentences",
        arguments: [
            "Obiettivo è la cura del verde", "Obiettivo 3 strade nuove", "Indicatore dei tempi di attesa",
            "Il target atteso", "Dimensioni attese dei locali", "Rispetto tempi e fasi del progetto",
            "Fase 1: Rilievo",
            "Settore 1. Servizi interni", "% rispetto fasi e tempi",
        ])
    func sentences(text: String) {
        #expect(FormLabel.find(in: text) == nil)
    }

    @Test(
        "Choices of a form",
        arguments: [
            ("- data", Measure.date, Bool?.none), ("● quantità", .quantity, true),
            ("○ percentuale", .percentage, false),
            ("[x] tempestività", .timeliness, true), ("☐ sì/no", .onOff, false),
            ("percentuale", .percentage, nil),
        ])
    func choices(text: String, measure: Measure, isMarked: Bool?) {
        let choice = FormLexer.choice(text)
        #expect(choice?.0 == measure)
        #expect(choice?.1 == isMarked)
    }

    @Test("The year of a plan: of its title, else the one that most lines name")
    func years() throws {
        func year(_ lines: String) throws -> Int? {
            let text =
                lines + "\n\nObiettivo operativo\n\nUna strada\n\nFasi\n\nscavo\n\nFattori critici\n\npioggia"
            return Importer.propose(try SourceText(text: text), file: "a.txt", kind: .piano).parts.year
        }
        #expect(try year("P.I.A.O. 2024-2026\n\nentro il 31/12/2025") == 2024)
        #expect(try year("entro il 31/12/2025\nentro il 30/06/2025\nentro il 31/12/2026") == 2025)
        #expect(try year("senza anno") == nil)
    }

    @Test("A plan that names no year is told, and takes the user's")
    func noYear() throws {
        let text =
            "Obiettivo operativo\n\nUna strada\n\nIndicatore di efficacia\n\nMetri di strada\n\nFattori critici"
        let source = try SourceText(text: text)
        let without = Importer.propose(source, file: "a.txt", kind: .piano)
        #expect(without.parts.year == nil)
        #expect(without.findings(.yearAssumed).count == 1)
        let with = Importer.propose(source, file: "a.txt", kind: .piano, year: 2027)
        #expect(with.parts.plan?.year == 2027)
        #expect(with.findings(.yearAssumed).isEmpty)
    }
}
