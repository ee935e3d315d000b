import Foundation

/// A column of a table whose columns a person named.
public struct LayoutColumn: Hashable, Codable, Sendable {
    /// Its head, reduced to what is compared.
    public var head: String
    /// What it holds, by the word that the importer has for it; nil for a column that is left out.
    public var term: String?
    /// The year of its figures, where the head does not say it and the term needs one.
    public var year: Int?

    /// A column.
    public init(head: String, term: String?, year: Int?) {
        self.head = head
        self.term = term
        self.year = year
    }
}

/// A column that a person divided in two, so that the table came to have the heads of a layout.
public struct LayoutSplit: Hashable, Codable, Sendable {
    /// The heads of the tables as they are divided, reduced to what is compared.
    public var heads: [String]
    /// The position of the column.
    public var column: Int
    /// What stands between its parts.
    public var separator: String
    /// The heads of the divided tables, reduced to what is compared.
    public var divided: [String]

    /// A division.
    public init(heads: [String], column: Int, separator: String, divided: [String]) {
        self.heads = heads
        self.column = column
        self.separator = separator
        self.divided = divided
    }
}

/// What a person said that a text of a document is.
public struct LayoutLine: Hashable, Codable, Sendable {
    /// The line where it begins, from 1.
    public var line: Int
    /// The text as written.
    public var text: String
    /// What it is, by the word that the importer has for it.
    public var term: String
    /// The year of a figure, where its term needs one.
    public var year: Int?

    /// A text with its name.
    public init(line: Int, text: String, term: String, year: Int?) {
        self.line = line
        self.text = text
        self.term = term
        self.year = year
    }
}

/// How a table with these heads is read, a card with these labels, or a document with these lines, as a person named them.
public struct KeptLayout: Hashable, Codable, Sendable, Identifiable {
    /// Identity: that of the heads, labels or lines, so that a table has one layout, whoever names its columns.
    public let id: UUID
    /// The name that the person gave it.
    public var name: String
    /// The columns, in order.
    public var columns: [LayoutColumn]
    /// What the document is, by the word that the importer has for it; nil to leave it to the guess.
    public var kind: String?
    /// The year of the document; nil to take it from the document.
    public var year: Int?
    /// The divisions of columns that make tables with these heads, in order; nil where there is none.
    public var splits: [LayoutSplit]?
    /// True where the columns are labels of cards; nil for a table.
    public var cards: Bool?
    /// The texts that are named where they stand; nil where none is.
    public var namedLines: [LayoutLine]?

    /// A layout of a table, of cards, or of lines.
    public init(
        name: String, columns: [LayoutColumn], kind: String? = nil, year: Int? = nil,
        splits: [LayoutSplit]? = nil, cards: Bool? = nil, namedLines: [LayoutLine]? = nil
    ) {
        let place = cards == true ? ["cards"] : (namedLines ?? []).map { "\($0.line) \($0.text)" }
        id = UUID(naming: ["layout"] + columns.map(\.head) + place)
        self.cards = cards
        self.namedLines = namedLines
        self.name = name
        self.columns = columns
        self.kind = kind
        self.year = year
        self.splits = splits
    }
}

/// The layouts of tables that are kept with the archive.
public struct LayoutCatalogue: Hashable, Codable, Sendable, Identifiable {
    /// Identity: the same in each archive, so that those of two colleagues are one.
    public let id: UUID
    /// The layouts, in the order in which they came.
    public var layouts: [KeptLayout] = []

    /// No layouts.
    public init() {
        id = UUID(naming: ["layouts"])
    }

    /// Keeps a layout, in the place of one for the same heads. One of that name for other heads stays, and the new one
    /// gets a number.
    /// - Returns: the name under which it is kept.
    @discardableResult public mutating func keep(_ layout: KeptLayout) -> String {
        var layout = layout
        let taken = Set(layouts.filter { $0.id != layout.id }.map(\.name))
        let name = layout.name
        var number = 2
        while taken.contains(layout.name) {
            layout.name = "\(name) \(number)"
            number += 1
        }
        if let position = layouts.firstIndex(where: { $0.id == layout.id }) {
            layouts[position] = layout
        } else {
            layouts.append(layout)
        }
        return layout.name
    }
}

extension ArchiveContent {
    /// Keeps a layout; gives the name under which it is kept.
    @discardableResult public mutating func keep(_ layout: KeptLayout) -> String {
        var catalogue = layouts ?? LayoutCatalogue()
        defer { layouts = catalogue }
        return catalogue.keep(layout)
    }
}
