import Foundation
import Gtk
import Localization
import Model
import Reporting
import ViewModels

/// The parts of a service's map that are lists of words, each a table edited in place, and how the service is run.
final class ServiceParts {
    /// All of it.
    let widget = Box(.vertical, spacing: 18)
    private let session: ArchiveSession
    private let presenter: Presenter
    private let kind = DropDown([tr("Not said")] + ManagementKind.allCases.map(\.title))
    private let note = Entry()
    private var shown: UUID?
    private var isShowing = false
    private var showers: [@MainActor (ServiceMap) -> Void] = []

    /// The parts of no service yet.
    init(session: ArchiveSession, presenter: Presenter) {
        self.session = session
        self.presenter = presenter
        addLists()
        let management = Box(.horizontal, spacing: 12) {
            FieldRow(tr("Form of management"), kind).widget
            FieldRow(tr("Remarks on the management"), note).widget.expand(vertically: false)
        }
        widget.append(management)
        addFigures()
        kind.onSelect { [weak self] _ in self?.commitManagement() }
        note.onCommit { [weak self] _ in self?.commitManagement() }
    }

    /// Shows those of a map.
    func show(_ map: ServiceMap) {
        isShowing = true
        defer { isShowing = false }
        shown = map.id
        kind.select(map.management.kind.flatMap(ManagementKind.allCases.firstIndex).map { $0 + 1 } ?? 0)
        kind.isSensitive = !session.isReadOnly
        note.show(map.management.note)
        note.isEditable = !session.isReadOnly
        for show in showers { show(map) }
    }

    private func addLists() {
        add(tr("Central elements"), \.elements, ServicePart.element, new: tr("New element")) {
            ServiceElement(id: $0, name: $1)
        } columns: {
            [.init(tr("Element"), \.name), .init(tr("Description"), \.description)]
        }
        add(
            tr("Accessory elements"), \.accessoryElements, ServicePart.accessoryElement,
            new: tr("New element")
        ) {
            ServiceElement(id: $0, name: $1)
        } columns: {
            [.init(tr("Element"), \.name), .init(tr("Description"), \.description)]
        }
        add(tr("Segmentation criteria"), \.criteria, ServicePart.criterion, new: tr("New criterion")) {
            SegmentationCriterion(id: $0, name: $1)
        } columns: {
            [.init(tr("Criterion"), \.name)]
        }
        add(tr("User segments"), \.segments, ServicePart.segment, new: tr("New segment")) {
            UserSegment(id: $0, name: $1)
        } columns: {
            [.init(tr("User segment"), \.name), .init(tr("Description"), \.description)]
        }
        add(tr("Role of the users in the service"), \.roles, ServicePart.role, new: tr("New role")) {
            SegmentRole(id: $0, segment: $1)
        } columns: {
            [
                .init(tr("User segment"), \.segment) { [weak self] in self?.segments ?? [] },
                .init(tr("Role"), \.role),
            ]
        }
    }

    private func addFigures() {
        add(tr("Staff"), \.staff, ServicePart.staff, new: tr("New figure")) {
            StaffFigure(id: $0, name: $1, value: .notEntered)
        } columns: {
            [.init(tr("Who"), \.name), .init(tr("How many"), \.value.typed)]
        }
        add(tr("Facilities"), \.facilities, ServicePart.facility, new: tr("New facility")) {
            Facility(id: $0, name: $1)
        } columns: {
            [.init(tr("Facility"), \.name), .init(tr("Note"), \.note)]
        }
        add(tr("Footnotes"), \.footnotes, ServicePart.footnote, new: tr("New footnote")) {
            Footnote(id: $0, mark: "*", text: $1)
        } columns: {
            [.init(tr("Text"), \.text), .init(tr("Mark"), \.mark)]
        }
    }

    /// A column of such a table: its words and the member that it shows.
    struct Member<Part> {
        let title: String
        let path: WritableKeyPath<Part, String>
        /// Names that are offered while it is typed.
        let names: (@MainActor () -> [String])?

        init(
            _ title: String, _ path: WritableKeyPath<Part, String>, names: (@MainActor () -> [String])? = nil
        ) {
            self.title = title
            self.path = path
            self.names = names
        }
    }

    private func add<Part: Identifiable & Equatable>(
        _ title: String, _ list: KeyPath<ServiceMap, [Part]>, _ wrap: @escaping (Part) -> ServicePart,
        new: String, make: @escaping (UUID, String) -> Part, columns: () -> [Member<Part>]
    ) where Part.ID == UUID {
        let members = columns()
        let table = PartTable<Part>(
            .init(table: title, add: new, remove: tr("Remove"), lines: 2),
            columns: members.enumerated().map { column($1, wrap, isFirst: $0 == 0) }, session: session,
            presenter: presenter,
            edits: .init(
                name: { wrap($0).name },
                adding: { service in
                    let part = make(UUID(), new)
                    return (.serviceMap(.part(service: service, wrap(part))), part.id)
                }, removing: { part, service in .serviceMap(.removePart(service: service, part.id)) },
                moving: { part, service, position in
                    .serviceMap(.movePart(service: service, part.id, position: position))
                },
                now: { [weak self] part in
                    guard let self, let shown else { return nil }
                    return session.content.service(shown)?[keyPath: list].first { $0.id == part.id }
                }),
            isLocked: { [session] in session.isReadOnly })
        widget.append(
            Box(.vertical, spacing: 6) {
                Label.heading(title, level: 3).css("section-title")
                table.widget
            })
        showers.append { map in table.show(map[keyPath: list], of: map.id) }
    }

    private func column<Part: Identifiable & Equatable>(
        _ member: Member<Part>, _ wrap: @escaping (Part) -> ServicePart, isFirst: Bool
    ) -> Column<Part> where Part.ID == UUID {
        let path = member.path
        let column = Column<Part>(member.title, id: isFirst ? "name" : "text") { $0[keyPath: path] }
            .width(isFirst ? 200 : 260).expanding().lines(2).tooltip { $0[keyPath: path] }
            .editable(when: { [session] _ in !session.isReadOnly }) { [weak self] part, text in
                guard let self, let shown else { return .accepted }
                var changed = part
                changed[keyPath: path] = text
                return session.outcome(of: .serviceMap(.part(service: shown, wrap(changed))))
            }
        guard let names = member.names else { return column }
        return column.completing { _ in names() }
    }

    /// The segments of users of the service on show.
    private var segments: [String] {
        shown.flatMap { session.content.service($0) }?.segments.map(\.name) ?? []
    }

    private func commitManagement() {
        guard let shown, !isShowing else { return }
        let kinds = ManagementKind.allCases
        let chosen = (kind.selected ?? 0) - 1
        var form = ManagementForm(kind: kinds.indices.contains(chosen) ? kinds[chosen] : nil)
        form.note = note.text
        presenter.perform(.serviceMap(.management(service: shown, form)), on: session)
    }
}

extension ReportedValue {
    /// The text of the value, which is read anew when it is set.
    fileprivate var typed: String {
        get { raw }
        set { self = ReportedValue(reading: newValue) }
    }
}
