extension FindingCode {
    // What the checks tell.
    /// The printed deviation is not actual minus target.
    public static let deviationMismatch = FindingCode(rawValue: "deviation-mismatch")
    /// The printed achievement is not what the rule gives.
    public static let achievementMismatch = FindingCode(rawValue: "achievement-mismatch")
    /// The weights of an objective do not sum to 100.
    public static let objectiveWeights = FindingCode(rawValue: "objective-weights")
    /// The printed achievement of a line is not what its objectives give.
    public static let lineAchievementMismatch = FindingCode(rawValue: "line-achievement-mismatch")
    /// An indicator is left out of the score and nobody says why.
    public static let neutralisedWithoutReason = FindingCode(rawValue: "neutralised-without-reason")
    /// No actual is reported.
    public static let actualMissing = FindingCode(rawValue: "actual-missing")
    /// An indicator has no target.
    public static let targetMissing = FindingCode(rawValue: "target-missing")
    /// A target is 0, so a ratio to it says nothing.
    public static let targetZero = FindingCode(rawValue: "target-zero")
    /// A total is not the sum of its rows.
    public static let seriesTotalMismatch = FindingCode(rawValue: "series-total-mismatch")
    /// The same figures stand under another name.
    public static let seriesCopied = FindingCode(rawValue: "series-copied")
    /// A figure jumps like a slip of unit or a lost digit.
    public static let seriesOutlier = FindingCode(rawValue: "series-outlier")
    /// The cells of a row are moved by one.
    public static let seriesShifted = FindingCode(rawValue: "series-shifted")
    /// A cell that should hold a figure cannot be read.
    public static let valueUnreadable = FindingCode(rawValue: "value-unreadable")
    /// A cell could mean two figures.
    public static let valueAmbiguous = FindingCode(rawValue: "value-ambiguous")
    /// Two things of one kind have the same name.
    public static let duplicateName = FindingCode(rawValue: "duplicate-name")
    /// A printed total of projects is not the sum of their amounts.
    public static let projectTotalMismatch = FindingCode(rawValue: "project-total-mismatch")
    /// A gross amount does not follow from the net one.
    public static let grossNetMismatch = FindingCode(rawValue: "gross-net-mismatch")
    /// A phase lies outside the year of its plan.
    public static let phaseOutOfYear = FindingCode(rawValue: "phase-out-of-year")
    /// A sector has no head in part of the year.
    public static let tenureGap = FindingCode(rawValue: "tenure-gap")
    /// The index of objectives and the cards disagree.
    public static let indexMismatch = FindingCode(rawValue: "index-mismatch")
    /// The objective on payment times is missing or weighs too little.
    public static let paymentTimeObjective = FindingCode(rawValue: "payment-time-objective")
    /// An indicator with a weight drops out of the score; or a figure is full only because some of it dropped out.
    public static let notAssessable = FindingCode(rawValue: "not-assessable")
    /// Which way is better is not said, or what says it contradicts itself.
    public static let directionDoubtful = FindingCode(rawValue: "direction-doubtful")
    /// Target and actual are in two units, so that nothing compares them.
    public static let unitsDiffer = FindingCode(rawValue: "units-differ")
    /// An actual is not the figure of the service's series that was chosen for it.
    public static let actualSeriesMismatch = FindingCode(rawValue: "actual-series-mismatch")
    /// Nobody has reported on the year yet.
    public static let reportingIncomplete = FindingCode(rawValue: "reporting-incomplete")

    // What the importers tell.
    /// A row was put together from pieces.
    public static let rowRepaired = FindingCode(rawValue: "row-repaired")
    /// Cells of a row were moved back under their headers.
    public static let cellShifted = FindingCode(rawValue: "cell-shifted")
    /// A lost heading was assumed.
    public static let headingAssumed = FindingCode(rawValue: "heading-assumed")
    /// The printed figures say that less is better.
    public static let directionInferred = FindingCode(rawValue: "direction-inferred")
    /// The text is not UTF-8; another encoding was assumed.
    public static let encodingAssumed = FindingCode(rawValue: "encoding-assumed")
    /// How the figures of a column are written was decided for the whole column.
    public static let columnNotation = FindingCode(rawValue: "column-notation")
    /// The document is none of the known kinds.
    public static let kindUnknown = FindingCode(rawValue: "kind-unknown")
    /// A text without the columns of its tables: which figure is of which row cannot be told.
    public static let columnsLost = FindingCode(rawValue: "columns-lost")
}
