/// A part of a map: its rows, not yet understood.
struct PartBlock: Sendable {
    /// Which part.
    let part: ServicePart
    /// Its rows.
    var rows: [ServiceRow] = []
    /// True where the title's cell is the head of the first column (`Utenti seguiti` over the names).
    var titleNamesColumn = false
    /// The table that it is of, by the line of its head, where that is of several services.
    var table: Int?
    /// What is unknown in its head was told for another service.
    var isHeadTold = false

    /// A list right below the title over other parts is that of what it gives, or to whom.
    var ofItems: PartBlock {
        let rows = rows.filter { !$0.filled.isEmpty }
        guard part == .content || part == .audience, !rows.isEmpty, rows.allSatisfy(\.isItem) else {
            return self
        }
        return PartBlock(part: part == .content ? .elements : .segments, rows: rows)
    }
}

/// The map of a service: its titles and its parts, not yet understood.
struct ServiceBlock: Sendable {
    /// A title with the line that it comes from.
    struct Title: Sendable {
        /// The text.
        var text: String
        /// The line, from 1.
        var line: Int
    }

    /// The name of the service; empty text where its title is lost.
    var name: Title
    /// Who answers for it.
    var head: Title?
    /// The sector.
    var sector: Title?
    /// Texts without a field of their own.
    var remarks: [Title] = []
    /// The parts, in the order of the document.
    var parts: [PartBlock] = []

    /// A map with its name.
    init(name: Title) { self.name = name }

    /// True where a part beyond the content has begun.
    var isPastContent: Bool { parts.contains { !$0.part.isContent } }
    /// True where the content has begun.
    var hasContent: Bool { parts.contains { $0.part.isContent } }
}
