import Model

/// Reads maps of services: what each gives, to whom and how, with figures over any years.
///
/// Titles divide the document into maps and parts, headers of tables stand in for titles that are lost, and each part
/// is read by the shape of its table. No year, service or place is known beforehand.
public enum ServiceMapReader: DocumentReader {
    /// `mappe`.
    public static let kind = ImportKind.mappe

    /// Reads the maps. The parts have no year: their figures are of several.
    public static func read(_ reading: inout Reading, year: Int?) -> ImportParts {
        var outliner = MapOutliner(reading)
        outliner.run()
        reading = outliner.reading
        let blocks = outliner.blocks
        let cover = DocumentCover(&reading, before: blocks.first?.name.line ?? 1)
        let years = commonYears(blocks)
        var parts = ImportParts()
        parts.municipalityName = cover.municipalityName
        parts.services = blocks.map { MapAssembly.map($0, fallbackYears: years, &reading) }
        return parts
    }

    /// The years of most tables of the document, for a table that has lost its header.
    private static func commonYears(_ blocks: [MapBlock]) -> [Int] {
        var counts: [[Int]: Int] = [:]
        for part in blocks.flatMap(\.sections) where part.section.isSeries {
            for row in part.rows.prefix(4) {
                let years = HeaderRow(cells: row.cells).years.map(\.year)
                if years.count > 1 { counts[years, default: 0] += 1 }
            }
        }
        let order = counts.keys.sorted { $0.lexicographicallyPrecedes($1) }
        return order.max { counts[$0, default: 0] < counts[$1, default: 0] } ?? []
    }
}
