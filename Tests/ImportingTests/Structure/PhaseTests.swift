import Model
import Testing

@testable import Importing

@Suite("Phases of an objective, in a list or a table of any layout")
struct PhaseTests {
    private func phases(_ rows: String...) throws -> [Phase] {
        let text = (["SCHEDA OBIETTIVO N. 1", "Obiettivo: Verde pubblico", "Settore: Ambiente"] + rows)
            .joined(separator: "\n")
        let found = try Importer.propose(bytes: Array(text.utf8), file: "prova.txt", year: 2031)
        #expect(found.objectives.map(\.title) == ["Verde pubblico"])
        #expect(found.parts.services.isEmpty)
        return found.objectives.first?.phases ?? []
    }

    private func months(_ phase: Phase) -> [String] {
        phase.spans.map { "\($0.from.number)-\($0.to.number)/\($0.to.year)" }
    }

    @Test("Items below their label, with their months or without", arguments: ["Fasi:", "Azioni:", "Fasi"])
    func items(label: String) throws {
        let found = try phases(
            label, "1. scelta delle piante (gennaio - marzo)", "2) gara entro il 30/06/2031", "- collaudo",
            "", "Questa riga parla d'altro.")
        #expect(found.map(\.title) == ["scelta delle piante", "gara", "collaudo"])
        #expect(found.map(months) == [["1-3/2031"], ["6-6/2031"], []])
    }

    @Test(
        "Begin and end in columns, as days or months",
        arguments: [
            ("Fase\tData inizio\tData fine", "Gara\t01/01/2031\t31/03/2031"),
            ("N.\tDescrizione\tInizio\tFine", "1\tGara\tgennaio\tmarzo"),
            ("Azione\tInizio azione\tTermine di conclusione", "Gara\tgennaio 2031\tmarzo 2031"),
        ])
    func columns(head: String, row: String) throws {
        let found = try phases("", head, row)
        #expect(found.map(\.title) == ["Gara"])
        #expect(found.map(months) == [["1-3/2031"]])
    }

    @Test("A column a month, the months of a phase marked")
    func calendar() throws {
        let found = try phases(
            "", "Attività\tGen\tFeb\tMar\tApr\tMag\tGiu", "Analisi\tX\tX\t\t\t\t", "Lavori\t\t\t\tX\tX\tX")
        #expect(found.map(\.title) == ["Analisi", "Lavori"])
        #expect(found.map(months) == [["1-2/2031"], ["4-6/2031"]])
    }

    @Test("Days in months that touch are times of their own, though one row of marks shows them")
    func daysBesideMarks() throws {
        let found = try phases(
            "", "Attività\tTempi\tGen\tFeb\tMar\tApr\tMag\tGiu",
            "Consegne\t31/03/2031; 30/04/2031\t\t\tX\tX\t\t", "Lavori\t\tX\tX\t\t\t\t")
        #expect(found.map(\.title) == ["Consegne", "Lavori"])
        #expect(found.map(months) == [["3-3/2031", "4-4/2031"], ["1-2/2031"]])
    }

    @Test("Months with figures are a service's series, not phases")
    func figures() throws {
        let text = "SERVIZIO VERDE\n\nAttività\tGen\tFeb\tMar\tApr\tTotale\nalberi\t1\t2\t3\t4\t10\n"
        let found = try Importer.propose(bytes: Array(text.utf8), file: "prova.txt", year: 2031)
        #expect(found.objectives.isEmpty)
        #expect(found.parts.services.first?.outputs.first?.values[2031]?.raw == "10")
    }
}
