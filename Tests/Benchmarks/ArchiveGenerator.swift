import Foundation
import Model

/// Makes archives of any size, the same ones for the same size and seed.
struct ArchiveGenerator {
    /// The last year that has a plan.
    static let lastYear = 2025

    private let size: ArchiveSize
    private var random: SeededGenerator

    /// The generator of archives of `size`.
    init(_ size: ArchiveSize) {
        self.size = size
        random = SeededGenerator(state: size.seed)
    }

    /// The content of the archive.
    mutating func content() -> ArchiveContent {
        var municipality = Municipality(id: id("municipality"), name: "Comune di Misurina")
        municipality.sectors = (0..<sectorCount).map { Sector(id: id("sector \($0)"), name: sector($0)) }
        var content = ArchiveContent(
            municipality: municipality, services: ServiceCatalogue(id: id("services")))
        for year in years { content.plans[year] = plan(of: year) }
        content.services.services = (0..<size.services).map { service($0) }
        return content
    }

    private var years: [Int] {
        Array((ArchiveGenerator.lastYear - size.years + 1)...ArchiveGenerator.lastYear)
    }
    private var sectorCount: Int { max(1, min(20, size.objectives / 5)) }

    private func id(_ name: String) -> UUID { UUID(naming: ["benchmark", "\(size.seed)", name]) }
    private func sector(_ index: Int) -> String { "Settore \(index + 1)" }

    /// How many of `total` the part at `index` of `count` holds.
    private static func share(_ total: Int, _ index: Int, of count: Int) -> Int {
        total / count + (index < total % count ? 1 : 0)
    }

    private mutating func plan(of year: Int) -> Plan {
        var plan = Plan(id: id("plan \(year)"), year: year)
        let lineCount = max(1, min(20, size.objectives / 10))
        plan.lines = (0..<lineCount).map { index in
            var line = StrategicLine(id: id("line \(year) \(index)"), title: "Linea \(index + 1)")
            line.code = "\(index + 1)"
            line.strategicObjectives = (0..<3).map {
                StrategicObjective(
                    id: id("aim \(year) \(index) \($0)"), title: "Obiettivo strategico \($0 + 1)")
            }
            return line
        }
        for index in 0..<size.objectives {
            let line = index % lineCount
            var objective = objective(index, year: year)
            objective.strategicObjectiveID = plan.lines[line].strategicObjectives[index % 3].id
            plan.lines[line].objectives.append(objective)
        }
        return plan
    }

    private mutating func objective(_ index: Int, year: Int) -> Objective {
        var objective = Objective(
            id: id("objective \(year) \(index)"), title: "Obiettivo operativo \(index + 1)")
        objective.code = "\(year).\(index + 1)"
        objective.definition =
            "Che cosa si fa nell'anno \(year), in quali tempi e per chi: numero \(index + 1)."
        objective.sector = sector(index % sectorCount)
        objective.head = "Responsabile \(index % 25 + 1)"
        let count = ArchiveGenerator.share(size.indicators, index, of: size.objectives)
        objective.indicators = (0..<count).map { indicator($0, of: index, year: year, count: count) }
        return objective
    }

    private mutating func indicator(_ index: Int, of objective: Int, year: Int, count: Int) -> Indicator {
        var indicator = Indicator(
            id: id("indicator \(year) \(objective) \(index)"), name: "Indicatore \(index + 1)")
        let target = Int.random(in: 1...500, using: &random)
        indicator.formula = "numero"
        indicator.target = ReportedValue(number: ExactDecimal(target))
        indicator.actual = ReportedValue(
            number: ExactDecimal(Int.random(in: 0...(target + target / 5), using: &random)))
        indicator.weight = ReportedValue(
            number: ExactDecimal(ArchiveGenerator.share(100, index, of: count)))
        if index % 4 == 3 { indicator.direction = .decreasing }
        return indicator
    }

    private mutating func service(_ index: Int) -> ServiceMap {
        var service = ServiceMap(id: id("service \(index)"), name: "Servizio \(index + 1)")
        service.sector = sector(index % sectorCount)
        let count = ArchiveGenerator.share(size.series, index, of: size.services)
        service.outputs = (0..<count).map { row in
            var series = Series(id: id("series \(index) \(row)"), name: "Prestazione \(index + 1).\(row + 1)")
            let usual = Int.random(in: 100...90_000, using: &random)
            for year in (ArchiveGenerator.lastYear - max(5, size.years) + 1)...ArchiveGenerator.lastYear {
                let value = usual + Int.random(in: 0...(usual / 10), using: &random)
                series.values[year] = ReportedValue(number: ExactDecimal(value))
            }
            return series
        }
        return service
    }
}

/// Reproducible numbers (splitmix64).
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
