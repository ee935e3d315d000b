import Model
import Testing

@testable import Scoring

/// Whatever drops out of a score is told, once, and is not told where nothing drops out.
@Suite struct DropOutTests {
    private static let cells = [
        "", "n.d.", "/", "10", "0", "-10", "80%", "0,85", "1", "30 giorni", "30 ore", "€ 100", "100%",
        "almeno 5",
        "< 3", "non superiore a 30", "31/12/2031", "15/1/32", "sì", "no", "fatto", "relazione",
        "non realizzato",
        "non so", "12 su 15", "(10)", "1 234,50", "1.200 1.150", "3.5", "1.500", "n. 12", "Euro 90", "X",
        "….",
        "31/12/99", "4 + 2", "entro 30 giorni", "entro il 31/12/2031", "nessuno",
        "più di 3", "12/15", "80‰", "dicembre 2031",
    ]
    private static let measures: [Measure?] = [nil] + Measure.allCases

    private func plan(_ indicator: Indicator, isClosed: Bool) -> Plan {
        var objective = Making.objective("o", ["10|10|50"])
        objective.indicators.append(indicator)
        var plan = Making.plan([objective])
        plan.isClosed = isClosed
        return plan
    }

    @Test func whatDropsOutIsToldWithItsPlaceAndNothingElseIs() throws {
        for target in Self.cells {
            for actual in Self.cells {
                for measure in Self.measures {
                    let indicator = Making.indicator(
                        "j", target: target, actual: actual, weight: "50", measure: measure)
                    let plan = plan(indicator, isClosed: false)
                    let score = PlanScore(plan, profile: ScoringProfile())
                    let own = try #require(score.indicator(indicator.id))
                    let told = Checks.run(content: Making.content(plan: plan)).filter {
                        $0.place.entity == indicator.id && $0.leavesOut
                    }
                    let words = "\(target) | \(actual) | \(measure?.rawValue ?? "")"
                    let isDropped = if case .notAssessable = own.score.state { true } else { false }
                    #expect(told.isEmpty == !isDropped, "\(words)")
                    #expect(score.municipality.leftOut.notAssessable == (isDropped ? 1 : 0), "\(words)")
                    #expect(score.municipality.isPartial == (own.counted == nil), "\(words)")
                    for finding in told {
                        #expect(finding.place.field != nil && finding.severity >= .warning)
                    }
                }
            }
        }
    }

    @Test func aFigureThatIsFullForWhatDroppedOutSaysSo() {
        let full = Making.objective("piena", ["10|10|50", "relazione|in corso|50"])
        let other = Making.objective("altra", ["10|10|100"])
        let told = Checks.run(content: Making.content(plan: Making.plan([full, other])))
            .filter { $0.code == .notAssessable }
        #expect(told.count == 3)
        #expect(Set(told.map(\.place.kind)) == [.indicator, .objective, .line])
        let partial = Making.objective("parziale", ["10|5|50", "relazione|in corso|50"])
        let less = Checks.run(content: Making.content(plan: Making.plan([partial, other])))
            .filter { $0.code == .notAssessable }
        #expect(less.map(\.place.kind) == [.indicator])
    }

    @Test func anObjectiveWithoutIndicatorsIsToldOnceThereIsAReport() {
        let empty = Making.objective("vuoto", [])
        let planned = Making.plan([Making.objective("o", ["10||100"]), empty])
        #expect(Checks.run(content: Making.content(plan: planned)).told(.notAssessable).isEmpty)
        let begun = Making.plan([Making.objective("o", ["10|10|100"]), empty])
        #expect(Checks.run(content: Making.content(plan: begun)).told(.notAssessable).count >= 1)
    }

    /// name | target | actual | direction | rule | severity told; empty where the direction is plain
    @Test(
        arguments: Making.rows(
            """
            Giorni medi di attesa | 30 | 45 | | | warning
            Giorni medi di attesa | 30 | 30 | | | info
            Giorni medi di attesa | 30 | | | | info
            Giorni medi di attesa | 30 | 45 | decreasing | |
            Giorni medi di attesa | non superiore a 30 | 45 | | |
            Tempo di rilascio | 30 giorni | 45 giorni | | | warning
            Reclami | 10 | 4 | | | warning
            Ritardo dei pagamenti | 10 | 4 | | | warning
            Costo del pasto | 5 | 4 | | | warning
            Indicatore di tempestività dei pagamenti | 0 | -5 | | | warning
            Indicatore di tempestività dei pagamenti | <= 0 | -5 | | |
            Liste di attesa | 20 | 30 | | | warning
            Scostamento dal cronoprogramma | 5 | 9 | | | warning
            Residui da pagare | 100 | 40 | | | warning
            Percentuale di reclami | 10% | 4% | | | warning
            Pratica | 30 giorni | 20 giorni | | | warning
            Riduzione dei tempi di attesa | 10 | 4 | | |
            Reclami risolti | 10 | 4 | | |
            Giorni di apertura | 200 | 180 | | |
            % pratiche evase entro 30 giorni | 80% | 70% | | |
            % rispetto dei tempi | 100% | 90% | | |
            Residui riscossi | 100 | 40 | | |
            Alberi | 10 | 4 | | |
            Alberi | almeno 10 | 4 | decreasing | | warning
            Alberi | non oltre 10 | 4 | increasing | | warning
            Alberi | non oltre 10 | 4 | | increasing | warning
            Alberi | 10 | 4 | increasing | decreasing-pass-fail | warning
            Alberi | almeno 10 | 4 | increasing | |
            """))
    func aDirectionThatWordsContradictIsAsked(row: String) {
        let cells = row.split(separator: "|", omittingEmptySubsequences: false).map {
            String($0).trimmingWhitespace()
        }
        let indicator = Making.indicator(
            cells[0], target: cells[1], actual: cells[2], weight: "50", rule: ScoringRule(rawValue: cells[4]),
            direction: Direction(rawValue: cells[3]))
        let told = Checks.run(content: Making.content(plan: plan(indicator, isClosed: false)))
            .filter { $0.code == .directionDoubtful }.map(\.severity.rawValue)
        #expect(told == (cells[5].isEmpty ? [] : [cells[5]]), "\(row)")
    }

    @Test func aYearThatNobodyReportedIsOneFinding() {
        var plan = Making.plan([
            Making.objective("o", ["10||50", "20||50"]), Making.objective("p", ["5||100"]),
        ])
        #expect(Checks.run(content: Making.content(plan: plan)).map(\.code) == [.reportingIncomplete])
        plan.isClosed = true
        let closed = Checks.run(content: Making.content(plan: plan))
        #expect(closed.told(.reportingIncomplete) == ["warning  → "])
        #expect(closed.told(.actualMissing).isEmpty)
    }
}
