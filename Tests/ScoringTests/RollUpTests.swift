import BigInt
import Model
import Testing

@testable import Scoring

@Suite struct RollUpTests {
    private func score(_ objective: Objective, isClosed: Bool = false) -> ObjectiveScore {
        ObjectiveScore(of: objective, profile: ScoringProfile(), isClosed: isClosed)
    }

    @Test func aThirdAndASixthOfAHundredAreShownAsFifty() {
        // Achievements 100/3 and 200/3 with equal weights: the mean is 50, not 49,99….
        let objective = Making.objective("o", ["3|1|50", "3|2|50"])
        #expect(score(objective).achievement == Fraction(50))
        #expect(score(objective).displayed == ExactDecimal(50))
    }

    /// rows, each target/actual/weight | exact achievement | shown | weightSum
    @Test(arguments: [
        (["80|67|20", "1|1|25", "70|74|25", "90|100|30"], "96.75", "97", "100"),
        (["50|33|20", "70|72|25", "20|27|25", "90|100|30"], "93.2", "93", "100"),
        (["7|6|25", "70|100|25", "100|100|25", "35|36|25"], "675/7", "96", "100"),
        (["1|1|70", "50|0|30"], "70", "70", "100"),
        (["50|0|0", "70|100|37", "1|1|63"], "100", "100", "100"),
        (["1|1|27", "90|100|27", "100|50|28"], "6800/82", "83", "82"),
        (["4|3|1", "4|4|2"], "275/3", "92", "3"),
    ])
    func objectiveIsTheWeightedMeanOfUnroundedAchievements(
        rows: [String], exact: String, shown: String, sum: String
    ) {
        let result = score(Making.objective("o", rows))
        #expect(result.achievement == Making.fraction(exact))
        #expect(result.displayed?.description == shown)
        #expect(result.weightSum?.description == sum)
    }

    @Test func neutralisedWeightIsRescaledOntoTheOthers() {
        var objective = Making.objective("o", ["10|10|50", "10|5|30", "10|0|20"])
        objective.indicators[2].neutralisation = Neutralisation(reason: "gara deserta")
        let result = score(objective)
        #expect(result.achievement == Making.fraction("81.25"))
        #expect(result.members.map(\.share) == [Making.fraction("62.5"), Making.fraction("37.5"), nil])
        #expect(result.weightSum == .hundred)
        #expect(result.members[2].score.state == .neutralised(reason: "gara deserta"))
        let explanation = Explanation(of: objective, score: result)
        #expect(explanation.steps.filter { $0.formula == .rescaledWeight }.count == 2)
        #expect(explanation.steps.last?.formula == .displayed)
    }

    @Test func objectiveWithAllNeutralisedIsLeftOutOfItsLine() {
        let empty = Making.objective("empty", ["50|0|0"])
        let plan = Making.plan([Making.objective("full", ["10|8|100"]), empty])
        let result = PlanScore(plan, profile: ScoringProfile())
        #expect(result.objective(empty.id)?.state == .notAssessable(.allNeutralised))
        #expect(result.lines[0].displayed == ExactDecimal(80))
        #expect(result.lines[0].group.countedCount == 1)
    }

    @Test func missingActualIsLeftOutUntilTheYearIsClosed() {
        let objective = Making.objective("o", ["10|5|60", "10||40"])
        let open = score(objective)
        #expect(open.achievement == Fraction(50))
        #expect(open.isPartial)
        let closed = score(objective, isClosed: true)
        #expect(closed.achievement == Fraction(30))
        #expect(closed.members[1].score.state == .notReported)
        #expect(closed.members[1].score.displayed == nil)
        let steps = Explanation(of: objective, score: closed).steps
        #expect(steps.first?.formula == .countedAsNotReached)
    }

    @Test func objectiveWithoutAnyActualIsNotReportedAndNotZero() {
        let silent = Making.objective("silent", ["10||60", "10|n.d.|40"])
        #expect(score(silent).state == .notReported)
        var plan = Making.plan([silent, Making.objective("told", ["10|10|100"])])
        #expect(PlanScore(plan, profile: ScoringProfile()).municipality.displayed == .hundred)
        plan.isClosed = true
        #expect(PlanScore(plan, profile: ScoringProfile()).municipality.displayed == ExactDecimal(50))
    }

    @Test func withoutAnyWeightIndicatorsWeighAlike() {
        let result = score(Making.objective("o", ["10|5|", "10|10|"]))
        #expect(result.basis == .equal)
        #expect(result.achievement == Fraction(75))
        #expect(result.weightSum == nil)
    }

