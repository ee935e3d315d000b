/// Keys by which rows are sorted. Outside of the main actor, for which each comparison would be asked where it runs.
public nonisolated enum SortKeys {
    /// The places of keys, the smallest first: equal keys have one place, and what is no key has none.
    @inlinable
    public static func places<Key: Comparable>(of keys: [Key?]) -> [Int32?] {
        var keyed: [(key: Key, index: Int)] = []
        keyed.reserveCapacity(keys.count)
        for (index, key) in keys.enumerated() {
            if let key { keyed.append((key, index)) }
        }
        keyed.sort { $0.key < $1.key }
        var places = [Int32?](repeating: nil, count: keys.count)
        var place: Int32 = 0
        for position in keyed.indices {
            if position > 0, keyed[position - 1].key < keyed[position].key { place += 1 }
            places[keyed[position].index] = place
        }
        return places
    }
}

/// Rows on their way into an order, by one column after another.
nonisolated struct RowOrdering {
    private struct Entry: Comparable {
        /// Which rows it is alike so far.
        var group: Int32
        var rank: Int32
        let index: Int32

        static func < (first: Entry, second: Entry) -> Bool {
            if first.group != second.group { return first.group < second.group }
            return first.rank != second.rank ? first.rank < second.rank : first.index < second.index
        }
    }

    private var entries: [Entry]
    /// Some rows are alike by all columns so far: they stand as they were given.
    private(set) var hasAlike: Bool

    /// So many rows as they were given.
    init(count: Int) {
        entries = (0..<count).map { Entry(group: 0, rank: 0, index: Int32($0)) }
        hasAlike = count > 1
    }

    /// The rows by their numbers as they were given.
    var order: [Int] { entries.map { Int($0.index) } }

    /// Puts rows that were alike in the order of another column, in which they have these places; those without one are
    /// last in either direction.
    mutating func sort(by places: [Int32?], isDescending: Bool) {
        let sign: Int32 = isDescending ? -1 : 1
        for position in entries.indices {
            let place = places[Int(entries[position].index)]
            entries[position].rank = if let place { sign * place } else { .max }
        }
        entries.sort()
        hasAlike = false
        var (group, former) = (Int32(0), entries.first)
        for position in entries.indices.dropFirst() {
            let entry = entries[position]
            if let before = former, before.group != entry.group || before.rank != entry.rank {
                group += 1
            } else {
                hasAlike = true
            }
            former = entry
            entries[position].group = group
        }
        if !entries.isEmpty { entries[0].group = 0 }
    }
}
