/// What became of a text that the person typed into a cell.
public enum EditOutcome: Sendable, Equatable {
    /// The value was taken.
    case accepted
    /// The value was not taken; the words say why. The cell stays open, marked as wrong.
    case refused(String)
}

/// A column of a `ColumnView`: what its cells say and what the person may do in them. A value, made by
/// chaining: `Column("Actual", id: "actual") { $0.actual }.figures().editable { row, text in … }`.
public struct Column<Row> {
    /// What a cell is made of.
    enum Content {
        case text(@MainActor (Row) -> String)
        case check(Ticking)
        case custom(make: @MainActor () -> Widget, bind: @MainActor (Widget, Row) -> Void)
    }

    /// What a box to tick shows, and what the person may do with it.
    struct Ticking {
        var isOn: @MainActor (Row) -> Bool
        var isAllowed: @MainActor (Row) -> Bool
        var onToggle: @MainActor (Row, Bool) -> Void
    }

    /// What the person may do with a text cell.
    struct Editing {
        var text: @MainActor (Row) -> String
        var isAllowed: @MainActor (Row) -> Bool
        var commit: @MainActor (Row, String) -> EditOutcome
        /// Names that are offered while the person types.
        var completions: (@MainActor (Row) -> [String])?
    }

    /// The words of the header.
    public let title: String
    /// The identifier, by which the column's layout is remembered.
    public let id: String

    /// What a screen reader calls the column; its title where nothing else is said.
    var spokenTitle: String { name ?? title }

    let content: Content
    var name: String?
    var alignment = Alignment.start
    var isFigures = false
    var width = -1
    var characters = 0
    var lines = 1
    var expands = false
    var isVisible = true
    var isHideable = true
    /// Which of two rows comes first.
    var compare: RowOrder<Row>?
    /// The places of rows in the order; nil for those that come last.
    var places: (@MainActor ([Row]) -> [Int32?])?
    var editing: Editing?
    var classes: (@MainActor (Row) -> [String])?
    var tooltip: (@MainActor (Row) -> String?)?
    var spoken: (@MainActor (Row) -> String)?

    /// A column of texts.
    public init(_ title: String, id: String, text: @escaping @MainActor (Row) -> String) {
        self.init(title, id: id, content: .text(text))
    }

    /// A column of boxes to tick.
    ///
    /// - Parameter isAllowed: whether this row's box can be ticked now; always when nil.
    public static func check(
        _ title: String, id: String, isOn: @escaping @MainActor (Row) -> Bool,
        when isAllowed: (@MainActor (Row) -> Bool)? = nil,
        onToggle: @escaping @MainActor (Row, Bool) -> Void
    ) -> Column {
        let ticking = Ticking(isOn: isOn, isAllowed: isAllowed ?? { _ in true }, onToggle: onToggle)
        return Column(title, id: id, content: .check(ticking))
    }

    /// Whether its cells are texts, which have the height of their lines also where they are empty.
    var isText: Bool {
        if case .text = content { true } else { false }
    }

    /// Whether the person may change the cell of a row now.
    @MainActor func canChange(_ row: Row) -> Bool {
        if case .check(let ticking) = content { return ticking.isAllowed(row) }
        return editing?.isAllowed(row) ?? false
    }

    /// A column of widgets: `make` builds one of the few that are reused while scrolling, `bind` shows a row
    /// in it.
    public static func custom<Content: Widget>(
        _ title: String, id: String, make: @escaping @MainActor () -> Content,
        bind: @escaping @MainActor (Content, Row) -> Void
    ) -> Column {
        Column(
            title, id: id,
            content: .custom(
                make: make,
                bind: { widget, row in
                    if let widget = widget as? Content { bind(widget, row) }
                }))
    }

    private init(_ title: String, id: String, content: Content) {
        self.title = title
        self.id = id
        self.content = content
    }
}

/// How a column looks.
extension Column {
    /// Puts the texts at the start, the middle or the end of their cells.
    public func aligned(_ alignment: Alignment) -> Column { with { $0.alignment = alignment } }

    /// Sets figures: at the end of the cell, all digits of one width.
    public func figures() -> Column {
        with {
            $0.alignment = .end
            $0.isFigures = true
        }
    }

    /// Gives the column a width, in pixels for texts of the usual size; the person can change it.
    public func width(_ pixels: Int) -> Column { with { $0.width = pixels } }

    /// Makes the column no narrower than the widest of these texts, drawn with style classes; in a column with more lines
    /// than one, each text parted in two where that is narrowest.
    @MainActor public func fitting(_ texts: [String], css classes: [String] = []) -> Column {
        let drawn = { (text: String) in
            let label = Label(text)
            label.cssClasses = classes
            return label.smallestWidth
        }
        guard let widest = texts.map({ lines > 1 ? Column.narrowest($0, drawn) : drawn($0) }).max() else {
            return self
        }
        return with { $0.width = max($0.width, Column.width(for: widest)) }
    }

