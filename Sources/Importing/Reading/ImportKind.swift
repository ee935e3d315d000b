/// The kinds of documents that have a reader. A raw value is what `barometroctl import --kind` takes.
public enum ImportKind: String, Hashable, Codable, Sendable, CaseIterable {
    /// State of the objectives: targets, actuals, achievement.
    case relazione
    /// Cards of the plan: lines, objectives, phases, indicators, people.
    case piano
    /// Maps of the services.
    case mappe
    /// Projects of organisational performance.
    case progetti
    /// Plain tables whose columns the user names.
    case tabella
}
