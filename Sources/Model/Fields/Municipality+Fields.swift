extension Tenure: FieldHolder, Sourced {
    /// The fields, in the order in which they merge.
    public static let fields: [Field<Tenure>] = [
        .value(.head, \.head, .identifies), .value(.from, \.from, .identifies),
        .value(.role, \.role), .value(.to, \.to),
    ]
    /// What it is called in a review.
    public var label: String { head }
    /// Who, and from when.
    public var matchKey: String { head.comparisonKey + "|" + (from?.iso ?? "") }
}

extension Sector: FieldHolder, Sourced {
    /// The fields, in the order in which they merge.
    public static let fields: [Field<Sector>] = [
        .value(.name, \.name, .identifies), .value(.code, \.code), .value(.duties, \.duties),
        .list(.tenures, \.tenures),
    ]
    /// What it is called in a review.
    public var label: String { name }
}

extension ServiceUnit: FieldHolder, Sourced {
    /// The fields, in the order in which they merge.
    public static let fields: [Field<ServiceUnit>] = [
        .value(.name, \.name, .identifies), .reference(.unitSector, \.sectorID),
    ]
    /// What it is called in a review.
    public var label: String { name }
}

extension YearLock: FieldHolder {
    /// The fields.
    public static let fields: [Field<YearLock>] =
        [
            .value(.year, \.year, .identifies), .value(.reason, \.reason), .value(.author, \.author),
            .value(.date, \.date),
        ] + ScoringProfile.fields(at: \.profile)
    /// What it is called in a review.
    public var label: String { String(year) }
}

extension Municipality: FieldHolder, Sourced {
    /// The fields, in the order in which they merge.
    public static let fields: [Field<Municipality>] =
        [
            Field(
                key: .name,
                content: .value(FieldAccess(\.name, isSame: { $0.comparisonKey == $1.comparisonKey })),
                importing: .fills),
            .list(.sectors, \.sectors), .list(.units, \.units), .list(.locks, \.locks, .decided),
            .list(.dismissals, \.dismissals, .decided),
        ] + ScoringProfile.fields(at: \.profile)
    /// What it is called in a review.
    public var label: String { name }
}

extension ScoringProfile {
    /// The choices of the profile that a thing has: the office makes them, no document does.
    static func fields<Entity: FieldHolder>(at path: any FieldPath<Entity, ScoringProfile>) -> [Field<Entity>]
    {
        [
            field(.decreasingRule, path, \.decreasingRule), field(.dateRule, path, \.dateRule),
            field(.rollUp, path, \.rollUp), field(.favourableDeviation, path, \.favourableDeviation),
            field(.bands, path, \.bands), field(.dateBands, path, \.dateBands),
            field(.barometerBands, path, \.barometer), field(.chargesRate, path, \.chargesRate),
            field(.irapRate, path, \.irapRate),
        ]
    }

    private static func field<Entity: FieldHolder, Value: FieldValue & Sendable>(
        _ key: FieldKey, _ profile: any FieldPath<Entity, ScoringProfile>,
        _ path: any FieldPath<ScoringProfile, Value>
    ) -> Field<Entity> {
        Field(key: key, content: .value(FieldAccess(profile, then: path)), importing: .decided)
    }
}
