import Foundation
import Gtk
import Localization
import ViewModels

/// Copie di sicurezza: the list, the rule, one made now, one restored.
final class BackupsWindow {
    /// The window.
    let window = Window(title: tr("Backups"))
    /// The backups on show.
    private(set) var rows: [BackupRow] = []
    /// Nothing is being done.
    private(set) var isReady = true
    private let backups: BackupsModel
    private let table: ColumnView<BackupRow>
    private let make = Button(tr("_Make one now"))
    private let restore = Button(tr("_Restore"))
    private let message = Label(role: .status)
    private let restoring: @MainActor (BackupRow, @escaping @MainActor (String?) -> Void) -> Void
    private let author: String?

    /// A window over `parent`.
    /// - Parameters:
    ///   - author: who makes backups; nil where none can be made.
    ///   - meaning: what a restore does, in words.
    ///   - restoring: restores a backup and tells why not, or nil when it is done.
    init(
        _ backups: BackupsModel, over parent: Window?, author: String?, meaning: String,
        restoring: @escaping @MainActor (BackupRow, @escaping @MainActor (String?) -> Void) -> Void
    ) {
        self.backups = backups
        self.author = author
        self.restoring = restoring
        table = ColumnView(BackupsWindow.columns)
        table.accessible(label: tr("Backups"))
        window.isModal = true
        if let parent { window.belongs(to: parent) }
        window.fitTexts(width: 680, height: 480)
        message.alignText(.start).wrapped()
        make.isVisible = author != nil
        restore.css("suggested-action")
        let rule = Label(BackupsModel.rule).alignText(.start).wrapped().css("dim-label")
        let what = Label(meaning).alignText(.start).wrapped()
        let space = Label("")
        space.expandsHorizontally = true
        let tools = WrapBox {
            make
            space
            Button(tr("_Close")) { [weak self] in self?.window.close() }
            restore
        }
        let scroller = ScrolledWindow(table)
        scroller.hasFrame = true
        window.child(
            Box(.vertical, spacing: 12) {
                rule
                scroller.expand()
                what
                message
                tools
            }.margin(18))
        connect()
        read()
    }

    /// Shows it.
    func present() {
        window.present()
        window.onDestroy { withExtendedLifetime(self) {} }
    }

    /// Makes a backup.
    func makeNow() {
        guard let author else { return }
        let backups = backups
        work(tr("Making a backup…"))
        Task { @MainActor in
            let result = await Task.detached { backups.make(author: author) }.value
            switch result {
            case .success(let row): self.done(tr("Made: {moment}", ["moment": row.when]))
            case .failure(let problem): self.done(problem.words)
            }
        }
    }

    /// Restores the chosen backup.
    func restoreChosen() {
        guard let row = table.selectedRow, row.canBeRestored else { return }
        work(tr("Restoring…"))
        restoring(row) { [weak self] problem in
            guard let problem else {
                self?.window.close()
                return
            }
            self?.done(problem)
        }
    }

    private func connect() {
        make.onClick { [weak self] in self?.makeNow() }
        restore.onClick { [weak self] in self?.restoreChosen() }
        table.onSelect { [weak self] _ in self?.allow() }
        window.onKey { [weak self] key in
            guard key.is(.escape) else { return false }
            self?.window.close()
            return true
        }
    }

    private func work(_ words: String) {
        isReady = false
        message.text = words
        allow()
    }

    private func done(_ words: String) {
        message.text = words
        read()
    }

    private func read() {
        let backups = backups
        isReady = false
        Task { @MainActor in
            let rows = await Task.detached { backups.list() }.value
            self.rows = rows
            self.table.rows = rows
            self.isReady = true
            if self.table.selectedRow == nil, let first = rows.first { self.table.select([first.id]) }
            self.allow()
        }
    }

    private func allow() {
        make.isSensitive = isReady
        restore.isSensitive = isReady && table.selectedRow?.canBeRestored == true
    }

    private static var columns: [Column<BackupRow>] {
        [
            Column<BackupRow>(trc("history", "When"), id: "when", text: \.when).width(140),
            Column<BackupRow>(tr("Reason"), id: "reason", text: \.reason).width(180).expanding()
                .tooltip { $0.reason },
            Column<BackupRow>(tr("Author"), id: "author", text: \.author).width(170).tooltip { $0.author },
            Column<BackupRow>(tr("Size"), id: "size", text: \.size).figures().width(104),
        ]
    }
}
