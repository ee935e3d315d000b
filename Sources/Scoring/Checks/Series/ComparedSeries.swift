import Foundation
import Model

/// The rows of one table of a service, outputs or users, made ready for the checks that compare figures.
struct ComparedSeries {
    /// Which table of the service.
    enum Kind: String {
        case outputs, users
    }

    /// A cell as it goes into a sum.
    enum Cell: Hashable, Sendable {
        /// A figure, in units of the table's smallest decimal.
        case figure(Int)
        /// Nothing was offered that year: 0 in a sum.
        case nothing
        /// Not known, or noted as counted otherwise: no sum can be made of it.
        case unknown
    }

    /// A row of the table; one that a change of the table left as it was is the same object.
    final class Row: Sendable {
        let series: Series
        /// The name as names are compared.
        let key: String
        /// The name says that the row is a sum: `Totale …`, `… di cui:`.
        let isTotal: Bool
        /// The row tells a part of the row above it: `di cui paganti`.
        let isPart: Bool
        /// The cells, by the table's years.
        let cells: [Cell]
        /// The figures by year, whatever the table's years.
        let figures: SeriesFigures

        init(_ series: Series, cells: [Cell]) {
            self.series = series
            self.cells = cells
            figures = SeriesFigures(series)
            key = series.name.comparisonKey
            isTotal = Row.saysTotal(key)
            isPart = series.isPartRow
        }

        private static func saysTotal(_ key: String) -> Bool {
            let words = key.split(separator: " ")
            let isSum = words.contains { ["totale", "totali", "tot", "complessivo"].contains($0) }
            return isSum || (words.count > 2 && words.suffix(2).elementsEqual(["di", "cui"]))
        }

        /// How many cells are figures.
        var figureCount: Int {
            cells.count { if case .figure = $0 { true } else { false } }
        }
    }

    /// The service.
    let service: ServiceMap
    /// Which table.
    let kind: Kind
    /// The years of the columns, ascending.
    let years: [Int]
    /// The rows, in order, headings among them.
    let rows: [Row]
    /// What a cell's figure is to be divided by.
    let scale: Int

    /// - Parameter former: the table before a change; nil where there was none.
    init(_ service: ServiceMap, _ kind: Kind, former: ComparedSeries? = nil) {
        self.service = service
        self.kind = kind
        let known = Dictionary((former?.rows ?? []).map { ($0.series.id, $0) }) { first, _ in first }
        let series = kind == .outputs ? service.outputs : service.users
        let years = Set(series.flatMap(\.values.keys)).sorted()
        let places = series.flatMap(\.values.values).compactMap(\.number?.scale).max() ?? 0
        rows = series.map { one in
            let cells = years.map { ComparedSeries.cell(one.values[$0], places: places) }
            guard let row = known[one.id], row.cells == cells, row.series == one else {
                return Row(one, cells: cells)
            }
            return row
        }
        self.years = years
        scale = places
    }

    /// The place of a row's cell, or of the row.
    func place(_ row: Row, year: Int? = nil) -> Place {
        let field = year.map(FieldKey.values.year) ?? .values
        return Place(
            .series, path: [service.name, row.series.name], entity: row.series.id, field: field, year: year,
            source: row.series.sources[field] ?? row.series.sources[.name])
    }

    /// A sum of cells as it is written.
    func written(_ sum: Int) -> String {
        ItalianNumber.write(ExactDecimal(sum).scaledDown(by: scale))
    }

    /// A footnoted or explained figure counts something else than its neighbours, so no sum is claimed of it.
    private static func cell(_ value: ReportedValue?, places: Int) -> Cell {
        guard let value else { return .unknown }
        if value.missingKind == .notApplicable { return .nothing }
        guard value.mark == nil, value.note == nil, let number = value.number,
            let figure = number.scaledInteger(places: places)
        else { return .unknown }
        return .figure(figure)
    }
}

/// The figures of a series as a key: equal for two series with the same figures in the same years. The hash is made
/// once, for tables are compared again after every change of one of them.
struct SeriesFigures: Hashable, Sendable {
    let byYear: [Int: ExactDecimal]
    private let hash: Int

    init(_ series: Series) {
        byYear = series.figures
        hash = byYear.hashValue
    }

    static func == (left: SeriesFigures, right: SeriesFigures) -> Bool {
        left.hash == right.hash && left.byYear == right.byYear
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(hash)
    }
}

extension ExactDecimal {
    /// The value × 10^places as a machine integer; nil where it is no whole number or has more than 15 digits,
    /// so that the sum of a table cannot overflow.
    fileprivate func scaledInteger(places: Int) -> Int? {
        guard scale <= places, places <= 15, let digits = wordMantissa else { return nil }
        let limit = 1_000_000_000_000_000
        var result = digits
        for _ in scale..<places {
            guard result.magnitude < limit else { return nil }
            result *= 10
        }
        return result.magnitude < limit ? result : nil
    }

    /// The value ÷ 10^places.
    fileprivate func scaledDown(by places: Int) -> ExactDecimal {
        ExactDecimal(mantissa: mantissa, scale: scale + places)
    }
}
