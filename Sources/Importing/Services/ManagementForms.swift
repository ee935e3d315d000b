import Model
import Reading

/// The part that says by whom a service is run: a form with boxes, of which some are marked, or a text.
struct ManagementForms {
    /// The form.
    private(set) var form = ManagementForm(kind: nil)
    /// The row that gave it.
    private(set) var row: ServiceRow?
    /// The notes under the form.
    private(set) var notes: [ServiceEntry] = []

    /// A box and what stands in it.
    private struct Box {
        let kind: ManagementKind
        let label: String
        var text: String
        var row: ServiceRow
    }

    private let place: ServicePlace
    private var boxes: [Box] = []
    private var across: [(position: Int, kind: ManagementKind)] = []

    /// A form that is not read yet.
    init(at place: ServicePlace) { self.place = place }

    /// Reads the rows.
    mutating func read(_ rows: [ServiceRow], _ reading: inout Reading) {
        for row in rows where !row.filled.isEmpty {
            if row.footnote != nil, place.takeAside(row, &notes, &reading) { continue }
            if take(row) { place.bind(row, &reading) }
        }
        settle(&reading)
    }

    private mutating func take(_ row: ServiceRow) -> Bool {
        let found = row.filled.map { ManagementWords.boxes(in: $0.text) }
        let all = found.flatMap(\.self)
        boxes += all.map { Box(kind: $0.kind, label: $0.label, text: $0.text, row: row) }
        if all.count > 1 {
            if all.count == row.filled.count { across = zip(row.filled, all).map { ($0.position, $1.kind) } }
        } else if let box = all.first {
            let others = zip(row.filled, found).filter(\.1.isEmpty).map(\.0.text)
            boxes[boxes.count - 1].text =
                ([box.text] + others).filter { !$0.isEmpty }.joined(separator: " ")
        } else if !across.isEmpty {
            takeAcross(row)
        } else {
            return takeMark(row)
        }
        return true
    }

    /// Marks in a row below boxes that stand side by side.
    private mutating func takeAcross(_ row: ServiceRow) {
        for cell in row.filled {
            guard let column = across.last(where: { $0.position <= cell.position }),
                let index = boxes.lastIndex(where: { $0.kind == column.kind })
            else { continue }
            add(cell.text, to: index)
            boxes[index].row = row
        }
    }

    /// A mark or a text on a line of its own belongs to the box above it.
    private mutating func takeMark(_ row: ServiceRow) -> Bool {
        guard let last = boxes.indices.last else {
            // No box at all: words say by whom.
            guard let kind = ManagementWords.kind(of: row.text) else { return false }
            boxes.append(Box(kind: kind, label: row.text, text: row.text, row: row))
            return true
        }
        // A label of notes says that the rest is one.
        let isLabelled =
            row.filled.count > 1
            && ["note", "nota"].contains(MatchKey(row.filled[0].text).words.first ?? "")
        add(row.filled.dropFirst(isLabelled ? 1 : 0).map(\.text).joined(separator: " "), to: last)
        return true
    }

    private mutating func add(_ text: String, to index: Int) {
        boxes[index].text = boxes[index].text.isEmpty ? text : boxes[index].text + " " + text
    }

    // MARK: - The outcome

    private mutating func settle(_ reading: inout Reading) {
        let marked = boxes.filter { !$0.text.isEmpty && CellShape($0.text) != .missing }
        guard let first = marked.first else {
            // A form that names one way only says it without a mark.
            if boxes.count == 1 { set(boxes[0].kind, "", boxes[0].row) }
            return
        }
        guard marked.count > 1 else { return set(first.kind, Self.note(first.text), first.row) }
        let note = marked.map { box in
            let text = Self.note(box.text)
            return text.isEmpty ? box.label : box.label + ": " + text
        }.joined(separator: "; ")
        set(.mixed, note, first.row)
        place.tell(.valueAmbiguous, .info, first.row, &reading, written: note, expected: "Mista")
    }

    private mutating func set(_ kind: ManagementKind, _ note: String, _ row: ServiceRow) {
        form.kind = kind
        form.note = note
        self.row = row
    }

    /// What stands beside the cross.
    private static func note(_ text: String) -> String {
        let first = text.split(separator: " ").first.map(String.init) ?? ""
        guard CellShape(first) == .mark else { return text }
        return String(text.dropFirst(first.count).trimmedEnds)
    }
}

/// Words that say by whom a service is run.
enum ManagementWords {
    /// A box: whom it names, its label, and the mark in it.
    typealias Box = (kind: ManagementKind, label: String, text: String)

    private static let labels = LabelRules<ManagementKind>([
        (.direct, "diretta|interna|economia", "gestione"),
        (.outsourced, "esternalizzata|esterna|indiretta|appalto|concessione", "gestione"),
        (.outsourced, "affidata terzi", "gestione"),
        (.mixed, "mista", "gestione"),
    ])

    /// The boxes of a cell: `Diretta`, `Diretta X`, `[X] Diretta [ ] Mista`.
    static func boxes(in cell: String) -> [Box] {
        guard cell.utf8.count <= 120 else { return [] }
        let key = MatchKey(cell)
        if let match = labels.match(key) { return [(match.term, cell, "")] }
        let ticked = ticked(cell).compactMap { box in
            labels.match(box.label).map { ($0.term, box.label, box.isTicked ? "X" : "") }
        }
        if !ticked.isEmpty { return ticked }
        guard let gap = cell.lastIndex(of: " "), case let mark = String(cell[cell.index(after: gap)...]),
            CellShape(mark) == .mark, let match = labels.match(cell[..<gap])
        else { return [] }
        return [(match.term, String(cell[..<gap]), mark)]
    }

    /// By whom a text says that a service is run: `in economia`, `appalto a una cooperativa`; nil where it does not.
    static func kind(of text: String) -> ManagementKind? {
        let words = MatchKey(text).words
        func has(_ stems: [String]) -> Bool {
            words.contains { word in stems.contains { word.hasPrefix($0) } }
        }
        let isDirect = has(["dirett", "economia", "intern"])
        let isOutside = has([
            "indirett", "appalt", "concession", "estern", "affidament", "convenzion", "accreditament",
        ])
        if has(["mist"]) || isDirect && isOutside { return .mixed }
        return isDirect ? .direct : isOutside ? .outsourced : nil
    }

    /// The boxes to tick in a text: `[X] Diretta [ ] Mista`, `☒ Diretta ☐ Mista`; none where it has no sign of a box.
    private static func ticked(_ text: String) -> [(label: String, isTicked: Bool)] {
        guard text.contains(where: { "[(☑☒✓✔☐□".contains($0) }) else { return [] }
        var body = text
        for sign in ["[X]", "[x]", "(X)", "(x)", "☑", "☒", "✓", "✔"] {
            body = body.replacing(sign, with: "\u{1}")
        }
        for sign in ["[ ]", "[]", "( )", "☐", "□"] { body = body.replacing(sign, with: "\u{2}") }
        guard let first = body.firstIndex(where: { $0 == "\u{1}" || $0 == "\u{2}" }) else { return [] }
        var result: [(label: String, isTicked: Bool)] = []
        for part in body[first...].split(separator: "\u{1}", omittingEmptySubsequences: false).enumerated() {
            for (order, label) in part.element.split(separator: "\u{2}", omittingEmptySubsequences: false)
                .enumerated()
            {
                result.append((String(label.trimmedEnds), part.offset > 0 && order == 0))
            }
        }
        return result.filter { !$0.label.isEmpty }
    }
}
