import Model
import Reading

/// Objectives as a list of codes and titles under a heading, their activities as items below each:
///
///     DESCRIZIONE OBIETTIVI
///     01.01 Conti in ordine e acquisti per tutti gli uffici.
///     - Esame dei residui prima del
///     rendiconto.
///
/// Only for documents that name objectives in no other way: numbered chapters look the same.
struct ObjectiveList {
    /// What was found, in order.
    private(set) var events: [ObjectiveEvent] = []

    private let reading: Reading
    private var isOpen = false
    private var code: (text: String, line: SourceLine)?
    private var title: Wrapped?
    private var item: Wrapped?

    /// A text that goes over several lines.
    private struct Wrapped {
        var text: String
        var lines: [SourceLine]

        mutating func append(_ line: SourceLine, _ text: String) {
            self.text = TextJoin.join(self.text, text)
            lines.append(line)
        }

        /// A next line goes on with it: it begins small, or this one ends in the middle.
        func goesOn(_ next: String, at line: SourceLine) -> Bool {
            guard lines.last?.number == line.number - 1, text.utf8.count < ImportLimits.maximumJoinedBytes
            else {
                return false
            }
            return next.first?.isLowercase == true || !(text.last.map { ".;:".contains($0) } ?? true)
        }
    }

    /// Looks at the pieces of a document.
    init(_ pieces: [Piece], _ reading: Reading) {
        self.reading = reading
        for piece in pieces {
            switch piece {
            case .text(let row): take(row)
            case .field(let field):
                close()
                let lines = field.rows.compactMap { reading.text.line($0.number) }
                guard !field.value.isEmpty, !lines.isEmpty,
                    [.sector, .head, .line].contains(field.guess.term)
                else { continue }
                events.append(.field(field.guess.term, field.value, at: lines))
            case .card, .row, .table: close()
            }
        }
        close()
        let hasObjectives = events.contains { event in
            if case .field(.objective, _, _, _) = event { true } else { false }
        }
        if !hasObjectives { events = [] }
    }

    private mutating func take(_ row: DocumentRow) {
        guard let line = reading.text.line(row.number) else { return }
        if Self.opensList(row.text) {
            close()
            isOpen = true
        } else if isOpen, let (code, rest) = Self.coded(row.text) {
            close()
            self.code = (code, line)
            title = Wrapped(text: rest, lines: [line])
        } else if code != nil, Self.isItem(line) {
            closeTitle()
            closeItem()
            item = Wrapped(text: String(row.text.drop { "-–•* ".contains($0) }), lines: [line])
        } else if item?.goesOn(row.text, at: line) ?? false {
            item?.append(line, row.text)
        } else if item == nil, title?.goesOn(row.text, at: line) ?? false {
            title?.append(line, row.text)
        } else {
            close()
        }
    }

    private mutating func closeTitle() {
        guard let title, let code else { return }
        events.append(.card)
        events.append(.field(.number, code.text, at: [code.line]))
        events.append(.field(.objective, title.text, at: title.lines))
        self.title = nil
    }

    private mutating func closeItem() {
        guard let item else { return }
        events.append(.phase(ReadPhase(title: item.text, timing: nil, lines: item.lines)))
        self.item = nil
    }

    private mutating func close() {
        closeTitle()
        closeItem()
        code = nil
    }

    /// `DESCRIZIONE OBIETTIVI`, `Obiettivi assegnati`: a heading of words of labels, objectives among them.
    private static func opensList(_ text: String) -> Bool {
        guard text.utf8.count <= 60 else { return false }
        let words = LabelWords(text).words
        return words.contains("obiettivi")
            && words.allSatisfy { TermRules.knows($0) }
    }

    /// `01.01 Conti in ordine`: a code of two groups or more, and a title.
    private static func coded(_ text: String) -> (code: String, title: String)? {
        guard let gap = text.firstIndex(of: " ") else { return nil }
        let code = text[..<gap]
        let groups = code.split(separator: ".")
        let title = text[gap...].drop { " -–".contains($0) }
        guard (2...4).contains(groups.count),
            groups.allSatisfy({ $0.utf8.count <= 3 && $0.allSatisfy(\.isNumber) }),
            title.first?.isUppercase == true, title.count(where: \.isLetter) >= 8
        else { return nil }
        return (String(code.last == "." ? code.dropLast() : code), String(title))
    }

    private static func isItem(_ line: SourceLine) -> Bool {
        line.raw.trimmingWhitespace().first.map { "-–•*·▪".contains($0) } ?? false
    }
}
