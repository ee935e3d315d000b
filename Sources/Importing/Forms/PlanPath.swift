/// The names that lead to an objective: for findings, and for identities that are the same when a document is read again.
struct PlanPath: Hashable, Sendable {
    /// The plan's year.
    let year: Int
    /// The title of the strategic line.
    let line: String
    /// The title of the objective.
    let objective: String

    /// What a finding shows, outermost first.
    var names: [String] { [line, objective] }

    /// What identities are made of.
    var identity: [String] { ["plan", String(year), "line", line, "objective", objective] }
}
