import Foundation
import Gtk
import Localization
import ViewModels

/// Asks which sectors, services and year go to a colleague, and says what that is.
final class PartDialog {
    private let dialog: Dialog
    private let state: State

    /// What is chosen, and the widgets that follow it.
    private final class State {
        var draft: PartDraft
        let preview = Label(role: .status)
        let sectors = Box(.vertical, spacing: 3, role: .group)
        let services = Box(.vertical, spacing: 3, role: .group)
        let years = DropDown()

        init(_ draft: PartDraft) { self.draft = draft }
    }

    /// A dialog that gives what was chosen to `then`.
    init(_ session: ArchiveSession, over parent: Window?, then body: @escaping @MainActor (PartDraft) -> Void)
    {
        let state = State(PartDraft(session.content, year: session.year))
        self.state = state
        dialog = Dialog(
            tr("Export for a colleague"), over: parent, content: PartDialog.content(state),
            cancel: tr("_Cancel"), confirm: tr("_Save the file…"),
            onConfirm: {
                guard state.draft.isReady else { return false }
                body(state.draft)
                return true
            })
        dialog.window.fitTexts(width: 640, height: 560)
        let years = state.draft.allYears
        state.years.items = [tr("All years")] + years.map(String.init)
        state.years.select(state.draft.year.flatMap { years.firstIndex(of: $0) }.map { $0 + 1 } ?? 0)
        if state.years.selected == 0 { state.draft.year = nil }
        state.years.onSelect { [weak self] index in
            state.draft.year = index.flatMap { $0 > 0 ? years[$0 - 1] : nil }
            self?.showSectors()
        }
        showSectors()
        showServices()
        // Nothing else holds what hears the boxes.
        dialog.window.keep(self)
    }

    /// Shows it.
    func present() {
        dialog.present()
    }

    private static func content(_ state: State) -> Widget {
        let note = Label(
            tr(
                "The colleague opens the file with Barometro, fills it in and sends it back; here you review and merge it."
            )
        ).wrapped(at: 70).alignText(.start)
        let year = FieldRow(tr("Plans and projects of"), state.years)
        state.preview.wrapped(at: 70).alignText(.start)
        return Box(.vertical, spacing: 12) {
            note
            year.widget
            group(tr("Sectors"), state.sectors)
            group(tr("Services, beside those of the sectors"), state.services)
            state.preview
        }.margin(18)
    }

    private static func group(_ title: String, _ list: Box) -> Widget {
        list.margin(6).accessible(label: title)
        let scroller = ScrolledWindow(list, horizontal: .never)
        scroller.hasFrame = true
        return Box(.vertical, spacing: 6) {
            Label.heading(title).css("section-title")
            scroller.expand()
        }.expand()
    }

    private func showSectors() {
        state.sectors.removeAll()
        for sector in state.draft.allSectors {
            let box = CheckButton()
            box.child(Label(sector.title).wrapped().alignText(.start))
            box.accessible(label: sector.title)
            box.isOn = state.draft.sectors.contains(sector.name)
            box.onToggle { [weak self] in
                guard let self else { return }
                if box.isOn {
                    state.draft.sectors.insert(sector.name)
                } else {
                    state.draft.sectors.remove(sector.name)
                }
                showPreview()
            }
            state.sectors.append(box)
        }
        showPreview()
    }

    private func showServices() {
        for service in state.draft.allServices {
            let box = CheckButton()
            box.child(Label(service.name).wrapped().alignText(.start))
            box.accessible(label: service.name)
            box.onToggle { [weak self] in
                guard let self else { return }
                if box.isOn {
                    state.draft.services.insert(service.id)
                } else {
                    state.draft.services.remove(service.id)
                }
                showPreview()
            }
            state.services.append(box)
        }
    }

    private func showPreview() {
        state.preview.text = state.draft.preview
        dialog.confirmButton.isSensitive = state.draft.isReady
    }
}
