import Foundation
import Model
import Testing

@testable import Scoring

/// How much speaks for it that two indicators are one measure.
@Suite struct IndicatorMatchTests {
    private static let words = [
        "pratiche", "evase", "tempo", "medio", "di", "rilascio", "utenti", "serviti", "Sportello", "quota",
        "ore",
    ]

    private func planned(_ indicator: Indicator, objective: String = "Obiettivo") -> PlannedIndicator {
        PlannedIndicator(year: 2024, line: "", objective: objective, sector: "", indicator: indicator)
    }

    private func random(_ generator: inout Seeded) -> PlannedIndicator {
        func text(_ generator: inout Seeded) -> String {
            (0..<Int.random(in: 0...5, using: &generator)).compactMap { _ in
                Self.words.randomElement(using: &generator)
            }.joined(separator: " ")
        }
        var indicator = Indicator(id: UUID(), name: text(&generator))
        indicator.formula = text(&generator)
        indicator.measure =
            Bool.random(using: &generator) ? Measure.allCases.randomElement(using: &generator) : nil
        if Bool.random(using: &generator) { indicator.target = ReportedValue(reading: "80%") }
        return planned(indicator, objective: text(&generator))
    }

    @Test(arguments: 0..<200) func theScoreIsSymmetricWithinBoundsAndFullForTheSame(seed: Int) {
        var generator = Seeded(state: UInt64(seed))
        let (left, right) = (random(&generator), random(&generator))
        let score = IndicatorMatch.score(left, right)
        #expect((0...100).contains(score))
        #expect(score == IndicatorMatch.score(right, left))
        #expect(IndicatorMatch.score(left, left) == 100)
        var shouted = left.indicator
        shouted.name = shouted.name.uppercased() + "."
        let loud = planned(shouted, objective: left.objective)
        #expect(IndicatorMatch.score(loud, right) == score)
    }

    @Test func aWordMoreSpeaksLittleAgainstAndAnotherThingMuch() {
        let own = planned(Making.indicator("N. pratiche evase entro i termini"))
        let alike = planned(Making.indicator("Numero pratiche evase nei termini"))
        let other = planned(Making.indicator("Bambini iscritti al nido"), objective: "Altro")
        #expect(IndicatorMatch.score(own, alike) > 75)
        #expect(IndicatorMatch.score(own, other) < IndicatorMatch.least)
    }

    @Test func eachFormerIndicatorIsProposedOnceAndWhatIsDecidedNotAtAll() throws {
        let former = ["Pratiche evase", "Tempo medio di rilascio", "Utenti serviti"].map {
            Making.indicator($0)
        }
        var decided = Indicator(id: Making.id("d"), name: "Utenti serviti")
        decided.continuity = Continuity(indicatorID: nil)
        var taken = Indicator(id: Making.id("t"), name: "Altro nome")
        taken.continuity = Continuity(indicatorID: former[2].id)
        let twins = ["p1", "p2"].map { Indicator(id: Making.id($0), name: "Pratiche evase") }
        let late = Indicator(id: Making.id("r"), name: "Tempo medio per il rilascio")
        let content = IndicatorLinksTests.content([2023: former, 2024: twins + [late, decided, taken]])
        let proposals = IndicatorMatch.proposals(year: 2024, in: content)
        #expect(proposals.map(\.id) == [Making.id("p1"), Making.id("r")])
        #expect(proposals.map(\.match.former.indicator.id) == [former[0].id, former[1].id])
        #expect(proposals[0].match.score == 100)
        #expect(IndicatorMatch.proposals(year: 2024, in: content, least: 100).map(\.id) == [Making.id("p1")])
        let candidates = IndicatorMatch.candidates(for: Making.id("r"), year: 2024, in: content)
        #expect(candidates.first?.former.indicator.id == former[1].id)
        #expect(IndicatorMatch.candidates(for: former[0].id, year: 2023, in: content).isEmpty)
    }
}
