import ViewModels
import Foundation
import Localization

/// What the command line asks for: `barometro [--archive DIR] [--author NAME] [--alone] [FILE…]`.
struct StartOptions {
    /// The archive to open.
    private(set) var archive: URL?
    /// Documents to import, or a colleague's file to review or to open.
    private(set) var files: [URL] = []
    /// Who makes the changes; the user of this machine where nobody is named.
    private(set) var author: String
    /// Runs beside another Barometro that is open.
    private(set) var isAlone = false
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
            case "--author": author = value(of: argument, &rest) ?? author
            case "--lang": _ = value(of: argument, &rest)
            case "--alone": isAlone = true
            case let path where !path.hasPrefix("-"): files.append(URL(fileURLWithPath: path))
            default:
                problem = tr(
                    "Unknown option {option}. Use: barometro [--archive DIR] [--author NAME] [--alone] [FILE…]",
                    ["option": argument])
            }
        }
    }

    private mutating func value(of option: String, _ rest: inout ArraySlice<String>) -> String? {
        guard let value = rest.popFirst() else {
            problem = tr("{option} needs a value.", ["option": option])
            return nil
        }
        return value
    }
}
