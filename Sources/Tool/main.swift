import Diagnostics
import Foundation
import Localization

ProgramLog.start(environment: ProcessInfo.processInfo.environment)
Localization.start(arguments: CommandLine.arguments)
exit(Barometroctl.launch(Array(CommandLine.arguments.dropFirst())))
