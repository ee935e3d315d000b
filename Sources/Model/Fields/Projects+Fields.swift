extension PerformanceProject: FieldHolder, Sourced {
    /// The fields, in the order in which they merge.
    public static let fields: [Field<PerformanceProject>] = [
        .value(.number, \.number, .identifies), .value(.title, \.title, .identifies),
        .value(.scope, \.scope), .words(.dupReferences, \.dupReferences),
        .value(.description, \.description), .value(.ownResources, \.ownResources),
        .value(.thirdPartyResources, \.thirdPartyResources), .value(.typeOrFunder, \.typeOrFunder),
        .value(.expectedResult, \.expectedResult), .reference(.objective, \.objectiveID),
    ]
    /// What it is called in a review.
    public var label: String { number.isEmpty ? title : number + " " + title }
}

extension ProjectBook: FieldHolder, Sourced {
    /// The fields, in the order in which they merge.
    public static let fields: [Field<ProjectBook>] = [
        .value(.year, \.year, .identifies), .value(.legalBasis, \.legalBasis),
        .list(.projects, \.projects), .value(.ownTotal, \.printedOwnTotal),
        .value(.thirdPartyTotal, \.printedThirdPartyTotal), .value(.approval, \.approval),
        .list(.dismissals, \.dismissals, .decided),
    ]
    /// What it is called in a review.
    public var label: String { String(year) }
}
