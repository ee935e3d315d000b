import Foundation

/// What the fields of a thing said when a spreadsheet with them left the office, as marks that its row takes along: when
/// it comes back, what a colleague wrote is told from what only stood there.
public struct SentFields: Hashable, Sendable {
    private struct Mark: Hashable {
        let digits: String
        /// The field was open to be written.
        let isAsked: Bool
    }

    private var marks: [FieldKey: Mark] = [:]

    /// The marks of fields with one value, or of cells by year (`values.2025`); none of a field in which nothing is.
    /// - Parameter asked: those of them that are open to be written; the others only stand there.
    public init<Entity: FieldHolder>(_ entity: Entity, _ keys: [FieldKey], asked: Set<FieldKey> = []) {
        for key in keys {
            guard let access = Entity.access(to: key), !access.isBlank(entity) else { continue }
            marks[key] = Mark(digits: Self.digits(access.meaning(entity)), isAsked: asked.contains(key))
        }
    }

    /// Reads what ``text`` gives; nil for anything else.
    public init?(text: some StringProtocol) {
        for part in text.split(separator: " ") {
            let isAsked = part.contains("=")
            let parts = part.split(separator: isAsked ? "=" : ":", omittingEmptySubsequences: false)
            guard parts.count == 2, parts[1].utf8.count == 8, !parts[0].isEmpty else { return nil }
            marks[FieldKey(rawValue: String(parts[0]))] = Mark(digits: String(parts[1]), isAsked: isAsked)
        }
        if marks.isEmpty { return nil }
    }

    /// The marks, by the fields' names: `actual=1b0c44e2 target:09f2a1d7`, with `=` where the field is open to be written.
    public var text: String {
        marks.map { $0.key.rawValue + ($0.value.isAsked ? "=" : ":") + $0.value.digits }.sorted()
            .joined(separator: " ")
    }

    /// Whether a field says the same in `entity` as when it was sent; nil where that is not known.
    public func isUnchanged<Entity: FieldHolder>(
        _ key: FieldKey, _ access: FieldAccess<Entity>, in entity: Entity
    ) -> Bool? {
        marks[key].map { $0.digits == Self.digits(access.meaning(entity)) }
    }

    /// Whether a field was asked for and is as it was sent in `archive`, so that what the document says is an answer. A
    /// value that only lost or took a percent sign is none: sheets that a program sorted move values without formats.
    public func isAnswered<Entity: FieldHolder>(
        _ key: FieldKey, _ access: FieldAccess<Entity>, by document: Entity, instead archive: Entity
    ) -> Bool {
        marks[key]?.isAsked == true && isUnchanged(key, access, in: archive) == true
            && access.bareMeaning(document) != access.bareMeaning(archive)
    }

    /// The first 32 bits of the hash of a text, in hexadecimal digits.
    private static func digits(_ meaning: String) -> String {
        UUID(naming: [meaning]).uuidString.prefix(8).lowercased()
    }
}

extension FieldHolder {
    /// How the field of this name is read: one with one value, or the cell of a year. Nil for any other.
    public static func access(to key: FieldKey) -> FieldAccess<Self>? {
        for field in fields {
            switch field.content {
            case .value(let access) where field.key == key: return access
            case .cells(let path) where field.key.rawValue == key.member && key.path.count == 2:
                return Int(key.path[1]).map { FieldAccess(cell: $0, of: path) }
            case .value, .cells, .words, .reference, .list: continue
            }
        }
        return nil
    }
}
