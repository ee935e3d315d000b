import Foundation
import Model

/// `series-copied`, of two series of a service that agree in all years but one: an info, for one of the two figures
/// may be a slip (projects 31, users 21), or the two may rightly differ that once.
struct SeriesPairCheck {
    /// In how many years the two must agree.
    private static let leastAlike = 4
    /// How many digits the figures that agree must have: small ones agree by chance.
    private static let leastDigits = 6

    let tables: [ComparedSeries]

    var findings: [Finding] {
        var findings: [Finding] = []
        var earlier: [Rest: [ComparedSeries.Row]] = [:]
        for table in tables {
            for row in table.rows {
                for year in row.series.years {
                    guard let rest = Rest(row.figures.byYear, without: year, in: table.service) else {
                        continue
                    }
                    for other in earlier[rest, default: []] where other.differs(from: row, in: year) {
                        findings.append(finding(row, table, other, year: year))
                    }
                    earlier[rest, default: []].append(row)
                }
            }
        }
        return findings
    }

    /// The figures of a series of a service but one: equal for two series that agree in all other years.
    private struct Rest: Hashable {
        let service: UUID
        let year: Int
        let figures: [Int: ExactDecimal]

        /// nil where the year has no figure, or where the others are too few or too small to tell.
        init?(_ figures: [Int: ExactDecimal], without year: Int, in service: ServiceMap) {
            var rest = figures
            guard rest.removeValue(forKey: year) != nil, rest.count >= SeriesPairCheck.leastAlike else {
                return nil
            }
            let different = Set(rest.values)
            let digits = different.reduce(0) { $0 + $1.digitCount }
            guard different.count >= 3, digits >= SeriesPairCheck.leastDigits else { return nil }
            self.service = service.id
            self.year = year
            self.figures = rest
        }
    }

    private func finding(
        _ row: ComparedSeries.Row, _ table: ComparedSeries, _ other: ComparedSeries.Row, year: Int
    )
        -> Finding
    {
        Finding(
            .seriesCopied, .info, at: table.place(row, year: year),
            written: row.series.values[year]?.written ?? "",
            expected: other.series.values[year]?.written ?? "",
            evidence: [
                "reason": "all-but-one", "original": other.series.name, "service": table.service.name,
            ])
    }
}

extension ComparedSeries.Row {
    /// The figures of the two rows in a year differ.
    fileprivate func differs(from other: ComparedSeries.Row, in year: Int) -> Bool {
        series.values[year]?.number != other.series.values[year]?.number
    }
}
