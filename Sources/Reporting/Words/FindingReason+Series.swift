import Localization
import Model

extension Finding {
    /// Why a total is told: which rows were added, or which whole the row is a part of.
    var totalReason: String {
        if evidence["whole"] != nil {
            return tr("It is a part of «{whole}», and a part cannot be more than the whole.", evidence)
        }
        return tr(
            "The {rows} rows from «{first}» to «{last}» give the total in {matches} of {years} years.",
            evidence)
    }

    /// What a series is the same as, and whether that may well be right.
    var copyReason: String? {
        switch evidence["reason"] {
        case "output-and-users":
            tr("The same figures as the output «{original}»: it may well be one fact.", evidence)
        case "same-name":
            tr(
                "The same figures as «{original}» of the service {service}: it may well be one fact.",
                evidence)
        case "two-names":
            tr("The same figures as «{original}» of the same table: it may well be one fact.", evidence)
        case "block":
            tr(
                "{rows} rows, down to «{last}», have the figures of the rows from «{original}» to «{lastOriginal}» of the service {service}.",
                evidence)
        case "all-but-one":
            tr("Equal to «{original}» in all other years: one of the two may be a slip.", evidence)
        case "unexplained":
            tr("The same figures as «{original}» of the service {service}, under another name.", evidence)
        default: nil
        }
    }

    /// What makes a figure look like a slip.
    var outlierReason: String? {
        let series = ["series": evidence["series"] ?? ""]
        return switch evidence["reason"] {
        case "unit": tr("The other years are percentages: {series}.", series)
        case "digit": tr("A digit or the decimal mark seems to have slipped: {series}.", series)
        case "drop": tr("Far below all other years: {series}.", series)
        case "jump": tr("Far above all other years: {series}.", series)
        case "zero": tr("A 0 among hundreds; a missing figure is no 0: {series}.", series)
        default: nil
        }
    }

    /// What says that the cells of a row are moved.
    var shiftReason: String? {
        switch evidence["reason"] {
        case "name": tr("The name stands in the column of the first year.")
        case "repaired": tr("The row began with an empty cell: it was moved back, and its last year is lost.")
        case "moved": tr("The same figures as «{original}», one year off.", evidence)
        default: nil
        }
    }
}
