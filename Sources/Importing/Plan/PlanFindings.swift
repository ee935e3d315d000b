import Model

extension FindingCode {
    /// The label over a target says how the indicator is measured, because the form lost its marks; `evidence` has how
    /// many indicators.
    public static let measureFromLabel = FindingCode(rawValue: "measure-from-label")
    /// An indicator's target was taken from its text, because the cell for it is empty; or stands there and was not taken.
    public static let targetFromText = FindingCode(rawValue: "target-from-text")
    /// A phase has no words that tell when.
    public static let phaseTimingMissing = FindingCode(rawValue: "phase-timing-missing")
    /// Figures or words stand where no field is for them.
    public static let textMisplaced = FindingCode(rawValue: "text-misplaced")
}
