import Localization
import Model

extension Finding {
    /// Why the finding is told, from its evidence; nil where the figures say it all.
    public var reason: String? {
        switch code {
        case .deviationMismatch: comparison
        case .achievementMismatch: achievementReason
        case .lineAchievementMismatch: lineReason
        case .objectiveWeights: weightsReason
        case .actualSeriesMismatch:
            tr(
                "The series «{series}» of the service «{service}» is chosen for the actual, and says something else. Take its figure, or keep what is written.",
                evidence)
        case .seriesTotalMismatch: totalReason
        case .seriesCopied: copyReason
        case .seriesOutlier: outlierReason
        case .seriesShifted: shiftReason
        case .indexMismatch: indexReason
        case .paymentTimeObjective: paymentTimesReason
        case .tenureGap: tr("Nobody heads the sector from {from} to {to}.", evidence)
        case .grossNetMismatch: tr("Net: {net}.", evidence)
        case .projectTotalMismatch:
            evidence["gross"] == nil ? nil : tr("It is the sum of the gross amounts.")
        case .duplicateName: duplicateReason
        case .notAssessable, .unitsDiffer: dropOutReason
        case .valueUnreadable, .valueAmbiguous: cellReason
        case .directionDoubtful: directionReason
        case .formulaWithoutResult:
            tr("Nobody calculated it: open the file in a spreadsheet, save it and import it again.")
        case .hiddenRead:
            tr("Who opens the file does not see it: leave out what does not belong to the document.")
        case .reportingIncomplete:
            trn(
                "Nobody has reported on {year} yet: {count} indicator waits for its actual.",
                "Nobody has reported on {year} yet: {count} indicators wait for their actual.",
                Int(evidence["count"] ?? "") ?? 0, evidence)
        default: nil
        }
    }

    private var comparison: String? {
        guard evidence["target"] != nil, evidence["actual"] != nil else { return nil }
        return tr("Target {target}, actual {actual}.", evidence)
    }

    private var achievementReason: String? {
        guard let fits = evidence["fits"].flatMap(ScoringRule.init(rawValue:)) else { return comparison }
        return tr(
            "It follows from the rule «{rule}»: check which rule the municipality's method prescribes.",
            ["rule": fits.title])
    }

    private var lineReason: String? {
        if evidence["rounded"] != nil {
            return tr("It follows from achievements that were rounded before the mean was taken.")
        }
        guard evidence["incomplete"] != nil else { return nil }
        return tr("A row may be missing: an objective of the line is not complete.")
    }

    private var weightsReason: String? {
        if evidence["missing"] != nil { return tr("What has no weight counts nothing.") }
        guard let weights = evidence["weights"] else { return nil }
        return tr("Weights: {weights}.", ["weights": weights])
    }

    private var indexReason: String? {
        switch evidence["difference"] {
        case "missing-card": tr("The index lists it, but there is no card.")
        case "missing-entry": tr("It has a card, but the index does not list it.")
        case "title": tr("Index and card give it different titles.")
        case "sector": tr("Index and card name different sectors.")
        case "strategicObjective": tr("Index and card name different strategic objectives.")
        case "due": tr("Index and card give different dates.")
        case "tags": tr("The index marks it so, the card does not.")
        case "dupReferences": tr("Index and card give different references to the DUP.")
        case "count": tr("The index lists another number of objectives for the line.")
        default: nil
        }
    }

    private var paymentTimesReason: String {
        switch place.field {
        case "paymentTimes.objectiveID":
            tr("D.L. 13/2023 art. 4-bis asks for an objective on payment times, and the plan has none.")
        case "paymentTimes.shareOfResultPay":
            tr("D.L. 13/2023 art. 4-bis asks that it be worth at least 30% of the result pay.")
        default:
            tr(
                "D.L. 13/2023 art. 4-bis asks for an objective on payment times: which one is it, and what share of the result pay is it worth?"
            )
        }
    }
}
