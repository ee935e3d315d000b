import Model
import Testing

@testable import Scoring

@Suite struct PlanCheckTests {
    /// weights of one objective | what is told; the second objective is 50 + 50
    @Test(arguments: [
        ("33,33,34", ""), ("27,27,28", "error 82 → 100"), ("33,33,33", "warning 99 → 100"),
        ("14,14,14,14,14,14,14", "warning 98 → 100"), ("17,17,17,17,17,17", "warning 102 → 100"),
        ("30,30,39", "error 99 → 100"), ("50,51", "error 101 → 100"), ("0,37,63", ""), ("100", ""),
        ("60,50", "error 110 → 100"), ("50,,50", "warning 100 → "), ("50,da definire", "error 50 → 100"),
        ("50,X,50", ""), ("50,X,40", "error 90 → 100"), (",,", ""), ("0,0", ""), ("0.3,0.7", ""),
    ])
    func weights(weights: String, told: String) {
        let rows = weights.split(separator: ",", omittingEmptySubsequences: false)
            .map { "10|10|\($0.replacing(".", with: ","))" }
        let plan = Making.plan([Making.objective("o", rows), Making.objective("p", ["1|1|50", "1|1|50"])])
        let findings = Checks.run(content: Making.content(plan: plan)).told(.objectiveWeights)
        #expect(findings == (told.isEmpty ? [] : [told]), "\(weights)")
    }

    @Test func anObjectiveWithoutWeightIsToldWhereWeightsCount() {
        var municipality = Municipality(id: Making.id("m"), name: "Comune di Prova")
        var heavy = Making.objective("o", ["1|1|100"])
        heavy.weight = ExactDecimal(3)
        let plan = Making.plan([heavy, Making.objective("p", ["1|1|100"])])
        #expect(Checks.run(content: Making.content(plan: plan)).told(.objectiveWeights).isEmpty)
        municipality.profile.rollUp = .weighted
        let told = Checks.run(content: Making.content(plan: plan, municipality: municipality))
        #expect(told.told(.objectiveWeights) == ["warning  → "])
        #expect(told.first { $0.code == .objectiveWeights }?.place.path == ["Una linea", "p"])
    }

    @Test func neutralisedWeightMayStayWritten() {
        for rows in [["1|1|50", "1|1|30", "1|0|20"], ["1|1|60", "1|1|40", "1|0|20"]] {
            var objective = Making.objective("o", rows)
            objective.indicators[2].neutralisation = Neutralisation(reason: "gara deserta")
            let findings = Checks.run(content: Making.content(plan: Making.plan([objective])))
            #expect(findings.told(.objectiveWeights).isEmpty)
        }
    }

    @Test func multipliersNeedNotSumToAHundred() {
        let plan = Making.plan([
            Making.objective("o", ["1|1|1", "1|1|2"]), Making.objective("p", ["1|1|3", "1|1|1,5"]),
        ])
        #expect(Checks.run(content: Making.content(plan: plan)).told(.objectiveWeights).isEmpty)
    }

    /// achievements of objectives | printed | what is told
    @Test(arguments: [
        ([100, 100, 100, 70, 100, 100, 100, 100], "96,25%", ""),
        ([100, 100, 100, 70, 100, 100, 100, 100], "96,25", ""),
        ([100, 100, 100, 70, 100, 100, 100, 100], "96,3", ""),
        ([100, 100, 98], "100,00%", "error 100,00% → 99,33"),
        ([100, 50], "75%", ""), ([100, 50], "76%", "error 76% → 75"),
        ([100, 66, 67], "77,67", ""), ([100, 66, 67], "77,66", "error 77,66 → 77,67"),
    ])
    func lineAchievement(figures: [Int], printed: String, told: String) {
        var plan = Making.plan(
            figures.enumerated().map { Making.objective("o\($0.offset)", ["100|\($0.element)|100"]) })
        plan.lines[0].printedAchievement = ReportedValue(reading: printed)
        let findings = Checks.run(content: Making.content(plan: plan)).told(.lineAchievementMismatch)
        #expect(findings == (told.isEmpty ? [] : [told]))
    }

