import Diagnostics
import Foundation
import Localization
import ViewModels

let environment = ProcessInfo.processInfo.environment
ProgramLog.start(environment: environment)
Localization.start(
    arguments: CommandLine.arguments,
    preferred: Preferences.load(from: Preferences.file(environment: environment)).language)
let program = Program(CommandLine.arguments)
// The program's own closures do not hold it.
exit(withExtendedLifetime(program) { program.run() })
