import Foundation
import Model

/// A thing of the archive that a document may tell more about.
protocol Mergeable: Identifiable where ID == UUID {
    /// By what it is found again among its like: its name without case, accents and punctuation.
    var matchKey: String { get }
    /// What it is called in a review.
    var mergeName: String { get }
    /// Where its fields come from.
    var sources: Sources { get set }
    /// How each of its fields merges.
    static var mergeFields: [MergeField<Self>] { get }
}

extension Mergeable {
    var matchKey: String { mergeName.comparisonKey }
}

/// How one field of a thing takes what a document says.
struct MergeField<Entity: Mergeable> {
    let merge: (_ archive: inout Entity, _ document: Entity, _ log: inout MergeLog) -> Void

    /// A field with one value: an empty one is filled, a different one is a conflict.
    static func value<Value: Equatable>(
        _ name: String, _ path: WritableKeyPath<Entity, Value>, isEmpty: @escaping (Value) -> Bool,
        isSame: @escaping (Value, Value) -> Bool = { $0 == $1 }, text: @escaping (Value) -> String
    ) -> MergeField {
        MergeField { archive, document, log in
            let (old, new) = (archive[keyPath: path], document[keyPath: path])
            guard !isEmpty(new), !isSame(old, new) else { return }
            if isEmpty(old) {
                log.filled(archive.id, name, after: text(new))
            } else if !log.conflict(archive.id, name, before: text(old), after: text(new)) {
                return
            }
            archive[keyPath: path] = new
            archive.sources.byField[name] = document.sources[name]
        }
    }

    /// A text.
    static func text(_ name: String, _ path: WritableKeyPath<Entity, String>) -> MergeField {
        value(name, path, isEmpty: \.isEmpty, text: { $0 })
    }

    /// A cell. Two cells that mean the same are the same, however they are written.
    static func cell(_ name: String, _ path: WritableKeyPath<Entity, ReportedValue>) -> MergeField {
        value(name, path, isEmpty: { $0 == .notEntered }, isSame: MergeCell.isSame, text: \.raw)
    }

    /// A cell that may not be there.
    static func cell(_ name: String, _ path: WritableKeyPath<Entity, ReportedValue?>) -> MergeField {
        value(
            name, path, isEmpty: { $0 == nil },
            isSame: { old, new in
                guard let old, let new else { return old == new }
                return MergeCell.isSame(old, new)
            }, text: { $0?.raw ?? "" })
    }

    /// A word of a fixed list that may not be there.
    static func word<Word: RawRepresentable<String> & Equatable>(
        _ name: String, _ path: WritableKeyPath<Entity, Word?>
    ) -> MergeField {
        value(name, path, isEmpty: { $0 == nil }, text: { $0?.rawValue ?? "" })
    }

    /// Cells by year.
    static func cells(_ name: String, _ path: WritableKeyPath<Entity, [Int: ReportedValue]>) -> MergeField {
        MergeField { archive, document, log in
            for year in document[keyPath: path].keys.sorted() {
                let field = "\(name).\(year)"
                cell(field, path.appending(path: \.[cell: year])).merge(&archive, document, &log)
            }
        }
    }

    /// A list of words without order: what is missing is added, nothing is taken away.
    static func union<Element: Equatable>(
        _ name: String, _ path: WritableKeyPath<Entity, [Element]>, text: @escaping (Element) -> String
    ) -> MergeField {
        MergeField { archive, document, log in
            for element in document[keyPath: path] where !archive[keyPath: path].contains(element) {
                log.filled(archive.id, name, after: text(element))
                archive[keyPath: path].append(element)
            }
        }
    }

    /// A list of things: those that are found again merge, the others are added where the document has them.
    static func list<Element: Mergeable>(_ path: WritableKeyPath<Entity, [Element]>) -> MergeField {
        MergeField { archive, document, log in
            _ = MergeList.merge(&archive[keyPath: path], document[keyPath: path], &log)
        }
    }

    /// Anything else.
    static func custom(_ merge: @escaping (inout Entity, Entity, inout MergeLog) -> Void) -> MergeField {
        MergeField(merge: merge)
    }
}

/// When two cells say the same.
enum MergeCell {
    static func isSame(_ old: ReportedValue, _ new: ReportedValue) -> Bool {
        if case .text = new.content { return old.raw == new.raw }
        return old.content == new.content && old.comparison == new.comparison && old.note == new.note
            && old.mark == new.mark
    }
}

extension Dictionary where Key == Int, Value == ReportedValue {
    /// The cell of a year; an empty one where the year has none.
    fileprivate subscript(cell year: Int) -> ReportedValue {
        get { self[year] ?? .notEntered }
        set { self[year] = newValue }
    }
}

/// How two lists of things merge.
enum MergeList {
    /// Merges the document's things into the archive's and returns which identity each of them has there.
    static func merge<Element: Mergeable>(
        _ archive: inout [Element], _ document: [Element], _ log: inout MergeLog
    ) -> [UUID: UUID] {
        var identities: [UUID: UUID] = [:]
        var finder = MergeFinder(archive, document.map(\.id))
        // New things stand after the one that they follow in the document; without one, at the end.
        var added: [UUID?: [Element]] = [:]
        var anchor: UUID?
        for element in document where !log.choice.excluded.contains(element.id) {
            if let index = finder.take(element) {
                identities[element.id] = archive[index].id
                anchor = archive[index].id
                log.within(archive[index].mergeName) { log in
                    for field in Element.mergeFields { field.merge(&archive[index], element, &log) }
                }
            } else {
                var new = element
                Exclusion.apply(to: &new, log.choice)
                log.added(new.id, name: new.mergeName)
                identities[element.id] = new.id
                added[anchor, default: []].append(new)
            }
        }
        if !added.isEmpty {
            archive = archive.flatMap { [$0] + (added[$0.id] ?? []) } + (added[nil] ?? [])
        }
        return identities
    }
}

/// Finds the document's things among the archive's: by identity, else the first of the same name that is not taken.
private struct MergeFinder {
    private var byIdentity: [UUID: Int] = [:]
    private var byKey: [String: [Int]] = [:]

    /// Things that the document names by identity are kept for it: no other thing of the same name takes them.
    init<Element: Mergeable>(_ archive: [Element], _ wanted: [UUID]) {
        let kept = Set(wanted)
        for (index, element) in archive.enumerated() {
            byIdentity[element.id] = index
            let key = element.matchKey
            if !key.isEmpty, !kept.contains(element.id) { byKey[key, default: []].append(index) }
        }
    }

    mutating func take<Element: Mergeable>(_ element: Element) -> Int? {
        if let index = byIdentity.removeValue(forKey: element.id) { return index }
        let key = element.matchKey
        guard var candidates = byKey[key], !candidates.isEmpty else { return nil }
        let index = candidates.removeFirst()
        byKey[key] = candidates
        return index
    }
}

/// Leaves out what the user excluded from a thing that is added whole.
private enum Exclusion {
    static func apply<Element: Mergeable>(to element: inout Element, _ choice: ImportChoice) {
        guard !choice.excluded.isEmpty else { return }
        if var line = element as? StrategicLine {
            line.objectives.removeAll { choice.excluded.contains($0.id) }
            for index in line.objectives.indices { apply(to: &line.objectives[index], choice) }
            if let changed = line as? Element { element = changed }
        } else if var objective = element as? Objective {
            objective.indicators.removeAll { choice.excluded.contains($0.id) }
            if let changed = objective as? Element { element = changed }
        }
    }
}
