import Reporting

/// Shares a width among the columns of a table.
struct ColumnWidths {
    /// What a column asks for, in points.
    struct Wish {
        /// How it gets its width.
        var rule: TableColumn.Width
        /// The least that its words need.
        var least: Double
        /// What its cells take on one line.
        var natural: Double
    }

    /// The widths of columns within `available` points; together never more than that.
    static func share(_ available: Double, among wishes: [Wish]) -> [Double] {
        var widths = wishes.map(own)
        let shares = wishes.indices.filter { weight(of: wishes[$0]) != nil }
        let taken = wishes.indices.filter { !shares.contains($0) }.reduce(0) { $0 + widths[$1] }
        spread(available - taken, over: shares, wishes, into: &widths)
        return fitted(widths, wishes, to: available)
    }

    /// The least that all columns need together, in points.
    static func least(_ wishes: [Wish]) -> Double {
        wishes.map(own).reduce(0, +)
    }

    /// What a column takes when nothing is left to share.
    private static func own(_ wish: Wish) -> Double {
        switch wish.rule {
        case .fixed(let width): width
        case .fit(let least, let most): max(least, min(most, max(wish.natural, wish.least)))
        case .share(_, let least): max(least, wish.least)
        }
    }

    private static func weight(of wish: Wish) -> Double? {
        guard case .share(let weight, _) = wish.rule, weight > 0 else { return nil }
        return weight
    }

    /// Gives what is left by weight; a column whose share is below its least keeps that, the others share anew.
    private static func spread(
        _ room: Double, over columns: [Int], _ wishes: [Wish], into widths: inout [Double]
    ) {
        var open = columns
        var left = room
        while !open.isEmpty {
            let sum = open.reduce(0) { $0 + (weight(of: wishes[$1]) ?? 0) }
            let share = { (column: Int) in left * (weight(of: wishes[column]) ?? 0) / sum }
            let short = open.filter { share($0) < widths[$0] }
            guard !short.isEmpty else {
                let shares = open.map(share)
                for (column, width) in zip(open, shares) { widths[column] = width }
                return
            }
            left -= short.reduce(0) { $0 + widths[$1] }
            open.removeAll { short.contains($0) }
        }
    }

    /// Where the columns are too wide together: those that share are narrowed first, down to 30 points, then all.
    private static func fitted(_ widths: [Double], _ wishes: [Wish], to available: Double) -> [Double] {
        let total = widths.reduce(0, +)
        guard total > available + 0.01 else { return widths }
        let soft = wishes.indices.filter { weight(of: wishes[$0]) != nil }
        let softTotal = soft.reduce(0) { $0 + widths[$1] }
        let softLeft = available - (total - softTotal)
        guard softTotal > 0, softLeft >= 30 * Double(soft.count) else {
            return widths.map { $0 * available / total }
        }
        return widths.indices.map { soft.contains($0) ? widths[$0] * softLeft / softTotal : widths[$0] }
    }
}
