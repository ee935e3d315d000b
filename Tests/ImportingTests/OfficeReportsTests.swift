import Model
import Reading
import Testing

@testable import Importing

/// Columns of reports that hold two values, days, or the years of what stands beside them.
@Suite("Columns of reports as offices name them")
struct OfficeReportsTests {
    /// Name, target, actual and baseline of each indicator.
    private func read(_ rows: [String]) -> [String] {
        Importer.propose(workbook([("Foglio1", rows)]), file: "a.xlsx").objectives.flatMap(\.indicators).map {
            indicator in
            [
                indicator.name, indicator.target.raw, indicator.actual.raw,
                indicator.baseline?.raw ?? "",
            ]
            .joined(separator: "|")
        }
    }

    @Test(
        "What was to be reached and what was reached in one column",
        arguments: [
            ["Atteso / Conseguito", "40 / 36", "85% / 90%"], ["Target/Realizzato", "40/36", "85%/90%"],
            ["Previsto – Realizzato", "40 – 36", "85% – 90%"],
            ["Programmato e consuntivo", "40 / 36", "85% / 90%"],
        ])
    func pairs(_ column: [String]) {
        #expect(
            read([
                "Relazione sulla performance 2025|||||", "N.|Obiettivo|Peso|Indicatore|\(column[0])|% ragg.",
                "1.1|Orti urbani|60|Lotti affidati|\(column[1])|90%",
                "1.2|Canile aperto|40|Cani adottati|\(column[2])|100%",
            ]) == ["Lotti affidati|40|36|", "Cani adottati|85%|90%|"])
    }

    @Test("One value where two belong is of neither")
    func oneOfTwo() {
        #expect(
            read([
                "Relazione sulla performance 2025|||", "N.|Obiettivo|Indicatore|Atteso / Conseguito",
                "1.1|Orti urbani|Lotti affidati|40 / 36", "1.2|Canile aperto|Cani adottati|85% / 90%",
                "1.3|Fontane|Fontane riaperte|7",
            ]) == ["Lotti affidati|40|36|", "Cani adottati|85%|90%|", "Fontane riaperte|||"])
    }

    @Test("What the year’s last day says was reached, and words beside it were not")
    func states() {
        let head = "Ob.|Titolo|Indicatore|Target 2025|I SAL (30/06)|II SAL (31/12)|Stato"
        #expect(
            read([
                "Stato di avanzamento 2025||||||", head,
                "1.1|Orti urbani|Lotti affidati|40||36|Non raggiunto",
                "1.2|Canile aperto|Cani adottati|85||90|Raggiunto",
            ]) == ["Lotti affidati|40|36|", "Cani adottati|85|90|"])
        #expect(
            read([
                "Stato di avanzamento 2025||||||", head,
                "1.1|Orti urbani|Lotti affidati|40|12|36|Non raggiunto",
                "1.2|Canile aperto|Cani adottati|85|50|90|Raggiunto",
            ]) == ["Lotti affidati|40|36|", "Cani adottati|85|90|"])
    }

    @Test("The year beside a target is none; where targets are of different years nothing is taken")
    func yearsOfValues() {
        let head = [
            "Piano 2026|||||||", "Codice|Obiettivo|Indicatore|Baseline||Target||",
            "|||Valore|Anno|Valore|Anno|",
        ]
        #expect(
            read(
                head + [
                    "1.1|Orti urbani|Lotti affidati|36|2025|40|2026|",
                    "1.2|Canile aperto|Regole approvate|||30/09/2026|2026|",
                ]) == ["Lotti affidati|40||36", "Regole approvate|30/09/2026||"])
        #expect(
            read(
                head + [
                    "1.1|Orti urbani|Lotti affidati|36|2025|40|2026|",
                    "1.2|Canile aperto|Cani adottati|85|2025|95|2028|",
                ]) == [])
    }
}
