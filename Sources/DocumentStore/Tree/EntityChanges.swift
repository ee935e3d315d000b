import Foundation
import Model

/// A place in a document: its path, and what the program does not know there. Two states of a thing are compared here
/// without writing all of them out: lists that nobody touched share their storage, and are equal at once.
struct EntityPlace {
    /// From the document's root.
    var path: [String] = []
    /// What the program does not know at this place and below.
    var unknown: UnknownFields

    /// The place below, by the name of a member or an identity.
    private func member(_ name: String) -> EntityPlace {
        EntityPlace(path: path + [name], unknown: unknown.member(name))
    }

    private func element(_ name: String) -> EntityPlace {
        EntityPlace(path: path + [name], unknown: unknown.element(name))
    }

    /// What leads from one state of a thing to another, in the order of the members' names.
    func changes<Entity: FieldHolder>(from old: Entity, to new: Entity) -> [TreeChange] {
        guard old != new else { return [] }
        var (own, other) = (old, new)
        var found: [TreeChange] = []
        for field in Entity.fields {
            guard case .list(let list) = field.content else { continue }
            found += changes(of: list, in: member(field.key.member), from: &own, to: &other)
        }
        if own != other {
            found += changes(from: tree(of: own), to: tree(of: other))
        }
        return found.enumerated().sorted { left, right in
            let (first, second) = (
                left.element.path.dropFirst(path.count).first ?? "",
                right.element.path.dropFirst(path.count).first ?? ""
            )
            return (first, left.offset) < (second, right.offset)
        }.map(\.element)
    }

    /// What leads from a list in one state of a thing to that in another; it is taken out of both.
    private func changes<List: FieldList>(
        of list: List, in place: EntityPlace, from old: inout List.Owner, to new: inout List.Owner
    ) -> [TreeChange] {
        let (before, after) = (old[keyPath: list.path], new[keyPath: list.path])
        old[keyPath: list.path] = []
        new[keyPath: list.path] = []
        return place.changes(from: before, to: after)
    }

    /// What leads from one state of this place to another. One that cannot be written is no thing that is taken away: the
    /// change then says nothing, which no commit takes.
    private func changes(from old: JSONValue?, to new: JSONValue?) -> [TreeChange] {
        guard let old, let new else {
            return [TreeChange(kind: .value, path: path, before: nil, after: nil)]
        }
        return TreeChange.between(old, new).map { change in
            TreeChange(
                kind: change.kind, path: path + change.path, before: change.before, after: change.after)
        }
    }

    /// What leads from one state of a list of things to another.
    func changes<Entity: FieldHolder>(from old: [Entity], to new: [Entity]) -> [TreeChange] {
        guard old != new else { return [] }
        if old.elementsEqual(new, by: { $0.id == $1.id }), Set(old.lazy.map(\.id)).count == old.count {
            return new.indices.flatMap { index in
                old[index] == new[index]
                    ? [] : element(new[index].id.uuidString).changes(from: old[index], to: new[index])
            }
        }
        let (before, after) = (Dictionary(byIdentity: old), Dictionary(byIdentity: new))
        guard let before, let after else {
            guard let old = tree(of: old), let new = tree(of: new) else { return changes(from: nil, to: nil) }
            return [TreeChange(kind: .value, path: path, before: old, after: new)]
        }
        var found: [TreeChange] = []
        for entity in old where after[entity.id] == nil {
            let place = element(entity.id.uuidString)
            found.append(
                TreeChange(kind: .value, path: place.path, before: place.tree(of: entity), after: nil))
        }
        for entity in new {
            guard let former = before[entity.id] else {
                let place = element(entity.id.uuidString)
                found.append(
                    TreeChange(kind: .value, path: place.path, before: nil, after: place.tree(of: entity)))
                continue
            }
            guard former != entity else { continue }
            found += element(entity.id.uuidString).changes(from: former, to: entity)
        }
        let order = [old, new].map { list in JSONValue.array(list.map { .string($0.id.uuidString) }) }
        guard order[0] != order[1] else { return found }
        return found + [TreeChange(kind: .order, path: path, before: order[0], after: order[1])]
    }

    /// A thing or list at this place as a tree.
    func tree(of value: some Encodable) -> JSONValue? {
        ArchiveContent.tree(value).map(unknown.restored(into:))
    }
}

extension Dictionary where Key == UUID, Value: Identifiable<UUID> {
    /// The things of a list by their identities; nil where one is there twice.
    fileprivate init?(byIdentity list: [Value]) {
        self.init(list.map { ($0.id, $0) }) { first, _ in first }
        guard count == list.count else { return nil }
    }
}

extension DecodedDocument {
    /// What leads from one state of a document to another; nil where it is not there.
    static func changes(
        from old: DecodedDocument?, to new: DecodedDocument?, unknown: UnknownFields
    ) -> [TreeChange] {
        let root = EntityPlace(unknown: unknown)
        switch (old, new) {
        case (.municipality(let old), .municipality(let new)): return root.changes(from: old, to: new)
        case (.plan(let old), .plan(let new)): return root.changes(from: old, to: new)
        case (.services(let old), .services(let new)): return root.changes(from: old, to: new)
        case (.projects(let old), .projects(let new)): return root.changes(from: old, to: new)
        case (.layouts(let old), .layouts(let new)): return root.changes(from: old, to: new)
        default:
            return TreeChange.between(
                old?.tree.map(unknown.restored(into:)), new?.tree.map(unknown.restored(into:)))
        }
    }
}
