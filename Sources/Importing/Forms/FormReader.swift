import Model
import Reading

/// Reads plans whose cards are forms: labels head blocks of text, lists and choices, in any format. What stands around the
/// cards is read too: the organisation, the strategic lines, the index of objectives.
struct FormReader {
    /// What was found.
    private(set) var parts = ImportParts()
    /// The document, its account filled.
    private(set) var reading: Reading

    /// Reads a document; the year of a person wins over what it says itself.
    init(_ rows: DocumentRows, file: String, year: Int?) {
        reading = Reading(file: file, text: rows.textOfPages)
        let items = FormLexer.items(
            of: reading.lines, tables: FormTables.find(rows.rows), areParagraphs: rows.areParagraphs)
        let first = items.first(where: Self.isContent)?.line ?? reading.lines.count + 1
        let cover = DocumentCover(&reading, before: first)
        let stated = year ?? cover.year
        let found = stated ?? DocumentYear.mostFrequent(reading.lines)
        if stated == nil {
            reading.tell(.yearAssumed, .warning, line: 1, expected: found.map(String.init) ?? "")
        }
        var walk = FormWalk(reading, items: items, municipality: cover.municipalityName, year: found ?? 0)
        parts = walk.run()
        parts.year = found
        reading = walk.reading
    }

    /// The cover ends where a part of the document or a card begins.
    private static func isContent(_ item: FormItem) -> Bool {
        if case .table = item.content { return true }
        return item.term?.opensBlock ?? false
    }

    /// The labels of blocks that stand alone in lines of the document.
    static func blocks(of rows: DocumentRows) -> Set<FormTerm> {
        var seen: Set<String> = []
        var found: Set<FormTerm> = []
        for row in rows.rows where row.cells.count == 1 && row.text.utf8.count <= 60 {
            // A line that came before has nothing new to say.
            guard seen.count < 20_000, seen.insert(row.text).inserted,
                let label = FormLabel.find(in: row.text), label.rest.isEmpty, label.term.isBlock
            else { continue }
            found.insert(label.term)
        }
        return found
    }
}

extension FormTerm {
    /// Labels over a text, a list or a value of a card, below them.
    fileprivate var isBlock: Bool {
        switch self {
        case .phases, .factors, .reprogramming, .participants, .resources, .indicator, .target: true
        default: false
        }
    }
}
