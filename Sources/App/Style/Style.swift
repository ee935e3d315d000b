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

    private static func load(_ sheet: StyleSheet) {
        let colours = Appearance.isDark ? css("dark") : ""
        // A later definition of a colour wins, so the dark ones come last.
        sheet.load(css("style") + "\n" + colours)
    }

    private static func css(_ name: String) -> String {
        let url = Bundle.module.url(forResource: name, withExtension: "css")
        return url.flatMap { try? String(contentsOf: $0, encoding: .utf8) } ?? ""
    }
}
