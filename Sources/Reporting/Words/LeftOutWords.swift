import Localization
import Scoring

extension LeftOut {
    /// What a figure does without: `without 1 indicator not assessable and 2 indicators to be reported`; nil where it is
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
        if notWeighed > 0 {
            parts.append(
                trn("{count} indicator without a weight", "{count} indicators without a weight", notWeighed))
        }
        if objectivesNotWeighed > 0 {
            parts.append(
                trn(
                    "{count} objective without a weight", "{count} objectives without a weight",
                    objectivesNotWeighed))
        }
        return parts.isEmpty ? nil : tr("without {indicators}", ["indicators": Words.list(parts)])
    }
}
