import Localization
import Model
import Reporting

extension Finding {
    /// The finding on one line: how much it matters, what it is about, what is written, where.
    var line: String {
        let what = sentence == code.title ? title : "\(title). \(sentence)"
        return placeWords.isEmpty
            ? "\(severity.title): \(what)" : "\(severity.title): \(what) (\(placeWords))"
    }
}
