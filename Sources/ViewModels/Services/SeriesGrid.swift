import Foundation
import Model

/// A table of series over the years, as the map of a service shows it.
public struct SeriesGrid: Hashable, Sendable {
    /// A row: a series, or a heading over the rows below it.
    public struct Row: Hashable, Sendable, Identifiable {
        /// The series.
        public let id: UUID
        /// What is counted.
        public var name: String
        /// How deep it stands under headings, from 0.
        public var depth: Int
        /// A title without figures.
        public var isHeading: Bool
        /// One cell for each of the table's years.
        public var cells: [Cell]
    }

    /// A cell as it is shown.
    public struct Cell: Hashable, Sendable {
        /// The year.
        public var year: Int
        /// The text as written; for an empty cell, empty.
        public var text: String
        /// There is no value here, and the text says which kind.
        public var isMissing: Bool
        /// Findings point here.
        public var hasFinding: Bool
        /// What stands beside the figure.
        public var note: String?
    }

    /// The years, ascending.
    public var years: [Int]
    /// The rows, in the order of the map.
    public var rows: [Row]

    /// The table of `series`; every year that one of them has becomes a column.
    public init(_ series: [Series], findings: [Finding]) {
        let years = Set(series.flatMap(\.years)).sorted()
        let marked = Set(findings.map { FieldPlace(entity: $0.place.entity, field: $0.place.field) })
        let depths = SeriesGrid.depths(series)
        self.years = years
        rows = series.map { one in
            let cells = years.map { year in
                let value = one.values[year] ?? .notEntered
                let place = FieldPlace(entity: one.id, field: "values.\(year)")
                return Cell(
                    year: year, text: value.raw.trimmingWhitespace(), isMissing: value.isMissing,
                    hasFinding: marked.contains(place), note: value.note)
            }
            return Row(
                id: one.id, name: one.name, depth: depths[one.id] ?? 0, isHeading: one.isHeading, cells: cells
            )
        }
    }

    /// How many parents each series has; a parent that is not in the table counts none, nor does a circle.
    private static func depths(_ series: [Series]) -> [UUID: Int] {
        let parents = Dictionary(series.map { ($0.id, $0.parentID) }, uniquingKeysWith: { first, _ in first })
        var depths: [UUID: Int] = [:]
        for one in series {
            var seen: Set<UUID> = [one.id]
            var next = one.parentID
            while let parent = next, let above = parents[parent], seen.insert(parent).inserted {
                next = above
            }
            depths[one.id] = seen.count - 1
        }
        return depths
    }
}

/// A field of an entity, to find what points at it.
struct FieldPlace: Hashable {
    var entity: UUID?
    var field: String?
}
