import Foundation
import Model

/// The course of a merge: the user's choice, where it is, and what it changed.
struct MergeLog {
    let choice: ImportChoice
    var part = ImportPart.organisation
    private(set) var changes: [ImportChange] = []
    /// The things that the document brings, each before what it holds; kept for a review alone.
    private(set) var things: [ImportedThing] = []
    /// What things of the document are in the archive, by their identities there and here.
    var identities: [UUID: UUID] = [:]
    /// What things of the document said when it left the office, by their identities there.
    let sent: [UUID: SentFields]
    /// Nothing is taken: the changes are to be shown.
    let isReview: Bool
    private var path: [String] = []

    init(_ choice: ImportChoice, sent: [UUID: SentFields] = [:], isReview: Bool = false) {
        self.choice = choice
        self.sent = sent
        self.isReview = isReview
    }

    /// Runs the body one name deeper.
    mutating func within(_ name: String, _ body: (inout MergeLog) -> Void) {
        path.append(name)
        body(&self)
        path.removeLast()
    }

    /// Notes a new thing.
    mutating func added(_ entity: UUID, name: String) {
        changes.append(
            ImportChange(
                kind: .added, part: part, path: path + [name], entity: entity, field: "", before: "",
                after: name))
    }

    /// Notes a thing of the document that is the archive's `entity`, or a new one with all that it holds.
    ///
    /// - Parameter list: the name of the list that holds it; empty for a document of the archive.
    mutating func thing<Entity: FieldHolder>(
        _ thing: Entity, of list: String, entity: UUID?, alike: AlikeThing? = nil
    ) {
        guard isReview else { return }
        add(thing, of: list, entity: entity, depth: path.count, alike: alike)
    }

    private mutating func add<Entity: FieldHolder>(
        _ thing: Entity, of list: String, entity: UUID?, depth: Int, alike: AlikeThing? = nil
    ) {
        things.append(
            ImportedThing(thing, of: list, entity: entity, part: part, depth: depth, alike: alike))
        guard entity == nil else { return }
        for field in Entity.fields where field.importing == .fills {
            if case .list(let list) = field.content { addAll(of: thing, field.key, list, depth: depth + 1) }
        }
    }

    private mutating func addAll<List: FieldList>(
        of owner: List.Owner, _ key: FieldKey, _ list: List, depth: Int
    ) {
        for thing in owner[keyPath: list.path] { add(thing, of: key.rawValue, entity: nil, depth: depth) }
    }

    /// Notes that an empty field was filled; false where the person leaves it empty.
    mutating func filled(_ entity: UUID, _ field: FieldKey, after: String) -> Bool {
        let change = ImportChange(
            kind: .filled, part: part, path: path, entity: entity, field: field.rawValue, before: "",
            after: after)
        changes.append(change)
        return !choice.leftOut.contains(change.id)
    }

    /// Notes that a field still said what was sent, and the document says something newer; false where the person keeps
    /// what there is.
    mutating func renewed(_ entity: UUID, _ field: FieldKey, before: String, after: String) -> Bool {
        let change = ImportChange(
            kind: .renewed, part: part, path: path, entity: entity, field: field.rawValue, before: before,
            after: after)
        changes.append(change)
        return !choice.leftOut.contains(change.id)
    }

    /// Notes a conflict; true where the document's value is to replace the archive's.
    mutating func conflict(_ entity: UUID, _ field: FieldKey, before: String, after: String) -> Bool {
        let change = ImportChange(
            kind: .conflict, part: part, path: path, entity: entity, field: field.rawValue, before: before,
            after: after)
        changes.append(change)
        return choice.overwritesAll || choice.overwritten.contains(change.id)
    }
}
