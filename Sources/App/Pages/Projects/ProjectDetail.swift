import Foundation
import Gtk
import Localization
import Model
import ViewModels

/// What a project has beside its columns: what it is about, both gross amounts, the objective that it serves.
final class ProjectDetail {
    let widget = Box(.vertical, spacing: 12)
    private let session: ArchiveSession
    private let presenter: Presenter
    private let text = TextView()
    private let ownGross = Entry()
    private let thirdGross = Entry()
    private let references = Entry()
    private let objective = DropDown()
    private var objectives: [Objective] = []
    private var shown: PerformanceProject?
    private var isShowing = false

    /// The details of no project yet.
    init(session: ArchiveSession, presenter: Presenter) {
        self.session = session
        self.presenter = presenter
        text.css("field-text")
        text.minimum(height: 54)
        objective.enableSearch(tr("Search"))
        let amounts = Box(.horizontal, spacing: 12) {
            FieldRow(tr("Own resources, gross"), ownGross).widget
            FieldRow(tr("Third-party resources, gross"), thirdGross).widget
            FieldRow(tr("DUP references"), references).widget
        }
        amounts.isHomogeneous = true
        for part in [
            amounts, FieldRow(tr("Objective that it serves"), objective).widget,
            FieldRow(tr("Description"), text).widget,
        ] as [Widget] { widget.append(part) }
        ownGross.onCommit { [weak self] text in self?.perform { .ownGross($0, text: text) } }
        thirdGross.onCommit { [weak self] text in self?.perform { .thirdPartyGross($0, text: text) } }
        references.onCommit { [weak self] text in self?.perform { .dupReferences($0, text: text) } }
        text.onCommit { [weak self] text in self?.perform { .description($0, text: text) } }
        objective.onSelect { [weak self] index in
            guard let self, let index, !isShowing else { return }
            perform {
                .objective(
                    $0, self.objectives.indices.contains(index - 1) ? self.objectives[index - 1].id : nil)
            }
        }
    }

    /// Shows a project; nothing for nil.
    func show(_ project: PerformanceProject?) {
        isShowing = true
        defer { isShowing = false }
        if shown?.id != project?.id { PendingInput.takeAll() }
        shown = project
        widget.isVisible = project != nil
        guard let project else { return }
        if text.text != project.description { text.text = project.description }
        ownGross.show(project.ownResources?.gross?.raw ?? "")
        thirdGross.show(project.thirdPartyResources?.gross?.raw ?? "")
        references.show(project.dupReferences.joined(separator: ", "))
        objectives = session.plan?.objectives ?? []
        let names = objectives.map { objective in
            let name = [objective.code, objective.title].filter { !$0.isEmpty }.joined(separator: " · ")
            return name.count > 80 ? name.prefix(79) + "…" : name
        }
        if objective.items != [tr("None")] + names { objective.items = [tr("None")] + names }
        objective.select(objectives.firstIndex { $0.id == project.objectiveID }.map { $0 + 1 } ?? 0)
        for entry in [ownGross, thirdGross, references] { entry.isEditable = !session.isYearReadOnly }
        text.isEditable = !session.isYearReadOnly
        objective.isSensitive = !session.isYearReadOnly
    }

    private func perform(_ edit: (UUID) -> ProjectEdit) {
        guard let shown else { return }
        presenter.perform(.projects(edit(shown.id)), on: session)
    }
}
