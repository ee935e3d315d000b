import Exporting
import Localization
import Model

/// Who has reported what of a year, and who has not yet.
public struct Answers: Hashable, Codable, Sendable {
    /// An office.
    public struct Office: Hashable, Codable, Sendable {
        /// The sector.
        public var sector: String
        /// Who answers for it.
        public var head: String
        /// How many indicators it has.
        public var indicators: Int
        /// How many of them are reported, neutralised ones among them.
        public var reported: Int
        /// The indicators that are not reported yet.
        public var missing: [String]

        /// All is reported.
        public var isComplete: Bool { reported == indicators }
    }

    /// The year.
    public var year: Int
    /// The offices, by first appearance.
    public var offices: [Office]

    /// The answers of a plan, by sector and head.
    public init(_ plan: Plan) {
        year = plan.year
        offices = []
        var places: [[String]: Int] = [:]
        for objective in plan.objectives where !objective.indicators.isEmpty {
            let key = [objective.sector.comparisonKey, objective.head.comparisonKey]
            let place = places[key] ?? offices.count
            if places[key] == nil {
                places[key] = place
                offices.append(
                    Office(
                        sector: objective.sector, head: objective.head, indicators: 0, reported: 0,
                        missing: []))
            }
            for indicator in objective.indicators {
                offices[place].indicators += 1
                if indicator.actual == .notEntered, !indicator.isNeutralised {
                    offices[place].missing.append(indicator.name)
                } else {
                    offices[place].reported += 1
                }
            }
        }
    }

    /// The answers as a table.
    public var table: DataTable {
        DataTable(
            tr("Answers"),
            columns: [
                DataColumn("sector", tr("Sector")), DataColumn("head", tr("Head")),
                DataColumn("indicators", tr("Indicators"), .number(decimals: 0)),
                DataColumn("reported", tr("Reported"), .number(decimals: 0)),
                DataColumn("missing", tr("Missing"), .number(decimals: 0)),
            ],
            rows: offices.map {
                [
                    DataCell($0.sector), DataCell($0.head), DataCell($0.indicators), DataCell($0.reported),
                    DataCell($0.missing.count),
                ]
            })
    }
}
