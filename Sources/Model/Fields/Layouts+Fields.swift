extension KeptLayout: FieldHolder {
    /// The fields.
    public static let fields: [Field<KeptLayout>] = [
        .value(.name, \.name, .decided), .value(.columns, \.columns, .decided),
        .value(.kind, \.kind, .decided), .value(.year, \.year, .decided),
        .value(.splits, \.splits, .decided), .value(.cards, \.cards, .decided),
        .value(.namedLines, \.namedLines, .decided),
    ]
    /// What it is called in a review.
    public var label: String { name }
}

extension LayoutCatalogue: FieldHolder {
    /// The fields.
    public static let fields: [Field<LayoutCatalogue>] = [.list(.layouts, \.layouts, .decided)]
    /// It is the only one of an archive.
    public var label: String { "" }
}
