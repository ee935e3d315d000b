extension StrategicObjective: FieldHolder, Sourced {
    /// The fields, in the order in which they merge.
    public static let fields: [Field<StrategicObjective>] = [
        .value(.title, \.title, .identifies), .value(.code, \.code), .value(.definition, \.definition),
    ]
    /// What it is called in a review.
    public var label: String { title }
}

extension StrategicLine: FieldHolder, Sourced {
    /// The fields, in the order in which they merge; strategic objectives before those that name them.
    public static let fields: [Field<StrategicLine>] = [
        .value(.title, \.title, .identifies), .value(.code, \.code), .value(.definition, \.definition),
        .value(.delegates, \.delegates), .value(.strategicCount, \.printedCounts.strategic),
        .value(.operationalCount, \.printedCounts.operational),
        .value(.crossSectorCount, \.printedCounts.crossSector),
        .value(.lineAchievement, \.printedAchievement),
        .list(.strategicObjectives, \.strategicObjectives), .list(.objectives, \.objectives),
    ]
    /// What it is called in a review.
    public var label: String { title }
}

extension Objective: FieldHolder, Sourced {
    /// The fields, in the order in which they merge.
    public static let fields: [Field<Objective>] = [
        .value(.title, \.title, .identifies), .value(.code, \.code), .value(.definition, \.definition),
        .value(.sector, \.sector), .value(.head, \.head), .value(.criticalFactors, \.criticalFactors),
        .value(.resources, \.resources), .value(.note, \.note), .value(.weight, \.weight),
        .value(.due, \.due), .reference(.strategicObjective, \.strategicObjectiveID),
        .words(.otherSectors, \.otherSectors), .words(.tags, \.tags),
        .words(.dupReferences, \.dupReferences), .words(.sustainableGoals, \.sustainableGoals),
        .list(.phases, \.phases), .list(.indicators, \.indicators), .list(.participants, \.participants),
        .list(.reprogrammings, \.reprogrammings),
    ]
    /// What it is called in a review.
    public var label: String { title }
}

extension Phase: FieldHolder, Sourced {
    /// The fields, in the order in which they merge.
    public static let fields: [Field<Phase>] = [
        .value(.title, \.title, .identifies), .value(.timing, \.timing), .value(.spans, \.spans),
    ]
    /// What it is called in a review.
    public var label: String { title }
}

extension Participant: FieldHolder, Sourced {
    /// The fields, in the order in which they merge.
    public static let fields: [Field<Participant>] = [
        .value(.name, \.name, .identifies), .value(.grade, \.grade), .value(.share, \.share),
    ]
    /// What it is called in a review.
    public var label: String { name }
}

extension Reprogramming: FieldHolder {
    /// The fields, in the order in which they merge.
    public static let fields: [Field<Reprogramming>] = [
        .value(.date, \.date), .value(.change, \.change), .value(.reason, \.reason),
    ]
    /// What it is called in a review.
    public var label: String { change }
}
