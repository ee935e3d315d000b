import ArgumentParser
import DocumentStore
import Foundation
import Localization
import Model
import UserMessages

/// Compares two moments of the archive, or a frozen document with what the archive says now.
struct CompareCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "compare",
            abstract: tr("Compares two moments of the archive, or a frozen document with another moment."))
    }

    @Option(
        help: ArgumentHelp(
            tr("The first: a day (2026-03-31), a moment (2026-03-31T12:00:00Z), or a frozen document."),
            valueName: "when"))
    var from: String

    @Option(help: ArgumentHelp(tr("The second; now, where none is given."), valueName: "when"))
    var to: String?

    @Option(help: ArgumentHelp(tr("Only the plan and the projects of this year."), valueName: "y"))
    var year: Int?

    @Flag(help: ArgumentHelp(tr("The result as JSON.")))
    var json = false

    @OptionGroup var common: CommonOptions

    func run() throws {
        let store = try common.reading()
        if let year { try store.content.require(year: year) }
        let first = try state(from, in: store)
        let second = try to.map { text throws(ToolFailure) in try state(text, in: store) }
        let after = second?.content ?? store.content
        var documents = first.documents ?? second?.documents
        if let year { documents = [.plan(year), .projects(year)] }
        let changes = first.content.changes(to: after, in: documents)
        if json {
            try Console.say(Data(JSONValue.object(["changes": .array(changes.map(\.record))]).archiveText))
            return
        }
        for words in ChangeWords.list(of: changes, names: EntityNames(first.content.trees + after.trees)) {
            try Console.say(words.document.title + ": " + words.sentence)
        }
        if changes.isEmpty { Console.tell(tr("There is no difference.")) }
    }

    /// The content that a text names, and the documents that it is about; nil for all.
    private func state(
        _ text: String, in store: ArchiveStore
    ) throws(ToolFailure) -> (content: ArchiveContent, documents: Set<DocumentName>?) {
        let known = store.frozen().documents
        if let frozen = known.first(where: { $0.id == text }) {
            let content = try ToolFailure.refusing { () throws(ArchiveError) in try store.content(of: frozen)
            }
            return (content, Set(frozen.documents))
        }
        guard let moment = CompareCommand.moment(text) else {
            throw ToolFailure(
                .usage,
                tr(
                    "«{text}» is neither a day, nor a moment, nor a frozen document. Frozen are: {known}.",
                    ["text": text, "known": known.isEmpty ? "–" : Words.list(known.map(\.id))]))
        }
        let found = try ToolFailure.refusing { () throws(ArchiveError) in try store.content(at: moment) }
        guard let found else {
            throw ToolFailure(.usage, tr("The archive was made after {text}.", ["text": text]))
        }
        return (found, nil)
    }

    /// The end of a day on this computer, or a moment.
    private static func moment(_ text: String) -> Date? {
        if let moment = try? Date(text, strategy: .iso8601) { return moment }
        guard let day = CalendarDate(iso: text) ?? CalendarDate(italian: text) else { return nil }
        let parts = DateComponents(
            year: day.year, month: day.month, day: day.day, hour: 23, minute: 59, second: 59)
        return Calendar(identifier: .gregorian).date(from: parts)
    }
}

extension DocumentChange {
    /// The difference in the shape of `compare --json`, the same as that of `merge --json`.
    var record: JSONValue {
        .object([
            "document": .string(document.text), "path": .array(change.path.map(JSONValue.string)),
            "before": change.before ?? .null, "after": change.after ?? .null,
        ])
    }
}
