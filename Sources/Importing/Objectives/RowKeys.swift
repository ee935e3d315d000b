import Foundation

/// The identities that the rows of a table of ours carry. A row that was copied carries that of another: it is a new one.
struct RowKeys {
    private var used: Set<UUID> = []

    /// The identity that a cell gives; nil where it gives none, or one that was given already.
    mutating func identity(_ cell: String?) -> UUID? {
        guard let id = cell.flatMap(RowKeys.read), used.insert(id).inserted else { return nil }
        return id
    }

    /// Reads a cell of keys.
    static func read(_ cell: String) -> UUID? { UUID(uuidString: cell.trimmingWhitespace()) }
}
