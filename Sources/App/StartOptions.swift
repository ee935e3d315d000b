import Foundation
import Localization
import ViewModels

/// What the command line asks for; `barometro --help` says how.
struct StartOptions {
    /// The archive to open.
    private(set) var archive: URL?
    /// Documents to import, or a colleague's file to review or to open.
    private(set) var files: [URL] = []
    /// Who makes the changes; the user of this machine where nobody is named.
    private(set) var author: String
    /// The command line names who makes the changes.
    private(set) var namesAuthor = false
    /// What the command line asked to be told, instead of a window: the help or the version.
    private(set) var answer: String?
    /// Runs beside another Barometro that is open.
    private(set) var isAlone = false
    /// Tries what the program can do instead of opening a window to work in.
    private(set) var isSelfTest = false
    /// What is wrong with the command line; nil where it was understood.
    private(set) var problem: String?

    /// Reads the arguments, the program's name first.
    init(_ arguments: [String]) {
        author = ProcessInfo.processInfo.fullUserName
        if author.isEmpty { author = ProcessInfo.processInfo.userName }
        var rest = arguments.dropFirst()
        while let argument = rest.popFirst() {
            switch argument {
            case "--archive": archive = value(of: argument, &rest).map { URL(fileURLWithPath: $0) }
            case "--author":
                author = value(of: argument, &rest) ?? author
                namesAuthor = true
            case "--help", "-h": answer = StartOptions.help
            case "--version": answer = AboutProgram.version
            case "--lang": _ = value(of: argument, &rest)
            case "--self-test": isSelfTest = true
            case "--alone": isAlone = true
            case let option where option.hasPrefix("--lang="): break
            case let path where !path.hasPrefix("-"): files.append(URL(fileURLWithPath: path))
            default:
                problem = tr(
                    "Unknown option {option}. What there is: barometro --help", ["option": argument])
            }
        }
    }

    private static var help: String {
        let rows = [
            ("--archive DIR", tr("opens the archive in this folder")),
            ("--author NAME", tr("signs the changes with this name")),
            ("--lang it|de|fr|en", tr("speaks this language")),
            ("--alone", tr("runs beside a Barometro that is open")),
            ("--self-test", tr("tries everything in a folder of its own and says what works")),
            ("--version", tr("says the version")), ("--help", tr("says this")),
        ]
        let width = (rows.map(\.0.count).max() ?? 0) + 2
        return tr("Use: barometro [OPTIONS] [FILE…]") + "\n\n"
            + tr(
                "FILE: documents to be imported, or a colleague's file *.barometro. Without a file the last archive is opened."
            ) + "\n\n"
            + rows.map { "  " + $0.0.padding(toLength: width, withPad: " ", startingAt: 0) + $0.1 }
            .joined(separator: "\n")
    }

    private mutating func value(of option: String, _ rest: inout ArraySlice<String>) -> String? {
        guard let value = rest.popFirst() else {
            problem = tr("{option} needs a value.", ["option": option])
            return nil
        }
        return value
    }
}
