import Foundation
import Model

/// Reads one card: from the label of an objective to the next one.
struct CardReader {
    /// What the lines that come now belong to.
    enum Block: Hashable, Sendable {
        case head, definition, phases, factors, reprogramming, indicator, table, participants, resources, note
        /// One value under its label.
        case value(FormTerm)
    }

    /// An indicator that was read.
    enum Drafted {
        case form(IndicatorReader)
        case row(ObjectiveRow)
    }

    /// What the lines that come now belong to.
    var block = Block.head
    /// The lines of each block of text. The head's are title, references, marks, and the definition where no label
    /// opens it.
    var texts: [Block: FormPassage] = [:]
    /// A label `Definizione` closed the title.
    var hasDefinitionLabel = false
    /// The one-line values of the card by label.
    var values: [(label: FormLabel, text: String, lines: [Int])] = []
    var phases: PhaseReader
    var indicator: IndicatorReader?
    /// The indicators, of forms and of rows of tables, in their order.
    var indicators: [Drafted] = []
    var participants = ParticipantReader()
    var labelLines: [Int] = []
    /// The number on the card's label.
    var code = ""
    let year: Int
    /// The line that it begins at.
    let firstLine: Int

    /// A card that begins at this line.
    init(year: Int, firstLine: Int) {
        self.year = year
        self.firstLine = firstLine
        phases = PhaseReader(year: year)
    }

    /// Nothing but its label was read.
    var isEmpty: Bool { isUntitled && values.isEmpty }

    /// Nothing but its label and values was read, as where these stand over the title.
    var isUntitled: Bool {
        texts.isEmpty && indicators.isEmpty && indicator == nil && phases.isEmpty && participants.isEmpty
    }

    /// Nothing but the top of the card was read: its title, its values, its definition.
    var isAtTop: Bool {
        indicators.isEmpty && indicator == nil && texts[.factors] == nil && phases.isEmpty
            && block != .participants
    }

    /// Begins the title with what stands behind its label.
    mutating func begin(_ title: String, _ item: FormItem) {
        texts[.head, default: FormPassage()].add(title, lines: item.lines, gapBefore: true)
    }

    /// Takes an item; false where it belongs to nothing in the card.
    mutating func take(_ item: FormItem, _ reading: inout Reading) -> Bool {
        switch item.content {
        case .choice(let measure, let isMarked):
            guard block == .indicator, indicator != nil else { return take(item.asText, &reading) }
            indicator?.take(measure, isMarked: isMarked, item)
            return true
        case .label(let label):
            if takeLabel(label, item, &reading) { return true }
            return takeText(item.asText, &reading)
        case .table(let table): return take(table, &reading)
        case .row where ParticipantReader.isHeader(item.cells):
            closeIndicator()
            block = .participants
            return participants.take(item)
        case .row, .text:
            return takeText(item, &reading)
        }
    }

    private mutating func takeText(_ item: FormItem, _ reading: inout Reading) -> Bool {
        switch block {
        case .head, .definition: if !opensPhases(item, &reading) { add(item) }
        case .phases:
            // Goals and marks stand among the phases, too.
            if Self.isAside(item.text) { add(item, to: .definition) } else { phases.take(item) }
        case .factors, .reprogramming, .resources, .note: add(item)
        case .participants: return participants.take(item)
        case .indicator, .table:
            if ParticipantReader.isPerson(item.cells) { return openLostPeople(item, &reading) }
            return block == .indicator && indicator?.take(item) ?? false
        case .value(let term):
            values.append((FormLabel(term: term), item.text, item.lines))
            block = .head
        }
        return true
    }

    /// Adds an item to the text of a block, that which is open if none is told.
    mutating func add(_ item: FormItem, to block: Block? = nil) {
        texts[block ?? self.block, default: FormPassage()].add(item)
    }

    /// People whose heading is lost.
    private mutating func openLostPeople(_ item: FormItem, _ reading: inout Reading) -> Bool {
        closeIndicator()
        block = .participants
        reading.tell(
            .headingAssumed, .warning, line: item.line, at: .objective, written: item.text,
            expected: "Dipendenti")
        return participants.take(item)
    }

    /// An indicator whose label is lost, told by the form under its name: the name is this text, or the last paragraph of
    /// the block before.
    mutating func openLostIndicator(_ name: FormItem?, at line: Int, _ reading: inout Reading) {
        closeIndicator()
        var lost = IndicatorReader()
        if let name {
            _ = lost.take(name)
        } else if let part = popLastParagraph() {
            lost.take(name: part)
        }
        indicator = lost
        block = .indicator
        reading.tell(.headingAssumed, .warning, line: line, at: .objective, expected: "Indicatore")
    }

    private mutating func popLastParagraph() -> FormPassage.Part? {
        guard block != .head || texts[.head]?.parts.count ?? 0 > 1 else { return nil }
        return texts[block]?.popLast()
    }

    /// A phase whose heading is lost, or the sentence that introduces phases.
    private mutating func opensPhases(_ item: FormItem, _ reading: inout Reading) -> Bool {
        let isPhase =
            item.cells.count == 1
            ? PhaseReader.isPhase(item.text, year: year) : PhaseReader.isTimed(item.cells, year: year)
        if isPhase {
            reading.tell(.headingAssumed, .warning, line: item.line, at: .objective, expected: "Fasi e tempi")
            block = .phases
            phases.take(item)
            return true
        }
        guard item.text.utf8.count <= 160, item.text.hasSuffix(":"),
            MatchKey(item.text).words.contains(where: { $0 == "fasi" })
        else { return false }
        add(item)
        block = .phases
        return true
    }

    /// A line of goals of Agenda 2030, or of marks.
    static func isAside(_ text: String) -> Bool {
        SustainableGoals.read(text) != nil || PlanTags.whole(text) != nil || PlanTags.own(text) != nil
    }
}
