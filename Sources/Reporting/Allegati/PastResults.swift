import Model
import Scoring

/// What lines and objectives reached in the years before, for the trends of a report.
struct PastResults {
    /// The years before the printed one that have any figure, ascending.
    let years: [Int]
    private let past: [Int: (plan: Plan, score: PlanScore)]
    private let session: PrintContext

    /// So many years are looked back.
    private static let reach = 4

    /// The results of the plans that the archive has of the years before.
    init(_ session: PrintContext) {
        self.session = session
        var past: [Int: (plan: Plan, score: PlanScore)] = [:]
        for year in (session.year - PastResults.reach)..<session.year {
            guard let plan = session.content.plans[year] else { continue }
            let score = PlanScore(plan, profile: session.content.profile(of: year))
            if score.municipality.displayed != nil { past[year] = (plan, score) }
        }
        self.past = past
        years = past.keys.sorted()
    }

    /// What the municipality reached in a year.
    func municipality(in year: Int) -> ExactDecimal? { past[year]?.score.municipality.displayed }

    /// What the line of the same title reached in a year; nil where it had none, or several.
    func figure(of line: StrategicLine, in year: Int) -> ExactDecimal? {
        past[year].flatMap { plan, score in
            PastResults.single(plan.lines) { $0.title.comparisonKey == line.title.comparisonKey }
                .flatMap { score.line($0.id)?.group.displayed }
        }
    }

    /// What the objective of the same title reached in a year; nil where there was none, or several.
    func figure(of objective: Objective, in year: Int) -> ExactDecimal? {
        past[year].flatMap { plan, score in
            PastResults.single(plan.objectives) {
                $0.title.comparisonKey == objective.title.comparisonKey
            }.flatMap { score.objective($0.id)?.displayed }
        }
    }

    /// Figures of the last years and of the printed one as a line of a chart.
    func series(_ name: String, last count: Int? = nil, now: ExactDecimal?, figure: (Int) -> ExactDecimal?)
        -> ChartSeries
    {
        let shown = years.suffix(count ?? years.count).map { ($0, figure($0)) } + [(session.year, now)]
        return ChartSeries(
            name: name,
            points: shown.map { year, figure in
                ChartPoint(
                    year: year, value: figure?.fraction,
                    label: figure.map { ItalianNumber.write($0) + "%" } ?? "–")
            })
    }

    /// The only element with a property; nil where none or several have it.
    private static func single<Element>(_ elements: [Element], where isMeant: (Element) -> Bool) -> Element? {
        let found = elements.filter(isMeant)
        return found.count == 1 ? found[0] : nil
    }
}
