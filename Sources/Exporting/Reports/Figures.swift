import Model
import Scoring

extension Fraction {
    /// The figure as a decimal string: exact where it is finite, else rounded to six decimals.
    var reported: String { (exactDecimal ?? rounded(places: 6)).description }
}

extension ReportedValue {
    /// The value as a string: figures in plain notation, dates as `2024-12-31`, texts as written; nil where missing.
    var reported: String? {
        switch content {
        case .number(let figure): figure.description
        case .onOff(let done): done ? "1" : "0"
        case .date(let date): date.iso
        case .text: raw
        case .missing: nil
        }
    }
}
