import CGtk
import CGtkShim

/// A table, or a tree with columns, of values: only the rows in sight have widgets, so that ten thousand
/// scroll well.
///
/// The view shows copies: the program gives it `rows` again after each change, and rows of the same identity
/// keep their selection, focus, expansion and place. Edits come out through the columns' closures.
public final class ColumnView<Row: Identifiable & Equatable>: Widget {
    /// How many rows can be selected.
    public enum Selection: Sendable {
        case none, single, multiple
    }

    /// The columns in the order in which they were given.
    private(set) var columns: [ColumnState<Row>]
    /// The rows at the top level.
    let root: RowLevel<Row>
    /// What is below a row; nil in a flat table.
    private(set) var children: (@MainActor (Row) -> [Row])?
    /// Whether the rows unfold.
    public let isTree: Bool
    /// How many rows can be selected.
    let selection: Selection

    // Borrowed from the view: references of our own would hold the closures that hold us.
    private(set) var treeModel = Object(nil, .borrowed)
    private(set) var selectionModel = Object(nil, .borrowed)

    /// The places of a flat table's rows, as many as are shown.
    let placesModel: Object
    /// The rows of a flat table in order, shown or not.
    var orderedItems: [RowItem<Row>] = []
    /// The rows of a flat table by identity, of two of one identity the first; nil until a row is asked for.
    var itemsByID: [Row.ID: RowItem<Row>]?
    /// The rows that a flat table shows, in order.
    var shownItems: [RowItem<Row>] = []

    /// The cell that is being edited.
    var editor: CellEditor<Row>?
    /// The cells in sight, by the address of the widget that shows them.
    var cellsByWidget: [UnsafeMutableRawPointer: TableCell<Row>] = [:]
    /// Set while the selection changes on the program's behalf.
    var isQuiet = false
    /// The selected block; nil where it is no more than the focused cell.
    var block: CellBlock?
    /// The cell that a context menu was opened on, which took its focus.
    weak var contextCell: TableCell<Row>?
    /// A click is being taken, which brings the focus to its cell.
    var isPressed = false
    /// The columns that the rows are sorted by, that which counts first before the others.
    var sortedColumns: [ColumnState<Row>] = []
    /// What a column says of any two rows, while the sorter is asked about its columns.
    var probe: (@MainActor (ColumnState<Row>) -> Int32)?
    /// The row that is being dragged.
    var dragged: RowItem<Row>?

    /// Some of the rows are set aside by a filter of the program's.
    var hasRowsAside = false
    /// For how many rows widgets are kept; 0 where GTK decides.
    var keptRows = 0

    var selectionHandler: (@MainActor ([Row]) -> Void)?
    var activationHandler: (@MainActor (Row) -> Void)?
    var refusalHandler: (@MainActor (Row, String) -> Void)?
    var batchHandler: BatchHandler<Row>?
    var rowNow: (@MainActor (Row) -> Row?)?
    var contextHandler: (@MainActor (Row, Double, Double) -> Void)?
    var moveHandler: RowMove<Row>?

    /// Style classes of a whole row, by its value.
    public var rowClasses: (@MainActor (Row) -> [String])?

    /// An empty table; `children`, where given, makes it a tree that unfolds in the first column.
    ///
    /// - Parameter expanded: whether the rows of a tree begin unfolded.
    public init(
        _ columns: [Column<Row>], selection: Selection = .single, expanded: Bool = true,
        children: (@MainActor (Row) -> [Row])? = nil
    ) {
        TableRoles.install()
        self.columns = columns.enumerated().map { ColumnState($1, number: $0) }
        self.children = children
        isTree = children != nil
        root = RowLevel(inTree: children != nil)
        placesModel = Object(children == nil ? shim_places_new() : nil, .owned)
        self.selection = selection
        super.init(type: gtk_column_view_get_type())
        set("show-row-separators", true)
        css("data-table")
        // GTK 4.8 puts a text that is cut to the top of a cell that is higher than its line.
        if columns.allSatisfy({ $0.lines == 1 }) { css("single-lines") }
        TableStyle.install()
        buildModels(selection, expanded: expanded)
        for column in self.columns { append(column) }
        alignHeaders()
        connectSelection()
        connectKeys()
        connectPointer()
        followTextSize()
        // GTK's view holds this handle, whose closures it calls.
        keep(self)
        onDestroy { [weak self] in self?.forgetClosures() }
    }

