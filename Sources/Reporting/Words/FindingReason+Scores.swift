import Localization
import Model
import Scoring

extension Finding {
    /// Why something drops out of a score, and what to do.
    var dropOutReason: String? {
        if let dropped = evidence["dropped"].flatMap({ Int($0) }) {
            return trn(
                "It looks fully reached because {count} indicator dropped out of the score. Complete it.",
                "It looks fully reached because {count} indicators dropped out of the score. Complete them.",
                dropped)
        }
        if evidence["units"] != nil {
            return tr("Figures of one row are in two units: {units}. Write all of them in one.", evidence)
        }
        return evidence["obstacle"].flatMap(Obstacle.init(rawValue:))?.words
    }

    /// What else a cell could mean, or what to write in it for a score.
    var cellReason: String? {
        if evidence["beside"] != nil {
            return tr(
                "Beside «{beside}» it may be a fraction or a percentage: write it with the sign %.", evidence)
        }
        if evidence["reason"] == "bound" {
            return tr("It says a bound, not what was reached. Write the figure or the day that was reached.")
        }
        if evidence["reason"] == "year" {
            return tr(
                "Target and actual may be years: «{target}». Write days, as 31/12/2031, or which way is better.",
                evidence)
        }
        if evidence["reason"] == "amount" {
            return tr("An amount is in euro. Write it as 5.000,00.")
        }
        if evidence["reason"] == "weight" {
            return tr(
                "A weight is a figure from 0 on, without a comparison or a unit. Write it as 30 or 30%.")
        }
        guard leavesOut else { return nil }
        return tr("It stays out of the score: write one figure, or a day as 31/12/2031.")
    }

    /// Who says which way is better, and who the contrary.
    var directionReason: String? {
        guard evidence["reason"] == "contradiction" else {
            return tr(
                "Nothing says which way is better, so more is; these words say that less is. Set the direction, or write the target with «at most» or «at least»."
            )
        }
        let names = ["one", "other"].map { key in (key, Finding.title(ofDirectionIn: evidence[key] ?? "")) }
        return tr(
            "One says that more is better, the other that less is: {one}, {other}. Correct one of them.",
            Dictionary(uniqueKeysWithValues: names))
    }

    /// Where else a name stands, and how often.
    var duplicateReason: String? {
        guard evidence["line"] != nil else { return nil }
        return evidence["times"] == nil
            ? tr("It stands on line {line} too.", evidence)
            : tr("It is there {times} times, first on line {line}.", evidence)
    }

    private static func title(ofDirectionIn field: String) -> String {
        switch field {
        case "target": tr("words of the target")
        case "direction": tr("direction of the indicator")
        case "rule": tr("scoring rule")
        default: tr("way from the baseline to the target")
        }
    }
}
