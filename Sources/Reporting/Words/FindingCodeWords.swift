import Localization
import Model

extension Finding {
    /// What is written, for people: a word that only archives keep as its title.
    public var writtenWords: String { words(of: written) }

    /// What was expected, for people.
    public var expectedWords: String { words(of: expected) }

    private func words(of text: String) -> String {
        switch (code, place.field) {
        case (.columnNotation, _): notation(text)
        case (.directionInferred, _): Direction(rawValue: text)?.title ?? text
        case (.headingAssumed, "role"): TenureRole(rawValue: text)?.title ?? text
        case (.valueAmbiguous, "measure"):
            text.split(separator: ", ").map { Measure(rawValue: String($0))?.title ?? String($0) }
                .joined(separator: ", ")
        default: text
        }
    }

    private func notation(_ text: String) -> String {
        switch text {
        case "italian": tr("Italian notation, 1.234,5")
        case "point": tr("notation with a decimal point, 1,234.5")
        default: text
        }
    }
}
