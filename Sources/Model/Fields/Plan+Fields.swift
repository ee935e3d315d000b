extension IndexEntry: FieldHolder, Sourced {
    /// The fields, in the order in which they merge.
    public static let fields: [Field<IndexEntry>] = [
        .value(.title, \.title, .identifies), .value(.line, \.line, .identifies),
        .value(.entryStrategicObjective, \.strategicObjective, .identifies),
        .value(.sector, \.sector, .identifies), .value(.due, \.due),
        .words(.dupReferences, \.dupReferences), .words(.tags, \.tags),
    ]
    /// What it is called in a review.
    public var label: String { title }
    /// Its place in the index, its title and the sector.
    public var matchKey: String {
        [line, strategicObjective, title, sector].map(\.comparisonKey).joined(separator: "|")
    }
}

extension Chapter: FieldHolder, Sourced {
    /// The fields, in the order in which they merge.
    public static let fields: [Field<Chapter>] = [
        .value(.title, \.title, .identifies), .value(.text, \.text),
    ]
    /// What it is called in a review.
    public var label: String { title }
}

extension Plan: FieldHolder, Sourced {
    /// The fields, in the order in which they merge.
    public static let fields: [Field<Plan>] = [
        .value(.year, \.year, .identifies), .value(.isClosed, \.isClosed, .decided),
        .list(.lines, \.lines), .list(.index, \.index), .list(.chapters, \.chapters),
        .value(.approval, \.approval), .value(.validation, \.validation),
        .value(.paymentTimes, \.paymentTimes, .decided),
        .list(.dismissals, \.dismissals, .decided),
    ]
    /// What it is called in a review.
    public var label: String { String(year) }
}

extension Dismissal: FieldHolder {
    /// The fields: what it answers, and the answer.
    public static let fields: [Field<Dismissal>] = [
        .value(.code, \.code, .identifies), .reference(.entity, \.entity),
        .value(.field, \.field), .value(.written, \.written), .value(.expected, \.expected),
        .value(.reason, \.reason), .value(.author, \.author), .value(.date, \.date),
    ]
    /// What it is called in a review.
    public var label: String { reason }
}
