import CGtk

/// The bare structure that tables need of style; colours and sizes come from the theme and the program.
enum TableStyle {
    private static var sheet: StyleSheet?

    private static let css = """
        .column-head { font-weight: bold; }
        .figures { font-feature-settings: "tnum"; }
        columnview .table-cell { padding: 0; min-height: 22px; }
        columnview.single-lines .table-cell { padding: 3px 0; min-height: 0; }
        columnview .table-cell:focus-visible, columnview .table-cell:focus {
            outline: 2px solid alpha(currentColor, 0.7); outline-offset: 1px;
        }
        columnview check:focus-visible, columnview checkbutton:focus-visible {
            outline: 2px solid alpha(currentColor, 0.7); outline-offset: 1px;
        }
        columnview > listview > row, columnview > listview > row > cell, columnview .table-cell { transition: none; }
        columnview .table-cell.in-block { box-shadow: inset 0 0 0 100px alpha(currentColor, 0.16); }
        columnview > header sort-indicator:not(.ascending):not(.descending) {
            min-width: 0; min-height: 0; -gtk-icon-size: 0;
        }
        columnview entry.cell-editor {
            min-height: 22px; padding: 0 2px; margin: -2px -3px; border-radius: 2px; transition: none;
        }
        """

    /// The height of a line and the font that has it.
    private static var knownLine = (font: "", height: 0)

    /// The height of a line of a cell's text, in pixels.
    static var lineHeight: Int {
        let font = Appearance.fontAndSize
        if font != knownLine.font { knownLine = (font, measuredLine) }
        return knownLine.height
    }

    private static var measuredLine: Int {
        var height: Int32 = 0
        let line = Label("Àg")
        line.widget.map { gtk_widget_measure($0, GTK_ORIENTATION_VERTICAL, -1, &height, nil, nil, nil) }
        return Int(height)
    }

    /// Puts the style between the theme's and the program's, once.
    static func install() {
        guard sheet == nil else { return }
        let made = StyleSheet()
        made.load(css)
        made.install(priority: 500)
        sheet = made
    }
}
