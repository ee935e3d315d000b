import Foundation
import Model

/// Goes through a plan's items and gives each to the part of the document that it stands in.
struct FormWalk {
    /// The parts of a plan.
    enum Part: Hashable, Sendable { case cover, structure, lines, index, cards }

    /// A label of the outline whose heading comes next.
    enum Awaited: Hashable, Sendable { case line, strategic }

    var reading: Reading
    let year: Int
    let items: [FormItem]
    var part = Part.cover
    var awaited: (what: Awaited, lines: [Int])?
    var outline: PlanOutline
    var structure = StructureReader()
    var lineSection = LineSectionReader()
    var index: IndexReader
    var card: CardReader?
    /// The name of the municipality, which comes back at the top of pages.
    private(set) var municipality: String?
    /// Where the cards that come stand: sector, line, strategic objective.
    var sector: Int?
    var sectorLines: [Int] = []
    var line: Int?
    var strategic: UUID?
    var finishedCards: [(card: CardReader, line: Int?, context: CardContext)] = []
    var plan: Plan

    /// A walk through the items of a document whose cover was read.
    init(_ reading: Reading, items: [FormItem], municipality: String?, year: Int) {
        self.reading = reading
        self.items = items
        self.municipality = municipality
        self.year = year
        outline = PlanOutline(year: year)
        index = IndexReader(year: year)
        plan = Plan(id: self.reading.identifiers.identity("plan", String(year)), year: year)
    }

    /// Reads everything.
    mutating func run() -> ImportParts {
        var position = 0
        while position < items.count {
            position += step(at: position)
        }
        finishPart()
        return finish()
    }

    /// The item behind a position, if there is one.
    func next(_ position: Int) -> FormItem? {
        items.indices.contains(position + 1) ? items[position + 1] : nil
    }

    /// Reads the item at the position; the number of items taken.
    private mutating func step(at position: Int) -> Int {
        let item = items[position]
        if let taken = takePage(at: position) { return taken }
        if takeSection(item) || takeOutlineLabel(item, at: position)
            || takeAwaited(item, at: position)
        {
            return 1
        }
        if takeStrayHeading(item, at: position) { return 1 }
        if case .table(let table) = item.content {
            takeTable(table, at: position)
        } else {
            takeInPart(item, at: position)
        }
        return 1
    }

    private mutating func takeInPart(_ item: FormItem, at position: Int) {
        if item.term == .leftover {
            reading.tell(.textMisplaced, .info, line: item.line, written: item.text)
            return
        }
        switch part {
        case .cover: break
        case .structure: _ = structure.take(item, &outline, &reading)
        case .lines: _ = lineSection.take(item, next: next(position), &outline, &reading)
        case .index: takeIndex(item)
        case .cards: takeCard(item, at: position)
        }
    }

    /// A table of the index or of the open card; the rows of any other are what their lines are.
    private mutating func takeTable(_ table: TableDraft, at position: Int) {
        let isTaken =
            part == .index
            ? index.take(table, &reading) : part == .cards && card?.take(table, &reading) == true
        guard !isTaken else { return }
        for row in table.headRows + table.rows {
            takeInPart(FormItem(row, lines: reading.filledLines(row).map(\.number)), at: position)
        }
    }

    private mutating func takeIndex(_ item: FormItem) {
        if let label = item.label, index.take(label, item, &reading) { return }
        _ = index.take(item.asText, outline, &reading)
    }

    /// Page numbers, and the municipality at the top of a page, on a line or two; the number of items taken.
    private mutating func takePage(at position: Int) -> Int? {
        let item = items[position]
        guard item.cells.count == 1, item.text.utf8.count <= 80 else { return nil }
        if item.text.utf8.count <= 40, PageFurniture.namesPage(item.text) {
            reading.layout(item.lines, .pageFooter)
            return 1
        }
        guard let known = municipality else {
            municipality = DocumentCover.municipality(item.text)
            if municipality != nil { reading.layout(item.lines, .pageHeader) }
            return municipality.map { _ in 1 }
        }
        let below = next(position)?.text
        let texts = [item.text] + (below.map { [item.text + " " + $0] } ?? [])
        guard let count = texts.firstIndex(where: { Self.place($0) == Self.place(known) }) else { return nil }
        reading.layout(items[position...position + count].flatMap(\.lines), .pageHeader)
        return count + 1
    }

    /// `Città di X` and `Comune di X` are one place; nil for a text that names none.
    private static func place(_ text: String) -> [Substring]? {
        DocumentCover.municipality(text).map { Array(MatchKey($0).words.dropFirst(2)) }
    }

    /// Ends what the part before left open.
    mutating func finishPart() {
        if let awaited {
            reading.layout(awaited.lines, .emptyLabel)
            self.awaited = nil
        }
        switch part {
        case .structure: structure.finish(&outline, &reading)
        case .lines: lineSection.finish(&outline, &reading)
        case .index: index.finish(&reading)
        case .cards: finishCard()
        case .cover: break
        }
    }
}
