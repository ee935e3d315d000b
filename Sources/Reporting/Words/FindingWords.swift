import Localization
import Model

extension FindingCode {
    /// The heading under which findings of this code stand.
    public var title: String {
        FindingCode.titles[self]?() ?? rawValue
    }

    private static let titles: [FindingCode: @Sendable () -> String] = [
        .deviationMismatch: { tr("Deviation not as computed") },
        .achievementMismatch: { tr("Achievement not as computed") },
        .objectiveWeights: { tr("Weights do not sum to 100") },
        .lineAchievementMismatch: { tr("Achievement of the line not as computed") },
        .neutralisedWithoutReason: { tr("Neutralised without a reason") },
        .actualSeriesMismatch: { tr("Actual not the figure of its series") },
        .actualMissing: { tr("Actual still to be reported") },
        .targetMissing: { tr("Target missing") },
        .targetZero: { tr("Target is zero") },
        .seriesTotalMismatch: { tr("Total not the sum of its rows") },
        .seriesCopied: { tr("Same figures under another name") },
        .seriesOutlier: { tr("Figure out of line") },
        .seriesShifted: { tr("Cells moved by one") },
        .valueUnreadable: { tr("Value that cannot be read") },
        .valueAmbiguous: { tr("Value that could mean two things") },
        .duplicateName: { tr("Same name twice") },
        .projectTotalMismatch: { tr("Total of projects not as computed") },
        .grossNetMismatch: { tr("Gross does not follow from net") },
        .phaseOutOfYear: { tr("Phase out of the year") },
        .tenureGap: { tr("Sector without a head") },
        .indexMismatch: { tr("Index and cards disagree") },
        .paymentTimeObjective: { tr("Objective on payment times") },
        .notAssessable: { tr("Left out of the score") },
        .directionDoubtful: { tr("Direction in doubt") },
        .unitsDiffer: { tr("Two units") },
        .reportingIncomplete: { tr("Year not reported yet") },
        .rowRepaired: { tr("Row put together again") },
        .cellShifted: { tr("Cells moved back in place") },
        .headingAssumed: { tr("Lost heading assumed") },
        .directionInferred: { tr("Less is better, from the printed figures") },
        .encodingAssumed: { tr("Encoding assumed") },
        .columnNotation: { tr("Notation of a column") },
        .kindUnknown: { tr("Document of no known kind") },
        .columnsLost: {
            tr(
                "Columns lost: the file that the text was copied from is needed, or its lines are named by hand"
            )
        },
        .undefinedByte: { tr("Byte without a meaning") },
        .hiddenCharacters: { tr("Hidden characters removed") },
        .headerMisspelt: { tr("Misspelt header") },
        .columnUnknown: { tr("Column without a field") },
        .yearAssumed: { tr("Year assumed") },
        .textJoined: { tr("Text put together again") },
        .measureFromLabel: { tr("Measure taken from the label") },
        .targetFromText: { tr("Target taken from the text") },
        .phaseTimingMissing: { tr("Phase without a time") },
        .textMisplaced: { tr("Text out of place") },
        .formulaWithoutResult: { tr("Formula without a result") },
        .formulaError: { tr("Formula with an error") },
        .partNotRead: { tr("Part of the file not read") },
        .hiddenRead: { tr("Something hidden was read") },
    ]
}

extension Finding {
    /// The heading of this finding: that of its code, but where only a weight or a year is missing, or a head.
    public var title: String {
        switch code {
        case .objectiveWeights where evidence["missing"] != nil && expected.isEmpty: tr("Weight missing")
        case .yearAssumed where expected.isEmpty: tr("The year is missing: it must be given")
        case .columnUnknown where evidence["objective"] != nil:
            tr(
                "Indicators without an objective, not taken: name a column, or a text above them, as objective"
            )
        case .columnUnknown where evidence["cells"] != nil: tr("Column without a head, left out")
        default: code.title
        }
    }

    /// What is written, what was expected, and why it is told.
    public var sentence: String {
        let parts = [figures, reason].compactMap { $0 }
        return parts.isEmpty ? code.title : parts.joined(separator: ". ")
    }

    /// What is written, and what was expected; nil where neither is.
    private var figures: String? {
        let values = ["written": quoted(writtenWords), "expected": quoted(expectedWords)]
        if written.isEmpty, expected.isEmpty { return nil }
        if expected.isEmpty { return tr("Written: {written}", values) }
        if written.isEmpty { return tr("Expected: {expected}", values) }
        return tr("Written {written}, expected {expected}", values)
    }

    /// The place in words, outermost first, with file and line where it was imported.
    public var placeWords: String {
        let names = place.path.filter { !$0.isEmpty }.joined(separator: " › ")
        guard let file = place.file, let line = place.line else { return names }
        let origin = tr("{file}, line {line}", ["file": file, "line": "\(line)"])
        return names.isEmpty ? origin : names + " — " + origin
    }

    private func quoted(_ text: String) -> String {
        text.isEmpty ? "" : "«\(text)»"
    }
}
