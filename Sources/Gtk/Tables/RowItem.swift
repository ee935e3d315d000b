import CGtk
import CGtkShim

/// A row's value, which goes with the row from place to place. In a tree GObjects carry it, which the list models hold.
final class RowItem<Row> {
    /// The value, replaced in place when the row changes but not its identity.
    var value: Row
    /// The rows below, once GTK asked for them.
    var level: RowLevel<Row>?
    /// Its place among the rows as they were given.
    var index = 0
    /// Where a flat table shows it; nil where it does not.
    var position: Int?
    /// Whether it is kept from being shown.
    var isAside = false
    /// Whether GTK asked for rows below and there were none.
    var isKnownLeaf = false
    /// In a tree the GObject, which owns this item: valid as long as a list model holds the row.
    private(set) var object: UnsafeMutableRawPointer?

    private init(_ value: Row) { self.value = value }

    /// A new item; for a tree in a new GObject, with the one reference to it.
    static func make(_ value: Row, inObject: Bool) -> RowItem {
        let item = RowItem(value)
        if inObject { item.object = shim_row_new(Unmanaged.passRetained(item).toOpaque(), releaseBox) }
        return item
    }

    /// The item in a GObject made by `make`; nil for anything else.
    static func of(_ object: UnsafeMutableRawPointer?) -> RowItem? {
        shim_row_get_value(object).map { Unmanaged<RowItem>.fromOpaque($0).takeUnretainedValue() }
    }
}

/// The rows of one level: of the table, or below one row of a tree.
final class RowLevel<Row> {
    /// The GListStore of the rows in a tree.
    let store: Object
    /// The rows in the order in which they were given.
    private(set) var items: [RowItem<Row>] = []

    /// An empty level.
    init(inTree: Bool) {
        let store = inTree ? g_list_store_new(shim_row_get_type()) : nil
        self.store = Object(store.map { UnsafeMutableRawPointer($0) }, .owned)
    }

    /// Makes the level hold these rows, touching as little as it can: rows of the same identity keep their
    /// GObject, so that GTK keeps their selection, focus and place.
    ///
    /// - Parameters:
    ///   - isSame: whether an item stands for a row and can go on doing so.
    ///   - isEqual: whether two values look the same.
    ///   - key: the identity of a row.
    /// - Returns: the items whose value was replaced in place, and whether rows came, went or moved.
    func sync<Key: Hashable>(
        with rows: [Row], key: (Row) -> Key, isSame: (RowItem<Row>, Row) -> Bool, isEqual: (Row, Row) -> Bool
    ) -> (changed: [RowItem<Row>], isOther: Bool) {
        let old = items
        var start = 0
        while start < min(old.count, rows.count), isSame(old[start], rows[start]) { start += 1 }
        var kept = 0
        while kept < min(old.count, rows.count) - start,
            isSame(old[old.count - 1 - kept], rows[rows.count - 1 - kept])
        { kept += 1 }

        let isOther = start + kept < max(old.count, rows.count)
        if isOther {
            let middle = items(
                for: rows[start..<(rows.count - kept)], from: old[start..<(old.count - kept)], key, isSame)
            // First, as the models sort what they are given at once.
            items.replaceSubrange(start..<(old.count - kept), with: middle)
            for index in start..<items.count { items[index].index = index }
            splice(at: start, removing: old.count - start - kept, adding: middle)
        }

        var changed: [RowItem<Row>] = []
        for (index, row) in rows.enumerated() where !isEqual(items[index].value, row) {
            items[index].value = row
            changed.append(items[index])
        }
        return (changed, isOther)
    }

    /// The items for rows: those that stand for one of them already, and new ones.
    private func items<Key: Hashable>(
        for rows: ArraySlice<Row>, from old: ArraySlice<RowItem<Row>>, _ key: (Row) -> Key,
        _ isSame: (RowItem<Row>, Row) -> Bool
    ) -> [RowItem<Row>] {
        var pool: [Key: RowItem<Row>] = [:]
        for item in old { pool[key(item.value)] = item }
        return rows.map { row in
            guard let item = pool.removeValue(forKey: key(row)), isSame(item, row) else {
                return .make(row, inObject: store.raw != nil)
            }
            // The store gives up its reference before it takes the item back.
            item.object.map { _ = g_object_ref($0) }
            return item
        }
    }

    /// Replaces the values at these positions, whose identities stay; the items that have them.
    func replace(_ rows: [Row], at positions: [Int]) -> [RowItem<Row>] {
        positions.map { position in
            items[position].value = rows[position]
            return items[position]
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
