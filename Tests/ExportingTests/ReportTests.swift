import Exporting
import Foundation
import Model
import Sample
import Scoring
import Testing

@Suite struct ScoreReportTests {
    private func plan(_ indicators: [Indicator]) -> Plan {
        var objective = Objective(id: UUID(naming: ["o"]), title: "Obiettivo")
        objective.indicators = indicators
        var line = StrategicLine(id: UUID(naming: ["l"]), title: "Linea")
        line.printedAchievement = ReportedValue(.text, raw: "96,50 %")
        line.objectives = [objective]
        var plan = Plan(id: UUID(naming: ["p"]), year: 2025)
        plan.lines = [line]
        return plan
    }

    private func indicator(_ name: String, target: String, actual: String, weight: String) -> Indicator {
        var indicator = Indicator(id: UUID(naming: [name]), name: name)
        indicator.target = ReportedValue(reading: target)
        indicator.actual = ReportedValue(reading: actual)
        indicator.weight = ReportedValue(reading: weight)
        indicator.sources[""] = Source(file: "f.txt", line: 248, text: "riga")
        return indicator
    }

    @Test func figuresAreExactWhereTheyHaveAnEnd() throws {
        let report = ScoreReport(
            plan([indicator("a", target: "80", actual: "78", weight: "40")]), profile: ScoringProfile())
        let line = try #require(report.lines.first)
        let own = try #require(line.objectives.first?.indicators.first)
        #expect(own.achievement == "97.5")
        #expect(own.displayed == "98")
        #expect(own.deviation == "-2")
        #expect(own.line == 248)
        #expect(line.objectives[0].achievement == "97.5")
        #expect(line.objectives[0].weightSum == "40")
        #expect(line.achievement == "97.5")
        #expect(line.printed == "96,50")
    }

    @Test func figuresWithoutAnEndAreRoundedAtSixDecimalsAndLinesAtTwo() throws {
        let report = ScoreReport(
            plan([indicator("a", target: "3", actual: "1", weight: "100")]), profile: ScoringProfile())
        #expect(report.lines[0].objectives[0].indicators[0].achievement == "33.333333")
        #expect(report.lines[0].achievement == "33.33")
    }

    @Test func whatIsMissingIsNullAndNeverZero() throws {
        let report = ScoreReport(
            plan([indicator("a", target: "n.d.", actual: "", weight: "100")]), profile: ScoringProfile())
        let own = try #require(report.lines[0].objectives[0].indicators.first)
        #expect(own.target == nil)
        #expect(own.actual == nil)
        #expect(own.achievement == nil)
        #expect(report.lines[0].achievement == nil)
        let text = String(decoding: try JSONText.bytes(of: report), as: UTF8.self)
        #expect(text.contains("\"actual\" : null"))
    }

    @Test func aReportIsReadBackTheSame() throws {
        let content = SampleArchive.content()
        let plan = try #require(content.plans[SampleArchive.year])
        let report = ScoreReport(plan, profile: content.municipality.profile)
        let bytes = try JSONText.bytes(of: report)
        #expect(try JSONDecoder().decode(ScoreReport.self, from: bytes) == report)
    }
}

@Suite struct CheckReportTests {
    @Test func aFindingWithoutAFileHasNullThere() throws {
        let place = Place(.line, path: ["Linea"])
        let finding = Finding(.lineAchievementMismatch, .error, at: place, written: "34", expected: "17")
        let report = CheckReport([finding])
        let text = String(decoding: try JSONText.bytes(of: report), as: UTF8.self)
        #expect(text.contains("\"file\" : null"))
        #expect(text.contains("\"code\" : \"line-achievement-mismatch\""))
        #expect(try JSONDecoder().decode(CheckReport.self, from: Data(text.utf8)) == report)
    }
}

@Suite struct PartTests {
    @Test func aYearLeavesOutTheOthersAndKeepsTheMaps() {
        var content = SampleArchive.content()
        content.plans[2024] = Plan(id: UUID(naming: ["2024"]), year: 2024)
        let part = content.part(PartSelection(of: content, year: 2024))
        #expect(Array(part.plans.keys) == [2024])
        #expect(part.projects.isEmpty)
        #expect(part.services == content.services)
    }

    @Test func nothingAskedForIsAll() {
        let content = SampleArchive.content()
        #expect(content.part(PartSelection(of: content)) == content)
    }
}
