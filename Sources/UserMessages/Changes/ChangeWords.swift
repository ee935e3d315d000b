import DocumentStore
import Foundation
import Localization

/// A change of one field, entity or list in words.
public struct ChangeWords: Hashable, Sendable {
    /// What happened.
    public enum Kind: String, Hashable, Sendable {
        /// Something was added, taken away, changed, put in another order, or moved elsewhere.
        case added, removed, changed, reordered, moved
    }

    /// What happened.
    public var kind: Kind
    /// The document.
    public var document: DocumentName
    /// Where, the outermost name first: «Linea › Obiettivo › Indicatore»; the document where it is in nothing else.
    public var place: String
    /// The field's name, or what was added or taken away is: «Indicatore».
    public var field: String
    /// What stood there; empty where nothing did.
    public var before: String
    /// What stands there; empty where nothing does.
    public var after: String
    /// The changes of the tree behind it, which go together.
    public var changes: [TreeChange]

    /// The place and the field.
    public var subject: String { field.isEmpty ? place : place + " › " + field }

    /// A sentence: where, and what became of it.
    public var sentence: String {
        let values = ["place": subject, "before": quoted(before), "after": quoted(after)]
        switch kind {
        case .reordered: return tr("{place}: put in another order", values)
        case .added: return tr("{place}: added {after}", values)
        case .removed: return tr("{place}: taken away {before}", values)
        case .moved: return tr("{place}: moved from {before} to {after}", values)
        case .changed: return tr("{place}: {before} → {after}", values)
        }
    }

    private func quoted(_ text: String) -> String { "«\(text)»" }
}

extension ChangeWords.Kind {
    /// The word: «aggiunto».
    public var title: String {
        switch self {
        case .added: trc("change", "added")
        case .removed: trc("change", "taken away")
        case .changed: trc("change", "changed")
        case .reordered: trc("change", "in another order")
        case .moved: trc("change", "moved")
        }
    }
}

extension ChangeWords {
    /// The changes of a document in words, in their order. What belongs to one reported value becomes one change; so
    /// does what was taken out of one list and put into another.
    public static func list(
        of changes: [TreeChange], in document: DocumentName, names: EntityNames
    ) -> [ChangeWords] {
        var all = names
        all.add(changes)
        let maker = ChangeWordsMaker(document: document, names: all)
        return ChangeGroup.groups(of: changes).map(maker.words(of:))
    }

    /// The same for changes of several documents.
    public static func list(of changes: [DocumentChange], names: EntityNames) -> [ChangeWords] {
        let documents = Dictionary(grouping: changes, by: \.document)
        return documents.keys.sorted().flatMap { name in
            list(of: documents[name]?.map(\.change) ?? [], in: name, names: names)
        }
    }

    /// How many changes a person sees in `changes`.
    public static func count(of changes: [TreeChange]) -> Int {
        ChangeGroup.groups(of: changes).count
    }

    /// Where a path leads, in words: the names of what holds it, the outermost first.
    public static func place(_ path: [String], in document: DocumentName, names: EntityNames) -> String {
        ChangeWordsMaker(document: document, names: names).place(path)
    }
}

/// Sets changes of one document in words.
struct ChangeWordsMaker {
    let document: DocumentName
    let names: EntityNames

    private var values: ValueText { ValueText(names: names) }

    func words(of group: ChangeGroup) -> ChangeWords {
        let path = group.path
        var words = ChangeWords(
            kind: .changed, document: document, place: place(path), field: field(path), before: "", after: "",
            changes: group.changes)
        switch group.kind {
        case .order: words.kind = .reordered
        case .move(let from, let to):
            words.kind = .moved
            words.place = place(path + [""])
            words.field = FieldNames.entity(in: path.dropLast().last ?? "")
            (words.before, words.after) = (place(from), place(to))
        case .value(let before, let after):
            if before == nil { words.kind = .added }
            if after == nil { words.kind = .removed }
            words.before = values.text(before, member: path.last)
            words.after = values.text(after, member: path.last)
            // A field that gets its first value is a change to whoever reads it.
            if !isEntity(path), !path.isEmpty { words.kind = .changed }
        }
        return words
    }

    /// The names of what holds the end of a path; the document where that is nothing.
    func place(_ path: [String]) -> String {
        let holders = path.indices.dropLast().filter { isIdentity(path, $0) }.map { index in
            names[path[index]] ?? FieldNames.entity(in: path[index - 1])
        }
        return holders.isEmpty ? document.title : holders.joined(separator: " › ")
    }

    /// The field at the end of a path, or what the entity there is.
    private func field(_ path: [String]) -> String {
        if path.isEmpty { return tr("the whole document") }
        if isEntity(path) { return FieldNames.entity(in: path[path.count - 2]) }
        let start = path.indices.last { isIdentity(path, $0) }.map { $0 + 1 } ?? 0
        let members = Array(path[start...])
        return members.count == 1 ? listTitle(members[0]) : FieldNames.title(of: members)
    }

    private func listTitle(_ member: String) -> String { FieldNames.title(of: [member]) }

    private func isEntity(_ path: [String]) -> Bool {
        path.indices.last.map { isIdentity(path, $0) } ?? false
    }

    private func isIdentity(_ path: [String], _ index: Int) -> Bool {
        index > 0 && UUID(uuidString: path[index]) != nil
    }
}

extension DocumentName {
    /// The document's name on screen: «Piano 2025».
    public var title: String {
        switch self {
        case .municipality: tr("Municipality and sectors")
        case .plan(let year): tr("Plan {year}", ["year": "\(year)"])
        case .services: tr("Maps of the services")
        case .projects(let year): tr("Projects {year}", ["year": "\(year)"])
        case .layouts: tr("Columns named by hand")
        }
    }
}
