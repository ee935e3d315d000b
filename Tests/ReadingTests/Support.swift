import Reading

/// A document in short: `H title`, `P text`, `I item`, `T a|b / c|d`; a covered cell is `<`.
func shorthand(_ document: SourceDocument) -> [String] {
    document.blocks.map { block in
        switch block.content {
        case .heading(let text, let level): "H\(level.map(String.init) ?? "") \(text)"
        case .paragraph(let text): "P \(text)"
        case .item(let text): "I \(text)"
        case .table(let table): "T " + rows(table).joined(separator: " / ")
        }
    }
}

/// The rows of a table, each with bars between its cells.
func rows(_ table: Table) -> [String] {
    table.rows.map { row in row.map { $0.isCovered ? "<" : $0.text }.joined(separator: "|") }
}

/// What a text reads as, in short.
func read(text: String) throws -> [String] {
    shorthand(try TextReader.read(Array(text.utf8), budget: .standard))
}

/// Why a reading ended, nil where it did not.
func refusal(_ reading: () throws(ReadingError) -> SourceDocument) -> ReadingError? {
    do throws(ReadingError) {
        _ = try reading()
        return nil
    } catch {
        return error
    }
}
