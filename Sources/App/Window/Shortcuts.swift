import ViewModels
import Localization

/// The keys of the window, in words.
enum Shortcuts {
    /// A line for each.
    static var words: String {
        [
            "Alt+1 … Alt+\(Screen.allCases.count % 10)  " + tr("the screens"), "Ctrl+F  " + tr("search"),
            "Ctrl+Z  " + tr("undo"),
            "Ctrl+Shift+Z  " + tr("redo"), "F2  " + tr("edit the cell"),
            "Tab, Enter  " + tr("to the next cell, taking what was typed"),
            "Esc  " + tr("the former value back"),
            "Ctrl+H  " + tr("history of the chosen row"),
            "Ctrl+O  " + tr("open an archive"), "Ctrl+N  " + tr("new archive"), "Ctrl+Q  " + tr("quit"),
        ].joined(separator: "\n")
    }
}
