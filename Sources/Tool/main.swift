import Foundation
import Localization

Localization.start(arguments: CommandLine.arguments)
exit(Barometroctl.launch(Array(CommandLine.arguments.dropFirst())))
