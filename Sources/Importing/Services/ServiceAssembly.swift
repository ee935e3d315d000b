import Foundation
import Model

/// Makes the map of a service of the archive from its parts.
struct ServiceAssembly {
    private let block: ServiceBlock
    private let fallbackYears: [Int]
    private var map: ServiceMap
    private var ownYears: [[Int]] = []

    private init(_ block: ServiceBlock, fallbackYears: [Int], _ reading: inout Reading) {
        self.block = block
        self.fallbackYears = fallbackYears
        map = ServiceMap(id: reading.identifiers.identity("service", block.name.text), name: block.name.text)
    }

    /// The map of a block. `fallbackYears`: those of most tables of the document.
    static func map(_ block: ServiceBlock, fallbackYears: [Int], _ reading: inout Reading) -> ServiceMap {
        var assembly = ServiceAssembly(block, fallbackYears: fallbackYears, &reading)
        assembly.fillTitles(&reading)
        // The series come first: their names tell names from descriptions in the tables of texts.
        for part in block.parts where part.part.isSeries { assembly.fillSeries(part, &reading) }
        for part in block.parts where !part.part.isSeries { assembly.fill(part, &reading) }
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

    private mutating func fill(_ found: PartBlock, _ reading: inout Reading) {
        let part = found.ofItems
        let place = ServicePlace(service: map.name, part: part.part)
        switch part.part {
        case .management: fillManagement(part, place, &reading)
        case .staff: fillStaff(part, place, &reading)
        case .content, .audience, .delivery:
            for row in part.rows where !row.filled.isEmpty {
                place.bind(row, to: "service.remarks", &reading)
                add(remark: row.text, line: row.number, &reading)
            }
        case .elements, .accessories, .criteria, .segments, .roles, .facilities:
            let known = part.part == .segments || part.part == .roles ? knownNames : []
            var table = PartTable(part, at: place, known: known)
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

    private mutating func fillSeries(_ part: PartBlock, _ reading: inout Reading) {
        let place = ServicePlace(service: map.name, part: part.part)
        var table = SeriesTable(part, at: place, fallbackYears: ownYears + [fallbackYears])
        table.read(&reading)
        if !ownYears.contains(table.years) { ownYears.append(table.years) }
        var series: [Series] = []
        for draft in table.drafts {
            let id = reading.identifiers.identity("service", map.name, part.part.field, draft.name)
            var made = Series(id: id, name: draft.name)
            made.isHeading = draft.isHeading
            made.parentID = draft.parent.flatMap { series[safe: $0]?.id }
            made.values = draft.values
            made.sources["name"] = reading.source(draft.row.number)
            for (year, line) in draft.lines { made.sources["values.\(year)"] = reading.source(line) }
            series.append(made)
        }
        if part.part == .outputs { map.outputs += series } else { map.users += series }
        add(table.notes, &reading)
    }

    private mutating func fillManagement(_ part: PartBlock, _ place: ServicePlace, _ reading: inout Reading) {
        var forms = ManagementForms(at: place)
        forms.read(part.rows, &reading)
        add(forms.notes, &reading)
        guard let row = forms.row else { return }
        map.management = forms.form
        map.sources["management"] = reading.source(row.number)
    }

    private mutating func fillStaff(_ part: PartBlock, _ place: ServicePlace, _ reading: inout Reading) {
        var table = StaffTable(at: place)
        table.read(part.rows, &reading)
        for entry in table.entries {
            let id = reading.identifiers.identity("service", map.name, "staff", entry.name)
            var figure = StaffFigure(id: id, name: entry.name, value: ReportedValue(reading: entry.detail))
            figure.sources["name"] = reading.source(entry.row.number)
            figure.sources["value"] = reading.source(entry.row.number)
            map.staff.append(figure)
        }
        add(table.notes, &reading)
    }

    private mutating func add(_ notes: [ServiceEntry], _ reading: inout Reading) {
        for note in notes {
            let id = reading.identifiers.identity("service", map.name, "footnote", note.name, note.detail)
            var footnote = Footnote(id: id, mark: note.name, text: note.detail)
            footnote.sources["text"] = reading.source(note.row.number)
            map.footnotes.append(footnote)
        }
    }
}

// MARK: - Entries of text tables

extension ServiceAssembly {
    private mutating func add(_ entry: ServiceEntry, _ place: ServicePlace, _ reading: inout Reading) {
        let id = reading.identifiers.identity("service", map.name, place.part.field, entry.name)
        switch place.part {
        case .elements: map.elements.append(element(entry, id, reading))
        case .accessories: map.accessoryElements.append(element(entry, id, reading))
        case .criteria:
            var criterion = SegmentationCriterion(id: id, name: entry.name)
            criterion.sources = sources(entry, "name", nil, reading)
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

    private func element(_ entry: ServiceEntry, _ id: UUID, _ reading: Reading) -> ServiceElement {
        var element = ServiceElement(id: id, name: entry.name)
        element.description = entry.detail
        element.sources = sources(entry, "name", "description", reading)
        return element
    }

    /// The sources of name and detail; further rows of the detail under a number of their own.
    private func sources(_ entry: ServiceEntry, _ name: String, _ detail: String?, _ reading: Reading)
        -> Sources
    {
        var sources = Sources()
        if !entry.name.isEmpty { sources[name] = reading.source(entry.row.number) }
        guard !entry.detail.isEmpty, let detail else { return sources }
        sources[detail] = reading.source(entry.row.number)
        for (index, row) in entry.detailRows.enumerated() {
            sources["\(detail).\(index + 2)"] = reading.source(row.number)
        }
        return sources
    }
}
