import Gtk
import ViewModels

/// Puts the chosen size of texts and style on the screen.
final class AppliedLook {
    /// What the desktop has, to go back to.
    private let desktop = (theme: Appearance.theme, isDark: Appearance.isDark, scale: Appearance.textScale)

    /// Nothing applied yet; to be made before anything is.
    init() {}

    /// Shows the look that was chosen; where nothing was, that of the desktop.
    func apply(_ preferences: Preferences) {
        switch preferences.style {
        case nil: set(desktop.theme, isDark: desktop.isDark)
        case .light: set(plainTheme, isDark: false)
        case .dark: set(plainTheme, isDark: true)
        case .highContrast: set("Default-hc", isDark: false)
        // A theme of its own: asked for the dark one of the former, GTK shows the usual dark one.
        case .highContrastDark: set("Default-hc-dark", isDark: false)
        }
        let scale = preferences.textPercent.map { Double($0) / 100 } ?? desktop.scale
        if scale != Appearance.textScale { Appearance.textScale = scale }
    }

    private var plainTheme: String {
        let name = desktop.theme.lowercased()
        return name.contains("contrast") || name.contains("-hc") || name.hasSuffix("-dark")
            ? "Default" : desktop.theme
    }

    private func set(_ theme: String, isDark: Bool) {
        if Appearance.theme != theme { Appearance.theme = theme }
        if Appearance.isDark != isDark { Appearance.isDark = isDark }
    }
}
