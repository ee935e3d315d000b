extension Indicator: FieldHolder, Sourced {
    /// The fields, in the order in which they merge.
    public static let fields: [Field<Indicator>] = [
        .value(.name, \.name, .identifies), .value(.dimension, \.dimension), .value(.measure, \.measure),
        .value(.formula, \.formula), .value(.purpose, \.purpose), .value(.weight, \.weight),
        .value(.baseline, \.baseline), .value(.target, \.target), .cells(.laterTargets, \.laterTargets),
        .value(.actual, \.actual), .value(.note, \.note), .value(.direction, \.direction),
        .value(.rule, \.rule, .decided), .value(.neutralisation, \.neutralisation),
        .value(.scoreOverride, \.scoreOverride, .decided),
        .value(.continuity, \.continuity, .decided),
        .reference(.actualSeries, \.actualSeriesID, .decided),
        .value(.printedDeviation, \.printed.deviation),
        .value(.printedAchievement, \.printed.achievement),
        .value(.printedBarometer, \.printed.barometer),
    ]
    /// What it is called in a review.
    public var label: String { name }
}
