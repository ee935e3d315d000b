import Foundation
import Model

/// Builds maps of services from lines, each opened by a sign.
///
/// `#` service: name, head, sector. `c` central element, `a` accessory element: name, description. `o` output,
/// `u` users: name, then one figure a year. `:` opens a group of rows under a heading; `;` closes it.
/// `k` criterion. `s` segment: name, description. `m` management: kind, note. `n` staff: name, figure.
/// `r` role: segment, role. `f` facility: name, note. `*` footnote: mark, text.
struct ServiceScript {
    private(set) var services: [ServiceMap] = []
    private let firstYear: Int
    private var parent: UUID?

    init(firstYear: Int) {
        self.firstYear = firstYear
    }

    /// Takes in one line; an empty one says nothing.
    mutating func read(_ text: String) {
        guard let line = ScriptLine(text) else { return }
        if line.sign == "#" {
            var map = ServiceMap(id: UUID(naming: ["sample", "service", line[0]]), name: line[0])
            map.head = line[1]
            map.sector = line[2]
            parent = nil
            services.append(map)
        } else if var map = services.popLast() {
            add(line, to: &map)
            services.append(map)
        }
    }

    private mutating func add(_ line: ScriptLine, to map: inout ServiceMap) {
        let position = "\(map.outputs.count + map.users.count)"
        let id = UUID(naming: ["sample", map.name, String(line.sign), line[0], position])
        switch line.sign {
        case "c", "a":
            var element = ServiceElement(id: id, name: line[0])
            element.description = line[1]
            if line.sign == "c" {
                map.elements.append(element)
            } else {
                map.accessoryElements.append(element)
            }
        case "o": map.outputs.append(series(line, id: id))
        case "u": map.users.append(series(line, id: id))
        case ":":
            var heading = Series(id: id, name: line[0])
            heading.isHeading = true
            map.users.append(heading)
            parent = id
        case ";": parent = nil
        default: addRest(line, id: id, to: &map)
        }
    }

    private func addRest(_ line: ScriptLine, id: UUID, to map: inout ServiceMap) {
        switch line.sign {
        case "k": map.criteria.append(SegmentationCriterion(id: id, name: line[0]))
        case "s":
            var segment = UserSegment(id: id, name: line[0])
            segment.description = line[1]
            map.segments.append(segment)
        case "m":
            map.management.kind = ManagementKind(rawValue: line[0])
            map.management.note = line[1]
        case "n":
            map.staff.append(StaffFigure(id: id, name: line[0], value: ReportedValue(reading: line[1])))
        case "r":
            var role = SegmentRole(id: id, segment: line[0])
            role.role = line[1]
            map.roles.append(role)
        case "f":
            var facility = Facility(id: id, name: line[0])
            facility.note = line[1]
            map.facilities.append(facility)
        case "*": map.footnotes.append(Footnote(id: id, mark: line[0], text: line[1]))
        default: break
        }
    }

    private func series(_ line: ScriptLine, id: UUID) -> Series {
        var series = Series(id: id, name: line[0])
        series.parentID = parent
        for (position, text) in line.fields.dropFirst().enumerated() {
            series.values[firstYear + position] = ReportedValue(reading: text)
        }
        return series
    }
}
