import Foundation
import Model
import Reporting
import Sample
import Testing

@Suite struct AllegatoBTests {
    private func document(_ objectives: [Objective], isClosed: Bool = false, anonymous: Bool = false) throws
        -> ReportDocument
    {
        var options = PrintOptions()
        options.isAnonymous = anonymous
        return try ReportDocument(
            .allegatoB, of: InventedPlan.content(objectives, isClosed: isClosed), year: 2024, options: options
        )
    }

    /// The cells of the row that begins with a name, in any table of the document.
    private func row(_ name: String, in document: ReportDocument) -> [String] {
        let rows = document.tables.flatMap(\.rows).map { $0.cells.map(\.text.plain) }
        return rows.first { $0.first == name || $0.first?.hasPrefix(name + "\n") == true } ?? []
    }

    @Test(arguments: [PrintKind.allegatoB, .relazione])
    func everyObjectiveAndIndicatorOfTheSampleIsPrinted(kind: PrintKind) throws {
        let content = SampleArchive.content()
        let document = try ReportDocument(kind, of: content, year: SampleArchive.year)
        let plan = try #require(content.plans[SampleArchive.year])
        #expect(document.lacks(plan.lines.map(\.title) + plan.objectives.map(\.title)) == [])
        for indicator in plan.objectives.flatMap(\.indicators) {
            let words = [indicator.name, indicator.formula, indicator.purpose, indicator.note]
            let figures = [indicator.target, indicator.actual, indicator.weight].map(\.raw)
            #expect(document.lacks(words + figures) == [])
        }
    }

    @Test func achievementIsRoundedOnceAndSaidWithSignAndWord() throws {
        let indicator = InventedPlan.indicator("pratiche", target: "80", actual: "78")
        let document = try document([InventedPlan.objective("Sportello", [indicator])])
        #expect(row("pratiche", in: document) == ["pratiche", "80", "78", "-2", "100", "98%", "▲ Raggiunto"])
        #expect(row("Linea di prova", in: document) == ["Linea di prova", "1", "97,50%", "", "▲ Raggiunto"])
    }

    @Test(arguments: [
        ("1,20", "1,60", "0,40"), ("80", "78", "-2"), ("1,5", "2", "0,5"), ("2,50 €", "2,5", "0,00"),
    ])
    func deviationHasTheDecimalsOfItsFigures(target: String, actual: String, expected: String) throws {
        let indicator = InventedPlan.indicator("pratiche", target: target, actual: actual)
        let cells = row("pratiche", in: try document([InventedPlan.objective("Sportello", [indicator])]))
        #expect(cells.count > 3 && cells[3] == expected, "\(cells)")
    }

    /// A line or an objective without a title had an empty heading.
    @Test(arguments: [PrintKind.allegatoB, .piano])
    func whatHasNoTitleSaysSo(kind: PrintKind) throws {
        var content = InventedPlan.content([InventedPlan.objective("", [])])
        content.plans[2024]?.lines[0].title = ""
        let document = try ReportDocument(kind, of: content, year: 2024)
        #expect(!document.headings.contains { $0.text.isEmpty })
        #expect(document.headings.count { $0.text == "Senza titolo" } == 2)
    }

