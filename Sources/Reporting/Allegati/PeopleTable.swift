import Localization
import Model

/// The people who take part in an objective, in two columns where they are many.
struct PeopleTable {
    private let people: [Participant]
    private let title: String

    /// The table of these people.
    init(_ people: [Participant], title: String) {
        self.people = people
        self.title = title
    }

    /// The table: name, grade and, where somebody has one, share.
    var table: ReportTable {
        var notes = NoteBook()
        let hasShares = people.contains { $0.share != nil }
        let hasWords = people.contains { $0.share.map { $0.number == nil && !$0.isMissing } ?? false }
        let cells = people.map { person in
            let share = person.share.map { TableCell(notes.text(of: $0)) } ?? .empty
            return [TableCell(RichText(person.name)), TableCell(RichText(person.grade))]
                + (hasShares ? [share] : [])
        }
        let head = [tr("Name"), tr("Grade")] + (hasShares ? [tr("Share")] : [])
        let columns =
            [TableColumn(.share(1, min: 90)), TableColumn(.fixed(72))]
            + (hasShares
                ? [hasWords ? TableColumn(.share(1, min: 90)) : TableColumn(.fixed(54), .decimal)] : [])
        let isWide = people.count > 3 && !hasShares
        // Read down the left column first, then down the right one.
        let half = isWide ? (cells.count + 1) / 2 : cells.count
        let rows = (0..<half).map { index in
            TableRow(cells[index] + (half + index < cells.count ? cells[half + index] : []))
        }
        return ReportTable(
            title: title, columns: isWide ? columns + columns : columns,
            head: [ReportTable.head(isWide ? head + head : head)], rows: rows, notes: notes.notes)
    }
}
