import Model

extension ScoringProfile {
    /// What a net amount costs with social charges and IRAP: net × (1 + (charges + IRAP) ÷ 100), exact.
    public func gross(ofNet net: ExactDecimal) -> ExactDecimal {
        let percent = ExactDecimal.hundred + chargesRate + irapRate
        return net * percent * ExactDecimal(mantissa: 1, scale: 2)
    }
}

/// What the projects of a year cost, by whose money it is.
public struct ProjectTotals: Hashable, Sendable {
    /// The sum of one column of amounts.
    public struct Column: Hashable, Sendable {
        /// The sum of the net amounts.
        public let net: ExactDecimal
        /// The same with charges and IRAP.
        public let gross: ExactDecimal
        /// How many projects have an amount.
        public let count: Int
        /// How many projects have a cell that is no figure, and is not in the sum.
        public let unreadable: Int
    }

    /// The municipality's own money.
    public let own: Column
    /// Money of third parties.
    public let thirdParty: Column

    /// The totals of `book` under the municipality's `profile`.
    public init(_ book: ProjectBook, profile: ScoringProfile) {
        own = ProjectTotals.column(book.projects.compactMap(\.ownResources), profile)
        thirdParty = ProjectTotals.column(book.projects.compactMap(\.thirdPartyResources), profile)
    }

    private static func column(_ amounts: [ProjectAmount], _ profile: ScoringProfile) -> Column {
        let figures = amounts.compactMap(\.net.number)
        let net = figures.reduce(.zero, +)
        let unreadable = amounts.count { !$0.net.isMissing && $0.net.number == nil }
        return Column(
            net: net, gross: profile.gross(ofNet: net), count: figures.count, unreadable: unreadable)
    }
}