    @Test func resultsOfTheYearsBeforeStandBesideThoseOfTheLineWithTheSameTitle() throws {
        func content(of actual: String) -> ArchiveContent {
            let indicator = InventedPlan.indicator("pratiche", target: "80", actual: actual)
            return InventedPlan.content([InventedPlan.objective("Sportello", [indicator])])
        }
        var archive = content(of: "80")
        let actuals = [2022: "40", 2023: "60"]
        for (year, actual) in actuals {
            var plan = try #require(content(of: actual).plans[2024])
            plan.year = year
            archive.plans[year] = plan
        }
        let document = try ReportDocument(.allegatoB, of: archive, year: 2024)
        #expect(
            row("Linea di prova", in: document)
                == ["Linea di prova", "1", "50,00%", "75,00%", "", "100,00%", "▲ Raggiunto"])
        let charts = document.sections.flatMap(\.blocks).flatMap { block -> [TrendChart] in
            guard case .charts(let charts, _) = block else { return [] }
            return charts
        }
        #expect(
            charts.map { $0.series[0].points.map(\.label) } == [
                ["50%", "75%", "100%"], ["50%", "75%", "100%"],
            ])
        archive.plans[2023]?.lines[0].title = "Un'altra linea"
        let other = try ReportDocument(.allegatoB, of: archive, year: 2024)
        #expect(row("Linea di prova", in: other)[3] == "–", "a line of another title is another line")
    }

    @Test func achievementSetByHandStandsBesideTheCalculatedOne() throws {
        var indicator = InventedPlan.indicator("pratiche", target: "80", actual: "40")
        indicator.scoreOverride = ScoreOverride(
            achievement: ExactDecimal(90), reason: "guasto del sistema", author: "Autore di Prova",
            date: try #require(CalendarDate(year: 2025, month: 3, day: 4)))
        let document = try document([InventedPlan.objective("Sportello", [indicator])])
        #expect(row("pratiche", in: document).contains("90%a\ncalcolato 50%"))
        let note = "a Valutato 90% da Autore di Prova il 04/03/2025: guasto del sistema"
        #expect(document.texts.contains(note))
        #expect(document.texts.contains { $0.hasPrefix("Calcolato 50%. Valutato 90%") })
    }

    @Test func anonymousReportNamesNobody() throws {
        var indicator = InventedPlan.indicator("pratiche", target: "80", actual: "40")
        indicator.scoreOverride = ScoreOverride(
            achievement: ExactDecimal(90), reason: "guasto", author: "Autore di Prova",
            date: try #require(CalendarDate(year: 2025, month: 3, day: 4)))
        let document = try document([InventedPlan.objective("Sportello", [indicator])], anonymous: true)
        let texts = document.texts.joined(separator: "\n")
        #expect(!texts.contains("Responsabile di Prova"))
        #expect(!texts.contains("Autore di Prova"))
        #expect(texts.contains("guasto"))
    }

    @Test func neutralisedIndicatorsAreListedWithTheirReasons() throws {
        var told = InventedPlan.indicator("primo", target: "80", actual: "0", weight: "50")
        told.neutralisation = Neutralisation(reason: "gara sospesa")
        var untold = InventedPlan.indicator("secondo", target: "80", actual: "0", weight: "20")
        untold.neutralisation = Neutralisation(reason: "")
        let counted = InventedPlan.indicator("terzo", target: "10", actual: "10", weight: "30")
        let document = try document([InventedPlan.objective("Sportello", [told, untold, counted])])
        let list = try #require(document.tables.first { $0.title == "Indicatori nettizzati" })
        let rows = list.rows.map { $0.cells.map(\.text.plain) }
        #expect(
            rows == [
                ["Linea di prova"], ["Sportello", "primo", "gara sospesa"],
                ["Sportello", "secondo", "motivo non indicato"],
            ])
        #expect(row("primo", in: document).contains("nettizzato"))
        #expect(row("Linea di prova", in: document).contains("100,00%"))
    }

    @Test func missingActualIsToBeReportedUntilTheYearIsClosed() throws {
        let indicators = [
            InventedPlan.indicator("uno", target: "10", actual: "", weight: "50"),
            InventedPlan.indicator("due", target: "10", actual: "10", weight: "50"),
        ]
        let open = try document([InventedPlan.objective("Sportello", indicators)])
        #expect(row("uno", in: open).contains("da rendicontare"))
        #expect(row("Linea di prova", in: open).contains("100,00%"))
        #expect(
            open.texts.contains { $0.contains("Il dato è parziale: senza 1 indicatore da rendicontare.") })
        let closed = try document([InventedPlan.objective("Sportello", indicators)], isClosed: true)
        #expect(row("Linea di prova", in: closed).contains("50,00%"))
    }

    @Test func changesOfTheYearAreToldWithTheirReasons() throws {
        var objective = InventedPlan.objective(
            "Sportello", [InventedPlan.indicator("uno", target: "1", actual: "1")])
        objective.reprogrammings = [
            Reprogramming(
                id: UUID(naming: ["change"]), date: CalendarDate(year: 2024, month: 7, day: 1),
                change: "target da 2 a 1", reason: "personale ridotto")
        ]
        let texts = try document([objective]).texts
        #expect(texts.contains("01/07/2024: target da 2 a 1 – personale ridotto"))
    }

    @Test func yearWithoutPlanIsRefused() {
        #expect(throws: PrintError.noPlan(year: 1999)) {
            try ReportDocument(.allegatoB, of: InventedPlan.content([]), year: 1999)
        }
    }
}