    /// The width of a column for a text of so many pixels on screen, in pixels for texts of the usual size.
    @MainActor static func width(for text: Int) -> Int {
        Int((Double(text + padding) / Appearance.textScale).rounded(.up))
    }

    /// The width of a text in two lines, or in one where it is a single word.
    @MainActor private static func narrowest(_ text: String, _ width: (String) -> Int) -> Int {
        let words = text.split(separator: " ")
        let parted = words.indices.dropFirst().map { place in
            max(width(words[..<place].joined(separator: " ")), width(words[place...].joined(separator: " ")))
        }
        return parted.min() ?? width(text)
    }

    /// What a cell has beside its text, in pixels.
    private static var padding: Int { 14 }

    /// Asks for room for that many characters, when no width is given.
    public func characters(_ count: Int) -> Column { with { $0.characters = count } }

    /// Shows up to that many lines of a text in every row.
    public func lines(_ count: Int) -> Column { with { $0.lines = max(count, 1) } }

    /// Takes the width that is left over.
    public func expanding() -> Column { with { $0.expands = true } }

    /// Hides the column until the person or the program shows it.
    public func hidden() -> Column { with { $0.isVisible = false } }

    /// Keeps the column out of the menu by which columns are hidden.
    public func alwaysShown() -> Column { with { $0.isHideable = false } }

    /// Gives the cell style classes by the row's value.
    public func classes(_ classes: @escaping @MainActor (Row) -> [String]) -> Column {
        with { $0.classes = classes }
    }

    /// Shows words when the pointer rests on the cell.
    public func tooltip(_ tooltip: @escaping @MainActor (Row) -> String?) -> Column {
        with { $0.tooltip = tooltip }
    }

    /// Calls the column by words to a screen reader, where its title is a sign or none.
    public func named(_ name: String) -> Column { with { $0.name = name } }

    /// Says the cell in other words to a screen reader: "not available" for `n.d.`.
    public func spoken(_ spoken: @escaping @MainActor (Row) -> String) -> Column {
        with { $0.spoken = spoken }
    }

    /// The column changed by the closure.
    func with(_ change: (inout Column) -> Void) -> Column {
        var copy = self
        change(&copy)
        return copy
    }
}

/// What a column can do.
extension Column {
    /// Lets the person sort by the column: by a key, the smallest first. Rows without a key come last, in both directions.
    ///
    /// Inlinable, as all that it says of keys is quick only where their type is known.
    @inlinable
    public func sorted<Key: Comparable>(by key: @escaping @MainActor (Row) -> Key?) -> Column {
        sorted(
            comparing: { first, second, isDescending in
                let (first, second) = (key(first), key(second))
                guard let first else { return second == nil ? 0 : (isDescending ? -1 : 1) }
                guard let second else { return isDescending ? 1 : -1 }
                return first < second ? -1 : (second < first ? 1 : 0)
            },
            places: { rows in
                var keys: [Key?] = []
                keys.reserveCapacity(rows.count)
                for row in rows { keys.append(key(row)) }
                return SortKeys.places(of: keys)
            })
    }

    /// Lets the person sort by the column, in an order that is told in two ways.
    ///
    /// - Parameters:
    ///   - compare: which of two rows comes first; GTK turns the answer round for an order from the largest.
    ///   - places: the places of rows in the order, nil for those that come last.
    public func sorted(
        comparing compare: @escaping RowOrder<Row>, places: @escaping @MainActor ([Row]) -> [Int32?]
    ) -> Column {
        with {
            $0.compare = compare
            $0.places = places
        }
    }

    /// Lets the person edit the cell in place.
    ///
    /// - Parameters:
    ///   - text: what the editor begins with; the cell's own text when nil.
    ///   - isAllowed: whether this row's cell can be edited; always when nil.
    ///   - commit: takes the new text, or refuses it with a reason. Called only when the text changed.
    public func editable(
        text: (@MainActor (Row) -> String)? = nil, when isAllowed: (@MainActor (Row) -> Bool)? = nil,
        commit: @escaping @MainActor (Row, String) -> EditOutcome
    ) -> Column {
        guard case .text(let shown) = content else { return self }
        return with {
            $0.editing = Editing(text: text ?? shown, isAllowed: isAllowed ?? { _ in true }, commit: commit)
        }
    }

    /// Offers names while the cell is edited.
    public func completing(_ names: @escaping @MainActor (Row) -> [String]) -> Column {
        with { $0.editing?.completions = names }
    }
}

/// Which of two rows comes first, below, at or above 0, in an order from the smallest or from the largest.
public typealias RowOrder<Row> = @MainActor (Row, Row, _ isDescending: Bool) -> Int32

/// The layout of a column as the person left it, to be kept between runs.
public struct ColumnLayout: Codable, Hashable, Sendable {
    /// The identifier of the column.
    public var id: String
    /// The width in pixels for texts of the usual size; -1 where it follows the content.
    public var width: Int
    /// Whether the column is shown.
    public var isVisible: Bool

    /// A layout.
    public init(id: String, width: Int, isVisible: Bool) {
        self.id = id
        self.width = width
        self.isVisible = isVisible
    }
}
