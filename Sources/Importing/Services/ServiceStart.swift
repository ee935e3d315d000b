/// Where maps of services begin in a document that holds something else above them.
enum ServiceStart {
    /// The parts that only maps of services have.
    private static let own: Set<ServicePart> = [
        .accessories, .criteria, .segments, .users, .roles, .facilities,
    ]
    /// So many of them stand within so many rows of one another in a map.
    private static let (fewestParts, reach) = (3, 200)
    /// A map's title stands no more rows above its first part.
    private static let longestOpening = 80

    /// The position of the row with which the first map begins; nil where there is none, or nothing above it.
    static func index(in document: DocumentRows) -> Int? {
        let rows = document.rows
        let parts = rows.indices.lazy.compactMap { index in
            part(of: rows[index]).map { (index: index, part: $0) }
        }
        let found = Array(parts)
        let first = found.indices.first { position in
            let near = found[position...].prefix { $0.index < found[position].index + reach }
            return Set(near.map(\.part)).count >= fewestParts
        }
        guard let first = first.map({ found[$0].index }) else { return nil }
        let start = rows[max(0, first - longestOpening)...first].lastIndex(where: opensMap)
        guard let start, start > 0 else { return nil }
        return start
    }

    private static func part(of row: DocumentRow) -> ServicePart? {
        guard let label = row.cells.first(where: { !$0.isEmpty }), label.utf8.count <= 80,
            let part = ServiceWords.parts.match(ServiceWords.bare(label))?.term, own.contains(part)
        else { return nil }
        return part
    }

    /// A heading that is none of a part, or a label with the name of a service.
    private static func opensMap(_ row: DocumentRow) -> Bool {
        guard let label = row.cells.first(where: { !$0.isEmpty }) else { return false }
        if row.kind == .heading {
            return ServiceWords.parts.match(ServiceWords.bare(label)) == nil
        }
        let words = MatchKey(label.prefix(40)).words
        return words.first.map { $0 == "servizio" || $0 == "service" } ?? false
            && (label.contains(":") || row.filled.count == 2 || label == label.uppercased())
    }
}
