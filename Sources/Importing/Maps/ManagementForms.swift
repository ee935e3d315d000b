import Model
import Reading

/// The part that says by whom a service is run: a form with three boxes, of which some are marked.
struct ManagementForms {
    /// The form.
    private(set) var form = ManagementForm(kind: nil)
    /// The line that gave it.
    private(set) var line: SourceLine?
    /// The notes under the form.
    private(set) var notes: [NoteEntry] = []

    /// A box and what stands in it.
    private struct Box {
        let kind: ManagementKind
        let label: String
        var text: String
        var line: SourceLine
    }

    private let place: MapPlace
    private var boxes: [Box] = []
    private var across: [(position: Int, kind: ManagementKind, label: String)] = []
    private var before: (text: String, line: SourceLine)?

    /// A form that is not read yet.
    init(at place: MapPlace) { self.place = place }

    /// Reads the rows.
    mutating func read(_ rows: [MapRow], _ reading: inout Reading) {
        for row in rows where !row.filled.isEmpty {
            if let note = row.footnote {
                notes.append(NoteEntry(mark: note.mark, text: note.text, line: row.line))
                reading.ledger.bind(row.line.number, to: "service.footnotes")
            } else {
                take(row, &reading)
            }
        }
        settle(&reading)
    }

    private mutating func take(_ row: MapRow, _ reading: inout Reading) {
        let found = row.filled.flatMap(kinds(in:))
        if found.count > 1, row.filled.count == found.count {
            across = zip(row.filled, found).map { ($0.position, $1.kind, $0.text) }
            boxes += found.map { Box(kind: $0.kind, label: $0.label, text: $0.text, line: row.line) }
        } else if found.count > 1 {
            boxes += found.map { Box(kind: $0.kind, label: $0.label, text: $0.text, line: row.line) }
        } else if let box = found.first {
            let others = row.filled.filter { kinds(in: $0).isEmpty }.map(\.text)
            let text = ([before?.text ?? "", box.text] + others).filter { !$0.isEmpty }.joined(separator: " ")
            before = nil
            boxes.append(Box(kind: box.kind, label: box.label, text: text, line: row.line))
        } else if !across.isEmpty {
            takeAcross(row)
        } else {
            guard takeMark(row) else { return }
        }
        place.bind(row.line, &reading)
    }

    /// Marks in a row below boxes that stand side by side.
    private mutating func takeAcross(_ row: MapRow) {
        for cell in row.filled {
            guard let column = across.last(where: { $0.position <= cell.position }),
                let index = boxes.lastIndex(where: { $0.kind == column.kind })
            else { continue }
            boxes[index].text = boxes[index].text.isEmpty ? cell.text : boxes[index].text + " " + cell.text
            boxes[index].line = row.line
        }
    }

    /// A mark or a text on a line of its own belongs to the box above it.
    private mutating func takeMark(_ row: MapRow) -> Bool {
        guard let last = boxes.indices.last else { return false }
        // A label of notes says that the rest is one.
        let isLabelled =
            row.filled.count > 1
            && ["note", "nota"].contains(MatchKey(row.filled[0].text).words.first ?? "")
        let text = row.filled.dropFirst(isLabelled ? 1 : 0).map(\.text).joined(separator: " ")
        boxes[last].text = boxes[last].text.isEmpty ? text : boxes[last].text + " " + text
        return true
    }

    /// The boxes of a cell: `Diretta`, `Diretta X`, `[X] Diretta [ ] Mista`.
    private func kinds(in cell: MapRow.Cell) -> [(kind: ManagementKind, label: String, text: String)] {
        guard cell.text.utf8.count <= 120 else { return [] }
        if let match = MapWords.management.match(cell.text) { return [(match.term, cell.text, "")] }
        let ticked = CheckBoxes.read(cell.text).compactMap { box in
            MapWords.management.match(box.label).map { ($0.term, box.label, box.isTicked ? "X" : "") }
        }
        if !ticked.isEmpty { return ticked }
        guard let start = MapWords.management.matchStart(cell.text), CellShape(start.rest) == .mark else {
            return []
        }
        return [(start.term, start.phrase, start.rest)]
    }

    // MARK: - The outcome

    private mutating func settle(_ reading: inout Reading) {
        let marked = boxes.filter { !$0.text.isEmpty && CellShape($0.text) != .missing }
        if marked.isEmpty {
            // A form that names one way only says it without a mark.
            if boxes.count == 1, let only = boxes.first { set(only.kind, "", only.line) }
            return
        }
        if marked.count == 1, let only = marked.first {
            return set(only.kind, Self.note(only.text), only.line)
        }
        let note = marked.map { box in
            let text = Self.note(box.text)
            return text.isEmpty ? box.label : box.label + ": " + text
        }
        set(.mixed, note.joined(separator: "; "), marked[0].line)
        place.tell(
            .valueAmbiguous, .info, marked[0].line, &reading, written: note.joined(separator: "; "),
            expected: "Mista")
    }

    private mutating func set(_ kind: ManagementKind, _ note: String, _ line: SourceLine) {
        form = ManagementForm(kind: kind)
        form.note = note
        self.line = line
    }

    /// What stands beside the cross.
    private static func note(_ text: String) -> String {
        let first = text.split(separator: " ").first.map(String.init) ?? ""
        guard CellShape(first) == .mark else { return text }
        return String(text.dropFirst(first.count).trimmedEnds)
    }
}

/// Boxes to tick within a text: `[X] Diretta [ ] Mista`, `☒ Diretta ☐ Mista`.
enum CheckBoxes {
    /// A box with its label.
    struct Box: Hashable {
        /// The text behind it.
        let label: String
        /// True where it is ticked.
        let isTicked: Bool
    }

    /// The boxes of a text; none where it has no sign of a box.
    static func read(_ text: String) -> [Box] {
        var body = text
        for sign in ["[X]", "[x]", "(X)", "(x)", "☑", "☒", "✓", "✔"] {
            body = body.replacing(sign, with: "\u{1}")
        }
        for sign in ["[ ]", "[]", "( )", "☐", "□"] { body = body.replacing(sign, with: "\u{2}") }
        var result: [Box] = []
        var isTicked: Bool?
        var label = ""
        for character in body + "\u{2}" {
            guard character == "\u{1}" || character == "\u{2}" else {
                label.append(character)
                continue
            }
            if let isTicked { result.append(Box(label: String(label.trimmedEnds), isTicked: isTicked)) }
            isTicked = character == "\u{1}"
            label = ""
        }
        return result.filter { !$0.label.isEmpty }
    }
}
