import Model

extension PerformanceProject: Mergeable {
    var mergeName: String { number.isEmpty ? title : number + " " + title }

    static var mergeFields: [MergeField<PerformanceProject>] {
        [
            .text("scope", \.scope), .union("dupReferences", \.dupReferences, text: { $0 }),
            .text("description", \.description), amount("ownResources", \.ownResources),
            amount("thirdPartyResources", \.thirdPartyResources), .text("typeOrFunder", \.typeOrFunder),
            .text("expectedResult", \.expectedResult),
        ]
    }

    private static func amount(
        _ name: String, _ path: WritableKeyPath<PerformanceProject, ProjectAmount?>
    ) -> MergeField<PerformanceProject> {
        .value(name, path, isEmpty: { $0 == nil }, text: { $0?.net.raw ?? "" })
    }
}

extension ProjectBook: Mergeable {
    var mergeName: String { String(year) }
    static var mergeFields: [MergeField<ProjectBook>] {
        [
            .text("legalBasis", \.legalBasis), .list(\.projects),
            .cell("printedOwnTotal", \.printedOwnTotal),
            .cell("printedThirdPartyTotal", \.printedThirdPartyTotal),
        ]
    }
}

extension Sector: Mergeable {
    var mergeName: String { name }
    static var mergeFields: [MergeField<Sector>] {
        [.text("code", \.code), .text("duties", \.duties), .list(\.tenures)]
    }
}

extension Tenure: Mergeable {
    var mergeName: String { head }
    var matchKey: String { head.comparisonKey + "|" + (from?.iso ?? "") }
    static var mergeFields: [MergeField<Tenure>] {
        [.value("to", \.to, isEmpty: { $0 == nil }, text: { $0?.iso ?? "" })]
    }
}

extension Municipality: Mergeable {
    var mergeName: String { name }
    static var mergeFields: [MergeField<Municipality>] {
        [
            .value(
                "name", \.name, isEmpty: \.isEmpty, isSame: { $0.comparisonKey == $1.comparisonKey },
                text: { $0 }),
            .list(\.sectors),
        ]
    }
}
