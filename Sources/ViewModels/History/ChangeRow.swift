import DocumentStore
import Foundation
import UserMessages

/// A change as Cronologia shows it: where, which field, what stood there and what stands there.
public struct ChangeRow: Hashable, Sendable, Identifiable {
    /// The place in the list.
    public let id: Int
    /// The document's name.
    public let document: String
    /// Where, the outermost name first.
    public let place: String
    /// The field, or what was added or taken away is.
    public let field: String
    /// What happened, in a word; empty where a value changed.
    public let kind: String
    /// What stood there.
    public let before: String
    /// What stands there.
    public let after: String
    /// All in a sentence.
    public let sentence: String
    /// The change.
    let words: ChangeWords

    /// The row of a change.
    init(_ words: ChangeWords, id: Int) {
        self.id = id
        document = words.document.title
        place = words.place
        field = words.field
        kind = words.kind == .changed ? "" : words.kind.title
        before = words.before
        after = words.after
        sentence = words.sentence
        self.words = words
    }

    /// Rows of changes, in their order.
    static func list(_ changes: [ChangeWords]) -> [ChangeRow] {
        changes.enumerated().map { ChangeRow($1, id: $0) }
    }
}
