extension SeriesSide {
    /// The part of a map with such figures.
    var part: ServicePart { self == .users ? .users : .outputs }
}

extension ServicePart {
    /// The side that the title of the part says; nil for a part without figures of years.
    var side: SeriesSide? {
        switch self {
        case .users: .users
        case .outputs: .outputs
        default: nil
        }
    }
}

/// What the titles above tables of figures say of them.
struct SeriesSides {
    /// Of the tables that come, in their order: over tables beside one another the titles stand before both.
    var titles: [SeriesSide] = [] { didSet { isInterrupted = false } }
    /// Something else than titles stood below the last one.
    var isInterrupted = false
    /// What the last title said.
    private var last: SeriesSide?

    /// A title. One above it, below which there was something that could not be read, says nothing any more.
    mutating func add(_ side: SeriesSide) { titles = isInterrupted ? [side] : titles + [side] }

    /// The side of the next table. `head`: the head over its names.
    mutating func next(head: String) -> SeriesSide {
        let titled = titles.isEmpty ? nil : titles.removeFirst()
        if titled != nil { last = titled }
        let own = SeriesSide(leading: head)
        return own == .users ? .users : titled ?? own ?? last ?? .outputs
    }
}
