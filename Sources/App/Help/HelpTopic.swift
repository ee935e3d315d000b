import Foundation
import Localization
import ViewModels

/// A topic of the help.
struct HelpTopic {
    /// The screen that it is about; nil for what is about the whole program.
    let screen: Screen?
    /// Its name.
    let title: String
    /// What it says.
    let paragraphs: [String]

    /// Its page in the manual; nil where the manual is not there.
    var manualPage: URL? { HelpTopic.manual(of: screen) }

    /// The manual's page on a screen, or on the whole program; nil where the manual is not there.
    static func manual(of screen: Screen?) -> URL? {
        AppResource.file("manuale/\(manualPage(of: screen)).html")
    }

    /// The name of the manual's page on a screen, or on the whole program.
    static func manualPage(of screen: Screen?) -> String {
        switch screen {
        case nil: "index"
        case .overview: "quadro"
        case .plan: "pianificare"
        case .indicators: "consuntivare"
        case .services: "servizi"
        case .projects: "progetti"
        case .organisation: "cominciare"
        case .findings: "verifiche"
        case .allegati: "allegati"
        case .importing: "importare"
        case .history: "cronologia"
        }
    }

    /// The topics, the whole program first and then a screen each.
    static var all: [HelpTopic] {
        [HelpTopic(screen: nil, title: tr("How it works"), paragraphs: general)]
            + Screen.allCases.map { HelpTopic(screen: $0, title: $0.title, paragraphs: words(of: $0)) }
    }

    private static var general: [String] {
        [
            tr(
                "What is written is on disk as soon as the field is left: there is nothing to save. Every change can be taken back with Ctrl+Z, also days later, and History says who changed what and when."
            ),
            tr(
                "A value that is missing is written as n.d. (not available) or / (not applicable); an empty cell says that nobody has reported it yet. What the program computes is in italics and cannot be typed over."
            ),
            tr(
                "An approved document is frozen in Annexes and its year can be locked in the menu: what was published stays as it was."
            ),
        ]
    }

    private static func words(of screen: Screen) -> [String] {
        switch screen {
        case .overview, .plan, .indicators: planning(screen)
        case .services, .projects, .organisation: describing(screen)
        case .findings, .allegati, .importing, .history: publishing(screen)
        }
    }

    private static func planning(_ screen: Screen) -> [String] {
        switch screen {
        case .overview:
            [
                tr(
                    "The state of the year at a glance: how far each line, sector or head is, what lies farthest from its target, what is due, what the checks found and who still has to report. Each row leads to its place with Enter or a click."
                )
            ]
        case .plan:
            [
                tr(
                    "On the left the tree of lines, strategic objectives and objectives; on the right the form of what is chosen. Ins adds an objective, F2 renames, Alt with the arrows moves, Ctrl+Del removes."
                ),
                tr(
                    "«Why this score» says each step from target and actual to the percentage. A percentage that was valued by an office stands beside the computed one, with its reason."
                ),
            ]
        default:
            [
                tr(
                    "All indicators of the year in one table that works like a spreadsheet: blocks are copied and pasted with Calc or Excel, filled down with Ctrl+D, and taken back as one change."
                ),
                tr(
                    "A click on a head sorts, the filters above leave what is wanted, the button beside them shows and hides columns."
                ),
            ]
        }
    }

    private static func describing(_ screen: Screen) -> [String] {
        switch screen {
        case .services:
            [
                tr(
                    "The maps of the services with their series by year. The chart beside a series can be read with the arrow keys, set to an index (first year 100) or to the change from year to year, copied and saved as picture."
                )
            ]
        case .projects:
            [
                tr(
                    "The performance projects of the year with own resources, those of third parties and their totals, net and gross; each can be tied to an objective."
                )
            ]
        default:
            [
                tr(
                    "Sectors, services and heads with the periods of their office, and the rules by which the year is scored, each with its formula and an example."
                )
            ]
        }
    }

    private static func publishing(_ screen: Screen) -> [String] {
        switch screen {
        case .findings:
            [
                tr(
                    "What does not agree with the rest: the sentence, the written and the expected value, the rows it speaks of and the way to mend it. A finding can be answered with a reason; it is then listed as answered and can be reopened."
                )
            ]
        case .allegati:
            [
                tr(
                    "The documents of the year, page by page as they will be printed. They are printed (Ctrl+P), exported as PDF, or frozen as they were published with the act that approved them."
                )
            ]
        case .importing:
            [
                tr(
                    "Documents of any office are dropped here: what was understood stands line by line beside the source, what was not is listed. Nothing is changed before it is taken, and one undo takes all of it back."
                )
            ]
        default:
            [
                tr(
                    "Every change with its author, moment and reason. Two moments can be compared; a field, or everything, can be brought back as it was."
                )
            ]
        }
    }
}
