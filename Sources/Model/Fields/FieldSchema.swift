import Foundation

/// The fields of a thing as its document has them: members by name, and what each of them is.
public struct FieldSchema: Sendable {
    /// What a member is.
    public indirect enum Member: Sendable {
        /// A value that is taken whole.
        case value
        /// Parts that have nothing to do with each other, by name; nil where any name may come, as of years.
        case record(Set<String>?)
        /// Things with fields of their own.
        case list(FieldSchema)
    }

    /// The members by name.
    public let members: [String: Member]

    /// The fields of a kind of thing.
    public init<Entity: FieldHolder>(_ type: Entity.Type) {
        var members: [String: Member] = [:]
        for field in Entity.fields {
            switch field.content {
            case .list(let list): members[field.key.member] = .list(Self.elements(list))
            case .cells: members[field.key.member] = .record(nil)
            case .value, .words, .reference:
                let path = field.key.path
                guard path.count > 1 else {
                    members[field.key.member] = .value
                    continue
                }
                var parts: Set<String> = []
                if case .record(let known?) = members[path[0]] { parts = known }
                members[path[0]] = .record(parts.union([path[1]]))
            }
        }
        self.members = members
    }

    private static func elements<List: FieldList>(_ list: List) -> FieldSchema {
        FieldSchema(List.Element.self)
    }

    /// What the member is at which a path ends, from a document's root on; nil for a thing, and for what is no field.
    public func member(at path: some Collection<String>) -> Member? {
        guard let name = path.first, let member = members[name] else { return nil }
        let rest = path.dropFirst()
        guard !rest.isEmpty else { return member }
        switch member {
        case .value: return nil
        case .record: return rest.count == 1 ? .value : nil
        case .list(let schema): return rest.count == 1 ? nil : schema.member(at: rest.dropFirst())
        }
    }
}
