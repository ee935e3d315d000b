import Foundation
import Model
import Testing

@testable import Scoring

/// Indicators through the plans of several years.
@Suite struct IndicatorLinksTests {
    /// A content with a plan of each year, of indicators with these names and decisions.
    static func content(_ plans: [Int: [Indicator]]) -> ArchiveContent {
        var content = ArchiveContent(
            municipality: Municipality(id: Making.id("ente"), name: "Comune di Prova"),
            services: ServiceCatalogue(id: Making.id("servizi")))
        for (year, indicators) in plans {
            var objective = Objective(id: Making.id("obiettivo \(year)"), title: "Obiettivo")
            objective.indicators = indicators
            var line = StrategicLine(id: Making.id("linea \(year)"), title: "Linea")
            line.objectives = [objective]
            var plan = Plan(id: Making.id("piano \(year)"), year: year)
            plan.lines = [line]
            content.plans[year] = plan
        }
        return content
    }

    private func indicator(_ id: String, after former: String? = nil) -> Indicator {
        var indicator = Indicator(id: Making.id(id), name: id)
        indicator.continuity = former.map { Continuity(indicatorID: Making.id($0)) }
        return indicator
    }

    private func names(_ chain: [PlannedIndicator]) -> [String] {
        chain.map { "\($0.year) \($0.indicator.name)" }
    }

    @Test func aPlanMadeFromTheOneBeforeGoesOnWithIt() throws {
        var content = Self.content([2023: [indicator("a"), indicator("b")]])
        content.plans[2024] = content.plans[2023]?.next(year: 2024)
        content.plans[2026] = content.plans[2024]?.next(year: 2026)
        let last = try #require(content.plans[2026]?.objectives[0].indicators[1])
        let links = IndicatorLinks(content)
        #expect(names(links.chain(of: last.id, year: 2026)) == ["2023 b", "2024 b", "2026 b"])
        #expect(links.origin(of: last.id, year: 2026) == Making.id("b"))
        #expect(links.chains.count == 2)
    }

    @Test func theSameIdentityIsFollowedUntilSomebodyDecidesOtherwise() {
        let same = Self.content([2023: [indicator("a")], 2025: [indicator("a")]])
        #expect(names(IndicatorLinks(same).chain(of: Making.id("a"), year: 2023)) == ["2023 a", "2025 a"])
        var new = indicator("a")
        new.continuity = Continuity(indicatorID: nil)
        let other = Self.content([2023: [indicator("a")], 2025: [new]])
        #expect(names(IndicatorLinks(other).chain(of: Making.id("a"), year: 2025)) == ["2025 a"])
        #expect(IndicatorLinks(other).chains.isEmpty)
    }

    @Test func whatIsDecidedAndNotThereCountsAsNothing() {
        let content = Self.content([2023: [indicator("a")], 2024: [indicator("b", after: "perso")]])
        #expect(IndicatorLinks(content).former(of: Making.id("b"), year: 2024) == nil)
        // A later plan is not an earlier one.
        let turned = Self.content([2023: [indicator("a", after: "b")], 2024: [indicator("b")]])
        #expect(IndicatorLinks(turned).chains.isEmpty)
    }

    @Test func anIndicatorThatWasDividedIsNotFollowedForward() {
        let content = Self.content([
            2023: [indicator("a")], 2024: [indicator("b", after: "a"), indicator("c", after: "a")],
        ])
        let links = IndicatorLinks(content)
        #expect(names(links.chain(of: Making.id("a"), year: 2023)) == ["2023 a"])
        #expect(names(links.chain(of: Making.id("c"), year: 2024)) == ["2023 a", "2024 c"])
        #expect(links.chains.map { names($0) } == [["2023 a", "2024 b"], ["2023 a", "2024 c"]])
    }

    @Test(arguments: 0..<60) func chainsAscendAndAgreeFromWhicheverYearTheyAreAsked(seed: Int) {
        var generator = Seeded(state: UInt64(seed))
        var plans: [Int: [Indicator]] = [:]
        var known: [String] = []
        for year in 2020...2025 where Int.random(in: 0...4, using: &generator) > 0 {
            plans[year] = (0..<Int.random(in: 1...4, using: &generator)).map { index in
                indicator(
                    "\(year) \(index)",
                    after: Bool.random(using: &generator) ? known.randomElement(using: &generator) : nil)
            }
            known += plans[year]?.map(\.name) ?? []
        }
        let content = Self.content(plans)
        let links = IndicatorLinks(content)
        for (year, indicators) in plans {
            for own in indicators {
                let chain = links.chain(of: own.id, year: year)
                #expect(zip(chain, chain.dropFirst()).allSatisfy { $0.year < $1.year })
                #expect(chain.contains { $0.indicator.id == own.id })
                #expect(links.origin(of: own.id, year: year) == chain.first?.indicator.id)
                // What is brought up after a change is what is made anew.
                var changed = content
                let kind = Int.random(in: 0...2, using: &generator)
                if kind == 0 { changed.decide(nil, of: own.id, year: year) }
                if kind == 1 {
                    changed.plans[year]?.lines[0].objectives[0].indicators.swapAt(0, indicators.count - 1)
                }
                if kind == 2 { changed.plans[year]?.lines[0].objectives[0].indicators[0].name = "altro" }
                let (brought, anew) = (links.updating(to: changed), IndicatorLinks(changed))
                #expect(brought.chain(of: own.id, year: year) == anew.chain(of: own.id, year: year))
                #expect(brought.chains == anew.chains)
                // Whoever goes on alone is followed to the same end.
                guard let last = chain.last else { continue }
                let again = links.chain(of: last.indicator.id, year: last.year)
                #expect(again.map(\.indicator.id).starts(with: chain.map(\.indicator.id)))
            }
        }
    }

    @Test func eachYearIsScoredByItsOwnRulesAndSaysWhatChanged() throws {
        var before = Making.indicator("a", target: "80%", actual: "40%")
        before.formula = "evase / totale"
        var after = Making.indicator("b", target: "8", actual: "4", direction: .decreasing)
        after.continuity = Continuity(indicatorID: before.id)
        after.formula = "evase / richieste"
        after.measure = .quantity
        var content = Self.content([2023: [before], 2024: [after]])
        content.municipality.profile.decreasingRule = .decreasingComplement
        let series = IndicatorYear.series(
            of: IndicatorLinks(content).chain(of: after.id, year: 2024), in: content)
        #expect(series.map(\.achievement?.description) == ["50", "100"])
        #expect(series[0].changes.isEmpty)
        #expect(series[1].changes == [.formula])
        // The unit of a bare figure is not said, so it is no other.
        #expect(after.figureUnit == .none)
    }
}
