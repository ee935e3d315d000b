import CGtk
import CGtkShim

/// A row's value, carried by a GObject that the list models hold.
final class RowItem<Row> {
    /// The value, replaced in place when the row changes but not its identity.
    var value: Row {
        didSet { (sortKeys, ranks) = ([], []) }
    }
    /// The keys by which columns sort it, by the columns' numbers: made once, not at each comparison.
    private var sortKeys: [AnyObject?] = []
    /// The places in the columns' orders, by the columns' numbers.
    private var ranks: [Int32?] = []
    /// The rows below, once GTK asked for them.
    var level: RowLevel<Row>?
    /// Whether GTK asked for rows below and there were none.
    var isKnownLeaf = false
    /// The GObject, which owns this item: valid as long as a list model holds the row.
    private(set) var object: UnsafeMutableRawPointer?

    private init(_ value: Row) { self.value = value }

    /// The key by which the column of a number sorts it; nil where it has none. All keys of a column are of one type.
    func sortKey<Key>(of column: Int, _ make: (Row) -> Key?) -> Key? {
        if column < sortKeys.count, let known = sortKeys[column] {
            return unsafeDowncast(known, to: SortKey<Key>.self).key
        }
        let made = SortKey(make(value))
        while sortKeys.count <= column { sortKeys.append(nil) }
        sortKeys[column] = made
        return made.key
    }

    /// Its place in a column's order; nil where the rows have not been ranked since it changed.
    func rank(in column: Int) -> Int32? {
        column < ranks.count ? ranks[column] : nil
    }

    /// Gives items their places in a column's order: comparing two numbers is quick, however keys are compared.
    ///
    /// - Parameter isDescending: GTK turns the order round, in which rows without a key come last all the same.
    static func rank<Key: Comparable>(
        _ items: [RowItem], in column: Int, isDescending: Bool, by key: (Row) -> Key?
    ) {
        var keyed: [(key: Key, item: RowItem)] = []
        for item in items {
            guard let key = item.sortKey(of: column, key) else {
                item.setRank(isDescending ? .min : .max, in: column)
                continue
            }
            keyed.append((key, item))
        }
        keyed.sort { $0.key < $1.key }
        var rank: Int32 = 0
        for (index, entry) in keyed.enumerated() {
            if index > 0, keyed[index - 1].key < entry.key { rank += 1 }
            entry.item.setRank(rank, in: column)
        }
    }

    private func setRank(_ rank: Int32, in column: Int) {
        while ranks.count <= column { ranks.append(nil) }
        ranks[column] = rank
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

/// A key by which a row is sorted.
private final class SortKey<Key> {
    let key: Key?

    init(_ key: Key?) { self.key = key }
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
