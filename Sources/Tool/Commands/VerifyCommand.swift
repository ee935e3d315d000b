import ArgumentParser
import DocumentStore
import Foundation
import Localization
import UserMessages

/// Goes through an archive from its first line to its last.
struct VerifyCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "verify",
            abstract: tr("Checks histories, digests, documents and references of the archive."))
    }

    @OptionGroup var common: CommonOptions

    func run() throws {
        let folder = common.folder
        let problems = try ToolFailure.refusing { () throws(ArchiveError) in
            try ArchiveStore.verify(at: folder)
        }
        guard problems.isEmpty else {
            for problem in problems { try Console.say(problem.words) }
            throw ToolFailure(
                .archive,
                trn("{count} problem in the archive.", "{count} problems in the archive.", problems.count))
        }
        Console.tell(tr("The archive is whole."))
    }
}
