import Model

/// What the scanner of a report or plan of objectives found, in the order of the lines.
enum ObjectiveEvent {
    /// A strategic line begins.
    case line(title: String, code: String, at: SourceLine)
    /// The achievement that is printed for the current line.
    case lineAchievement(String, at: SourceLine)
    /// A paragraph about the current line.
    case lineText(String, at: [SourceLine])
    /// A repeated header: what follows goes on after a page cut.
    case pageCut
    /// A row of a table.
    case row(ObjectiveRow)
    /// A chapter of text begins.
    case chapter(title: String, at: SourceLine)
    /// A paragraph of the chapter.
    case paragraph(SourceLine)
    /// A label of a card with its value, and the year that the label names.
    case field(FieldTerm, String, at: [SourceLine], year: Int? = nil)
    /// A field of the objective that is open, told below its indicators or phases.
    case fieldBelow(FieldTerm, String, at: [SourceLine])
    /// A phase of the objective that is open.
    case phase(ReadPhase)
    /// Somebody who takes part in the objective that is open.
    case participant(ReadParticipant)
    /// A card begins: what comes before its objective is told of that one.
    case card
}

/// A row of a table of objectives, its cells under the terms of their columns.
struct ObjectiveRow {
    /// The lines that it was put together from; one, as a rule.
    var lines: [SourceLine]
    /// The cells that are not empty.
    var cells: [FieldTerm: String]
    /// Targets of columns that name a year, by year.
    var targetsByYear: [Int: String] = [:]
    /// The code of the objective that the row is of, in a table that names objectives by their codes alone.
    var objectiveCode: String?
    /// Head and sector, where its table has a column of either, which may name both; nil for what is no row of a table.
    var columns: Set<FieldTerm>?
    /// True where the row says that less is better.
    var isDecreasing = false

    /// The line that provenance names.
    var line: SourceLine { lines[0] }

    /// True where no figure stands in the row.
    var isTextOnly: Bool {
        [.target, .actual, .deviation, .weight, .achievement, .baseline, .barometer].allSatisfy {
            cells[$0] == nil
        }
            && targetsByYear.isEmpty
    }
}