    @Test func aMissingWeightAmongWrittenOnesCountsNothing() {
        let result = score(Making.objective("o", ["10|5|70", "10|10|", "10|10|30"]))
        #expect(result.achievement == Fraction(65))
        #expect(result.members[1].written == nil)
    }

    @Test func textThatCannotBeScoredIsLeftOutEvenWhenClosed() {
        let objective = Making.objective("o", ["10|5|70", "10|in corso di verifica|30"])
        #expect(score(objective, isClosed: true).achievement == Fraction(50))
        #expect(score(objective, isClosed: true).isPartial)
    }

    @Test func lineShowsTwoDecimals() {
        let objectives = [100, 100, 100, 70, 100, 100, 100, 100].enumerated().map { index, value in
            Making.objective("o\(index)", ["100|\(value)|100"])
        }
        let line = PlanScore(Making.plan(objectives), profile: ScoringProfile()).lines[0]
        #expect(line.displayed?.description == "96.25")
    }

    @Test func weightedRollUpTakesTheObjectivesWeights() {
        var heavy = Making.objective("heavy", ["10|10|100"])
        heavy.weight = ExactDecimal(3)
        var light = Making.objective("light", ["10|0|100"])
        light.weight = ExactDecimal(1)
        var profile = ScoringProfile()
        let plan = Making.plan([heavy, light])
        #expect(PlanScore(plan, profile: profile).municipality.displayed == ExactDecimal(50))
        profile.rollUp = .weighted
        #expect(PlanScore(plan, profile: profile).municipality.displayed == ExactDecimal(75))
    }

    @Test func headsAndSectorsAreCreditedPerObjective() {
        var objectives = ["10|10|100", "10|5|100", "10|0|100"].enumerated().map {
            Making.objective("o\($0.offset)", [$0.element])
        }
        objectives[0].sector = "Settore Verde"
        objectives[1].sector = "SETTORE VERDE"
        objectives[2].sector = "Settore Blu"
        objectives[0].head = "Rossa A."
        objectives[2].head = "Rossa A."
        let result = PlanScore(Making.plan(objectives), profile: ScoringProfile())
        #expect(result.sectors.map(\.scope) == [.sector("Settore Verde"), .sector("Settore Blu")])
        #expect(result.sectors.map { $0.displayed?.description } == ["75", "0"])
        #expect(result.heads.map(\.scope) == [.head("Rossa A."), .head("")])
        #expect(result.heads[0].displayed == ExactDecimal(50))
        #expect(result.municipality.displayed == ExactDecimal(50))
    }

    @Test func strategicObjectivesTakeTheirOwnObjectives() {
        let aims = ["a", "b"].map { StrategicObjective(id: Making.id($0), title: $0) }
        var plan = Making.plan([
            Making.objective("o1", ["10|10|100"]), Making.objective("o2", ["10|4|100"]),
        ])
        plan.lines[0].strategicObjectives = aims
        plan.lines[0].objectives[1].strategicObjectiveID = aims[0].id
        let result = PlanScore(plan, profile: ScoringProfile())
        #expect(result.strategicObjectives.map { $0.displayed?.description } == ["40", nil])
    }

    @Test(arguments: [("33", "red"), ("34", "yellow"), ("74", "yellow"), ("74,5", "green"), ("75", "green")])
    func barometerFollowsTheFigureShown(actual: String, colour: String) {
        let indicator = Making.indicator(target: "100", actual: actual)
        let profile = ScoringProfile()
        let band = IndicatorScore(of: indicator, profile: profile).barometerBand(profile)
        #expect(band?.colour.rawValue == colour)
    }

    @Test func grossAmountsFollowFromNetOnes() {
        let profile = ScoringProfile()
        #expect(profile.gross(ofNet: ExactDecimal(66000)).description == "87318")
        #expect(profile.gross(ofNet: ExactDecimal(5291)).description == "6999.993")
        var book = ProjectBook(id: Making.id("book"), year: 2026)
        book.projects = ["30.000,00", "7.000,00", "da definire"].enumerated().map {
            var project = PerformanceProject(id: Making.id("p\($0.offset)"), title: "p")
            project.ownResources = ProjectAmount(net: ReportedValue(reading: $0.element))
            return project
        }
        let totals = ProjectTotals(book, profile: profile)
        #expect(totals.own.net == ExactDecimal(37000))
        #expect(totals.own.gross == ExactDecimal(48951))
        #expect(totals.own.count == 2)
        #expect(totals.own.unreadable == 1)
        #expect(totals.thirdParty.net == .zero)
    }
}
