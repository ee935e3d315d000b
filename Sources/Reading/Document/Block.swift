/// A table as it stands in a file: rows of one length, cells that another goes over marked as covered.
public struct Table: Hashable, Codable, Sendable {
    /// The rows, each with as many cells as the widest.
    public var rows: [[Cell]]
    /// How many rows at the top the format itself marks as heads; 0 where it does not say.
    public var headRows: Int

    /// A table of these rows; shorter rows are filled with empty cells.
    public init(rows: consuming [[Cell]], headRows: Int = 0) {
        let width = rows.lazy.map(\.count).max() ?? 0
        for index in rows.indices where rows[index].count < width {
            let blank = Cell("", place: rows[index].last?.place ?? Place())
            rows[index] += repeatElement(blank, count: width - rows[index].count)
        }
        self.rows = rows
        self.headRows = headRows
    }

    /// The number of columns.
    public var width: Int { rows.first?.count ?? 0 }
}

/// A piece of a document: what a reader sees as one thing.
public struct Block: Hashable, Codable, Sendable {
    /// What kind of piece it is.
    public enum Content: Hashable, Codable, Sendable {
        /// A heading, with its level from 1 where the format says it.
        case heading(String, level: Int?)
        /// A paragraph.
        case paragraph(String)
        /// An item of a list, without its bullet.
        case item(String)
        /// A table.
        case table(Table)
    }

    /// What it is.
    public var content: Content
    /// Where it begins.
    public var place: Place

    /// A piece at its place.
    public init(_ content: Content, at place: Place) {
        self.content = content
        self.place = place
    }

    /// The text of a heading, paragraph or item; empty for a table.
    public var text: String {
        switch content {
        case .heading(let text, _), .paragraph(let text), .item(let text): text
        case .table: ""
        }
    }

    /// The table, where it is one.
    public var table: Table? {
        guard case .table(let table) = content else { return nil }
        return table
    }
}
