import Foundation
import Model

/// Makes the map of a service of the archive from its parts.
struct MapAssembly {
    private let block: MapBlock
    private let fallbackYears: [Int]
    private var map: ServiceMap
    private var ownYears: [[Int]] = []

    /// An assembly of one map.
    private init(_ block: MapBlock, fallbackYears: [Int], _ reading: inout Reading) {
        self.block = block
        self.fallbackYears = fallbackYears
        map = ServiceMap(id: reading.identifiers.identity("service", block.name.text), name: block.name.text)
    }

    /// The map of a block.
    static func map(_ block: MapBlock, fallbackYears: [Int], _ reading: inout Reading) -> ServiceMap {
        var assembly = MapAssembly(block, fallbackYears: fallbackYears, &reading)
        assembly.fillTitles(&reading)
        // The series come first: their names tell names from descriptions in the tables of texts.
        for part in block.sections where part.section.isSeries { assembly.fillSeries(part, &reading) }
        for part in block.sections where !part.section.isSeries { assembly.fill(part, &reading) }
        return assembly.map
    }

    private mutating func fillTitles(_ reading: inout Reading) {
        map.sources["name"] = reading.source(block.name.line)
        if let head = block.head {
            map.head = head.text
            map.sources["head"] = reading.source(head.line)
        }
        if let sector = block.sector {
            map.sector = sector.text
            map.sources["sector"] = reading.source(sector.line)
        }
        for remark in block.remarks { add(remark: remark.text, line: remark.line, &reading) }
    }

    private mutating func add(remark: String, line: Int, _ reading: inout Reading) {
        map.remarks = map.remarks.isEmpty ? remark : map.remarks + "\n" + remark
        if map.sources.byField["remarks"] == nil { map.sources["remarks"] = reading.source(line) }
    }

    private mutating func fill(_ part: MapSectionBlock, _ reading: inout Reading) {
        let place = MapPlace(service: map.name, section: part.section)
        switch part.section {
        case .management: fillManagement(part, place, &reading)
        case .staff: fillStaff(part, place, &reading)
        case .content, .audience, .delivery:
            for row in part.rows where !row.filled.isEmpty {
                reading.ledger.bind(row.line.number, to: "service.remarks")
                add(remark: row.line.text, line: row.line.number, &reading)
            }
        case .elements, .accessories, .criteria, .segments, .roles, .facilities:
            let known = part.section == .segments || part.section == .roles ? knownNames : []
            var table = TextTable(part, at: place, known: known)
            table.read(&reading)
            for entry in table.entries { add(entry, place, &reading) }
            add(table.notes, &reading)
        case .outputs, .users: break
        }
    }

    /// Names of the map that tell a name from a description; a bounded number, because every row is compared with all.
    private var knownNames: [String] {
        let users = map.users.lazy.filter { !$0.isHeading }.map(\.name).prefix(150)
        return Array(users) + map.segments.lazy.map(\.name).prefix(50)
    }

    private mutating func fillSeries(_ part: MapSectionBlock, _ reading: inout Reading) {
        let place = MapPlace(service: map.name, section: part.section)
        var table = SeriesTableReader(part, at: place, fallbackYears: ownYears + [fallbackYears])
        table.read(&reading)
        if !ownYears.contains(table.years) { ownYears.append(table.years) }
        var series: [Series] = []
        for draft in table.drafts {
            let id = reading.identifiers.identity("service", map.name, part.section.field, draft.name)
            var made = Series(id: id, name: draft.name)
            made.isHeading = draft.isHeading
            made.parentID = draft.parent.flatMap { series.indices.contains($0) ? series[$0].id : nil }
            made.values = draft.values
            made.sources["name"] = reading.source(draft.line)
            for (year, line) in draft.lines {
                made.sources["values.\(year)"] = reading.source(line)
            }
            series.append(made)
        }
        if part.section == .outputs { map.outputs += series } else { map.users += series }
        add(table.notes, &reading)
    }

    private mutating func fillManagement(_ part: MapSectionBlock, _ place: MapPlace, _ reading: inout Reading)
    {
        var forms = ManagementForms(at: place)
        forms.read(part.rows, &reading)
        add(forms.notes, &reading)
        guard let line = forms.line else { return }
        map.management = forms.form
        map.sources["management"] = reading.source(line)
    }

    private mutating func fillStaff(_ part: MapSectionBlock, _ place: MapPlace, _ reading: inout Reading) {
        var table = StaffTable(at: place)
        table.read(part.rows, &reading)
        for entry in table.entries {
            let id = reading.identifiers.identity("service", map.name, "staff", entry.name)
            var figure = StaffFigure(id: id, name: entry.name, value: ReportedValue(reading: entry.value))
            figure.sources["name"] = reading.source(entry.line)
            figure.sources["value"] = reading.source(entry.line)
            map.staff.append(figure)
        }
        add(table.notes, &reading)
    }

    private mutating func add(_ notes: [NoteEntry], _ reading: inout Reading) {
        for note in notes {
            let id = reading.identifiers.identity("service", map.name, "footnote", note.mark, note.text)
            var footnote = Footnote(id: id, mark: note.mark, text: note.text)
            footnote.sources["text"] = reading.source(note.line)
            map.footnotes.append(footnote)
        }
    }
}

// MARK: - Entries of text tables

extension MapAssembly {
    private mutating func add(_ entry: TextEntry, _ place: MapPlace, _ reading: inout Reading) {
        let id = reading.identifiers.identity("service", map.name, place.section.field, entry.name)
        switch place.section {
        case .elements: map.elements.append(element(entry, id, reading))
        case .accessories: map.accessoryElements.append(element(entry, id, reading))
        case .criteria:
            var criterion = SegmentationCriterion(id: id, name: entry.name)
            criterion.sources = sources(entry, "name", "name", reading)
            map.criteria.append(criterion)
        case .segments:
            var segment = UserSegment(id: id, name: entry.name)
            segment.description = entry.detail
            segment.sources = sources(entry, "name", "description", reading)
            map.segments.append(segment)
        case .roles:
            var role = SegmentRole(id: id, segment: entry.name)
            role.role = entry.detail
            role.sources = sources(entry, "segment", "role", reading)
            map.roles.append(role)
        case .facilities:
            var facility = Facility(id: id, name: entry.name)
            facility.note = entry.detail
            facility.sources = sources(entry, "name", "note", reading)
            map.facilities.append(facility)
        case .content, .outputs, .audience, .users, .delivery, .management, .staff: break
        }
    }

    private func element(_ entry: TextEntry, _ id: UUID, _ reading: Reading) -> ServiceElement {
        var element = ServiceElement(id: id, name: entry.name)
        element.description = entry.detail
        element.sources = sources(entry, "name", "description", reading)
        return element
    }

    /// The sources of name and detail; further lines of the detail under a number of their own.
    private func sources(_ entry: TextEntry, _ name: String, _ detail: String, _ reading: Reading) -> Sources
    {
        var sources = Sources()
        if !entry.name.isEmpty { sources[name] = reading.source(entry.line) }
        guard !entry.detail.isEmpty, detail != name else { return sources }
        let lines = entry.detailLines
        sources[detail] = reading.source(entry.line)
        for (index, line) in lines.enumerated() { sources["\(detail).\(index + 2)"] = reading.source(line) }
        return sources
    }
}
