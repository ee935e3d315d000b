import Foundation
import Model
import Sample
import Testing

@testable import Scoring

/// Assessments brought up to date after a change against assessments made from scratch.
@Suite struct ArchiveAssessmentTests {
    /// Words of which names and cells are made, so that names repeat and cells cannot be read now and then.
    private static let words = ["Alfa", "alfa", "Reclami", "Totale", "di cui paganti", "Tempo medio"]
    private static let cells = [
        "", "12", "80%", "0,85", "1.500", "3.5", "/", "n.d.", "10 + 6", "31/12/2022", "0", "400",
    ]

    private func cell(_ generator: inout Seeded) -> ReportedValue {
        if Bool.random(using: &generator) {
            return ReportedValue(reading: "\(Int.random(in: 0...900, using: &generator))")
        }
        return ReportedValue(reading: ArchiveAssessmentTests.cells.randomElement(using: &generator) ?? "")
    }

    private func word(_ generator: inout Seeded) -> String {
        ArchiveAssessmentTests.words.randomElement(using: &generator) ?? ""
    }

    /// A change of anything that an office edits or imports.
    private func change(_ content: inout ArchiveContent, _ generator: inout Seeded) {
        switch Int.random(in: 0...5, using: &generator) {
        case 0: changeOrganisation(&content, &generator)
        case 1, 2: changeService(&content, &generator)
        default:
            guard let year = content.plans.keys.sorted().randomElement(using: &generator),
                var plan = content.plans[year]
            else { return }
            changePlan(&plan, &generator)
            content.plans[year] = plan
            if Int.random(in: 0...3, using: &generator) == 0,
                let id = plan.objectives.flatMap(\.indicators).randomElement(using: &generator)?.id,
                let series = content.services.services.flatMap(\.series).randomElement(using: &generator)
            {
                content.choose(series: series.id, forActualOf: id, year: year)
            }
        }
    }

    private func changeOrganisation(_ content: inout ArchiveContent, _ generator: inout Seeded) {
        switch Int.random(in: 0...4, using: &generator) {
        case 0 where !content.municipality.sectors.isEmpty:
            content.municipality.sectors[0].name = word(&generator)
        case 1: content.municipality.profile.decreasingRule = .decreasingRatio
        case 2: content.municipality.profile.rollUp = Bool.random(using: &generator) ? .mean : .weighted
        case 3:
            for year in content.projects.keys.sorted() where content.projects[year]?.projects.isEmpty == false
            {
                content.projects[year]?.projects[0].title = word(&generator)
            }
        default:
            let findings = Checks.run(content: content)
            guard let finding = findings.randomElement(using: &generator),
                let day = CalendarDate(year: 2022, month: 1, day: 1)
            else { return }
            content.municipality.dismissals.append(
                Dismissal(
                    id: Making.id(finding.written), of: finding, reason: "Così è", author: "Ufficio",
                    date: day))
        }
    }

    private func changeService(_ content: inout ArchiveContent, _ generator: inout Seeded) {
        let count = content.services.services.count
        guard count > 0 else { return }
        let index = Int.random(in: 0..<count, using: &generator)
        var service = content.services.services[index]
        switch Int.random(in: 0...5, using: &generator) {
        case 0: service.name = word(&generator)
        case 1: content.services.services.swapAt(0, index)
        case 2 where count > 1:
            content.services.services.remove(at: index)
            return
        case 3 where !service.outputs.isEmpty:
            // A block taken from another table.
            service.users = service.outputs.map { series in
                var copy = Series(id: Making.id("\(series.id)\(index)"), name: word(&generator))
                copy.values = series.values
                return copy
            }
        case _ where !service.outputs.isEmpty:
            let row = Int.random(in: 0..<service.outputs.count, using: &generator)
            service.outputs[row].values[Int.random(in: 2018...2023, using: &generator)] = cell(&generator)
        default: service.remarks += "."
        }
        if let place = content.services.services.firstIndex(where: { $0.id == service.id }) {
            content.services.services[place] = service
        }
    }

    private func changePlan(_ plan: inout Plan, _ generator: inout Seeded) {
        guard let line = plan.lines.indices.randomElement(using: &generator),
            let objective = plan.lines[line].objectives.indices.randomElement(using: &generator)
        else { return }
        let kind = Int.random(in: 0...12, using: &generator)
        switch kind {
        case 0: plan.isClosed.toggle()
        case 1: plan.lines[line].title = word(&generator)
        case 2: plan.lines[line].objectives[objective].title = word(&generator)
        case 3: plan.lines[line].objectives[objective].sector = word(&generator)
        case 4: plan.lines[line].objectives.reverse()
        case 5: plan.lines[line].objectives.remove(at: objective)
        case 6: plan.paymentTimes = PaymentTimeAnswer(objectiveID: nil, shareOfResultPay: nil)
        case 7: plan.lines[line].printedAchievement = ReportedValue(reading: "96,25")
        case 8: for other in plan.lines.indices { plan.lines[other].objectives = [] }
        default: changeIndicator(&plan.lines[line].objectives[objective], &generator)
        }
    }

    private func changeIndicator(_ objective: inout Objective, _ generator: inout Seeded) {
        guard let index = objective.indicators.indices.randomElement(using: &generator) else { return }
        switch Int.random(in: 0...6, using: &generator) {
        case 0: objective.indicators[index].name = word(&generator)
        case 1: objective.indicators[index].target = cell(&generator)
        case 2: objective.indicators[index].weight = cell(&generator)
        case 3: objective.indicators[index].printed.achievement = cell(&generator)
        case 4: objective.indicators[index].neutralisation = Neutralisation(reason: "")
        default: objective.indicators[index].actual = cell(&generator)
        }
    }

    @Test(arguments: 0..<12)
    func anAssessmentAfterChangesEqualsOneFromScratch(seed: Int) throws {
        var generator = Seeded(state: UInt64(seed))
        var content = SampleArchive.content()
        let years = content.years
        var year = try #require(years.last)
        var assessment = ArchiveAssessment(content, year: year)
        var former = content
        for step in 0..<12 {
            let before = content
            switch Int.random(in: 0...9, using: &generator) {
            case 0: content = former
            case 1: year = years.randomElement(using: &generator) ?? year
            default:
                for _ in 0..<Int.random(in: 1...3, using: &generator) { change(&content, &generator) }
            }
            former = before
            assessment = assessment.updating(to: content, year: year)
            let all = Checks.run(content: content, year: year)
            try #require(assessment.findings == all, "step \(step)")
            try #require(assessment.openFindings == Checks.open(all, dismissals: content.dismissals))
            let scratch = content.plans[year].map { PlanScore($0, profile: content.profile(of: year)) }
            try #require(assessment.score?.municipality.displayed == scratch?.municipality.displayed)
            try #require(assessment.score?.lines.map(\.displayed) == scratch?.lines.map(\.displayed))
        }
    }
}
