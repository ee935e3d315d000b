import Testing

@testable import Importing

@Suite("Labels are known by their words")
struct LabelReaderTests {
    @Test(
        "A label tells its term in many words",
        arguments: [
            ("Obiettivo (descrizione)", FieldTerm.objective), ("OBIETTIVO GESTIONALE", .objective),
            ("Obiettivo assegnato", .objective), ("Ob. operativo", .objective),
            ("Indicatore di risultato", .indicator), ("VALORE OBIETTIVO", .target),
            ("Risultato atteso", .target),
            ("TARGET ATTESO AL 31/12/2024", .target), ("Target consuntivo", .actual),
            ("Performance realizzata", .actual), ("Peso dell'obiettivo (%)", .objectiveWeight),
            ("Pesatura", .weight), ("peso ind.", .weight), ("Titolare E.Q.", .head),
            ("Responsabile P.O.", .head),
            ("Centro di responsabilità", .sector), ("Settore responsabile", .sector), ("U.O.", .sector),
            ("U.M.", .unit), ("% Raggiunta (da validare NdV)", .achievement), ("Scost. %", .deviation),
            ("Motivazioni scostamento", .note), ("Punto di partenza cd. Baseline 2021", .baseline),
            ("Target conseguito esercizio precedente", .baseline), ("Modalità di calcolo", .formula),
            ("Obiettivo strategico", .strategicObjective), ("Obiettivo di mandato n. 2", .line),
            ("Obiettivo PEG", .objective), ("Obiettivo di gestione", .objective),
            ("Programma PEG", .programme),
            ("Misuratore", .indicator), ("Indicatori di risultato attesi", .indicator),
            ("Valore da raggiungere", .target), ("Obiettivo atteso", .target),
            ("Risultato ottenuto", .actual),
            ("Rendicontazione", .actual), ("Soggetto responsabile", .head), ("Unità di servizio", .sector),
            ("Servizio comunale", .sector), ("Linea programmatica", .line), ("Asse", .line),
            ("Missione strategica", .line), ("P. %", .weight), ("Eventuali note", .note),
        ])
    func terms(_ label: String, _ term: FieldTerm) {
        let guess = LabelReader.guess(label)
        #expect(guess?.term == term)
        #expect((guess?.confidence ?? 0) >= 60)
    }

    @Test("A year, or the order of a year, stays with the label")
    func years() {
        #expect(LabelReader.guess("Target 2025")?.year == 2025)
        #expect(LabelReader.guess("Target 2° anno")?.yearOfPlan == 2)
    }

    @Test(
        "Sentences and names are no labels",
        arguments: [
            "pratiche evase rispetto al programma annuale", "Servizi alla persona", "Piano del verde urbano",
            "12,5",
        ])
    func sentences(_ text: String) {
        #expect((LabelReader.guess(text)?.confidence ?? 0) < 60)
    }

    @Test("Heads that are periods: years, ends of years, school years; other days are values")
    func periods() {
        #expect(PeriodHead("2023") == .year(2023))
        #expect(PeriodHead("al 31.12.2023") == .year(2023))
        #expect(PeriodHead("a.s. 2022/23") == .year(2022))
        #expect(PeriodHead("Settembre") == .month(9))
        #expect(PeriodHead("Settore") == nil)
        #expect(PeriodHead("12/05/2023") == nil)
    }
}
