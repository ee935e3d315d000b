import Localization
import Scoring

extension LeftOut {
    /// What a figure does without: `without 1 indicator that cannot be assessed and 2 to be reported`; nil where it is
    /// whole.
    public var words: String? {
        var parts: [String] = []
        if notAssessable > 0 {
            parts.append(
                trn("{count} indicator not assessable", "{count} indicators not assessable", notAssessable))
        }
        if notReported > 0 {
            parts.append(
                trn("{count} indicator to be reported", "{count} indicators to be reported", notReported))
        }
        return parts.isEmpty ? nil : tr("without {indicators}", ["indicators": Words.list(parts)])
    }
}
