import Foundation
import Model

/// Goes through a plan's items and gives each to the part of the document that it stands in.
struct PlanWalk {
    /// The parts of a plan.
    enum Part: Hashable, Sendable { case cover, structure, lines, index, cards }

    /// A label of the outline whose heading comes next.
    enum Awaited: Hashable, Sendable { case line, strategic }

    var reading: Reading
    let year: Int
    let items: [PlanItem]
    var part = Part.cover
    var awaited: (what: Awaited, lines: [Int])?
    var outline: PlanOutline
    var structure = StructureReader()
    var lineSection = LineSectionReader()
    var index: IndexReader
    var indexHeader: TableHeader<FieldTerm>?
    var card: CardReader?
    var municipality = MunicipalityName()
    /// Where the cards that come stand: sector, line, strategic objective.
    var sector: Int?
    var sectorLines: [Int] = []
    var line: Int?
    var strategic: UUID?
    var finishedCards: [(card: CardReader, line: Int?, context: CardContext)] = []
    var plan: Plan

    /// A walk through a document that nobody read yet.
    init(_ reading: Reading, year: Int) {
        self.reading = reading
        self.year = year
        items = PlanLexer.items(of: reading.lines)
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
    func next(_ position: Int) -> PlanItem? {
        items.indices.contains(position + 1) ? items[position + 1] : nil
    }

    /// Reads the item at the position; the number of items taken.
    private mutating func step(at position: Int) -> Int {
        let item = items[position]
        if let taken = municipality.take(items, at: position, isCover: part == .cover) {
            reading.layout(items[position..<position + taken].flatMap(\.lines), .pageHeader)
            return taken
        }
        if takePage(item) || takeSection(item) || takeOutlineLabel(item, at: position)
            || takeAwaited(item, at: position)
        {
            return 1
        }
        if takeStrayHeading(item, at: position) { return 1 }
        takeInPart(item, at: position)
        return 1
    }

    private mutating func takeInPart(_ item: PlanItem, at position: Int) {
        if item.term == .leftover {
            reading.tell(.textMisplaced, .info, line: item.line, written: item.text)
            return
        }
        switch part {
        case .cover: takeCover(item)
        case .structure: _ = structure.take(item, &outline, &reading)
        case .lines: _ = lineSection.take(item, next: next(position), &outline, &reading)
        case .index: takeIndex(item)
        case .cards: takeCard(item, at: position)
        }
    }

    private mutating func takeIndex(_ item: PlanItem) {
        if let label = item.label, index.take(label, item, &reading) { return }
        if case .header(let header) = item.content, header.index(of: .objective) != nil {
            indexHeader = header
            reading.layout(item.lines, .tableHeader)
            return
        }
        if let indexHeader, item.cells.count > 1, index.take(row: item, indexHeader, &reading) { return }
        _ = index.take(item.asText, outline, &reading)
    }

    /// Titles on the cover; other words there stay unread.
    private mutating func takeCover(_ item: PlanItem) {
        let key = MatchKey(item.text).text
        guard item.text.utf8.count <= 120, Self.titles.contains(where: key.contains) else { return }
        reading.layout(item.lines, .documentTitle)
    }

    private static let titles = [
        "piao", "p i a o", "piano", "performance", "sezione", "sottosezione", "valore pubblico", "peg",
        "allegato",
        "triennio", "deliberazione", "approvato con",
    ]

    /// Page numbers and feet.
    private func pageNumber(_ item: PlanItem) -> Bool {
        guard item.text.utf8.count <= 40, item.cells.count == 1 else { return false }
        let words = MatchKey(item.text).words
        guard let first = words.first, first == "pag" || first == "pagina" else { return false }
        return words.dropFirst().allSatisfy { Int($0) != nil || $0 == "di" || $0 == "a" }
            && words.contains { Int($0) != nil }
    }

    private mutating func takePage(_ item: PlanItem) -> Bool {
        guard pageNumber(item) else { return false }
        reading.layout(item.lines, .pageFooter)
        return true
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
