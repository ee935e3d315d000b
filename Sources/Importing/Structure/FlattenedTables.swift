import Model
import Reading

/// Tables whose cells stand on a line each, as text copied from a page has them: the labels of the columns one after
/// the other, then the cells, row by row.
///
/// Nothing tells an empty cell there, so that each cell is held against its column; the first row that does not fit
/// ends the table, and its lines stay as they are.
struct FlattenedTables {
    private let rows: [DocumentRow]
    private var block: Int

    /// The rows with those tables put together again.
    static func rebuilt(_ rows: [DocumentRow]) -> [DocumentRow] {
        var tables = FlattenedTables(rows)
        return tables.rebuilt()
    }

    private init(_ rows: [DocumentRow]) {
        self.rows = rows
        block = (rows.map(\.block).max() ?? 0) + 1
    }

    private mutating func rebuilt() -> [DocumentRow] {
        var result: [DocumentRow] = []
        var index = 0
        while index < rows.count {
            if let head = head(at: index), let table = table(under: head) {
                result += table.rows
                index = table.end
                block += 1
            } else {
                result.append(rows[index])
                index += 1
            }
        }
        return result
    }

    /// The labels of the columns, and the rows that they stand in.
    private struct Head {
        var labels: [String] = []
        var terms: [FieldTerm] = []
        let start: Int
        var end: Int

        /// Three columns at least, each but one another one: what is measured, and a figure.
        var isWhole: Bool {
            labels.count > 2 && Set(labels).count == labels.count
                && Set(terms).count >= max(3, terms.count - 1)
                && (terms.contains(.objective) || terms.contains(.indicator))
                && [.target, .actual, .weight, .objectiveWeight].contains { terms.contains($0) }
        }
    }

    private func head(at start: Int) -> Head? {
        var head = Head(start: start, end: start)
        while head.end < rows.count, rows[head.end].cells.count == 1, head.labels.count <= 12 {
            let text = rows[head.end].text
            // A label with its value is a field of a card.
            guard !text.dropLast().contains(":") else { break }
            if let first = text.first, first.isLowercase, !Self.counts(text), let last = head.labels.last,
                let longer = CardLine.label(last + " " + text)
            {
                head.labels[head.labels.count - 1] = last + " " + text
                head.terms[head.terms.count - 1] = longer.term
            } else {
                let labels = Self.labels(text)
                let guesses = labels.compactMap { CardLine.label($0) ?? Self.valueOfYear($0) }
                guard !labels.isEmpty, guesses.count == labels.count, !Self.counts(text) else { break }
                head.labels += labels
                head.terms += guesses.map(\.term)
            }
            head.end += 1
        }
        return head.isWhole && head.end > start + 1 ? head : nil
    }

    /// `Valore 2023`: a column of figures, of which the table beside it tells what they are.
    private static func valueOfYear(_ text: String) -> TermGuess? {
        guard LabelReader.isValue(text), let year = LabelWords(text).year else { return nil }
        return TermGuess(.baseline, confidence: 50, reason: .neighbours, year: year)
    }

    /// The labels of a line: several that begin with a capital each and name different columns, or one.
    private static func labels(_ text: String) -> [String] {
        guard text.utf8.count <= ImportLimits.maximumLabelBytes else { return [] }
        var labels: [String] = []
        for word in text.split(separator: " ") {
            if word.first?.isUppercase == true || labels.isEmpty {
                labels.append(String(word))
            } else {
                labels[labels.count - 1] += " " + word
            }
        }
        let terms = labels.compactMap { CardLine.label($0)?.term }
        return terms.count == labels.count && Set(terms).count == terms.count ? labels : [text]
    }

    private func table(under head: Head) -> (rows: [DocumentRow], end: Int)? {
        var made = [row(head.labels, head.start..<head.end)]
        let isSpaced = (head.start + 1..<head.end).allSatisfy { !follows($0) }
        var index = head.end
        while let (cells, end) = cells(from: index, head.terms, isSpaced: isSpaced) {
            made.append(row(cells, index..<end))
            index = end
        }
        return made.count > 1 ? (made, index) : nil
    }

    /// The cells of a row that begins here, and where it ends; where blank lines part the cells, the lines between two of
    /// them are one.
    private func cells(
        from start: Int, _ terms: [FieldTerm], isSpaced: Bool
    ) -> (cells: [String], end: Int)? {
        var cells: [String] = []
        var index = start
        for term in terms {
            guard index < rows.count, rows[index].cells.count == 1 else { return nil }
            var cell = rows[index].text
            index += 1
            while isSpaced, index < rows.count, rows[index].cells.count == 1, follows(index) {
                cell = TextJoin.join(cell, rows[index].text)
                index += 1
            }
            guard Self.fits(cell, term) else { return nil }
            cells.append(cell)
        }
        return (cells, index)
    }

    /// Whether no blank line stands above a row.
    private func follows(_ index: Int) -> Bool { rows[index].number == rows[index - 1].number + 1 }

    /// `n. enti coinvolti` counts something, though its words are those of labels.
    private static func counts(_ text: String) -> Bool { text.hasPrefix("n. ") || text.hasPrefix("nr. ") }

    private static func fits(_ cell: String, _ term: FieldTerm) -> Bool {
        switch term.profile.content {
        case .figure:
            guard cell.utf8.count <= 40 else { return false }
            return cell.contains(where: \.isNumber) || CellShape(cell) == .missing
                || ReportedValue(reading: cell, as: .onOff).doneInWords != nil
        case .text:
            return cell.contains(where: \.isLetter) && (counts(cell) || CardLine.label(cell) == nil)
        case .any: return CardLine.label(cell) == nil
        }
    }

    private func row(_ cells: [String], _ range: Range<Int>) -> DocumentRow {
        DocumentRow(cells: cells, of: rows[range], block: block)
    }
}
