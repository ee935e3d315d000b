import Model

/// How the lines of a cell stand in their column.
public enum TextAlignment: Hashable, Sendable {
    /// At the left edge.
    case leading
    /// At the right edge.
    case trailing
    /// In the middle.
    case center
    /// With the decimal commas of the column below each other.
    case decimal
}

/// A column of a table.
public struct TableColumn: Hashable, Sendable {
    /// How a column gets its width; lengths in points.
    public enum Width: Hashable, Sendable {
        /// This wide.
        case fixed(Double)
        /// As wide as its content, within these limits.
        case fit(min: Double, max: Double)
        /// A share of what the others leave, by weight, not below `min`.
        case share(Double, min: Double)
    }

    /// How it gets its width.
    public var width: Width
    /// How its cells stand.
    public var alignment: TextAlignment
    /// It is as wide as the widest of the columns that have this set, but for words among figures.
    public var isUniform: Bool

    /// A column.
    public init(_ width: Width, _ alignment: TextAlignment = .leading, uniform: Bool = false) {
        self.width = width
        self.alignment = alignment
        isUniform = uniform
    }
}

/// A cell of a table.
public struct TableCell: Hashable, Sendable {
    /// A bar in the cell, for month charts.
    public enum Bar: Hashable, Sendable {
        /// No bar.
        case none
        /// A bar over the whole width; it begins or ends within the cell where the neighbour has none.
        case through(begins: Bool, ends: Bool)
    }

    /// What it says.
    public var text: RichText
    /// How many columns it takes, at least 1.
    public var span: Int
    /// How it stands; nil leaves it to the column.
    public var alignment: TextAlignment?
    /// A bar behind the text.
    public var bar: Bar
    /// It names its row, as a header does.
    public var isHeader: Bool
    /// A series drawn in the cell as a line of the height of a word.
    public var trend: ChartSeries?
    /// Shares drawn in the cell as a bar; cells beside it say them in figures or words.
    public var meter: Meter?

    /// Shares as a bar.
    public struct Meter: Hashable, Sendable {
        /// A stretch of the bar.
        public struct Part: Hashable, Sendable {
            /// From 0 to 1, of the whole bar.
            public var share: Double
            /// The colour of its barometer's band; nil for none.
            public var colour: BarometerColour?

            /// A share, kept within 0–1.
            public init(share: Double, colour: BarometerColour?) {
                self.share = min(1, max(0, share))
                self.colour = colour
            }
        }

        /// Its stretches, from the left.
        public var parts: [Part]

        /// A bar of one share.
        public init(share: Double, colour: BarometerColour?) {
            parts = [Part(share: share, colour: colour)]
        }

        /// A bar of several shares, which are no more than the whole together.
        public init(_ parts: [Part]) {
            self.parts = parts
        }
    }

    /// A cell.
    public init(
        _ text: RichText, span: Int = 1, alignment: TextAlignment? = nil, bar: Bar = .none,
        isHeader: Bool = false, trend: ChartSeries? = nil, meter: Meter? = nil
    ) {
        self.text = text
        self.span = max(1, span)
        self.alignment = alignment
        self.bar = bar
        self.isHeader = isHeader
        self.trend = trend
        self.meter = meter
    }

    /// A cell that says nothing.
    public static let empty = TableCell("")
}

/// A row of a table.
public struct TableRow: Hashable, Sendable {
    /// What the row is for.
    public enum Kind: Hashable, Sendable {
        /// Content.
        case body
        /// The title of the rows below it; it stays with the first of them.
        case group
        /// A sum; a rule stands above it.
        case total
    }

    /// What the row is for.
    public var kind: Kind
    /// The cells from the left; columns without one are empty.
    public var cells: [TableCell]
    /// How deep the first cell is set in, in steps.
    public var indent: Int
    /// The row stays on one page with the next one.
    public var keepsWithNext: Bool

    /// A row.
    public init(
        _ cells: [TableCell], kind: Kind = .body, indent: Int = 0, keepsWithNext: Bool = false
    ) {
        self.kind = kind
        self.cells = cells
        self.indent = max(0, indent)
        self.keepsWithNext = keepsWithNext
    }
}

/// A note below a table, called by its mark.
public struct TableNote: Hashable, Sendable {
    /// The mark; empty where the note belongs to the whole table.
    public var mark: String
    /// The note.
    public var text: String
    /// The note as it stands behind the figure that calls it where both are in one cell; nil for what is told of a
    /// figure and is no part of it.
    public var besideFigure: String?

    /// A note.
    public init(mark: String, text: String, besideFigure: String? = nil) {
        self.mark = mark
        self.text = text
        self.besideFigure = besideFigure
    }
}

/// A table; its head is repeated on each page that it reaches.
public struct ReportTable: Hashable, Sendable {
    /// How it is set.
    public enum Style: Hashable, Sendable {
        /// A rule below each row.
        case ruled
        /// Label and value with the thinnest rules between them: a card.
        case card
    }

    /// How it is set.
    public var style: Style
    /// What it shows, for those who do not see it; printed above it where `showsTitle`.
    public var title: String
    /// The title is printed.
    public var showsTitle: Bool
    /// The columns.
    public var columns: [TableColumn]
    /// The rows of the head.
    public var head: [TableRow]
    /// The rows.
    public var rows: [TableRow]
    /// The notes below it.
    public var notes: [TableNote]
    /// What the dim line at the end of the first cell of a row is, where its look alone says so; empty for nothing.
    public var aside = ""
    /// Its end stays on one page with what follows.
    public var keepsWithNext = false

    /// A table.
    public init(
        title: String, columns: [TableColumn], head: [TableRow] = [], rows: [TableRow],
        notes: [TableNote] = [], style: Style = .ruled, showsTitle: Bool = false
    ) {
        self.style = style
        self.title = title
        self.showsTitle = showsTitle
        self.columns = columns
        self.head = head
        self.rows = rows
        self.notes = notes
    }

    /// A head row of these words.
    public static func head(_ words: [String]) -> TableRow {
        TableRow(words.map { TableCell(RichText($0)) })
    }
}
