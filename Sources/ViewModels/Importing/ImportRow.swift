import Foundation
import Importing
import Localization
import UserMessages

/// A row of the review of a document: a thing that it brings, the thing of the archive that this may be, or a field in which
/// the two differ. What is ticked is taken.
public struct ImportRow: Identifiable, Hashable, Sendable {
    /// What the row is about.
    public enum Subject: Hashable, Sendable {
        /// A thing of the document, by its place among the review's.
        case thing(Int)
        /// The thing of the archive that the one at this place may be.
        case alike(Int)
        /// A change of a field, by its place among the review's.
        case field(Int)
    }

    /// How a row stands to the archive.
    public enum State: Hashable, Sendable {
        case new, same, changed, conflict, doubtful
    }

    /// Tells the row apart in the review.
    public let id: String
    /// What it is about.
    public let subject: Subject
    /// How many rows it lies within.
    public let depth: Int
    /// The thing or the field, by name.
    public let title: String
    /// How it stands to the archive.
    public let state: State
    /// The same in words, or what the archive says.
    public let stateWords: String
    /// It is taken.
    public let isTaken: Bool
    /// It can be taken or left: nothing that it lies within is left out.
    public let canChange: Bool

    /// It is a thing.
    var isThing: Bool { if case .thing = subject { true } else { false } }
    /// It is a value of a field.
    var isField: Bool { if case .field = subject { true } else { false } }
}

extension ImportDraft {
    /// What the document brings, row by row, in its order: each thing, below it the fields that change, then what it holds.
    ///
    /// - Parameter all: also what the archive has already and where nothing changes.
    public func rows(all: Bool) -> [ImportRow] {
        var rows: [ImportRow] = []
        let changes = Dictionary(grouping: review.changes.indices) { review.changes[$0].entity }
        let isNews = news(changes)
        // The depth of the thing that is left out and holds what follows.
        var leftOut: Int?
        for (place, thing) in review.things.enumerated() {
            if let depth = leftOut, thing.depth <= depth { leftOut = nil }
            let isWithout = leftOut != nil || !choice.parts.contains(thing.part)
            let isTaken = !isWithout && !choice.excluded.contains(thing.id)
            if leftOut == nil, !isTaken { leftOut = thing.depth }
            guard all || isNews[place] else { continue }
            let own = (changes[thing.entity] ?? []).filter { review.changes[$0].kind != .added }
            rows.append(
                row(thing, place, own, isTaken: isTaken, canChange: !isWithout && !thing.isMunicipality))
            if let alike = thing.alike { rows.append(row(alike, of: thing, place, canChange: isTaken)) }
            for change in own { rows.append(row(change, below: thing, canChange: isTaken)) }
        }
        return rows
    }

    /// Takes the row's thing or value, or leaves it. Where it is said of a thing that the archive has it, the review is to be
    /// made anew.
    public mutating func take(_ row: ImportRow, _ isTaken: Bool) {
        switch row.subject {
        case .thing(let place):
            let id = review.things[place].id
            if isTaken { choice.excluded.remove(id) } else { choice.excluded.insert(id) }
        case .alike(let place):
            let thing = review.things[place]
            choice.identified[thing.id] = isTaken ? thing.alike?.id : nil
        case .field(let place): take(review.changes[place], isTaken)
        }
    }

    /// What a thing or a field says in the document, in a few words.
    public func documentWords(of row: ImportRow) -> String {
        switch row.subject {
        case .field(let place): review.changes[place].after
        case .alike: ""
        case .thing(let place):
            review.things[place].isNew
                ? review.things[place].values.map { ImportChange.title(of: $0.field) + ": " + $0.text }
                    .joined(separator: "; ")
                : ""
        }
    }

    /// The line of the document that a thing or a value was read from; nil where that is not known.
    public func line(of row: ImportRow) -> Int? {
        switch row.subject {
        case .thing(let place), .alike(let place): review.things[place].line()
        case .field(let place):
            review.things.first { $0.entity == review.changes[place].entity }?.line(
                of: review.changes[place].field)
        }
    }

    /// What would be taken, in a few words: nothing is said of what the person leaves out.
    public var takenWords: String {
        let parts = Set(parts)
        guard choice.excluded.isEmpty, choice.leftOut.isEmpty, parts.isSubset(of: choice.parts) else {
            let rows = rows(all: false).filter(\.isTaken)
            let things = rows.count { $0.isThing && ($0.state == .new || $0.state == .doubtful) }
            let values = rows.count { $0.isField }
            return [
                trn("{count} new thing", "{count} new things", things),
                trn("{count} value", "{count} values", values),
            ].joined(separator: ", ")
        }
        return summary
    }

