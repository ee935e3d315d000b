import Foundation
import Localization

Localization.start(arguments: CommandLine.arguments)
exit(Program(CommandLine.arguments).run())
