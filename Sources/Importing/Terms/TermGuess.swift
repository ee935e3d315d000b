/// What a label or the head of a column was taken for, how surely and why.
public struct TermGuess: Hashable, Codable, Sendable {
    /// Why a label was taken for a term; words for people are made elsewhere.
    public enum Reason: Hashable, Codable, Sendable {
        /// Its own words, those that told it.
        case words([String])
        /// What stands in the column.
        case content
        /// The columns beside it.
        case neighbours
        /// Weights that sum to 100.
        case sums
        /// A layout that was kept.
        case layout
        /// A person said so.
        case person
    }

    /// The term.
    public var term: FieldTerm
    /// From 0 to 100.
    public var confidence: Int
    /// Why.
    public var reason: Reason
    /// The year that the label names.
    public var year: Int?
    /// The year of a plan of several, from 1, that the label names (`Target 2° anno`).
    public var yearOfPlan: Int?

    /// A guess.
    public init(
        _ term: FieldTerm, confidence: Int, reason: Reason, year: Int? = nil, yearOfPlan: Int? = nil
    ) {
        self.term = term
        self.confidence = confidence
        self.reason = reason
        self.year = year
        self.yearOfPlan = yearOfPlan
    }
}
