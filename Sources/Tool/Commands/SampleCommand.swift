import ArgumentParser
import DocumentStore
import Foundation
import Localization
import Sample

/// Makes the sample municipality's archive.
struct SampleCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "sample", abstract: tr("Makes the archive of an invented municipality in a folder."))
    }

    @Argument(help: ArgumentHelp(tr("A folder that is not there or is empty."), valueName: "dir"))
    var folder: String

    @OptionGroup var common: CommonOptions

    func run() throws {
        let url = URL(filePath: folder, directoryHint: .isDirectory).absoluteURL
        try ToolFailure.refusing { () throws(ArchiveError) in
            let store = try ArchiveStore.create(
                at: url, content: SampleArchive.content(), summary: tr("Sample archive"),
                author: Author.current, date: Date())
            store.close()
        }
        Console.tell(tr("The sample is in {folder}.", ["folder": url.path(percentEncoded: false)]))
    }
}
