import Foundation
import Logging

/// The program's log: what it does with files and archives, on standard error, for whoever looks for a fault.
///
/// What a person must know is told by the window or the command itself; the log adds what would go unnoticed.
public enum ProgramLog {
    /// The variable of the environment that sets the level: `trace`, `debug`, `info`, `notice`, `warning`, `error`.
    public static let variable = "BAROMETRO_LOG"

    /// Starts the log. To be called once, first of all; without the variable, or with a word that is no level, only
    /// warnings and errors are written.
    public static func start(environment: [String: String]) {
        let level = level(in: environment)
        LoggingSystem.bootstrap { label in
            var handler = StreamLogHandler.standardError(label: label)
            handler.logLevel = level
            return handler
        }
    }

    /// The level that an environment asks for.
    public static func level(in environment: [String: String]) -> Logger.Level {
        environment[variable].flatMap { Logger.Level(rawValue: $0.lowercased()) } ?? .warning
    }

    /// What the window remembers, looks like and does by itself.
    public static let window = Logger(label: "barometro.window")
    /// What is done with archives.
    public static let archive = Logger(label: "barometro.archive")
    /// What is done with files that are read.
    public static let reading = Logger(label: "barometro.reading")
}
