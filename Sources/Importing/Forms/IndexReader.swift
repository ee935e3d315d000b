import Foundation
import Model

/// Reads the document's own index of objectives: title, sector, day by which it is to be done, entry by entry.
struct IndexReader {
    /// An entry in the making.
    private struct Draft {
        var title = FormPassage()
        var sector = ""
        var sectorLines: [Int] = []
        var marks = FormPassage()
        var isEmpty: Bool { title.isEmpty && sector.isEmpty }
    }

    /// The heading over the entries.
    struct Heading: Hashable, Sendable {
        var line = ""
        var strategicObjective = ""
    }

    /// The entries read so far.
    private(set) var entries: [IndexEntry] = []
    /// The heading over the entries that come.
    var heading = Heading()
    private var draft = Draft()
    private var awaitsDay: [Int]?
    private var skipsSector = false
    private let year: Int

    /// A reader of the index of a plan of this year.
    init(year: Int) {
        self.year = year
    }

    /// Takes a label of the index; false where it means nothing here.
    mutating func take(_ label: FormLabel, _ item: FormItem, _ reading: inout Reading) -> Bool {
        switch label.term {
        case .due:
            awaitsDay = item.lines
            guard !label.rest.isEmpty else { return true }
            close(due: label.rest, item.lines, &reading)
        case .coordination:
            skipsSector = true
            reading.tell(.textMisplaced, .warning, line: item.line, at: .indexEntry, written: item.text)
        case .sectorList, .objectiveList, .field(.sector):
            reading.layout(item.lines, .tableHeader)
        default: return false
        }
        return true
    }

    /// Takes a text of the index; false where it belongs to no entry.
    mutating func take(_ item: FormItem, _ outline: PlanOutline, _ reading: inout Reading) -> Bool {
        if let lines = awaitsDay {
            awaitsDay = nil
            if case .date = ReportedValue(reading: item.text).content {
                close(due: item.text, lines + item.lines, &reading)
                return true
            }
            close(due: nil, lines, &reading)
        }
        if let sector = sector(item, outline) { return take(sector: sector, item, &reading) }
        if let joined = sectorGoesOn(item, outline) {
            draft.sector = joined
            draft.sectorLines += item.lines
            reading.tell(
                .textJoined, .info, line: item.line, at: .indexEntry, written: item.text, expected: joined)
            return true
        }
        if !draft.sector.isEmpty {
            if PlanTags.read(item.text, continuing: true)?.isWhole == true {
                draft.marks.add(item)
                return true
            }
            close(due: nil, [], &reading)
        } else if !draft.title.isEmpty, item.gapBefore, PlanReferences.read(item.text) != nil {
            close(due: nil, [], &reading)
        }
        draft.title.add(item)
        return true
    }

    /// Ends the entry in the making, where a heading or another part begins.
    mutating func finish(_ reading: inout Reading) {
        let lines = awaitsDay ?? []
        awaitsDay = nil
        close(due: nil, lines, &reading)
        skipsSector = false
    }

    /// The sector that a line names: a known one, or a heading with its number in capitals.
    private func sector(_ item: FormItem, _ outline: PlanOutline) -> String? {
        guard item.text.utf8.count <= 120 else { return nil }
        if let known = outline.knownSector(item.text) { return outline.sectors[known].name }
        guard let heading = CodedHeading.read(item.text), heading.levels == 1 else { return nil }
        if outline.sectorBegun(by: item.text) != nil { return heading.title }
        let isUnit = CodedHeading.unitWords.contains(heading.word)
        return isUnit || (heading.word.isEmpty && PlanText.isUppercase(heading.title)) ? heading.title : nil
    }

    private mutating func take(sector: String, _ item: FormItem, _ reading: inout Reading) -> Bool {
        if skipsSector {
            skipsSector = false
            return false
        }
        guard !draft.title.isEmpty, draft.sector.isEmpty else {
            reading.tell(.textMisplaced, .warning, line: item.line, at: .indexEntry, written: item.text)
            return false
        }
        draft.sector = sector
        draft.sectorLines = item.lines
        return true
    }

