import Model

/// Reads maps of services of any format: what each gives, to whom and how, with figures over any years.
///
/// Titles divide the document into maps and parts, heads of tables stand in for titles that are lost, and each part is
/// read by the shape of its table. No year, service or place is known beforehand.
struct ServiceReader {
    /// What was found. The parts have no year: their figures are of several.
    private(set) var parts = ImportParts()
    /// The document, its account filled.
    private(set) var reading: Reading
    /// The parts whose titles or heads were found.
    let found: Set<ServicePart>

    /// True where the parts are those of maps of services and of nothing else.
    var isSure: Bool {
        let own: Set<ServicePart> = [.accessories, .criteria, .segments, .users, .roles, .facilities]
        return found.count { !$0.isFrame } > 2 && !found.isDisjoint(with: own)
            && parts.services.contains { !$0.name.isEmpty }
    }

    /// Reads a document.
    init(_ rows: DocumentRows, file: String) {
        let outline = ServiceOutline(rows, Reading(file: file, text: rows.text))
        reading = outline.reading
        found = outline.found
        let blocks = outline.blocks
        parts.municipalityName =
            DocumentCover(&reading, before: blocks.first?.name.line ?? 1).municipalityName
        let years = Self.commonYears(blocks)
        parts.services = blocks.map { ServiceAssembly.map($0, fallbackYears: years, &reading) }
    }

    /// True where the first rows name many parts of maps: no other kind needs to be weighed.
    static func speaks(_ document: DocumentRows) -> Bool {
        let labels = document.rows.prefix(120).lazy.compactMap { $0.cells.first { !$0.isEmpty } }
        let parts = labels.filter { $0.utf8.count <= 80 }.compactMap {
            ServiceWords.parts.match(ServiceWords.bare($0))?.term
        }
        return Set(parts).count { !$0.isFrame && $0 != .staff && $0 != .management } > 3
    }

    /// The years of most tables of the document, for a table that has lost its head.
    private static func commonYears(_ blocks: [ServiceBlock]) -> [Int] {
        var counts: [[Int]: Int] = [:]
        for part in blocks.flatMap(\.parts) where part.part.isSeries {
            for row in part.rows.prefix(4) {
                let years = row.head.years.map(\.year)
                if years.count > 1 { counts[years, default: 0] += 1 }
            }
        }
        let order = counts.keys.sorted { $0.lexicographicallyPrecedes($1) }
        return order.max { counts[$0, default: 0] < counts[$1, default: 0] } ?? []
    }
}