    /// Whether thin rules separate the columns.
    public var hasColumnRules: Bool {
        get { flag("show-column-separators") }
        set { set("show-column-separators", newValue) }
    }

    /// Whether one click activates a row.
    public var activatesOnClick: Bool {
        get { flag("single-click-activate") }
        set { set("single-click-activate", newValue) }
    }

    /// Called when a row is double-clicked, or on Enter in a cell that can't be edited. One handler.
    public func onActivate(_ body: @escaping @MainActor (Row) -> Void) {
        activationHandler = body
        onNumber("activate") { [self] position in
            if let row = item(at: position)?.value { body(row) }
        }
    }

    /// Called when an edit was refused: the row, and why. The cell stays open, unless the focus went elsewhere. One handler.
    public func onRefusal(_ body: @escaping @MainActor (Row, String) -> Void) { refusalHandler = body }

    /// Called on a right click on a row or on the Menu key, with the place inside the view, for a menu. One handler.
    public func onContextMenu(_ body: @escaping @MainActor (Row, Double, Double) -> Void) {
        contextHandler = body
    }

    /// The item of a tree's GObject out of the selection model, GTK's row around it.
    func unwrap(_ object: UnsafeMutableRawPointer?) -> RowItem<Row>? {
        guard let object, let inner = gtk_tree_list_row_get_item(OpaquePointer(object)) else { return nil }
        defer { g_object_unref(inner) }
        return RowItem.of(inner)
    }

    /// The item at a position as shown; nil outside.
    func item(at position: Int) -> RowItem<Row>? {
        guard isTree else { return shownItems.indices.contains(position) ? shownItems[position] : nil }
        guard let list = selectionModel.opaque, position >= 0,
            let object = g_list_model_get_item(list, guint(clamping: position))
        else { return nil }
        defer { g_object_unref(object) }
        return unwrap(object)
    }

    /// How many rows are shown, after filtering and unfolding.
    public var shownCount: Int { selectionModel.opaque.map { Int(g_list_model_get_n_items($0)) } ?? 0 }

    /// The rows as shown: filtered, sorted, unfolded.
    public var shownRows: [Row] { (0..<shownCount).compactMap { item(at: $0)?.value } }

    /// The first row as shown; nil where none is.
    public var firstShown: Row? { item(at: 0)?.value }

    /// Whether a row is shown.
    public func isShown(_ id: Row.ID) -> Bool { position(of: id) != nil }

    /// Lets go of the closures, which may hold the program's objects that hold this handle.
    private func forgetClosures() {
        editor = nil
        columns = []
        sortedColumns = []
        cellsByWidget = [:]
        children = nil
        rowClasses = nil
        selectionHandler = nil
        activationHandler = nil
        refusalHandler = nil
        batchHandler = nil
        rowNow = nil
        contextHandler = nil
        moveHandler = nil
    }

    private func buildModels(_ selection: Selection, expanded: Bool) {
        guard let opaque else { return }
        let sorter = gtk_column_view_get_sorter(opaque)
        if let sorter { followOrder(of: sorter) }
        // Each constructor takes over the reference that it is given.
        var list = (isTree ? root.store : placesModel).raw.flatMap { g_object_ref($0) }.map {
            OpaquePointer($0)
        }
        if isTree {
            list = makeTree(list, expanded: expanded)
            treeModel = Object(list.map { UnsafeMutableRawPointer($0) }, .borrowed)
            let order = gtk_tree_list_row_sorter_new(
                sorter.flatMap { g_object_ref($0) }?.assumingMemoryBound(to: GtkSorter.self))
            // Both are the model's from then on.
            list = gtk_sort_list_model_new(
                list, UnsafeMutableRawPointer(order)?.assumingMemoryBound(to: GtkSorter.self))
        }
        switch selection {
        case .none: list = gtk_no_selection_new(list)
        case .single:
            list = gtk_single_selection_new(list)
            gtk_single_selection_set_autoselect(list, 0)
            gtk_single_selection_set_can_unselect(list, 1)
        case .multiple: list = gtk_multi_selection_new(list)
        }
        if isTree { keepFewRows() }
        gtk_column_view_set_model(opaque, list)
        selectionModel = Object(list.map { UnsafeMutableRawPointer($0) }, .borrowed)
        if let list { g_object_unref(UnsafeMutableRawPointer(list)) }
    }
}
