import ArgumentParser
import Localization
import UserMessages

/// The program without a window.
struct Barometroctl: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "barometroctl",
            abstract: tr("Plans, measures, checks and prints the performance of a municipality."),
            discussion: tr(
                "Exit codes: 0 done, 1 findings of severity error (with --strict), 2 bad usage, 3 unreadable input, 4 archive refused."
            ),
            version: AboutProgram.version,
            subcommands: [
                ImportCommand.self, TablesCommand.self, LayoutsCommand.self, ScoreCommand.self,
                FollowCommand.self, ActualCommand.self, CheckCommand.self, PrintCommand.self,
                ChartCommand.self,
                ExportCommand.self, TemplateCommand.self, GatherCommand.self, MergeCommand.self,
                OpenBundleCommand.self, HistoryCommand.self,
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
        } catch  where exitCode(for: error) == .validationFailure {
            Console.tell(ParserWords.failure(fullMessage(for: error)))
            return ToolFailure.Code.usage.rawValue
        } catch {
            Console.tell(
                tr("The command was not done: {reason}.", ["reason": SystemReason.words(of: error)]))
            return ToolFailure.Code.usage.rawValue
        }
    }

    /// Refuses help about a command that is none.
    private static func requireKnown(_ arguments: [String]) throws(ToolFailure) {
        guard arguments.first == "help", let name = arguments.dropFirst().first, !name.hasPrefix("-") else {
            return
        }
        let known = configuration.subcommands.compactMap { $0.configuration.commandName }
        guard !known.contains(name) else { return }
        throw ToolFailure(
            .usage,
            tr(
                "There is no command «{name}»; there are: {known}. Choose one of them.",
                ["name": name, "known": Words.list(known)]))
    }

    private static func perform(_ arguments: [String]) throws {
        do {
            var command = try parseAsRoot(arguments)
            try command.run()
        } catch  where !(error is ToolFailure) && exitCode(for: error) == .success {
            if arguments.contains(where: { $0.hasPrefix("--generate-") || $0.hasPrefix("--experimental-") }) {
                return try Console.say(message(for: error))
            }
            let help = ParserWords.help(message(for: error))
            // A group of commands without one shows its help, which nobody asked for.
            guard arguments.contains(where: ["--help", "-h", "help", "--version"].contains) else {
                throw ToolFailure(.usage, tr("A command is missing.") + "\n\n" + help)
            }
            try requireKnown(arguments)
            // Help that is asked for is data.
            try Console.say(help)
        }
    }
}
