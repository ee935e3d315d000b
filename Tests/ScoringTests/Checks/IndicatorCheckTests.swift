import Model
import Testing

@testable import Scoring

@Suite struct IndicatorCheckTests {
    private func findings(_ indicator: Indicator, isClosed: Bool = false) -> [Finding] {
        var objective = Making.objective("o", [])
        objective.indicators = [indicator]
        var plan = Making.plan([objective])
        plan.isClosed = isClosed
        return Checks.run(content: Making.content(plan: plan))
    }

    private func cells(_ row: String) -> [String] {
        row.split(separator: "|", omittingEmptySubsequences: false).map { String($0).trimmingWhitespace() }
    }

    /// target | actual | direction | printed deviation | expected; empty where it is right
    @Test(
        arguments: Making.rows(
            """
            80 | 97 | | 34 | 17
            200 | 242 | | 224 | 42
            85 | 88 | | 11 | 3
            7 | 41 | | 34 |
            141.554 | 132.706 | | -8.848 |
            1,20 | 1,60 | | 0,40 |
            1,20 | 1,60 | | 0,4 |
            1,15 | 1,28 | | 0,1 |
            50 | 0 | | -50 |
            50 | 0 | | 50 | -50
            10 | 2 | decreasing | 8 |
            10 | 2 | decreasing | -8 |
            10 | 2 | | 8 | -8
            80 | 67 | | -16,25% |
            80% | 67% | | -13% |
            80 | 67 | | -16% |
            31/12/2022 | 15/12/2022 | | -16 |
            31/12/2022 | 15/12/2022 | | 16 |
            31/12/2022 | 15/12/2022 | | 15 | -16
            80 | | | -80 |
            80 | in corso | | 3 |
            1.082.072 | 1.082.072 | | 0 |
            """))
    func deviation(row: String) {
        let cells = cells(row)
        var indicator = Making.indicator(
            target: cells[0], actual: cells[1], direction: Direction(rawValue: cells[2]))
        indicator.printed.deviation = ReportedValue(reading: cells[3])
        let expected = cells[4].isEmpty ? [] : ["error \(cells[3]) → \(cells[4])"]
        #expect(findings(indicator).told(.deviationMismatch) == expected, "\(row)")
    }

    /// target | actual | direction | weight | printed % | severity expected; empty where it is right
    @Test(
        arguments: Making.rows(
            """
            80 | 67 | | 20 | 84 |
            80 | 67 | | 20 | 83 | warning 84
            80 | 67 | | 20 | 83,75 |
            80 | 67 | | 20 | 83,8 |
            80 | 67 | | 20 | 83,7 | warning 83,8
            80 | 67 | | 20 | 48 | error 84
            7 | 6 | | 25 | 86 |
            50 | 33 | | 20 | 66 |
            75.000 | 72.072 | | 50 | 96 |
            80 | 78 | | 40 | 97 | warning 98
            100 | 157 | | 50 | 157 |
            100 | 157 | | 50 | 100 |
            100 | 157 | | 50 | 100,00% |
            50 | 0 | | 0 | 0 |
            50 | 0 | | 0 | 100 |
            50 | 0 | | 0 | 57 | warning 0
            50 | 0 | | 30 | 100 | error 0
            10 | 2 | decreasing | 50 | 100 |
            30 | 45 | decreasing | 50 | 0 |
            30 | 45 | decreasing | 50 | 67 | warning 0
            80 | | | 20 | 0 |
            """))
    func achievement(row: String) {
        let cells = cells(row)
        var indicator = Making.indicator(
            target: cells[0], actual: cells[1], weight: cells[3], direction: Direction(rawValue: cells[2]))
        indicator.printed.achievement = ReportedValue(reading: cells[4])
        let parts = cells[5].split(separator: " ")
        let expected = parts.count == 2 ? ["\(parts[0]) \(cells[4]) → \(parts[1])"] : []
        #expect(findings(indicator).told(.achievementMismatch) == expected, "\(row)")
    }

    @Test func aFigureOfAnotherRuleNamesThatRule() {
        var indicator = Making.indicator(target: "30", actual: "45", direction: .decreasing)
        indicator.printed.achievement = ReportedValue(reading: "67")
        let finding = findings(indicator).first { $0.code == .achievementMismatch }
        #expect(finding?.evidence["fits"] == "decreasing-ratio")
    }

    @Test func anOverrideMayBePrintedInsteadOfTheCalculatedFigure() throws {
        var indicator = Making.indicator(target: "80", actual: "40")
        let date = try #require(CalendarDate(year: 2023, month: 3, day: 1))
        indicator.scoreOverride = ScoreOverride(
            achievement: ExactDecimal(90), reason: "causa esterna", author: "Ufficio", date: date)
        for (printed, count) in [("90", 0), ("50", 0), ("70", 1)] {
            indicator.printed.achievement = ReportedValue(reading: printed)
            #expect(findings(indicator).told(.achievementMismatch).count == count, "\(printed)")
        }
    }

