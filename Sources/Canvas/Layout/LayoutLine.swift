import Reporting

/// A piece of a page as wide as the content, which is not cut: a line, a row, a chart.
struct LayoutLine {
    /// How high it is, in points.
    var height: Double
    /// The space above it where it does not open a page, in points.
    var before = 0.0
    /// It stands on one page with the next layout line.
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
    /// The level of the heading that it belongs to; a part of the document begins with it.
    var opensPart: Int?
    /// The notes, by their indices in the flow, that stand below the table on the page of this row.
    var notes: [Int] = []
    /// A table ends with it: the notes of its rows follow.
    var closesTable = false
}

/// The layout lines of a section.
struct Flow {
    /// The layout lines, downwards.
    var layoutLines: [LayoutLine] = []
    /// The heads of tables.
    var heads: [LayoutLine] = []
    /// The notes of rows, each as one layout line.
    var notes: [LayoutLine] = []
    /// The narrowest content width in which no table breaks a word or sets a text in too many lines, in points.
    var leastWidth = 0.0
}
