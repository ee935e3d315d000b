import Foundation
import Localization

/// The argument parser's own texts, which are English, in the program's words.
enum ParserWords {
    /// What is told where the arguments are not as they should be: what is wrong, how the command is written, where
    /// its help is.
    static func failure(_ text: String) -> String {
        let marks = [("Error: ", true), ("Usage: ", false), ("  See '", false)]
        var blocks: [String] = []
        for line in text.components(separatedBy: "\n") {
            if marks.contains(where: { line.hasPrefix($0.0) }) || line.hasPrefix("Help:  ") || blocks.isEmpty
            {
                blocks.append(line)
            } else {
                blocks[blocks.count - 1] += "\n" + line
            }
        }
        return blocks.map(block).joined(separator: "\n").trimmingCharacters(in: .newlines)
    }

    /// The help of a command.
    static func help(_ text: String) -> String {
        text.components(separatedBy: "\n").map(helpLine).joined(separator: "\n")
    }

    private static func block(_ text: String) -> String {
        if text.hasPrefix("Error: ") { return sentence(problem(String(text.dropFirst(7)))) }
        if text.hasPrefix("Help:  ") { return named("  " + text.dropFirst(7)) }
        if text.hasPrefix("Usage: ") { return tr("Usage:") + " " + named(String(text.dropFirst(7))) }
        if let found = text.wholeMatch(of: /\s*See '(.+)' for more information\./) {
            return "  " + tr("More: {command}", ["command": String(found.1)])
        }
        return text
    }

    /// One full stop at the end.
    private static func sentence(_ text: String) -> String {
        let body = text.trimmingCharacters(in: .whitespacesAndNewlines)
        return body.last.map { ".?!:…".contains($0) } == true ? body : body + "."
    }

    /// What is wrong; a text that is none of the parser's is ours already.
    private static func problem(_ text: String) -> String {
        if let words = unknown(text) ?? missing(text) ?? unexpected(text) { return words }
        if let found = text.wholeMatch(
            of: /(?s)The value '(.*)' is invalid for '(.+?)'(?:\. Please provide one of (.+?)\.?)?/)
        {
            let values = ["value": String(found.1), "name": named(String(found.2))]
            guard let choices = found.3 else {
                return tr("«{value}» is no value for {name}. Give a whole number.", values)
            }
            // Many choices come a line each.
            let list = choices.matches(of: /'([^']+)'|- ([^\s.]+)/).map { String($0.1 ?? $0.2 ?? "") }
            return tr(
                "«{value}» is no value for {name}. Choose among: {list}.",
                values.merging(["list": Words.list(list)]) { own, _ in own })
        }
        if let found = text.wholeMatch(
            of: /(?s)The option '(.+?)' does not take any value, but '(.*)' was specified\./)
        {
            return tr(
                "{name} takes no value, but «{value}» stands behind it.",
                ["name": String(found.1), "value": String(found.2)])
        }
        if text.wholeMatch(of: /(?s)Value to be set with .*/) != nil {
            return tr("One option says the contrary of another. Leave one of them out.")
        }
        return text
    }

    private static func unknown(_ text: String) -> String? {
        if let found = text.wholeMatch(of: /(?s)Unknown option '(.+)'\. Did you mean '(.+)'\?/) {
            return tr(
                "There is no option {name}. Perhaps {other} is meant.",
                ["name": String(found.1), "other": String(found.2)])
        }
        if let found = text.wholeMatch(of: /(?s)(?:Unknown option|Invalid option:?) '?(.+?)'?/) {
            return tr("There is no option {name}.", ["name": String(found.1)])
        }
        return nil
    }

    private static func missing(_ text: String) -> String? {
        if let found = text.wholeMatch(of: /Missing value for '(.+)'/) {
            return tr("{name} needs a value.", ["name": named(String(found.1))])
        }
        if let found = text.wholeMatch(of: /Missing expected argument '(.+)'/) {
            return tr("{name} is missing.", ["name": named(String(found.1)).replacing("…", with: "")])
        }
        if let found = text.wholeMatch(of: /Missing one of: '(.+)'/) {
            return tr("One of these is missing: {names}.", ["names": named(String(found.1))])
        }
        return text == "Missing required subcommand." ? tr("A command is missing.") : nil
    }

    private static func unexpected(_ text: String) -> String? {
        if let found = text.wholeMatch(of: /(?s)Unexpected argument '(.*)'/) {
            return tr("«{text}» is not expected here.", ["text": String(found.1)])
        }
        guard let found = text.wholeMatch(of: /(?s)\d+ unexpected arguments: (.+)/) else { return nil }
        let list = found.1.matches(of: /(?s)'(.*?)'(?:, |$)/).map { "«\($0.1)»" }
        return tr("These are not expected here: {texts}.", ["texts": Words.list(list)])
    }

    private static func helpLine(_ line: String) -> String {
        switch line {
        case "ARGUMENTS:": return tr("Arguments:")
        case "OPTIONS:": return tr("Options:")
        case "SUBCOMMANDS:": return tr("Commands:")
        default: break
        }
        if line.hasPrefix("OVERVIEW: ") { return String(line.dropFirst(10)) }
        if line.hasPrefix("USAGE: ") { return tr("Usage:") + " " + named(String(line.dropFirst(7))) }
        if let found = line.wholeMatch(of: /\s*See '(.+) <subcommand>' for detailed help\./) {
            return "  " + tr("More: {command}", ["command": String(found.1) + " " + named("<subcommand>")])
        }
        return named(line).replacing("Show help information.", with: tr("Shows this help."))
            .replacing("Show the version.", with: tr("Shows the version."))
            .replacing("(default: ", with: "(" + tr("by default") + ": ")
            .replacing("; default: ", with: "; " + tr("by default") + ": ")
            .replacing("(values: ", with: "(" + tr("one of") + ": ")
            .replacing("(default)", with: "(" + tr("by default") + ")")
    }

    /// The text with the names of values in the program's language: `<file>`, `<y>`; what may come several times is
    /// followed by one sign.
    private static func named(_ text: String) -> String {
        var text = text.replacing(" ...", with: "…")
        for (name, word) in names {
            text = text.replacing("<\(name)>", with: "<\(word())>")
        }
        return text
    }

    private static let names: [(String, @Sendable () -> String)] = [
        ("subcommand", { tr("command") }), ("options", { tr("options") }), ("y", { tr("year") }),
        ("year", { tr("year") }), ("from", { tr("year") }), ("document", { tr("document") }),
        ("d", { tr("document") }),
        ("dir", { tr("folder") }), ("folder", { tr("folder") }), ("file", { tr("file") }),
        ("path", { tr("file") }),
        ("name", { tr("name") }), ("format", { tr("format") }), ("kind", { tr("kind") }),
        ("indicator", { tr("indicator") }), ("number", { tr("number") }), ("date", { tr("date") }),
        ("text", { tr("text") }), ("when", { tr("moment") }), ("id[/field]", { tr("id[/field]") }),
        ("bundle", { tr("file") }),
    ]
}
