import Foundation
import Localization
import Model
import Reporting
import Scoring

/// An indicator through the years, for a person and for a program.
struct FollowedIndicator {
    private let name: String
    private let objective: String
    private let years: [IndicatorYear]

    init(_ chain: [PlannedIndicator], in content: ArchiveContent) {
        name = chain.last?.indicator.name ?? ""
        objective = chain.last?.objective ?? ""
        years = IndicatorYear.series(of: chain, in: content)
    }

    /// For a person: a line a year.
    var words: String {
        let lines = years.map { year in
            let values = [
                "target": shown(year.target), "actual": shown(year.actual), "year": "\(year.year)",
                "achievement": year.achievement.map { ItalianNumber.write($0) + " %" }
                    ?? year.score.state.title,
            ]
            return "  "
                + tr("{year}: target {target}, actual {actual}, {achievement}", values)
        }
        let changes = years.changeWords
        return ([name + " — " + objective] + lines + (changes.isEmpty ? [] : ["  " + changes]))
            .joined(separator: "\n")
    }

    private func shown(_ value: ReportedValue) -> String {
        let raw = value.raw.trimmingWhitespace()
        return raw.isEmpty ? "–" : raw
    }

    /// The shape of `follow --json`.
    struct Record: Encodable {
        struct Year: Encodable {
            let year: Int
            let id: UUID
            let name: String, target: String, actual: String
            let achievement: String?
            let changes: [String]
        }
        let name: String, objective: String
        let years: [Year]
    }

    /// For a program.
    var record: Record {
        Record(
            name: name, objective: objective,
            years: years.map { year in
                Record.Year(
                    year: year.year, id: year.indicator.id, name: year.indicator.name,
                    target: year.target.raw, actual: year.actual.raw,
                    achievement: year.achievement?.description,
                    changes: year.changes.map(\.rawValue).sorted())
            })
    }
}
