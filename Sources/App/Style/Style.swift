import Diagnostics
import Foundation
import Gtk

/// The style sheets of the window.
enum Style {
    /// Puts them on the screen; the dark colours follow the theme.
    static func install() {
        let sheet = StyleSheet()
        load(sheet)
        sheet.install()
        Appearance.onChange { load(sheet) }
    }

    /// Makes the program's own icons known and gives windows the program's.
    static func installIcons() {
        if let icons = AppResource.file("icons") { IconTheme.add(icons) }
        IconTheme.windowIcon = "it.barometro.Barometro"
    }

    private static func load(_ sheet: StyleSheet) {
        let colours = Appearance.isDark ? css("dark") : ""
        // A later definition of a colour wins, so the dark ones come last.
        let selection = css(Appearance.isHighContrast ? "contrast" : "selection")
        sheet.load(
            [css("style"), selection, colours, symbols(at: Appearance.textScale)].joined(separator: "\n"))
    }

    /// Symbols as large beside larger texts as beside those of the usual size: themes give them in pixels.
    private static func symbols(at scale: Double) -> String {
        guard scale > 1 else { return "" }
        let (symbol, box) = (Appearance.scaled(16), Appearance.scaled(14))
        return """
            image, arrow, expander { -gtk-icon-size: \(symbol)px; }
            expander { min-width: \(symbol)px; min-height: \(symbol)px; }
            check, radio { -gtk-icon-size: \(box)px; min-width: \(box)px; min-height: \(box)px; }
            """
    }

    private static func css(_ name: String) -> String {
        guard let url = AppResource.file("\(name).css") else {
            ProgramLog.window.error(
                "The style sheet \(name).css is missing: the window has the theme's looks only.")
            return ""
        }
        do {
            return try String(contentsOf: url, encoding: .utf8)
        } catch {
            ProgramLog.window.error("The style sheet \(url.path) cannot be read: \(error)")
            return ""
        }
    }
}
