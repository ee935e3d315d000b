import Model

extension ServiceMap: Mergeable {
    var mergeName: String { name }

    static var mergeFields: [MergeField<ServiceMap>] {
        [
            .text("head", \.head), .text("sector", \.sector), .list(\.elements), .list(\.accessoryElements),
            series(\.outputs), .list(\.criteria), .list(\.segments), series(\.users),
            .word("management.kind", \.management.kind), .text("management.note", \.management.note),
            .list(\.staff), .list(\.roles), .list(\.facilities), .list(\.footnotes),
            .text("remarks", \.remarks),
        ]
    }

    /// Series, of which some stand under another one by its identity.
    private static func series(_ path: WritableKeyPath<ServiceMap, [Series]>) -> MergeField<ServiceMap> {
        .custom { archive, document, log in
            let identities = MergeList.merge(&archive[keyPath: path], document[keyPath: path], &log)
            let present = Set(archive[keyPath: path].map(\.id))
            for index in archive[keyPath: path].indices {
                guard let parent = archive[keyPath: path][index].parentID, !present.contains(parent) else {
                    continue
                }
                archive[keyPath: path][index].parentID = identities[parent]
            }
        }
    }
}

extension ServiceElement: Mergeable {
    var mergeName: String { name }
    static var mergeFields: [MergeField<ServiceElement>] { [.text("description", \.description)] }
}

extension Series: Mergeable {
    var mergeName: String { name }
    static var mergeFields: [MergeField<Series>] { [.cells("values", \.values)] }
}

extension SegmentationCriterion: Mergeable {
    var mergeName: String { name }
    static var mergeFields: [MergeField<SegmentationCriterion>] { [] }
}

extension UserSegment: Mergeable {
    var mergeName: String { name }
    static var mergeFields: [MergeField<UserSegment>] { [.text("description", \.description)] }
}

extension SegmentRole: Mergeable {
    var mergeName: String { segment }
    static var mergeFields: [MergeField<SegmentRole>] { [.text("role", \.role)] }
}

extension Facility: Mergeable {
    var mergeName: String { name }
    static var mergeFields: [MergeField<Facility>] { [.text("note", \.note)] }
}

extension StaffFigure: Mergeable {
    var mergeName: String { name }
    static var mergeFields: [MergeField<StaffFigure>] { [.cell("value", \.value)] }
}

extension Footnote: Mergeable {
    var mergeName: String { mark + " " + text }
    static var mergeFields: [MergeField<Footnote>] { [] }
}
