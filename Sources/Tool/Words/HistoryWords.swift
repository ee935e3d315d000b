import DocumentStore
import Foundation
import Localization
import UserMessages

/// Sets histories for a person: identities become names.
struct HistoryWords {
    private let names: EntityNames
    private let hasFields: Bool

    /// - Parameters:
    ///   - trees: the documents, for the names of what is in them.
    ///   - hasFields: each changed field has its line.
    init(trees: [JSONValue], hasFields: Bool) {
        self.hasFields = hasFields
        names = hasFields ? EntityNames(trees) : EntityNames()
    }

    /// The entry: when, who, what, and where that is asked for which fields.
    func text(of entry: HistoryEntry) -> String {
        let parts = Calendar(identifier: .gregorian).dateComponents(
            [.year, .month, .day, .hour, .minute], from: entry.date)
        let day = Words.shortDate(year: parts.year ?? 0, month: parts.month ?? 0, day: parts.day ?? 0)
        let time = Words.time(hour: parts.hour ?? 0, minute: parts.minute ?? 0)
        let changes = trn("{count} change", "{count} changes", ChangeWords.count(of: entry.changes))
        let origin = entry.origin.words.isEmpty ? changes : changes + ", " + entry.origin.words
        let head = "\(day) \(time)  \(entry.document.text)  \(entry.author): \(entry.summary) (\(origin))"
        guard hasFields else { return head }
        let lines = ChangeWords.list(of: entry.changes, in: entry.document, names: names)
        return ([head] + lines.map { "    " + $0.sentence }).joined(separator: "\n")
    }
}
