/// What the format says that a cell holds, beside the text that it shows.
public enum CellType: Hashable, Codable, Sendable {
    /// Nothing but the text.
    case text
    /// A number: its exact decimal digits (`-1234.5`), with a point and without groups.
    case number(String)
    /// A share that is shown as per cent: the exact decimal digits of the per cent figure (`30` for `30%`).
    case percent(String)
    /// A day, `2024-12-31`.
    case date(String)
    /// True or false.
    case boolean(Bool)
    /// An error of a formula (`#DIV/0!`), which is shown as text.
    case error
}

/// A cell of a table.
public struct Cell: Hashable, Codable, Sendable {
    /// The text as a reader sees it, lines within the cell told apart by a new line; numbers of typed formats are
    /// written the Italian way (`1234,5`, `30%`, `31/12/2024`).
    public var text: String
    /// What the format says that it holds.
    public var type: CellType
    /// Where it stands.
    public var place: Place
    /// Rows that it goes over, 1 or more.
    public var rowSpan: Int {
        get { Int(storedRowSpan) }
        set { storedRowSpan = Int32(clamping: max(1, newValue)) }
    }
    /// Columns that it goes over, 1 or more.
    public var columnSpan: Int {
        get { Int(storedColumnSpan) }
        set { storedColumnSpan = Int32(clamping: max(1, newValue)) }
    }
    /// True where a cell above or to the left goes over this place; the text is empty then.
    public var isCovered: Bool

    private var storedRowSpan: Int32
    private var storedColumnSpan: Int32

    /// A cell with its text.
    public init(
        _ text: String, type: CellType = .text, place: Place = Place(), rowSpan: Int = 1, columnSpan: Int = 1,
        isCovered: Bool = false
    ) {
        self.text = text
        self.type = type
        self.place = place
        storedRowSpan = Int32(clamping: max(1, rowSpan))
        storedColumnSpan = Int32(clamping: max(1, columnSpan))
        self.isCovered = isCovered
    }

    /// True where there is nothing but white space.
    public var isBlank: Bool { text.isEmpty || text.allSatisfy(\.isWhitespace) }
}