    /// Conflicts in which the archive's value stays.
    public var keptConflicts: Int {
        choice.overwritesAll ? 0 : review.conflicts.count { !choice.overwritten.contains($0.id) }
    }

    private mutating func take(_ change: ImportChange, _ isTaken: Bool) {
        guard change.kind == .conflict else {
            if isTaken { choice.leftOut.remove(change.id) } else { choice.leftOut.insert(change.id) }
            return
        }
        if choice.overwritesAll {
            choice.overwritesAll = false
            choice.overwritten = Set(review.conflicts.map(\.id))
        }
        if isTaken { choice.overwritten.insert(change.id) } else { choice.overwritten.remove(change.id) }
    }

    /// Which of the things are new or changed, or hold such ones.
    private func news(_ changes: [UUID: [Int]]) -> [Bool] {
        var news = review.things.map { $0.isNew || $0.alike != nil || changes[$0.entity] != nil }
        // Whether one of the things of each depth that come next, up to what holds them, is new or changed.
        var below: [Int: Bool] = [:]
        for place in review.things.indices.reversed() {
            let depth = review.things[place].depth
            if below.removeValue(forKey: depth + 1) == true { news[place] = true }
            if news[place] { below[depth] = true }
        }
        return news
    }

    private func row(
        _ thing: ImportedThing, _ place: Int, _ own: [Int], isTaken: Bool, canChange: Bool
    ) -> ImportRow {
        let conflicts = own.count { review.changes[$0].kind == .conflict }
        let others = own.count - conflicts
        let isAdded = thing.isNew || isAdded(thing)
        let state: ImportRow.State =
            isAdded
            ? (thing.alike == nil ? .new : .doubtful)
            : conflicts > 0 ? .conflict : others > 0 ? .changed : .same
        let words = [
            others > 0 ? trn("{count} new value", "{count} new values", others) : nil,
            conflicts > 0 ? trn("{count} conflict", "{count} conflicts", conflicts) : nil,
        ].compactMap(\.self)
        let base =
            switch state {
            case .new: trc("thing", "new")
            case .doubtful: tr("new, or there already?")
            case .same, .changed, .conflict: tr("there already")
            }
        return ImportRow(
            id: thing.id.uuidString, subject: .thing(place), depth: thing.depth, title: thing.title,
            state: state,
            stateWords: ([base] + words).joined(separator: ", "), isTaken: isTaken, canChange: canChange)
    }

    private func row(
        _ alike: AlikeThing, of thing: ImportedThing, _ place: Int, canChange: Bool
    ) -> ImportRow {
        ImportRow(
            id: thing.id.uuidString + "=", subject: .alike(place), depth: thing.depth + 1,
            title: tr("It is «{name}»", ["name": alike.name]), state: .doubtful,
            stateWords: tr("alike by {score} in 100", ["score": "\(alike.score)"]), isTaken: alike.isChosen,
            canChange: canChange)
    }

    private func row(_ place: Int, below thing: ImportedThing, canChange: Bool) -> ImportRow {
        let change = review.changes[place]
        let isTaken =
            change.kind == .conflict
            ? choice.overwritesAll || choice.overwritten.contains(change.id)
            : !choice.leftOut.contains(change.id)
        return ImportRow(
            id: thing.id.uuidString + ".\(change.field).\(place)", subject: .field(place),
            depth: thing.depth + 1, title: change.fieldTitle,
            state: change.kind == .conflict ? .conflict : .changed,
            stateWords: change.kind.title + (change.before.isEmpty ? "" : ": " + change.before),
            isTaken: canChange && isTaken, canChange: canChange)
    }

    /// The archive has no such document yet: its things merge into an empty one.
    private func isAdded(_ thing: ImportedThing) -> Bool {
        thing.list.isEmpty && !thing.isMunicipality
            && review.changes.contains { $0.kind == .added && $0.entity == thing.entity }
    }
}

extension ImportedThing {
    /// It is the municipality, which an archive always has.
    fileprivate var isMunicipality: Bool { list.isEmpty && part == .organisation }

    /// What it is, and its name.
    fileprivate var title: String {
        let name = name.isEmpty ? tr("Without a title") : name
        if isMunicipality { return tr("Municipality") + ": " + name }
        return list.isEmpty ? part.title + " " + name : FieldNames.entity(in: list) + ": " + name
    }
}
