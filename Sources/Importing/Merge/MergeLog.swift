import Foundation
import Model

/// The course of a merge: the user's choice, where it is, and what it changed.
struct MergeLog {
    let choice: ImportChoice
    var part = ImportPart.organisation
    private(set) var changes: [ImportChange] = []
    /// What things of the document are in the archive, by their identities there and here.
    var identities: [UUID: UUID] = [:]
    /// What things of the document said when it left the office, by their identities there.
    let sent: [UUID: SentFields]
    private var path: [String] = []

    init(_ choice: ImportChoice, sent: [UUID: SentFields] = [:]) {
        self.choice = choice
        self.sent = sent
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

    /// Notes that an empty field was filled.
    mutating func filled(_ entity: UUID, _ field: FieldKey, after: String) {
        changes.append(
            ImportChange(
                kind: .filled, part: part, path: path, entity: entity, field: field.rawValue, before: "",
                after: after)
        )
    }

    /// Notes that a field still said what was sent, and the document says something newer.
    mutating func renewed(_ entity: UUID, _ field: FieldKey, before: String, after: String) {
        changes.append(
            ImportChange(
                kind: .renewed, part: part, path: path, entity: entity, field: field.rawValue, before: before,
                after: after))
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
