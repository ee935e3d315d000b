import Diagnostics
import Foundation
import Localization

ProgramLog.start(environment: ProcessInfo.processInfo.environment)
Localization.start(arguments: CommandLine.arguments)
let program = Program(CommandLine.arguments)
// The program's own closures do not hold it.
exit(withExtendedLifetime(program) { program.run() })
