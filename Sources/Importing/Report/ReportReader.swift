import Model

/// Reads reports on the objectives (`Stato di attuazione`, `Relazione sulla performance`), and plans in the same shape:
/// strategic lines over tables or cards of objectives and indicators.
public enum ReportReader: DocumentReader {
    /// `relazione`.
    public static let kind = ImportKind.relazione

    /// Reads lines, objectives and indicators with their printed figures.
    public static func read(_ reading: inout Reading, year: Int?) -> ImportParts {
        let first = firstContent(reading)
        let cover = DocumentCover(&reading, before: first)
        var scanner = ObjectiveScanner(reading, cover: Array(reading.lines.prefix(max(0, first - 1))))
        scanner.scan(from: first)
        reading = scanner.reading
        let found = year ?? cover.year ?? DocumentYear.mostFrequent(reading.lines)
        if year == nil, cover.year == nil {
            reading.tell(.yearAssumed, .warning, line: 1, expected: found.map(String.init) ?? "")
        }
        let assembly = ObjectiveAssembly(reading, year: found ?? 0, events: scanner.events)
        reading = assembly.reading
        return parts(assembly.plan.plan, cover: cover, year: found)
    }

    private static func parts(_ plan: Plan, cover: DocumentCover, year: Int?) -> ImportParts {
        var parts = ImportParts()
        parts.year = year
        parts.municipalityName = cover.municipalityName
        parts.plan = plan
        return parts
    }

    /// The line where the cover ends: the first title of a strategic line, table or label of a card.
    private static func firstContent(_ reading: Reading) -> Int {
        let first = reading.lines.first { line in
            if line.isBlank { return false }
            if line.isTabular { return true }
            if line.headingLevel == 0, ChapterHeading.isHeading(line) { return true }
            guard let match = FieldTerm.vocabulary.matchStart(line.text) else { return false }
            return match.term == .line || line.text.contains(":") || match.rest.isEmpty
        }
        return first?.number ?? reading.lines.count + 1
    }
}

/// The year of a document that does not name it in a title.
public enum DocumentYear {
    /// The year from 1990 to 2099 that most lines have; the later one where two are equal; nil where none occurs.
    public static func mostFrequent(_ lines: [SourceLine]) -> Int? {
        var counts: [Int: Int] = [:]
        for line in lines.prefix(5_000) {
            for cell in line.cells where cell.utf8.count <= ImportLimits.maximumLabelBytes {
                for word in MatchKey(cell).words where word.utf8.count == 4 {
                    guard let year = Int(word), (1990...2099).contains(year) else { continue }
                    counts[year, default: 0] += 1
                }
            }
        }
        return counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key
    }
}
