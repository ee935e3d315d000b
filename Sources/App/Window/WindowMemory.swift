import Foundation
import Gtk
import ViewModels

/// What is remembered of the window between two starts.
final class WindowMemory {
    private let file: URL
    /// What is remembered now.
    private(set) var preferences: Preferences
    private var tables: [@MainActor () -> Void] = []

    /// The memory of the user of this machine.
    init(environment: [String: String] = ProcessInfo.processInfo.environment) {
        file = Preferences.file(environment: environment)
        preferences = Preferences.load(from: file)
    }

    /// Where the printer's dialog is remembered, beside the window's own memory.
    var printFile: URL { file.deletingLastPathComponent().appending(path: "stampa.ini") }

    /// Gives a table the columns' widths of the last time, and keeps them from now on.
    func follow<Row>(_ table: ColumnView<Row>, as name: String) {
        table.layout = table.layout.map { column in
            let key = "\(name).\(column.id)"
            return ColumnLayout(
                id: column.id, width: preferences.columnWidths[key] ?? column.width,
                isVisible: preferences.shownColumns?[key] ?? column.isVisible)
        }
        tables.append { [weak self, weak table] in
            guard let self, let table else { return }
            for column in table.layout {
                let key = "\(name).\(column.id)"
                preferences.columnWidths[key] = column.width
                preferences.shownColumns = (preferences.shownColumns ?? [:]).merging([key: column.isVisible])
                {
                    $1
                }
            }
        }
    }

    /// Notes the columns of all tables, to be kept by the next change.
    func noteTables() {
        for note in tables { note() }
        tables = []
    }

    /// Changes what is remembered, and keeps it.
    func change(_ body: (inout Preferences) -> Void) {
        body(&preferences)
        preferences.save(to: file)
    }
}
