import Reporting

/// A piece of a page as wide as the content, which is not cut: a line, a row, a chart.
struct Strip {
    /// How high it is, in points.
    var height: Double
    /// The space above it where it does not open a page, in points.
    var before = 0.0
    /// It stands on one page with the next strip.
    var keepsWithNext = false
    /// What is drawn, from its own top left corner.
    var items: [PageItem] = []
    /// The head, by its index in the flow, that is repeated above it where it opens a page.
    var head: Int?
    /// The heading that begins here.
    var heading: PlacedHeading?
    /// The row behind it, to be cut where it is higher than a page.
    var row: RowBox?
    /// It begins a page.
    var opensPage = false
}

/// The strips of a section.
struct Flow {
    /// The strips, downwards.
    var strips: [Strip] = []
    /// The heads of tables.
    var heads: [Strip] = []
    /// The narrowest content width in which every table has its least widths, in points.
    var leastWidth = 0.0
}
