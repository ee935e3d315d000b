import Localization
import ViewModels

/// A key of the window, or several that do one thing, and what it does.
struct ShortcutKey {
    /// The keys, each as it is written on the keyboard: `Ctrl+Z`.
    let keys: [String]
    /// What they do.
    let words: String

    /// Keys and what they do.
    init(_ keys: String..., does words: String) {
        self.keys = keys
        self.words = words
    }
}

/// All keys of the window, by where they work.
enum ShortcutKeys {
    /// A place with its keys.
    typealias Group = (title: String, keys: [ShortcutKey])

    /// Every group, the most general first.
    static var groups: [Group] {
        [
            (tr("Everywhere"), everywhere), (tr("Archives"), archives), (tr("Cells of a table"), cells),
            (tr("Blocks of cells, as in a spreadsheet"), blocks), (tr("While a cell is written"), editor),
            (tr("Rows of the plan, of projects, services and the organisation"), rows),
            (tr("Chart"), chart), (tr("Pages to be printed"), pages),
        ]
    }

    private static var everywhere: [ShortcutKey] {
        [
            ShortcutKey("Alt+1 … Alt+\(Screen.allCases.count % 10)", does: tr("to a screen")),
            ShortcutKey("\(KeyName.control)+F", does: tr("search in the screen")),
            ShortcutKey("\(KeyName.control)+Z", does: tr("undo")),
            ShortcutKey("\(KeyName.control)+\(KeyName.shift)+Z", "\(KeyName.control)+Y", does: tr("redo")),
            ShortcutKey("\(KeyName.control)+P", does: tr("print")),
            ShortcutKey("F1", does: tr("the manual's page on the screen")),
            ShortcutKey("\(KeyName.shift)+F1", does: tr("help on the screen, in short")),
            ShortcutKey("\(KeyName.control)+?", does: tr("these keys")),
            ShortcutKey("F10", does: tr("menu")),
            ShortcutKey("F11", does: tr("full screen, and back")),
            ShortcutKey("\(KeyName.control)+,", does: tr("preferences")),
        ]
    }

    private static var archives: [ShortcutKey] {
        [
            ShortcutKey("\(KeyName.control)+N", does: tr("new archive")),
            ShortcutKey("\(KeyName.control)+O", does: tr("open an archive")),
            ShortcutKey("\(KeyName.control)+Q", does: tr("quit; what is typed is kept")),
        ]
    }

    private static var cells: [ShortcutKey] {
        [
            ShortcutKey("←", "→", "↑", "↓", does: tr("to the next cell")),
            ShortcutKey(
                "Tab", "\(KeyName.shift)+Tab", does: tr("to the next cell that can be written, and back")),
            ShortcutKey(KeyName.home, KeyName.end, does: tr("to the first and last cell of the row")),
            ShortcutKey(
                "\(KeyName.control)+\(KeyName.home)", "\(KeyName.control)+\(KeyName.end)",
                does: tr("to the first and last cell of the table")),
            ShortcutKey(KeyName.pageUp, KeyName.pageDown, does: tr("up and down by what is in sight")),
            ShortcutKey(
                "\(KeyName.control)+Tab", "\(KeyName.control)+\(KeyName.shift)+Tab",
                does: tr("out of the table")),
            ShortcutKey(
                "F2", KeyName.enter,
                does: tr("write in the cell; where it cannot be written, go to its place")),
            ShortcutKey(KeyName.delete, does: tr("empty the cell")),
            ShortcutKey("\(KeyName.control)+H", does: tr("history of the row, also in an objective's table")),
            ShortcutKey("\(KeyName.shift)+F10", does: tr("menu of the row")),
        ]
    }

    private static var blocks: [ShortcutKey] {
        [
            ShortcutKey(
                "\(KeyName.shift)+←", "\(KeyName.shift)+→", "\(KeyName.shift)+↑", "\(KeyName.shift)+↓",
                does: tr("select a block")),
            ShortcutKey(
                "\(KeyName.control)+\(KeyName.shift)+\(KeyName.home)",
                "\(KeyName.control)+\(KeyName.shift)+\(KeyName.end)",
                does: tr("select to the beginning, to the end")),
            ShortcutKey("\(KeyName.control)+A", does: tr("select the whole table")),
            ShortcutKey(
                "\(KeyName.control)+C", "\(KeyName.control)+X", "\(KeyName.control)+V",
                does: tr("copy, cut, paste; also with Calc and Excel")),
            ShortcutKey("\(KeyName.control)+D", does: tr("fill the first row down the block")),
            ShortcutKey(KeyName.delete, does: tr("empty the block")),
        ]
    }

    private static var editor: [ShortcutKey] {
        [
            ShortcutKey(KeyName.enter, does: tr("take it and go down")),
            ShortcutKey("Tab", does: tr("take it and go to the next cell")),
            ShortcutKey(KeyName.escape, does: tr("the former value back")),
        ]
    }

    private static var rows: [ShortcutKey] {
        [
            ShortcutKey(KeyName.insert, does: tr("new objective, service, project or sector")),
            ShortcutKey("\(KeyName.shift)+\(KeyName.insert)", does: tr("new strategic objective")),
            ShortcutKey("\(KeyName.control)+\(KeyName.insert)", does: tr("new line")),
            ShortcutKey("F2", does: tr("rename")),
            ShortcutKey("Alt+↑", "Alt+↓", does: tr("move up and down")),
            ShortcutKey("←", "→", does: tr("fold and unfold")),
            ShortcutKey("\(KeyName.control)+\(KeyName.delete)", does: tr("remove; undo brings it back")),
        ]
    }

    private static var chart: [ShortcutKey] {
        [
            ShortcutKey("←", "→", does: tr("read the figure of the year before, of the year after")),
            ShortcutKey(KeyName.home, KeyName.end, does: tr("read the first figure, the last one")),
            ShortcutKey(KeyName.escape, does: tr("read the whole chart again")),
        ]
    }

    private static var pages: [ShortcutKey] {
        [
            ShortcutKey(
                "\(KeyName.control)++", "\(KeyName.control)+-", "\(KeyName.control)+0",
                does: tr("larger, smaller, fitting the width")),
            ShortcutKey("\(KeyName.control)+F", does: tr("search in the pages")),
            ShortcutKey("F3", "\(KeyName.shift)+F3", does: tr("to the next place found, and back")),
            ShortcutKey("\(KeyName.control)+G", does: tr("to a page by its number")),
        ]
    }
}

/// What is written on keys whose names differ from one language to another.
private enum KeyName {
    static var shift: String { trc("key", "Shift") }
    static var delete: String { trc("key", "Del") }
    static var enter: String { trc("key", "Enter") }
    static var home: String { trc("key", "Home") }
    static var control: String { trc("key", "Ctrl") }
    static var escape: String { trc("key", "Esc") }
    static var insert: String { trc("key", "Ins") }
    static var end: String { trc("key", "End") }
    static var pageUp: String { trc("key", "Page Up") }
    static var pageDown: String { trc("key", "Page Down") }
}
