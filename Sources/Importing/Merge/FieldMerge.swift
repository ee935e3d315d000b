import Foundation
import Model

/// The merge of what a document says of a thing into the archive's, field by field as Model lists them.
enum FieldMerge {
    /// Merges every field that imports fill.
    static func merge<Entity: FieldHolder>(
        _ archive: inout Entity, _ document: Entity, _ log: inout MergeLog
    ) {
        for field in Entity.fields where field.importing == .fills {
            switch field.content {
            case .value(let access): value(field.key, access, &archive, document, &log)
            case .cells(let path): cells(field.key, path, &archive, document, &log)
            case .words(let words): add(words, field.key, &archive, document, &log)
            case .reference(let path):
                // It names a thing that may have another identity here.
                var document = document
                document[keyPath: path] = document[keyPath: path].map { log.identities[$0] ?? $0 }
                value(field.key, FieldAccess(path), &archive, document, &log)
            case .list(let list): self.list(list, &archive, document, &log)
            }
        }
    }

    /// An empty field is filled, a different one is a conflict. Where the document tells what it said when it left us, what
    /// nobody changed in it is no news, and an answer that was asked for is the newer value where the archive's is still
    /// the same.
    private static func value<Entity: FieldHolder>(
        _ key: FieldKey, _ access: FieldAccess<Entity>, _ archive: inout Entity, _ document: Entity,
        _ log: inout MergeLog
    ) {
        guard !access.isBlank(document), !access.isSame(archive, document) else { return }
        let after = access.text(document)
        let sent = log.sent[document.id]
        if access.isBlank(archive) {
            log.filled(archive.id, key, after: after)
        } else if sent?.isUnchanged(key, access, in: document) == true {
            return
        } else if sent?.isAnswered(key, access, by: document, instead: archive) == true {
            log.renewed(archive.id, key, before: access.text(archive), after: after)
        } else if !log.conflict(archive.id, key, before: access.text(archive), after: after) {
            return
        }
        access.copy(&archive, document)
        archive.setSource(document.source(nearest: key), of: key)
    }

    /// Each year's cell is a field of its own.
    private static func cells<Entity: FieldHolder>(
        _ key: FieldKey, _ path: any FieldPath<Entity, [Int: ReportedValue]>, _ archive: inout Entity,
        _ document: Entity, _ log: inout MergeLog
    ) {
        for year in document[keyPath: path].keys.sorted() {
            let cell = FieldAccess<Entity>(cell: year, of: path)
            value(key.year(year), cell, &archive, document, &log)
        }
    }

    /// What is missing is added, nothing is taken away.
    private static func add<Entity: FieldHolder>(
        _ words: FieldWords<Entity>, _ key: FieldKey, _ archive: inout Entity, _ document: Entity,
        _ log: inout MergeLog
    ) {
        let added = words.add(&archive, document)
        for word in added { log.filled(archive.id, key, after: word) }
        if !added.isEmpty, archive.source(of: key) == nil {
            archive.setSource(document.source(of: key), of: key)
        }
    }

    private static func list<List: FieldList>(
        _ list: List, _ archive: inout List.Owner, _ document: List.Owner, _ log: inout MergeLog
    ) {
        merge(&archive[keyPath: list.path], document[keyPath: list.path], &log)
    }
}

extension FieldMerge {
    /// Merges the document's things into the archive's: those that are found again merge, the others are added after
    /// the one that they follow in the document; without one, at the end.
    static func merge<Element: FieldHolder>(
        _ archive: inout [Element], _ document: [Element], _ log: inout MergeLog
    ) {
        let wanted = document.filter { !log.choice.excluded.contains($0.id) }
        var finder = ThingFinder(archive, wanted.map(\.id))
        // First who is who: things of one list may name each other.
        let found = wanted.map { finder.take($0) }
        for (element, index) in zip(wanted, found) {
            log.identities[element.id] = index.map { archive[$0].id } ?? element.id
        }
        var added: [UUID?: [Element]] = [:]
        var anchor: UUID?
        for (element, index) in zip(wanted, found) {
            if let index {
                anchor = archive[index].id
                log.within(archive[index].label) { merge(&archive[index], element, &$0) }
            } else {
                log.added(element.id, name: element.label)
                added[anchor, default: []].append(new(element, &log))
            }
        }
        guard !added.isEmpty else { return }
        archive = archive.flatMap { [$0] + (added[$0.id] ?? []) } + (added[nil] ?? [])
    }

    /// A thing that is added whole, without what the user excluded, naming things by the identities that they have here.
    private static func new<Entity: FieldHolder>(_ entity: Entity, _ log: inout MergeLog) -> Entity {
        var new = entity
        for field in Entity.fields {
            switch field.content {
            case .reference(let path):
                new[keyPath: path] = new[keyPath: path].map { log.identities[$0] ?? $0 }
            case .list(let list): trim(list, of: &new, &log)
            case .value, .cells, .words: break
            }
        }
        return new
    }

    private static func trim<List: FieldList>(
        _ list: List, of owner: inout List.Owner, _ log: inout MergeLog
    ) {
        owner[keyPath: list.path] = owner[keyPath: list.path]
            .filter { !log.choice.excluded.contains($0.id) }.map { new($0, &log) }
    }
}

extension FieldHolder {
    /// The source of a field; for a part of one that has none of its own, that of the whole.
    fileprivate func source(nearest key: FieldKey) -> Source? {
        source(of: key) ?? source(of: FieldKey(rawValue: key.member)) ?? source(of: .whole)
            ?? source(of: .name) ?? source(of: .title)
    }
}

/// Finds the document's things among the archive's: by identity, else the first of the same name that is not taken.
struct ThingFinder {
    private var byIdentity: [UUID: Int] = [:]
    private var byKey: [String: [Int]] = [:]

    /// Things that the document names by identity are kept for it: no other thing of the same name takes them.
    init<Element: FieldHolder>(_ archive: [Element], _ wanted: [UUID]) {
        let kept = Set(wanted)
        for (index, element) in archive.enumerated() {
            byIdentity[element.id] = index
            let key = element.matchKey
            if !key.isEmpty, !kept.contains(element.id) { byKey[key, default: []].append(index) }
        }
    }

    mutating func take<Element: FieldHolder>(_ element: Element) -> Int? {
        if let index = byIdentity.removeValue(forKey: element.id) { return index }
        let key = element.matchKey
        guard var candidates = byKey[key], !candidates.isEmpty else { return nil }
        let index = candidates.removeFirst()
        byKey[key] = candidates
        return index
    }
}
