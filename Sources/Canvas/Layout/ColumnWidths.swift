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
        /// What its head takes on one line.
        var head = 0.0
        /// How many bytes of text its longest cell has.
        var bulk = 0
        /// Below this its texts take more lines than are good to read, in points.
        var ease = 0.0
    }

    /// A name beside figures should not take more lines than this.
    private static let mostLines = 5

    /// The widths of columns within `available` points; together never more than that. Beside one
    /// column of texts heads stand on one line where no row takes more lines for it, and where its texts take many lines
    /// the other columns are as narrow as what stands in them.
    /// - Parameter texts: how long the texts of each row are on one line, in points, one for each column.
    static func share(_ available: Double, among wishes: [Wish], texts: [[Double]] = []) -> [Double] {
        let widths = shared(available, among: wishes, texts: texts)
        let rows = FewestLines(columns: shares(of: wishes), least: [], rows: texts)
        // Where texts stand side by side each table would have another head.
        guard rows.columns.count == 1 else { return widths }
        if rows.tallest(widths) > mostLines {
            return shared(available, among: wishes.map(withoutAir), texts: texts)
        }
        let wider = wishes.map(withWholeHead)
        guard wider.map(own) != wishes.map(own), wider.reduce(0, { $0 + own($1) }) <= available else {
            return widths
        }
        let other = shared(available, among: wider, texts: texts)
        return rows.lines(other) <= rows.lines(widths) ? other : widths
    }

    private static func withoutAir(_ wish: Wish) -> Wish {
        guard case .fit(_, let most) = wish.rule else { return wish }
        var wish = wish
        wish.rule = .fit(min: 0, max: most)
        return wish
    }

    private static func shared(_ available: Double, among wishes: [Wish], texts: [[Double]]) -> [Double] {
        var widths = wishes.map(own)
        let wishes = balanced(wishes)
        let shares = shares(of: wishes)
        let taken = wishes.indices.filter { !shares.contains($0) }.reduce(0) { $0 + widths[$1] }
        spread(available - taken, over: shares, wishes, into: &widths)
        FewestLines(columns: shares, least: shares.map { own(wishes[$0]) }, rows: texts).level(&widths)
        return fitted(widths, wishes, to: available)
    }

    private static func shares(of wishes: [Wish]) -> [Int] {
        wishes.indices.filter { weight(of: wishes[$0]) != nil }
    }

    private static func withWholeHead(_ wish: Wish) -> Wish {
        guard case .fit = wish.rule else { return wish }
        var wish = wish
        wish.natural = max(wish.natural, wish.head)
        return wish
    }

    /// Where three or more columns share, those with long texts get more: 0.55 to 2 times their weight, by the
    /// square root of their longest cell. Two columns keep their shares.
    private static func balanced(_ wishes: [Wish]) -> [Wish] {
        let shares = shares(of: wishes)
        let roots = shares.map { Double(wishes[$0].bulk + 1).squareRoot() }
        guard shares.count > 2 else { return wishes }
        let mean = roots.reduce(0, +) / Double(roots.count)
        var wishes = wishes
        for (column, root) in zip(shares, roots) {
            guard case .share(let weight, let least) = wishes[column].rule else { continue }
            wishes[column].rule = .share(weight * min(2, max(0.55, root / mean)), min: least)
        }
        return wishes
    }

    /// What all columns need together so that no word is broken and no text takes too many lines, in points.
    static func ease(_ wishes: [Wish]) -> Double {
        wishes.reduce(0) { $0 + max(least($1), $1.ease) }
    }

    /// What a column needs so that no word of it is broken.
    private static func least(_ wish: Wish) -> Double {
        switch wish.rule {
        case .fixed(let width): width
        case .fit(let least, let most): max(least, min(most, wish.least))
        case .share(_, let least): max(least, wish.least)
        }
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

    /// Where the columns are too wide together: those that fit their content break it between words; then those
    /// that share are narrowed, down to 30 points; then all.
    private static func fitted(_ widths: [Double], _ wishes: [Wish], to available: Double) -> [Double] {
        var widths = widths
        var excess = widths.reduce(0, +) - available
        guard excess > 0.01 else { return widths }
        let slack = wishes.indices.map { max(0, widths[$0] - least(wishes[$0])) }
        narrow(&widths, by: slack, excess: &excess)
        let soft = wishes.indices.map { weight(of: wishes[$0]) == nil ? 0 : max(0, widths[$0] - 30) }
        narrow(&widths, by: soft, excess: &excess)
        guard excess > 0.01 else { return widths }
        let total = widths.reduce(0, +)
        return widths.map { $0 * available / total }
    }

    /// Takes what is too much from columns in proportion to what each can spare.
    private static func narrow(_ widths: inout [Double], by spare: [Double], excess: inout Double) {
        let total = spare.reduce(0, +)
        guard excess > 0, total > 0 else { return }
        let part = min(1, excess / total)
        for column in widths.indices { widths[column] -= spare[column] * part }
        excess -= total * part
    }
}
