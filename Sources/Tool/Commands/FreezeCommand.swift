import ArgumentParser
import DocumentStore
import Foundation
import Localization
import Model
import Reporting
import UserMessages

/// Keeps a document as it was approved and published.
struct FreezeCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "freeze",
            abstract: tr("Keeps a document as it was approved: its PDF, digests, act and date."),
            subcommands: [FreezeMakeCommand.self, FreezeListCommand.self],
            defaultSubcommand: FreezeMakeCommand.self)
    }
}

/// Freezes a document.
struct FreezeMakeCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "make", abstract: tr("Prints a document and keeps it."))
    }

    @Argument(help: ArgumentHelp(tr("The document: allegato-b, allegato-c, piano, progetti, relazione.")))
    var document: PrintKind

    @Option(help: ArgumentHelp(tr("The year."), valueName: "y"))
    var year: Int

    @Option(help: ArgumentHelp(tr("The number of the act that approved it."), valueName: "number"))
    var act: String

    @Option(help: ArgumentHelp(tr("The day of the act: 2026-06-11."), valueName: "date"))
    var date: String

    @Option(help: ArgumentHelp(tr("Who approved it."), valueName: "name"))
    var body: String = tr("Giunta comunale")

    @Flag(help: ArgumentHelp(tr("Locks the year as well.")))
    var lock = false

    @OptionGroup var choices: PrintChoices

    @OptionGroup var common: CommonOptions

    func run() throws {
        guard let day = CalendarDate(iso: date) ?? CalendarDate(italian: date) else {
            throw ToolFailure(.usage, tr("«{text}» is no day. Write it as 2026-06-11.", ["text": date]))
        }
        guard !act.allSatisfy(\.isWhitespace), !body.allSatisfy(\.isWhitespace) else {
            throw ToolFailure(.usage, tr("Give the number of the act and who approved it."))
        }
        let store = try common.writing()
        defer { store.close() }
        let content = store.content
        let pdf = try PrintedDocument.pdf(
            document, of: content, year: year, options: choices.options(archive: common.folder))
        let request = FreezeRequest(
            kind: document.rawValue, year: year, act: Act(body: body, number: act, date: day),
            author: Author.current, date: Date())
        let frozen = try ToolFailure.refusing { () throws(ArchiveError) in
            try store.freeze(request, of: content, pdf: [UInt8](pdf))
        }
        Console.tell(
            tr("Frozen as {name}; SHA-256 {digest}.", ["name": frozen.id, "digest": frozen.pdfDigest]))
        guard lock, content.lock(of: year) == nil, let today = CalendarDate.today else { return }
        try store.lock(year: year, reason: "\(body), \(act), \(day.italian)", on: today)
    }
}

/// Lists what was frozen, with what changed since.
struct FreezeListCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "list", abstract: tr("Lists what was frozen."))
    }

    @Flag(help: ArgumentHelp(tr("The result as JSON.")))
    var json = false

    @OptionGroup var common: CommonOptions

    func run() throws {
        let store = try common.reading()
        let (documents, problems) = store.frozen()
        if json {
            let record = JSONValue.object(["frozen": .array(documents.map(\.record))])
            try Console.say(Data(record.archiveText))
        } else {
            for document in documents { try Console.say(try words(of: document, in: store)) }
        }
        guard problems.isEmpty else {
            throw ToolFailure(.archive, problems.map(\.words).joined(separator: "\n"))
        }
    }

    private func words(of document: FrozenDocument, in store: ArchiveStore) throws(ToolFailure) -> String {
        let changes = try ToolFailure.refusing { () throws(ArchiveError) in
            try store.changes(since: document)
        }
        let count = ChangeWords.list(of: changes, names: EntityNames()).count
        let act = [document.act.body, document.act.number, document.act.date?.italian ?? ""]
        return [
            document.id, act.filter { !$0.isEmpty }.joined(separator: " "), document.pdfDigest,
            trn("{count} change since", "{count} changes since", count),
        ].joined(separator: "  ")
    }
}

extension FrozenDocument {
    /// The document in the shape of `freeze list --json`.
    fileprivate var record: JSONValue {
        .object([
            "name": .string(id), "kind": .string(kind), "year": .number("\(year)"),
            "author": .string(author), "at": .string(date.formatted(.iso8601)), "sha256": .string(pdfDigest),
            "act": .object([
                "body": .string(act.body), "number": .string(act.number),
                "date": act.date.map { .string($0.iso) } ?? .null,
            ]),
        ])
    }
}
