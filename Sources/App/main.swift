import Foundation
import Localization

Localization.start(arguments: CommandLine.arguments)
let program = Program(CommandLine.arguments)
// The program's own closures do not hold it.
exit(withExtendedLifetime(program) { program.run() })
