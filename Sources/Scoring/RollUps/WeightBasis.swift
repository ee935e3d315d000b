import Model

/// How the weights of an objective's indicators, or of a line's objectives, are taken.
public enum WeightBasis: String, Hashable, Codable, Sendable, CaseIterable {
    /// As written. One that is missing or no figure where others have one counts 0, and a check tells it: any
    /// other figure would be a guess that changes the score.
    case written
    /// Nobody has a weight, so all weigh alike.
    case equal
}

extension ReportedValue {
    /// The cell marks a prerequisite (`X`): it is to be there, and weighs nothing.
    public var isPrerequisiteMark: Bool { raw.comparisonKey == "x" }

    /// The weight that the cell gives; nil where it is missing, no figure or below 0.
    public var weightValue: ExactDecimal? {
        guard let number, !number.isNegative else { return nil }
        return number
    }
}
