import Localization
import Model
import Reporting
import Scoring

extension GroupScore {
    /// The figure with two decimals, `unit` behind it, and `*` where it leaves something out; empty where there is
    /// none.
    func figure(unit: String = " %") -> String {
        guard let displayed else { return "" }
        return ItalianNumber.write(displayed, places: 2) + unit + (isPartial ? "*" : "")
    }

    /// What the figure leaves out, in words; empty where it is whole.
    var partialWords: String { isPartial ? leftOut.words ?? "" : "" }
}

extension ObjectiveScore {
    /// The figure with `*` where it leaves something out; empty where there is none.
    var figure: String {
        guard let displayed else { return "" }
        return ItalianNumber.write(displayed) + " %" + (isPartial ? "*" : "")
    }

    /// What the figure leaves out, in words; empty where it is whole.
    var partialWords: String { isPartial ? leftOut.words ?? "" : "" }
}
