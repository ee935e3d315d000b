import Gtk
import Localization
import Model
import Reporting

/// How grave a finding is, said three times: by a symbol, by a word, and by a style class.
enum SeverityStyle {
    /// The symbol; another for each, so that colour is never alone.
    static func symbol(_ severity: Severity) -> String {
        switch severity {
        case .error: "✖"
        case .warning: "▲"
        case .info: "ℹ"
        }
    }

    /// Symbol and word.
    static func text(_ severity: Severity) -> String { symbol(severity) + " " + severity.title }

    /// Symbol and word of each.
    static var texts: [String] { Severity.allCases.map(text) }

    /// The style classes.
    static func classes(_ severity: Severity) -> [String] { ["severity", "severity-\(severity.rawValue)"] }
}
