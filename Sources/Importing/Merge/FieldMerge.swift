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
            case .list(let list): self.list(field.key, list, &archive, document, &log)
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
        let isTaken: Bool
        if access.isBlank(archive) {
            isTaken = log.filled(archive.id, key, after: after)
        } else if sent?.isUnchanged(key, access, in: document) == true {
            isTaken = false
        } else if sent?.isAnswered(key, access, by: document, instead: archive) == true {
            isTaken = log.renewed(archive.id, key, before: access.text(archive), after: after)
        } else {
            isTaken = log.conflict(archive.id, key, before: access.text(archive), after: after)
        }
        guard isTaken else { return }
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
        var extended = archive
        let taken = words.add(&extended, document).map { log.filled(archive.id, key, after: $0) }
        guard taken.contains(true) else { return }
        archive = extended
        if archive.source(of: key) == nil {
            archive.setSource(document.source(of: key), of: key)
        }
    }

    private static func list<List: FieldList>(
        _ key: FieldKey, _ list: List, _ archive: inout List.Owner, _ document: List.Owner,
        _ log: inout MergeLog
    ) {
        merge(&archive[keyPath: list.path], document[keyPath: list.path], in: key.rawValue, &log)
    }
}

extension FieldMerge {
    /// Merges the document's things into the archive's: those that are found again merge, the others are added after
    /// the one that they follow in the document; without one, at the end.
    ///
    /// - Parameter list: the name of the list in the archive.
    static func merge<Element: FieldHolder>(
        _ archive: inout [Element], _ document: [Element], in list: String, _ log: inout MergeLog
    ) {
        let wanted = document.filter { !log.choice.excluded.contains($0.id) }
        var finder = ThingFinder(archive, wanted.map(\.id), identified: log.choice.identified)
        // First who is who: things of one list may name each other.
        let found = wanted.map { finder.take($0) }
        for (element, index) in zip(wanted, found) {
            log.identities[element.id] = index.map { archive[$0].id } ?? element.id
        }
        let alike = log.isReview ? alikeThings(wanted, found, archive, log.choice) : [:]
        var added: [UUID?: [Element]] = [:]
        var anchor: UUID?
        for (element, index) in zip(wanted, found) {
            log.thing(element, of: list, entity: index.map { archive[$0].id }, alike: alike[element.id])
            if let index {
                anchor = archive[index].id
                let isIdentified = log.choice.identified[element.id] == archive[index].id
                log.within(archive[index].label) { log in
                    if isIdentified { name(&archive[index], element, &log) }
                    merge(&archive[index], element, &log)
                }
            } else {
                log.added(element.id, name: element.label)
                added[anchor, default: []].append(new(element, &log))
            }
        }
        guard !added.isEmpty else { return }
        archive = archive.flatMap { [$0] + (added[$0.id] ?? []) } + (added[nil] ?? [])
    }

    /// Merges the name of a thing that a person found again by another one: it is a conflict like any other.
    private static func name<Entity: FieldHolder>(
        _ archive: inout Entity, _ document: Entity, _ log: inout MergeLog
    ) {
        for field in Entity.fields where field.importing == .identifies {
            if case .value(let access) = field.content { value(field.key, access, &archive, document, &log) }
        }
    }

    /// What of the archive the document's things may be, by their identities in the document.
    private static func alikeThings<Element: FieldHolder>(
        _ wanted: [Element], _ found: [Int?], _ archive: [Element], _ choice: ImportChoice
    ) -> [UUID: AlikeThing] {
        let taken = Set(found.compactMap(\.self))
        let free = archive.indices.filter { !taken.contains($0) }.map { archive[$0] }
        let new = zip(wanted, found).filter { $0.1 == nil }.map(\.0)
        var alike: [UUID: AlikeThing] = [:]
        for (position, pair) in AlikeNames.pairs(new, free) {
            alike[new[position].id] = AlikeThing(free[pair.place], score: pair.score, isChosen: false)
        }
        for case (let element, let index?) in zip(wanted, found)
        where choice.identified[element.id] == archive[index].id {
            let score = Bigrams(element.matchKey).likeness(to: Bigrams(archive[index].matchKey))
            alike[element.id] = AlikeThing(archive[index], score: score, isChosen: true)
        }
        return alike
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

/// Finds the document's things among the archive's: by identity, as a person said, else the first of the same name that is
/// not taken.
struct ThingFinder {
    private var byIdentity: [UUID: Int] = [:]
    private var byKey: [String: [Int]] = [:]
    /// The things of the archive that those of the document are, as a person said.
    private let identified: [UUID: UUID]

    /// Things that the document names by identity are kept for it: no other thing of the same name takes them.
    init<Element: FieldHolder>(_ archive: [Element], _ wanted: [UUID], identified: [UUID: UUID] = [:]) {
        let kept = Set(wanted + (identified.isEmpty ? [] : wanted.compactMap { identified[$0] }))
        self.identified = identified
        for (index, element) in archive.enumerated() {
            byIdentity[element.id] = index
            let key = element.matchKey
            if !key.isEmpty, !kept.contains(element.id) { byKey[key, default: []].append(index) }
        }
    }

    mutating func take<Element: FieldHolder>(_ element: Element) -> Int? {
        if let index = byIdentity.removeValue(forKey: element.id) { return index }
        if let own = identified[element.id], let index = byIdentity.removeValue(forKey: own) { return index }
        let key = element.matchKey
        guard var candidates = byKey[key], !candidates.isEmpty else { return nil }
        let index = candidates.removeFirst()
        byKey[key] = candidates
        return index
    }
}
