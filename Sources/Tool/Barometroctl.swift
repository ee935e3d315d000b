import ArgumentParser
import Localization

/// The program without a window.
struct Barometroctl: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "barometroctl",
            abstract: tr("Plans, measures, checks and prints the performance of a municipality."),
            discussion: tr(
                "Exit codes: 0 done, 1 findings of severity error (with --strict), 2 bad usage, 3 unreadable input, 4 archive refused."
            ),
            subcommands: [
                ImportCommand.self, TablesCommand.self, ScoreCommand.self, CheckCommand.self,
                PrintCommand.self,
                ChartCommand.self,
                ExportCommand.self, MergeCommand.self, OpenBundleCommand.self, HistoryCommand.self,
                CompareCommand.self, FreezeCommand.self, YearCommand.self, BackupCommand.self,
                VerifyCommand.self, SampleCommand.self,
            ])
    }

    /// Runs the command that the arguments name and gives the exit code.
    static func launch(_ arguments: [String]) -> Int32 {
        do {
            try perform(arguments)
            return 0
        } catch let failure as ToolFailure {
            if !failure.message.isEmpty { Console.tell(failure.message) }
            return failure.code.rawValue
        } catch {
            Console.tell(fullMessage(for: error))
            return ToolFailure.Code.usage.rawValue
        }
    }

    private static func perform(_ arguments: [String]) throws {
        do {
            var command = try parseAsRoot(arguments)
            try command.run()
        } catch  where !(error is ToolFailure) && exitCode(for: error) == .success {
            // Help and version are asked for, and so are data.
            try Console.say(message(for: error))
        }
    }
}
