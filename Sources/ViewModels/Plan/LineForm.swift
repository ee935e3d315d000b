import Foundation
import Localization
import Model
import Reporting
import Scoring

/// The form of a strategic line, or of a strategic objective in it.
public struct LineForm: Sendable {
    /// The line or strategic objective.
    public var id: UUID
    /// It is a line; else a strategic objective.
    public var isLine: Bool
    /// The typed fields that both have.
    public var texts: [LineField: String]
    /// The members of the Giunta who answer for it.
    public var delegates: String
    /// The achievement that a document prints.
    public var printedAchievement: String
    /// The line that a strategic objective stands in.
    public var place: String
    /// The achievement as printed, with `%`; empty where there is none.
    public var achievement: String
    /// What the achievement leaves out, in words; empty where it is whole.
    public var partial: String
    /// The barometer; nil where there is no achievement.
    public var barometer: BarometerReading?
    /// What is in it, in a few words.
    public var summary: String
    /// What is wrong with its fields, by field name.
    public var problems: [String: String]

    /// The form of the line or strategic objective `id` of the year on show; nil where there is none.
    @MainActor public init?(_ id: UUID, on session: ArchiveSession) {
        guard let plan = session.plan, let line = plan.line(holding: id) else { return nil }
        let aim = line.strategicObjectives.first { $0.id == id }
        guard line.id == id || aim != nil else { return nil }
        self.id = id
        isLine = aim == nil
        texts = Dictionary(
            uniqueKeysWithValues: LineField.allCases.map { ($0, aim?.text(of: $0) ?? line.text(of: $0)) })
        delegates = line.delegates
        printedAchievement = line.printedAchievement?.raw ?? ""
        place = aim == nil ? "" : [line.code, line.title].filter { !$0.isEmpty }.joined(separator: " · ")
        let group =
            aim == nil
            ? session.score?.line(id)?.group
            : session.score?.strategicObjectives.first { $0.scope == .strategicObjective(id) }
        achievement = group?.displayed.map { ItalianNumber.write($0, places: 2) + " %" } ?? ""
        partial = group?.partialWords ?? ""
        barometer = group?.barometerBand(session.content.profile(of: plan.year)).map(BarometerReading.init)
        let objectives =
            aim == nil ? line.objectives : line.objectives.filter { $0.strategicObjectiveID == id }
        summary = [
            trn("{count} objective", "{count} objectives", objectives.count),
            trn("{count} indicator", "{count} indicators", objectives.reduce(0) { $0 + $1.indicators.count }),
        ].joined(separator: ", ")
        problems = Dictionary(
            session.findings.filter { $0.place.entity == id }.map { ($0.place.field ?? "", $0.words) },
            uniquingKeysWith: { $0 + "\n" + $1 })
    }

    /// The edit that sets a typed field.
    public func setting(_ field: LineField, to text: String) -> Edit {
        isLine ? .line(id, field, text: text) : .plan(.strategicObjective(id, field, text: text))
    }
}

extension LineField {
    /// The field's name on screen.
    public var title: String {
        switch self {
        case .code: tr("Code")
        case .title: tr("Title")
        case .definition: tr("Definition")
        }
    }
}
