import Foundation
import Model

/// The identities that the rows of a table of ours carry. A row that was copied carries that of another: it is a new one.
struct RowKeys {
    private var used: Set<UUID> = []
    /// What the rows said when they were sent, by their identities, where they carry it.
    private(set) var sent: [UUID: SentFields] = [:]

    /// The identity that a cell gives; nil where it gives none, or one that was given already.
    mutating func identity(_ cell: String?) -> UUID? {
        guard let cell, let id = RowKeys.read(cell), used.insert(id).inserted else { return nil }
        sent[id] = SentFields(text: cell.trimmingWhitespace().dropFirst(36))
        return id
    }

    /// Reads a cell of keys: an identity, after which stands what the row said when it was sent.
    static func read(_ cell: String) -> UUID? {
        let cell = cell.trimmingWhitespace()
        guard cell.utf8.count == 36 || cell.dropFirst(36).first == " " else { return nil }
        return UUID(uuidString: String(cell.prefix(36)))
    }
}