    /// target | actual | measure | closed | the codes told, with severity
    @Test(
        arguments: Making.rows(
            """
            80 | 67 | | no |
            80 | | | no | info reporting-incomplete
            80 | | | yes | warning reporting-incomplete
            80 | n.d. | | yes | warning reporting-incomplete
            | 67 | | no | warning target-missing
            0 | 3 | | no | warning target-zero
            non oltre 0 | 3 | | no | info target-zero
            0,0 | 3 | quantity | no | warning target-zero
            relazione | relazione fatta | | no | warning not-assessable
            n. 12 su 15 | n. 6 su 15 | | no | warning not-assessable
            (10) | (12) | | no | warning not-assessable
            sì | sì | | no |
            non meglio precisato | 3 | | no | warning value-unreadable
            30 giorni | 30 ore | timeliness | no | warning units-differ, info direction-doubtful
            100 € | 100% | | no | warning units-differ
            31/12/2031 | 30 | | no | warning units-differ
            80% | 0,85 | | no | warning value-ambiguous
            0,8 | 85% | | no | warning value-ambiguous
            85% | 0,85% | | no |
            80 | più di 80 | | no | info value-ambiguous
            80 | meno di 80 | | no | warning value-ambiguous
            80 | più di 40 | | no | warning value-ambiguous
            entro il 31/12/2031 | entro il 31/12/2031 | | no | info value-ambiguous
            2022 | 2023 | | no | warning value-ambiguous
            2.022 | 2.023 | | no |
            1990 | 2023 | | no |
            -10 | -20 | | no | warning not-assessable
            -10 | -5 | | no |
            relazione | 3 | | no | warning value-unreadable
            5 | 3 linee di ricerca | | no | warning value-unreadable
            5 | non realizzate | | no | warning not-assessable
            relazione | in corso | quantity | no | warning value-unreadable, warning value-unreadable
            sì | fatto | on-off | no |
            Regolamento | fatto | on-off | no |
            3,5 | 3.5 | | no | warning value-ambiguous
            1,5 | 1.480 | | no | warning value-ambiguous
            1.500 | 1.480 | | no |
            15 | 1.480 | | no |
            """))
    func readings(row: String) {
        let cells = cells(row)
        let indicator = Making.indicator(
            target: cells[0], actual: cells[1], weight: "100", measure: Measure(rawValue: cells[2]))
        let told = findings(indicator, isClosed: cells[3] == "yes")
            .map { "\($0.severity.rawValue) \($0.code.rawValue)" }
        #expect(told.joined(separator: ", ") == cells[4], "\(row)")
    }

    @Test func missingActualsAreToldOnlyOnceTheReportHasBegun() {
        let planned = Making.plan([Making.objective("o", ["10||50", "10||50"])])
        let told = Checks.run(content: Making.content(plan: planned))
        #expect(told.map(\.code) == [.reportingIncomplete])
        #expect(told.first?.place.kind == .plan)
        let begun = Making.plan([Making.objective("o", ["10||50", "10|5|50"])])
        #expect(
            Checks.run(content: Making.content(plan: begun)).told(.actualMissing) == ["info  → "])
    }

    @Test(arguments: [("", "", 1), ("gara deserta", "", 0), ("", "Il corso è rinviato", 0), (" ", " ", 1)])
    func neutralisedWithoutReason(reason: String, note: String, count: Int) {
        var indicator = Making.indicator(target: "50", actual: "0", weight: "0")
        indicator.neutralisation = reason.isEmpty ? nil : Neutralisation(reason: reason)
        indicator.note = note
        #expect(findings(indicator).filter { $0.code == .neutralisedWithoutReason }.count == count)
    }

    @Test func aFindingSaysWhereItIs() {
        var indicator = Making.indicator("Operatori formati", target: "80", actual: "97")
        indicator.printed.deviation = ReportedValue(reading: "34")
        indicator.sources["printed.deviation"] = Source(file: "relazione.txt", line: 164, text: "80\t97\t34")
        let place = findings(indicator).first { $0.code == .deviationMismatch }?.place
        #expect(place?.kind == .indicator)
        #expect(place?.path == ["Una linea", "o", "Operatori formati"])
        #expect(place?.entity == indicator.id)
        #expect(place?.field == "printed.deviation")
        #expect(place?.year == 2022)
        #expect(place?.file == "relazione.txt")
        #expect(place?.line == 164)
    }

    @Test func aCellThatWasLostPointsToItsIndicator() {
        var indicator = Making.indicator("Operatori formati", actual: "97")
        indicator.sources["name"] = Source(file: "piano.txt", line: 12, text: "Operatori formati")
        #expect(findings(indicator).first { $0.code == .targetMissing }?.place.line == 12)
    }

    @Test func answeredFindingsStayAwayUntilTheFiguresChange() throws {
        var indicator = Making.indicator(target: "80", actual: "97")
        indicator.printed.deviation = ReportedValue(reading: "34")
        let told = findings(indicator).filter { $0.code == .deviationMismatch }
        let date = try #require(CalendarDate(year: 2023, month: 3, day: 1))
        let dismissals = told.map {
            Dismissal(
                id: Making.id("d"), of: $0, reason: "refuso di stampa", author: "Ufficio", date: date)
        }
        #expect(Checks.open(told, dismissals: dismissals).isEmpty)
        indicator.printed.deviation = ReportedValue(reading: "35")
        let changed = findings(indicator).filter { $0.code == .deviationMismatch }
        #expect(Checks.open(changed, dismissals: dismissals).count == 1)
    }
}