    /// The rest of a sector's name that stands on the next line.
    private func sectorGoesOn(_ item: FormItem, _ outline: PlanOutline) -> String? {
        guard !draft.sector.isEmpty, item.text.utf8.count <= 80,
            PlanReferences.read(item.text) == nil, PlanTags.read(item.text) == nil
        else { return nil }
        let joined = draft.sector + " " + item.text
        if let known = outline.sectors.first(where: { MatchKey($0.name) == MatchKey(joined) }) {
            return known.name
        }
        let isKnown = outline.sectors.contains { MatchKey($0.name) == MatchKey(draft.sector) }
        return isKnown || item.gapBefore
            || PlanText.isUppercase(draft.sector) != PlanText.isUppercase(item.text) ? nil : joined
    }

    private mutating func close(due: String?, _ dueLines: [Int], _ reading: inout Reading) {
        awaitsDay = nil
        let done = draft
        guard !done.title.isEmpty else {
            // A day under no title: nothing to hang it on.
            if !dueLines.isEmpty {
                reading.tell(.textMisplaced, .warning, line: dueLines[0], at: .indexEntry, written: due ?? "")
            }
            if !done.sectorLines.isEmpty { draft = Draft() }
            return
        }
        draft = Draft()
        let title = PlanTitle(done.title.parts)
        var entry = entry(title, sector: done.sector, &reading)
        entry.sources["title"] = reading.bound(done.title.lines, to: "index.title")
        for part in done.marks.parts {
            PlanTags.merge(PlanTags.read(part.text, continuing: true)?.tags ?? [], into: &entry.tags)
            entry.sources["tags"] = reading.bound(part.lines, to: "index.tags")
        }
        setSector(done, &entry, &reading)
        setDue(due, dueLines, &entry, &reading)
        entries.append(entry)
    }

    private func setSector(_ done: Draft, _ entry: inout IndexEntry, _ reading: inout Reading) {
        guard !done.sectorLines.isEmpty else {
            reading.tell(
                .headingAssumed, .warning, line: done.title.lines.first ?? 0, at: .indexEntry,
                path: [entry.line, entry.title],
                field: "sector")
            return
        }
        entry.sources["sector"] = reading.bound(done.sectorLines, to: "index.sector")
    }

    private func setDue(
        _ due: String?, _ lines: [Int], _ entry: inout IndexEntry, _ reading: inout Reading
    ) {
        guard let due else {
            reading.layout(lines, .emptyLabel)
            return
        }
        let value = ReportedValue(reading: due, as: .date)
        entry.due = value
        entry.sources["due"] = reading.bound(lines, to: "index.due")
        guard case .date = value.content else {
            reading.tell(
                .valueUnreadable, .warning, line: lines.last ?? 0, at: .indexEntry,
                path: [entry.line, entry.title],
                field: "due", written: due)
            return
        }
    }
}

extension IndexReader {
    /// Takes an index that is printed as a table; false for a table that names no objectives.
    mutating func take(_ raw: TableDraft, _ reading: inout Reading) -> Bool {
        let table = TableResolver.resolved(raw, isInCard: false, layouts: [])
        guard let column = table.columns(.objective).first else { return false }
        for row in table.headRows { reading.layout(Array(row.lines), .tableHeader) }
        for row in table.rows {
            let lines = reading.filledLines(row).map(\.number)
            let title = PlanTitle([FormPassage.Part(lines: lines, text: row.cell(column), gapBefore: true)])
            guard !title.text.isEmpty else { continue }
            finish(&reading)
            var entry = entry(
                title, sector: CardReader.sectorName(row.cell(table.columns(.sector).first)), &reading)
            let due = row.cell(table.columns(.due).first)
            if !due.isEmpty { entry.due = ReportedValue(reading: due, as: .date) }
            entry.sources[""] = reading.bound(lines, to: "index.title")
            entries.append(entry)
        }
        return true
    }

    /// An entry under the heading in force.
    private func entry(_ title: PlanTitle, sector: String, _ reading: inout Reading) -> IndexEntry {
        var entry = IndexEntry(
            id: reading.identifiers.identity("plan", "\(year)", "index", heading.line, title.text),
            title: title.text, line: heading.line, strategicObjective: heading.strategicObjective,
            sector: sector)
        entry.dupReferences = title.references
        entry.tags = title.tags
        return entry
    }
}
