import ArgumentParser
import Exporting
import Foundation
import Localization
import Model
import Scoring

/// Compares what is written with what follows from the rest.
struct CheckCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "check", abstract: tr("Compares what is written with what follows from the rest."))
    }

    @Option(help: ArgumentHelp(tr("Only the plan and the projects of this year."), valueName: "y"))
    var year: Int?

    @Flag(
        help: ArgumentHelp(
            tr("Ends with exit code 1 where there is an error, or a score leaves something out.")))
    var strict = false

    @Flag(help: ArgumentHelp(tr("The result as JSON.")))
    var json = false

    @OptionGroup var common: CommonOptions

    func run() throws {
        let content = try common.reading().content
        if let year { try content.require(year: year) }
        let all = Checks.run(content: content, year: year)
        let findings = Checks.open(all, dismissals: content.dismissals)
        if json {
            try Console.say(JSONText.bytes(of: CheckReport(findings)))
        } else {
            for finding in findings { try Console.say(finding.line) }
        }
        tell(findings, answered: all.count - findings.count)
        if strict, findings.contains(where: { $0.severity == .error || $0.leavesOut }) {
            throw ToolFailure(.findings)
        }
    }

    private func tell(_ findings: [Finding], answered: Int) {
        let counts = [Severity.error, .warning, .info].map { severity in
            let count = findings.count { $0.severity == severity }
            return switch severity {
            case .error: trn("{count} error", "{count} errors", count)
            case .warning: trn("{count} warning", "{count} warnings", count)
            case .info: trn("{count} note", "{count} notes", count)
            }
        }
        var parts = counts
        if answered > 0 { parts.append(trn("{count} answered", "{count} answered", answered)) }
        Console.tell(parts.joined(separator: ", "))
    }
}
