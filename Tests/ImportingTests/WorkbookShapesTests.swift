import Model
import Reading
import Testing

@testable import Importing

@Suite("Workbooks whose sheets say something themselves")
struct WorkbookShapesTests {
    private func read(_ sheets: [(name: String, rows: [String])]) -> ImportProposal {
        Importer.propose(workbook(sheets), file: "prova.xlsx")
    }

    @Test func aSheetForEachOfficeNamesTheOffice() {
        let head = "Obiettivo|Peso|Indicatore|Target|Consuntivo"
        let found = read([
            ("Tributi", ["Obiettivi 2024||||", head, "Recupero evasione|100|Avvisi emessi|400|412"]),
            ("Lavori pubblici", ["Obiettivi 2024||||", head, "Strade|100|Km asfaltati|12|14,5"]),
            ("Istruzioni", ["Compilare le colonne in grigio||||"]),
        ])
        #expect(
            found.objectives.map { [$0.title, $0.sector] } == [
                ["Recupero evasione", "Tributi"], ["Strade", "Lavori pubblici"],
            ])
    }

    @Test func aSheetForEachYearGivesTheYearOfItsFigures() {
        let found = read([
            (
                "2023",
                ["Servizio|Output|Quantità", "Anagrafe|Carte d'identità|2512", "Biblioteca|Prestiti|17220"]
            ),
            (
                "2024",
                ["Servizio|Output|Quantità", "Anagrafe|Carte d'identità|2610", "Biblioteca|Prestiti|18140"]
            ),
        ])
        #expect(found.parts.services.map(\.name) == ["Anagrafe", "Biblioteca"])
        let values = found.parts.services.map { $0.outputs.map { $0.values.mapValues(\.raw) } }
        #expect(values == [[[2023: "2512", 2024: "2610"]], [[2023: "17220", 2024: "18140"]]])
    }

    @Test func theTotalOfTheQuartersIsWhatWasReachedAndTheirStateIsNot() {
        let found = read([
            (
                "Monitoraggio",
                [
                    "Ente|Comune di Castelfiore||||||", "Anno|2025||||||",
                    "Obiettivo|Indicatore|Target|I trim.|II trim.|III trim.|Totale anno|Stato",
                    "Biblioteca aperta|Aperture serali|60|10|20|12|42|in corso",
                    "|Presenze|2400|500|800|610|1910|in corso",
                ]
            )
        ])
        #expect(found.objectives.flatMap(\.indicators).map(\.actual.raw) == ["42", "1910"])
        #expect(found.parts.municipalityName == "Comune di Castelfiore")
        #expect(found.parts.year == 2025)
    }

    @Test func aNoteBelowTheTableOfIndicatorsIsOfTheObjective() {
        let found = read([
            (
                "Scheda",
                [
                    "SCHEDA OBIETTIVO 2024|||", "Settore|Urbanistica|Dirigente|arch. G. H.",
                    "Obiettivo|Archivio digitale||", "Peso|35||", "Indicatore|Peso|Target|Risultato",
                    "Pratiche digitalizzate|60|800|655", "Tempo di ricerca|40|10|9",
                    "Note|Fornitura in ritardo||",
                ]
            )
        ])
        #expect(found.objectives.map(\.note) == ["Fornitura in ritardo"])
        #expect(found.objectives.flatMap(\.indicators).map(\.note) == ["", ""])
    }

    @Test func aSheetNamedAfterItsObjectiveIsNoOffice() {
        let head = "Obiettivo|Indicatore|Target|Consuntivo"
        let found = read([
            ("Verde urbano", ["PEG 2024|||", head, "Verde urbano|Alberi|80|75"]),
            ("Strade sicure", ["PEG 2024|||", head, "Strade sicure|Controlli|40|41"]),
        ])
        #expect(found.objectives.map(\.title) == ["Verde urbano", "Strade sicure"])
        #expect(found.objectives.allSatisfy { $0.sector.isEmpty })
    }

    @Test func whatStandsOverATableOfServicesIsNotOfItsFirst() {
        let found = read([
            (
                "Dati",
                [
                    "Finalità: rendere conto ai cittadini|||", "Servizio|Attività|2023|2024",
                    "Anagrafe|Certificati|4870|4510", "Biblioteca|Prestiti|17220|18140",
                ]
            )
        ])
        #expect(found.parts.services.map(\.name) == ["Anagrafe", "Biblioteca"])
        #expect(found.parts.services.allSatisfy { $0.remarks.isEmpty })
    }
}
