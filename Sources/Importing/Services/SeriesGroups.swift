import Model

/// Which rows of a table of figures stand under which: `di cui`, titles of groups, and totals that the rows below
/// them sum to.
enum SeriesGroups {
    /// How many rows a group can have: a bound on the work that a hostile table makes.
    private static let reach = 60

    /// Gives each row the row under which it stands.
    static func assign(_ drafts: inout [SeriesDraft]) {
        assignInner(&drafts)
        for index in drafts.indices where drafts[index].parent == nil {
            let below = following(index, drafts)
            guard let members = members(of: drafts[index], below: below, drafts) else { continue }
            for member in members where drafts[member].parent == nil { drafts[member].parent = index }
        }
    }

    /// True for a row that says that the next ones are part of it: `Totale …, di cui:`.
    static func opensGroup(_ name: String) -> Bool {
        let words = MatchKey(name).words
        return words.count > 2 && words.suffix(2).elementsEqual(["di", "cui"])
    }

    /// True for a name that announces the rows below: `… di cui`, or any with a colon at its end.
    static func isTitle(_ name: String) -> Bool { name.hasSuffix(":") || opensGroup(name) }

    private static func isInner(_ name: String) -> Bool {
        let words = MatchKey(name).words
        return words.starts(with: ["di", "cui"])
    }

    private static func saysTotal(_ name: String) -> Bool {
        MatchKey(name).words.contains {
            ["totale", "totali", "tot", "complessivo", "complessivi", "complessiva"].contains($0)
        }
    }

    /// `di cui …` is part of the nearest row above that is none itself.
    private static func assignInner(_ drafts: inout [SeriesDraft]) {
        var above: Int?
        for index in drafts.indices {
            if isInner(drafts[index].name) {
                drafts[index].parent = above
            } else {
                above = index
            }
        }
    }

    /// The rows below that may be parts: those that have no parent, up to the next title of a group.
    private static func following(_ index: Int, _ drafts: [SeriesDraft]) -> [Int] {
        var result: [Int] = []
        for next in drafts.indices.dropFirst(index + 1).prefix(reach) where drafts[next].parent == nil {
            if drafts[next].isHeading { break }
            result.append(next)
        }
        return result
    }

    private static func members(of row: SeriesDraft, below: [Int], _ drafts: [SeriesDraft]) -> [Int]? {
        if row.isHeading, !isTitle(row.name) { return nil }
        if row.isHeading { return Array(below.prefix { !opensGroup(drafts[$0].name) }) }
        let summed = summed(row, below: below, drafts)
        guard opensGroup(row.name) else { return summed }
        return summed ?? Array(below.prefix { !opensGroup(drafts[$0].name) && !saysTotal(drafts[$0].name) })
    }

    /// The rows right below whose figures sum to the row's, as many as make most years agree.
    ///
    /// One year in four may disagree (that is an error for the checks to tell), half of them under a row that calls
    /// itself a total. Any other row needs three years that agree and the words of its parts.
    private static func summed(_ row: SeriesDraft, below: [Int], _ drafts: [SeriesDraft]) -> [Int]? {
        let isTotal = saysTotal(row.name) || opensGroup(row.name)
        let whole = row.values.compactMapValues(figure).filter { !$1.isZero }
        guard !whole.isEmpty, below.count > 1, isTotal || words(row.name).count > 1 else { return nil }
        var sums: [Int: ExactDecimal] = [:]
        var parts: [Int: Int] = [:]
        var best: (count: Int, agreeing: Int)?
        for (count, index) in below.enumerated() {
            for (year, value) in drafts[index].values {
                guard let number = figure(value), whole[year] != nil else { continue }
                sums[year] = (sums[year] ?? .zero) + number
                parts[year, default: 0] += 1
            }
            // No figure is negative: where every sum has passed its whole, no further row can make them agree.
            if !sums.isEmpty, sums.allSatisfy({ $1 > whole[$0] ?? .zero }) { break }
            let years = whole.keys.filter { parts[$0, default: 0] > 1 }
            let agreeing = years.count { sums[$0] == whole[$0] }
            guard count > 0, agreeing >= (isTotal ? 2 : 3), agreeing * 4 >= years.count * (isTotal ? 2 : 3),
                agreeing > best?.agreeing ?? 0
            else { continue }
            best = (count + 1, agreeing)
        }
        guard let best else { return nil }
        let members = Array(below.prefix(best.count))
        return isTotal || share(words(row.name), members.map { words(drafts[$0].name) }) ? members : nil
    }

    /// True where most of the parts have two words of the whole.
    private static func share(_ whole: Set<Substring>, _ parts: [Set<Substring>]) -> Bool {
        parts.count { $0.intersection(whole).count > 1 } * 2 > parts.count
    }

    private static func words(_ name: String) -> Set<Substring> {
        Set(MatchKey(name).words.filter { $0.utf8.count > 3 })
    }

    private static func figure(_ value: ReportedValue) -> ExactDecimal? {
        guard case .number(let number) = value.content, value.unit != .percent, !number.isNegative else {
            return nil
        }
        return number
    }
}
