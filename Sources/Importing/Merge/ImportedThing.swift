import Foundation
import Model

/// A thing that a document brings, as it stands to the archive: what a person takes or leaves row by row.
public struct ImportedThing: Identifiable, Sendable {
    /// Its identity in the document, by which it is left out.
    public let id: UUID
    /// Its identity in the archive; that of the document where it would be added.
    public let entity: UUID
    /// The name of the list that holds it in the archive: `indicators`; empty for a document of the archive.
    public let list: String
    /// The part of the proposal.
    public let part: ImportPart
    /// How many things it lies within.
    public let depth: Int
    /// The archive does not have it.
    public let isNew: Bool
    /// The thing of the archive that it may be, because their names are alike; nil where none is so near.
    public let alike: AlikeThing?
    private let content: any FieldHolder

    init(
        _ content: any FieldHolder, of list: String, entity: UUID?, part: ImportPart, depth: Int,
        alike: AlikeThing?
    ) {
        id = content.id
        self.list = list
        self.entity = entity ?? content.id
        self.part = part
        self.depth = depth
        isNew = entity == nil
        self.alike = alike
        self.content = content
    }

    /// What the document calls it.
    public var name: String { content.label }

    /// What the document says of it, by the names of the fields in the archive; its own name is not among them.
    public var values: [(field: String, text: String)] { Self.values(of: content) }

    /// The line of the document that a field was read from, or that the thing begins at where no field is named; nil where
    /// that is not known.
    public func line(of field: String = "") -> Int? {
        let source =
            content.source(of: FieldKey(rawValue: field)) ?? (content as? any Sourced)?.sources[field]
        return source.flatMap { $0.line > 0 ? $0.line : nil }
    }

    private static func values<Entity: FieldHolder>(of entity: Entity) -> [(field: String, text: String)] {
        let name = entity.label
        return Entity.fields.flatMap { field -> [(field: String, text: String)] in
            guard field.importing == .fills else { return [] }
            switch field.content {
            case .value(let access):
                let text = access.text(entity)
                return access.isBlank(entity) || text == name ? [] : [(field.key.rawValue, text)]
            case .cells(let path):
                return entity[keyPath: path].sorted { $0.key < $1.key }.map { year, value in
                    (field.key.year(year).rawValue, value.fieldText)
                }
            case .words, .reference, .list: return []
            }
        }
    }
}

/// A thing of the archive that a thing of a document may be.
public struct AlikeThing: Hashable, Sendable {
    /// Its identity in the archive.
    public let id: UUID
    /// Its name there.
    public let name: String
    /// How alike the names are, 0–100.
    public let score: Int
    /// A person said that they are the same.
    public let isChosen: Bool

    init(_ thing: some FieldHolder, score: Int, isChosen: Bool) {
        id = thing.id
        name = thing.label
        self.score = score
        self.isChosen = isChosen
    }
}

/// The things of a document that nothing of the archive was found to be, beside things of the archive that nothing of the
/// document was found to be: those whose names are much alike, such as a title with a slip mended or a word changed.
enum AlikeNames {
    /// The least likeness that is told, 0–100.
    static let least = 65
    /// More pairs of names than these are not compared: the document is of another plan then.
    private static let mostPairs = 25_000_000

    /// For each of the new things that has one, the place of the free thing that it is most like, and how much, 0–100. Each
    /// free thing is given once. Names whose numbers differ are not alike: `Mercato 12` is not `Mercato 13`.
    static func pairs<Element: FieldHolder>(
        _ new: [Element], _ free: [Element]
    ) -> [Int: (place: Int, score: Int)] {
        guard !new.isEmpty, !free.isEmpty, new.count <= mostPairs / free.count else { return [:] }
        let others = free.map { Name($0.matchKey) }
        let index = LikenessIndex(others.map(\.pairs))
        var candidates: [(score: Int, new: Int, free: Int)] = []
        for (position, element) in new.enumerated() {
            let name = Name(element.matchKey)
            guard !name.pairs.isEmpty else { continue }
            for (place, score) in index.likeness(to: name.pairs).enumerated()
            where score >= least && others[place].numbers == name.numbers {
                candidates.append((score, position, place))
            }
        }
        candidates.sort { ($1.score, $0.new, $0.free) < ($0.score, $1.new, $1.free) }
        var found: [Int: (place: Int, score: Int)] = [:]
        var taken: Set<Int> = []
        for pair in candidates where found[pair.new] == nil && taken.insert(pair.free).inserted {
            found[pair.new] = (pair.free, pair.score)
        }
        return found
    }

    /// A name as it is compared.
    private struct Name {
        let pairs: Bigrams
        let numbers: [Substring]

        init(_ key: String) {
            pairs = Bigrams(key)
            numbers = key.split { !$0.isNumber }
        }
    }
}
