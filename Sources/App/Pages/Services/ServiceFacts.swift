import Gtk
import Localization
import Model
import Reporting

/// What a map says in words: elements, users and their roles, how the service is run, and where.
final class ServiceFacts {
    /// A widget for each part that has something to say.
    let widgets: [Widget]

    /// The parts of `map`.
    init(_ map: ServiceMap) {
        let management = [map.management.kind?.title ?? "", map.management.note].filter { !$0.isEmpty }
        let parts: [(String, [(String, String)])] = [
            (tr("Central elements"), map.elements.map { ($0.name, $0.description) }),
            (tr("Accessory elements"), map.accessoryElements.map { ($0.name, $0.description) }),
            (tr("Segmentation criteria"), map.criteria.map { ($0.name, "") }),
            (tr("User segments"), map.segments.map { ($0.name, $0.description) }),
            (tr("Form of management"), management.isEmpty ? [] : [(management.joined(separator: " — "), "")]),
            (tr("Staff"), map.staff.map { ($0.name, $0.value.raw) }),
            (tr("Role of the users in the service"), map.roles.map { ($0.segment, $0.role) }),
            (tr("Facilities"), map.facilities.map { ($0.name, $0.note) }),
        ]
        widgets = parts.filter { !$0.1.isEmpty }.map { ServiceFacts.part($0.0, $0.1) }
    }

    private static func part(_ title: String, _ rows: [(String, String)]) -> Widget {
        let grid = Grid(rowSpacing: 3, columnSpacing: 18)
        for (position, row) in rows.enumerated() {
            let name = Label(row.0, selectable: true).alignText(.start).wrapped(at: 36)
            let text = Label(row.1, selectable: true).alignText(.start).wrapped(at: 80)
            grid.attach(name.align(.start, .start), column: 0, row: position, width: row.1.isEmpty ? 2 : 1)
            if !row.1.isEmpty { grid.attach(text.css("dim-label"), column: 1, row: position) }
        }
        return Box(.vertical, spacing: 6) {
            Label.heading(title, level: 3).css("section-title")
            grid
        }
    }
}
