import ArgumentParser
import DocumentStore
import Foundation
import Localization
import UserMessages

/// Makes a working archive of a bundle.
struct OpenBundleCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "open-bundle",
            abstract: tr("Makes a working archive of a bundle, to fill it in and send it back."))
    }

    @Argument(help: ArgumentHelp(tr("The bundle."), valueName: "bundle"))
    var bundle: String

    @Argument(help: ArgumentHelp(tr("A folder that is not there or is empty."), valueName: "dir"))
    var folder: String

    @OptionGroup var common: CommonOptions

    func run() throws {
        let file = BundleFile(path: bundle)
        let bytes = try file.bytes()
        let url = URL(filePath: folder, directoryHint: .isDirectory).absoluteURL
        let store = try file.refusing { () throws(BundleError) in
            try ArchiveStore.create(
                at: url, fromBundle: bytes, summary: tr("Opened {file}", ["file": file.name]),
                author: Author.current, date: Date())
        }
        store.close()
        Console.tell(
            tr("The working archive is in {folder}.", ["folder": url.path(percentEncoded: false)]))
    }
}
