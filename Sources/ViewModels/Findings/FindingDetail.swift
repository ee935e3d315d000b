import Foundation
import Localization
import Model
import Reporting

/// A finding as a whole: the sentence, both figures, the rows that it speaks of, and what can be done.
public struct FindingDetail: Hashable, Sendable {
    /// A figure with its name.
    public struct Figure: Hashable, Sendable, Identifiable {
        /// What it is.
        public var name: String
        /// The figure, as written.
        public var text: String
        /// The name tells figures apart.
        public var id: String { name }
    }

    /// The kind.
    public var kind: String
    /// How grave it is.
    public var severity: Severity
    /// Where: names from the outermost in, and the year.
    public var place: String
    /// Written, expected and the difference, as far as there are any.
    public var figures: [Figure]
    /// Why it is told.
    public var sentence: String
    /// The file and line that it was imported from; empty where there is none.
    public var source: String
    /// The rows that it speaks of; nil where it speaks of none.
    public var rows: FindingRows?
    /// Where it leads; nil where no screen shows the place.
    public var destination: Destination?
    /// What writes the expected figure, with the words of its button; nil where only a person can mend it.
    public var repair: Repair?

    /// An edit that mends what was found.
    public struct Repair: Hashable, Sendable {
        /// The words of the button.
        public var title: String
        /// The edit.
        public var edit: Edit
    }

    /// The detail of `finding` in `content`.
    public init(_ finding: Finding, in content: ArchiveContent) {
        kind = finding.code.title
        severity = finding.severity
        let year = FindingDetail.year(of: finding)
        let names = finding.place.path.filter { !$0.isEmpty }.joined(separator: " › ")
        place = [names, year.map { "\($0)" } ?? ""].filter { !$0.isEmpty }.joined(separator: ", ")
        figures = FindingDetail.figures(finding)
        let told = finding.reason ?? ""
        sentence = told.isEmpty && figures.isEmpty ? finding.code.title : told
        source =
            if let file = finding.place.file, let line = finding.place.line {
                tr("{file}, line {line}", ["file": file, "line": "\(line)"])
            } else { "" }
        rows = FindingRows(finding, year: year, in: content)
        destination = Destination(finding.place, in: content)
        repair = FindingDetail.repair(finding, in: content)
    }

    /// The year of a figure of a series; else that of the place.
    static func year(of finding: Finding) -> Int? {
        let field = finding.place.field ?? ""
        guard field.hasPrefix("values."), let year = Int(field.dropFirst("values.".count)) else {
            return finding.place.year
        }
        return year
    }

    private static func figures(_ finding: Finding) -> [Figure] {
        let (written, expected) = (finding.writtenWords, finding.expectedWords)
        var figures: [Figure] = []
        if !written.isEmpty { figures.append(Figure(name: tr("Written"), text: written)) }
        if !expected.isEmpty { figures.append(Figure(name: tr("Expected"), text: expected)) }
        let values = [written, expected].map { ReportedValue(reading: $0) }
        if let left = values[0].number, let right = values[1].number, values[0].unit == values[1].unit {
            let difference = left - right
            let sign = difference > .zero ? "+" : ""
            figures.append(Figure(name: tr("Difference"), text: sign + ItalianNumber.write(difference)))
        }
        return figures
    }

    private static func repair(_ finding: Finding, in content: ArchiveContent) -> Repair? {
        guard let entity = finding.place.entity else { return nil }
        if finding.code == .actualSeriesMismatch, let year = finding.place.year {
            return Repair(
                title: tr("Take {figure} from the series", ["figure": finding.expected]),
                edit: .plan(.takeSeriesFigure(indicator: entity, year: year)))
        }
        guard ReportedValue(reading: finding.expected).number != nil else { return nil }
        let title = tr("Write {figure}", ["figure": finding.expected])
        switch finding.code {
        case .seriesTotalMismatch:
            let owner = content.services.services.first { $0.series.contains { $0.id == entity } }
            guard let owner, let year = year(of: finding) else { return nil }
            let edit = Edit.cell(service: owner.id, series: entity, year: year, text: finding.expected)
            return Repair(title: title, edit: edit)
        case .lineAchievementMismatch:
            return Repair(
                title: title, edit: .plan(.printedAchievement(line: entity, text: finding.expected)))
        case .grossNetMismatch:
            let isOwn = finding.place.field?.hasPrefix("own") ?? false
            let edit: ProjectEdit =
                isOwn
                ? .ownGross(entity, text: finding.expected) : .thirdPartyGross(entity, text: finding.expected)
            return Repair(title: title, edit: .projects(edit))
        default: return nil
        }
    }
}
