import Foundation
import Model

/// The parts of a proposal that a user takes or leaves as a whole.
public enum ImportPart: String, Hashable, Codable, Sendable, CaseIterable {
    /// The municipality's name and its sectors.
    case organisation
    /// Lines, objectives, indicators.
    case plan
    /// Maps of services.
    case services
    /// Performance projects.
    case projects
}

/// What the user decides about a proposal.
public struct ImportChoice: Hashable, Sendable {
    /// The parts to take.
    public var parts: Set<ImportPart>
    /// Lines, objectives, indicators, services, projects … to leave out, with all that they hold.
    public var excluded: Set<UUID>
    /// Conflicts in which the document's value replaces the archive's, by `ImportChange.id`.
    public var overwritten: Set<String>
    /// True where the document's value replaces the archive's in every conflict.
    public var overwritesAll: Bool
    /// Values for empty fields and newer values that are not taken, by `ImportChange.id`.
    public var leftOut: Set<String>
    /// Things of the document with the things of the archive that they are, although their names differ.
    public var identified: [UUID: UUID]

    /// A choice. By default everything is taken and no value of the archive is replaced.
    public init(
        parts: Set<ImportPart> = Set(ImportPart.allCases), excluded: Set<UUID> = [],
        overwritten: Set<String> = [], overwritesAll: Bool = false, leftOut: Set<String> = [],
        identified: [UUID: UUID] = [:]
    ) {
        self.parts = parts
        self.excluded = excluded
        self.overwritten = overwritten
        self.overwritesAll = overwritesAll
        self.leftOut = leftOut
        self.identified = identified
    }

    /// Everything new, nothing replaced.
    public static let all = ImportChoice()
}

/// One difference that a proposal makes to the archive.
public struct ImportChange: Hashable, Codable, Sendable, Identifiable {
    /// What kind of difference.
    public enum Kind: String, Hashable, Codable, Sendable {
        /// A thing that the archive does not have.
        case added
        /// A field that the archive has empty.
        case filled
        /// A field that a colleague wrote anew in a document of ours, while the archive's is as it was sent.
        case renewed
        /// A field in which archive and document say different things.
        case conflict
    }

    /// What kind of difference.
    public let kind: Kind
    /// The part of the proposal.
    public let part: ImportPart
    /// The names that lead there, outermost first.
    public let path: [String]
    /// The thing in the archive that has the field, or that would be added.
    public let entity: UUID
    /// The field's name in the archive; empty for an added thing.
    public let field: String
    /// What the archive says.
    public let before: String
    /// What the document says.
    public let after: String

    /// The same for the same thing and field, however often a proposal is reviewed.
    public var id: String { entity.uuidString + "." + field }
}

/// What a proposal would change, for the window's Importa and for `import --dry-run`.
public struct ImportReview: Sendable {
    /// All differences, in the order of the document.
    public let changes: [ImportChange]
    /// All things of the document that an archive keeps, each before what it holds.
    public let things: [ImportedThing]

    /// Fields in which archive and document say different things.
    public var conflicts: [ImportChange] { changes.filter { $0.kind == .conflict } }
    /// True where the archive has everything already.
    public var isEmpty: Bool { changes.isEmpty }
    /// The name of the municipality that the document is of, where that is not the archive's; nil else.
    public var otherMunicipality: String? {
        conflicts.first { $0.part == .organisation && $0.path.isEmpty && $0.field == FieldKey.name.rawValue }?
            .after
    }

    /// Things that would be added although they may be things that the archive has.
    public var doubtful: [ImportedThing] { things.filter { $0.alike?.isChosen == false } }

    init(_ log: MergeLog) {
        changes = log.changes
        things = log.things
    }
}
