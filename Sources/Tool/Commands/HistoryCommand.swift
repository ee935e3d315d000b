import ArgumentParser
import DocumentStore
import Exporting
import Foundation
import Localization
import Model

/// Shows who changed what.
struct HistoryCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "history", abstract: tr("Shows who changed what, and when."))
    }

    @Option(
        help: ArgumentHelp(
            tr("Only this document (ente, servizi, piano-2025, progetti-2025), field by field."),
            valueName: "d"))
    var document: String?

    @Option(
        help: ArgumentHelp(
            tr("Only what happened to this thing or field: an identity, or an identity and a field."),
            valueName: "id[/field]"))
    var past: String?

    @Flag(help: ArgumentHelp(tr("The result as JSON.")))
    var json = false

    @OptionGroup var common: CommonOptions

    func run() throws {
        let store = try common.reading()
        let names = try documents(of: store)
        var entries: [HistoryEntry] = []
        for name in names {
            entries += try ToolFailure.refusing { () throws(ArchiveError) in
                guard let past else { return try store.history(of: name) }
                let parts = past.split(separator: "/").map(String.init)
                return try store.past(
                    of: name, thing: parts.first?.uppercased() ?? "", field: Array(parts.dropFirst()))
            }
        }
        if let past, entries.isEmpty {
            throw ToolFailure(
                .usage,
                tr(
                    "The history has nothing of «{thing}». Things go by the identities that export json shows.",
                    ["thing": past]))
        }
        entries.sort { ($0.date, $0.document, $0.number) < ($1.date, $1.document, $1.number) }
        if json {
            let record = JSONValue.object(["entries": .array(entries.map(\.record))])
            try Console.say(Data(record.archiveText))
        } else {
            let words = HistoryWords(trees: store.trees, hasFields: document != nil || past != nil)
            for entry in entries { try Console.say(words.text(of: entry)) }
        }
    }

    private func documents(of store: ArchiveStore) throws(ToolFailure) -> [DocumentName] {
        let known = store.documentsWithHistory
        guard let document else { return known }
        if let name = DocumentName(document), known.contains(name) { return [name] }
        throw ToolFailure(
            .usage,
            tr(
                "The archive has no document «{name}»; there are: {known}.",
                ["name": document, "known": Words.list(known.map(\.text))]))
    }
}

extension HistoryEntry {
    /// The entry in the shape of `history --json`.
    fileprivate var record: JSONValue {
        .object([
            "document": .string(document.text), "number": .number("\(number)"),
            "at": .string(date.formatted(.iso8601)), "author": .string(author), "summary": .string(summary),
            "commit": .string(commit.uuidString), "digest": .string(digest),
            "changes": .array(
                changes.map { change in
                    .object([
                        "path": .array(change.path.map(JSONValue.string)),
                        "kind": .string(change.kind.rawValue), "before": change.before ?? .null,
                        "after": change.after ?? .null,
                    ])
                }),
        ])
    }
}
