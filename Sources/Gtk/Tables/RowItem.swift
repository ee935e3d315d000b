import CGtk
import CGtkShim

/// A row's value, carried by a GObject that the list models hold.
final class RowItem<Row> {
    /// The value, replaced in place when the row changes but not its identity.
    var value: Row {
        didSet { forgetRanks() }
    }
    /// The rows below, once GTK asked for them.
    var level: RowLevel<Row>?
    /// Whether it is kept from being shown. The filter must be told.
    var isAside = false {
        didSet { shim_row_set_aside(object, isAside ? 1 : 0) }
    }
    /// Whether GTK asked for rows below and there were none.
    var isKnownLeaf = false
    /// The GObject, which owns this item: valid as long as a list model holds the row.
    private(set) var object: UnsafeMutableRawPointer?

    private init(_ value: Row) { self.value = value }

    /// Takes its places in the columns' orders, which the GObject holds, from it.
    func forgetRanks() { shim_row_forget_ranks(object) }

    /// Gives the item its place in a column's order: comparing two numbers is quick, however rows are compared.
    ///
    /// - Parameter isDescending: GTK turns the order round, in which rows without a place come last all the same.
    func setRank(_ place: Int32?, in column: Int, isDescending: Bool) {
        // The smallest number says that there is no place yet.
        shim_row_set_rank(object, guint(column), place ?? (isDescending ? .min + 1 : .max))
    }

    /// A new item in a new GObject, with the one reference to it.
    static func make(_ value: Row) -> RowItem {
        let item = RowItem(value)
        item.object = shim_row_new(Unmanaged.passRetained(item).toOpaque(), releaseBox)
        return item
    }

    /// The item in a GObject made by `make`; nil for anything else.
    static func of(_ object: UnsafeMutableRawPointer?) -> RowItem? {
        shim_row_get_value(object).map { Unmanaged<RowItem>.fromOpaque($0).takeUnretainedValue() }
    }
}

/// The rows of one level: of the table, or below one row of a tree.
final class RowLevel<Row> {
    /// The GListStore of the rows.
    let store: Object
    /// The rows in the order of the store.
    private(set) var items: [RowItem<Row>] = []

    /// An empty level.
    init() {
        let store = g_list_store_new(shim_row_get_type())
        self.store = Object(store.map { UnsafeMutableRawPointer($0) }, .owned)
    }

    /// Makes the level hold these rows, touching as little as it can: rows of the same identity keep their
    /// GObject, so that GTK keeps their selection, focus and place.
    ///
    /// - Parameters:
    ///   - isSame: whether an item stands for a row and can go on doing so.
    ///   - isEqual: whether two values look the same.
    ///   - key: the identity of a row.
    /// - Returns: the items whose value was replaced in place, and their positions outside of the splice.
    func sync<Key: Hashable>(
        with rows: [Row], key: (Row) -> Key, isSame: (RowItem<Row>, Row) -> Bool,
        isEqual: (Row, Row) -> Bool
    ) -> (changed: [RowItem<Row>], positions: [Int]) {
        let old = items
        var start = 0
        while start < min(old.count, rows.count), isSame(old[start], rows[start]) { start += 1 }
        var kept = 0
        while kept < min(old.count, rows.count) - start,
            isSame(old[old.count - 1 - kept], rows[rows.count - 1 - kept])
        { kept += 1 }

        var pool: [Key: RowItem<Row>] = [:]
        for item in old[start..<(old.count - kept)] { pool[key(item.value)] = item }
        let middle = rows[start..<(rows.count - kept)].map { row -> RowItem<Row> in
            guard let item = pool.removeValue(forKey: key(row)), isSame(item, row) else { return .make(row) }
            // The store gives up its reference before it takes the item back.
            g_object_ref(item.object)
            return item
        }
        if start + kept < max(old.count, rows.count) {
            // First, as the models sort what they are given at once.
            items.replaceSubrange(start..<(old.count - kept), with: middle)
            splice(at: start, removing: old.count - start - kept, adding: middle)
        }

        var changed: [RowItem<Row>] = []
        var positions: [Int] = []
        for (index, row) in rows.enumerated() where !isEqual(items[index].value, row) {
            items[index].value = row
            changed.append(items[index])
            if index < start || index >= rows.count - kept { positions.append(index) }
        }
        return (changed, positions)
    }

    /// Replaces the values at these positions, whose identities stay; the items that have them.
    func replace(_ rows: [Row], at positions: [Int]) -> [RowItem<Row>] {
        positions.map { position in
            items[position].value = rows[position]
            return items[position]
        }
    }

    /// Tells the models above that the values at these positions changed, run by run.
    func announce(_ positions: [Int]) {
        guard let list = store.opaque else { return }
        var index = 0
        while index < positions.count {
            let first = index
            while index + 1 < positions.count, positions[index + 1] == positions[index] + 1 { index += 1 }
            let count = guint(index - first + 1)
            g_list_model_items_changed(list, guint(positions[first]), count, count)
            index += 1
        }
    }

    /// Replaces a part of the store; each added item comes with a reference, which is given back here.
    private func splice(at start: Int, removing count: Int, adding added: [RowItem<Row>]) {
        guard let list = store.opaque, count > 0 || !added.isEmpty else { return }
        var objects = added.map(\.object)
        g_list_store_splice(list, guint(start), guint(count), &objects, guint(objects.count))
        for case let object? in objects { g_object_unref(object) }
    }
}
