import Gtk
import Localization
import Reporting
import ViewModels

/// Asks for the act that approved a document before it is frozen.
final class FreezeDialog {
    private let dialog: Dialog
    private let first: Entry?

    /// A dialog that gives `draft` with the act to `then`; the year can be locked with it where `canLock` says so.
    init(
        _ draft: FreezeDraft, canLock: Bool, over parent: Window?,
        then body: @escaping @MainActor (FreezeDraft) -> Void
    ) {
        let fields = FreezeDraft.Field.allCases.map { field in
            let entry = Entry(placeholder: FreezeDialog.example(field))
            entry.activatesDefault = true
            entry.setRequired(true)
            let row = FieldRow(FreezeDialog.title(field), entry)
            entry.onChange { row.show(problem: nil) }
            return (field: field, entry: entry, row: row)
        }
        let lock = CheckButton(tr("_Lock {year} with it", ["year": "\(draft.year)"]))
        lock.isSensitive = canLock
        let content = Box(.vertical, spacing: 12) {
            Label(draft.kind.title + " — \(draft.year)").wrapped(at: 60).alignText(.start).css(
                "section-title")
            Label(
                tr(
                    "The PDF on show and the data it is made from are kept as they are now, with their digests. Later changes stay possible and are told."
                )
            ).wrapped(at: 60).alignText(.start)
            fields.map(\.row.widget)
            lock
        }
        first = fields.first?.entry
        dialog = Dialog(
            tr("Freeze as published"), over: parent, content: content.margin(18), cancel: tr("_Cancel"),
            confirm: tr("_Freeze"),
            onConfirm: {
                var draft = draft
                draft.body = fields[0].entry.text
                draft.number = fields[1].entry.text
                draft.date = fields[2].entry.text
                draft.locksYear = lock.isOn
                for (field, _, row) in fields { row.show(problem: draft.problem(of: field)) }
                guard draft.isReady else {
                    fields.first { draft.problem(of: $0.field) != nil }?.entry.grabFocus()
                    return false
                }
                body(draft)
                return true
            })
    }

    /// Shows it.
    func present() {
        dialog.present()
        first?.grabFocus()
    }

    private static func title(_ field: FreezeDraft.Field) -> String {
        switch field {
        case .body: tr("Approved by")
        case .number: tr("Number of the act")
        case .date: tr("Day of the act")
        }
    }

    private static func example(_ field: FreezeDraft.Field) -> String {
        switch field {
        case .body: tr("The Giunta")
        case .number: "87"
        case .date: "31/12/2025"
        }
    }
}