    @Test func aLineWithAMissingRowOrRoundedBeforeIsAWarning() {
        var cut = Making.plan([Making.objective("o", ["10|9|50"]), Making.objective("p", ["1|1|100"])])
        cut.lines[0].printedAchievement = ReportedValue(reading: "97,00%")
        #expect(
            Checks.run(content: Making.content(plan: cut)).told(.lineAchievementMismatch)
                == ["warning 97,00% → 95,00"])
        var rounded = Making.plan([
            Making.objective("o", ["7|6|100"]), Making.objective("p", ["1|1|100"]),
        ])
        rounded.lines[0].printedAchievement = ReportedValue(reading: "93,00%")
        #expect(
            Checks.run(content: Making.content(plan: rounded)).told(.lineAchievementMismatch)
                == ["warning 93,00% → 92,86"])
    }

    @Test func phaseOutOfTheYear() {
        var objective = Making.objective("o", [])
        let spans: [(String, Int, Int, Int, Int)] = [
            ("dentro", 2022, 1, 2022, 12), ("dopo", 2022, 11, 2023, 2), ("prima", 2021, 10, 2021, 12),
        ]
        objective.phases = spans.map { name, fromYear, from, toYear, to in
            var phase = Phase(id: Making.id(name), title: name)
            phase.timing = name
            phase.spans = [
                MonthSpan(from: Month(year: fromYear, number: from), to: Month(year: toYear, number: to))
            ]
            return phase
        }
        let plan = Making.plan([objective])
        #expect(
            Checks.run(content: Making.content(plan: plan)).told(.phaseOutOfYear)
                == ["warning dopo → 2022", "warning prima → 2022"])
        objective.tags = [.multiYear(phase: 1, of: 2)]
        #expect(
            Checks.run(content: Making.content(plan: Making.plan([objective]))).told(.phaseOutOfYear)
                == ["info dopo → 2022", "info prima → 2022"])
    }

    @Test(arguments: [
        ("fine lavori 31/09/22", "31/09/22 → 30/09/2022"), ("entro il 30/02/2022", "30/02/2022 → 28/02/2022"),
        ("entro il 31/12/2022", ""), ("art. 31/2001 e 30/13/22", ""), ("delibera 31/09", ""),
    ])
    func datesThatTheCalendarHasNot(timing: String, told: String) {
        var objective = Making.objective("o", [])
        var phase = Phase(id: Making.id("phase"), title: "lavori")
        phase.timing = timing
        objective.phases = [phase]
        let findings = Checks.run(content: Making.content(plan: Making.plan([objective])))
        #expect(findings.told(.valueUnreadable) == (told.isEmpty ? [] : ["warning \(told)"]))
        objective.phases = []
        objective.due = ReportedValue(reading: timing)
        let ofDue = Checks.run(content: Making.content(plan: Making.plan([objective])))
        #expect(ofDue.told(.valueUnreadable) == (told.isEmpty ? [] : ["warning \(told)"]))
    }

    @Test func paymentTimesAreAskedAndNotInferred() {
        var plan = Making.plan([Making.objective("Rispetto dei tempi di pagamento", ["30|30|100"])])
        let told = { (plan: Plan) in
            Checks.run(content: Making.content(plan: plan)).told(.paymentTimeObjective)
        }
        #expect(told(plan).isEmpty, "the law covers 2023 and later")
        plan.year = 2024
        #expect(told(plan) == ["warning  → "])
        plan.paymentTimes = PaymentTimeAnswer(objectiveID: nil, shareOfResultPay: nil)
        #expect(told(plan) == ["error  → "])
        let id = plan.objectives.first?.id
        plan.paymentTimes = PaymentTimeAnswer(objectiveID: id, shareOfResultPay: ExactDecimal(25))
        #expect(told(plan) == ["error 25% → 30%"])
        plan.paymentTimes = PaymentTimeAnswer(objectiveID: id, shareOfResultPay: ExactDecimal(30))
        #expect(told(plan).isEmpty)
        plan.paymentTimes = PaymentTimeAnswer(objectiveID: id, shareOfResultPay: nil)
        #expect(told(plan) == ["warning  → 30%"])
    }

    @Test func duplicateNames() {
        var objective = Making.objective("o", ["1|1|50", "1|1|50"])
        objective.indicators[0].name = "Numero di incontri"
        objective.indicators[1].name = "numero  di INCONTRI"
        var other = Making.objective("p", ["1|1|100"])
        other.indicators[0].name = "Numero di incontri"
        let findings = Checks.run(content: Making.content(plan: Making.plan([objective, other])))
        #expect(findings.told(.duplicateName) == ["warning numero  di INCONTRI → "])
        objective.indicators[1].formula = "incontri con le scuole"
        let told = Checks.run(content: Making.content(plan: Making.plan([objective, other])))
        #expect(told.told(.duplicateName).isEmpty)
    }
}
