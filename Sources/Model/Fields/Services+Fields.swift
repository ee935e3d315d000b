extension ServiceElement: FieldHolder, Sourced {
    /// The fields, in the order in which they merge.
    public static let fields: [Field<ServiceElement>] = [
        .value(.name, \.name, .identifies), .value(.description, \.description),
    ]
    /// What it is called in a review.
    public var label: String { name }
}

extension Series: FieldHolder, Sourced {
    /// The fields, in the order in which they merge.
    public static let fields: [Field<Series>] = [
        .value(.name, \.name, .identifies), .reference(.parent, \.parentID),
        .value(.isHeading, \.isHeading, .never(reason: "a row with figures does not become a heading")),
        .cells(.values, \.values),
    ]
    /// What it is called in a review.
    public var label: String { name }
}

extension SegmentationCriterion: FieldHolder, Sourced {
    /// The fields, in the order in which they merge.
    public static let fields: [Field<SegmentationCriterion>] = [.value(.name, \.name, .identifies)]
    /// What it is called in a review.
    public var label: String { name }
}

extension UserSegment: FieldHolder, Sourced {
    /// The fields, in the order in which they merge.
    public static let fields: [Field<UserSegment>] = [
        .value(.name, \.name, .identifies), .value(.description, \.description),
    ]
    /// What it is called in a review.
    public var label: String { name }
}

extension SegmentRole: FieldHolder, Sourced {
    /// The fields, in the order in which they merge.
    public static let fields: [Field<SegmentRole>] = [
        .value(.segment, \.segment, .identifies), .value(.role, \.role),
    ]
    /// What it is called in a review.
    public var label: String { segment }
}

extension Facility: FieldHolder, Sourced {
    /// The fields, in the order in which they merge.
    public static let fields: [Field<Facility>] = [
        .value(.name, \.name, .identifies), .value(.note, \.note),
    ]
    /// What it is called in a review.
    public var label: String { name }
}

extension StaffFigure: FieldHolder, Sourced {
    /// The fields, in the order in which they merge.
    public static let fields: [Field<StaffFigure>] = [
        .value(.name, \.name, .identifies), .value(.value, \.value),
    ]
    /// What it is called in a review.
    public var label: String { name }
}

extension Footnote: FieldHolder, Sourced {
    /// The fields, in the order in which they merge.
    public static let fields: [Field<Footnote>] = [
        .value(.mark, \.mark, .identifies), .value(.text, \.text, .identifies),
    ]
    /// What it is called in a review.
    public var label: String { mark + " " + text }
}

extension ServiceMap: FieldHolder, Sourced {
    /// The fields, in the order in which they merge.
    public static let fields: [Field<ServiceMap>] = [
        .value(.name, \.name, .identifies), .value(.head, \.head), .value(.sector, \.sector),
        .list(.elements, \.elements), .list(.accessoryElements, \.accessoryElements),
        .list(.outputs, \.outputs), .list(.criteria, \.criteria), .list(.segments, \.segments),
        .list(.users, \.users), .value(.managementKind, \.management.kind),
        .value(.managementNote, \.management.note), .list(.staff, \.staff), .list(.roles, \.roles),
        .list(.facilities, \.facilities), .list(.footnotes, \.footnotes), .value(.remarks, \.remarks),
    ]
    /// What it is called in a review.
    public var label: String { name }
}

extension ServiceCatalogue: FieldHolder {
    /// The fields, in the order in which they merge.
    public static let fields: [Field<ServiceCatalogue>] = [
        .list(.services, \.services), .list(.dismissals, \.dismissals, .decided),
    ]
    /// Empty: there is one.
    public var label: String { "" }
}
