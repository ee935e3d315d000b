import DocumentStore
import Foundation
import Model

/// Archives of invented municipalities in which every rule of the score, and every way to say a target, occurs.
struct RandomArchives {
    private var generator: Generator

    /// Always the same ones for a seed.
    init(seed: UInt64) { generator = Generator(state: seed) }

    /// A content with a plan of some objectives.
    mutating func content(_ number: Int) -> ArchiveContent {
        var content = ArchiveContent(
            municipality: Municipality(
                id: UUID(naming: ["comune", "\(number)"]), name: "Comune di Prova \(number)"),
            services: ServiceCatalogue(id: UUID(naming: ["servizi", "\(number)"])))
        content.municipality.profile = profile()
        var plan = Plan(id: UUID(naming: ["piano", "\(number)"]), year: 2025)
        plan.isClosed = chance(1, of: 3)
        plan.lines = (0..<3).map { line(number, $0) }
        content.plans[plan.year] = plan
        return content
    }

    /// Figures of more digits than a database divides with, on both sides of an edge of rounding: target, actual, whether
    /// less is better, and what is shown.
    static let edges: [(target: String, actual: String, isLess: Bool, shown: Int)] = [
        ("1.000.000.000.000", "974.999.999.999", false, 97),
        ("1.000.000.000.000", "975.000.000.000", false, 98),
        ("10", "9,749999999", false, 97), ("3", "1", false, 33),
        ("> 12.345.678.901.234.567,9", "12.345.678.901.234.567,89", false, 99),
        ("> 12.345.678.901.234.567,9", "12.345.678.901.234.567,91", false, 100),
        ("1.000.000.000.000", "1.025.000.000.001", true, 97),
        ("1.000.000.000.000", "1.025.000.000.000", true, 98),
        ("10", "-5", false, 0), ("10", "20", false, 100),
    ]

    /// A municipality of which each indicator is named after what is shown of it.
    static var onTheEdge: ArchiveContent {
        var content = ArchiveContent(
            municipality: Municipality(id: UUID(naming: ["confine"]), name: "Comune di Confine"),
            services: ServiceCatalogue(id: UUID(naming: ["confine", "servizi"])))
        content.municipality.profile.decreasingRule = .decreasingComplement
        var objective = Objective(id: UUID(naming: ["confine", "obiettivo"]), title: "Obiettivo")
        objective.indicators = edges.enumerated().map { number, edge in
            var indicator = Indicator(
                id: UUID(naming: ["confine", "\(number)"]), name: "mostra \(edge.shown)")
            indicator.target = ReportedValue(reading: edge.target)
            indicator.actual = ReportedValue(reading: edge.actual)
            if edge.isLess { indicator.direction = .decreasing }
            return indicator
        }
        var line = StrategicLine(id: UUID(naming: ["confine", "linea"]), title: "Linea")
        line.objectives = [objective]
        var plan = Plan(id: UUID(naming: ["confine", "piano"]), year: 2025)
        plan.lines = [line]
        content.plans[2025] = plan
        return content
    }

    private mutating func profile() -> ScoringProfile {
        var profile = ScoringProfile()
        profile.decreasingRule = pick([.decreasingComplement, .decreasingRatio, .decreasingPassFail])
        profile.dateRule = pick([.date, .dateBands])
        profile.rollUp = pick(RollUp.allCases)
        profile.bands = [
            ScoreBand(from: .zero, achievement: ExactDecimal(20)),
            ScoreBand(from: ExactDecimal(40), achievement: ExactDecimal(60)),
            ScoreBand(from: ExactDecimal(90), achievement: .hundred),
        ]
        profile.dateBands = [
            ScoreBand(from: .zero, achievement: .hundred),
            ScoreBand(from: ExactDecimal(10), achievement: ExactDecimal(50)),
            ScoreBand(from: ExactDecimal(30), achievement: .zero),
        ]
        return profile
    }

    private mutating func line(_ number: Int, _ index: Int) -> StrategicLine {
        var line = StrategicLine(
            id: UUID(naming: ["linea", "\(number)", "\(index)"]), title: "Linea \(index)")
        line.objectives = (0..<Int.random(in: 1...4, using: &generator)).map { position in
            var objective = Objective(
                id: UUID(naming: ["obiettivo", "\(number)", "\(index)", "\(position)"]),
                title: "Obiettivo \(position)")
            if chance(1, of: 2) { objective.weight = decimal(0...60) }
            objective.sector = "Settore \(position)"
            objective.indicators = (0..<Int.random(in: 0...5, using: &generator)).map {
                indicator($0, objective)
            }
            return objective
        }
        return line
    }

    private mutating func indicator(_ position: Int, _ objective: Objective) -> Indicator {
        var indicator = Indicator(
            id: UUID(naming: [objective.id.uuidString, "\(position)"]), name: "Indicatore \(position), «a; b»"
        )
        if chance(2, of: 3) { indicator.weight = ReportedValue(number: decimal(0...50)) }
        if chance(1, of: 4) { indicator.rule = pick(ScoringRule.allCases) }
        if chance(1, of: 4) { indicator.direction = pick(Direction.allCases) }
        if chance(1, of: 3) { indicator.baseline = ReportedValue(number: decimal(0...90)) }
        if chance(1, of: 9) { indicator.neutralisation = Neutralisation(reason: "sospeso") }
        if chance(1, of: 9), let day = CalendarDate(year: 2026, month: 1, day: 15) {
            indicator.scoreOverride = ScoreOverride(
                achievement: decimal(0...100), reason: "nota", author: "ufficio", date: day)
        }
        let opening = ["", "", "", "almeno ", "> ", "< ", "al massimo "]
        switch Int.random(in: 0..<6, using: &generator) {
        case 0:
            indicator.measure = .date
            indicator.target = ReportedValue(reading: (chance(1, of: 3) ? "entro il " : "") + day())
            if chance(4, of: 5) { indicator.actual = ReportedValue(reading: day()) }
        case 1:
            indicator.measure = .onOff
            indicator.target = ReportedValue(reading: "1", as: .onOff)
            if chance(4, of: 5) {
                indicator.actual = ReportedValue(reading: pick(["1", "0", "fatto"]), as: .onOff)
            }
        default:
            let target = chance(1, of: 8) ? "0" : ItalianNumber.write(decimal(-9...100))
            indicator.target = ReportedValue(reading: pick(opening) + target)
            let actual = chance(1, of: 5) ? target : ItalianNumber.write(decimal(-9...120))
            if chance(5, of: 6) {
                indicator.actual = ReportedValue(reading: (chance(1, of: 9) ? "> " : "") + actual)
            }
        }
        return indicator
    }

    private mutating func day() -> String {
        "\(Int.random(in: 1...28, using: &generator))/\(Int.random(in: 1...12, using: &generator))/2025"
    }

    private mutating func decimal(_ range: ClosedRange<Int>) -> ExactDecimal {
        let whole = Int.random(in: range, using: &generator)
        return ExactDecimal(
            plain: chance(1, of: 2) ? "\(whole)" : "\(whole).\(Int.random(in: 1...99, using: &generator))")
            ?? ExactDecimal(whole)
    }

    private mutating func chance(_ count: Int, of all: Int) -> Bool {
        Int.random(in: 0..<all, using: &generator) < count
    }

    private mutating func pick<Element>(_ elements: [Element]) -> Element {
        elements[Int.random(in: 0..<elements.count, using: &generator)]
    }

    /// SplitMix64.
    private struct Generator: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }
    }
}
