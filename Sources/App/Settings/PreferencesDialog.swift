import Gtk
import Localization
import Model
import ViewModels

/// The preferences of the person at this computer: name, language, size of the texts, style.
final class PreferencesDialog {
    private let dialog: Dialog
    private let name: Entry

    /// A dialog that shows `preferences` and gives them back changed.
    /// - Parameter author: the name that changes are signed with now.
    init(
        _ preferences: Preferences, author: String, over parent: Window?,
        then body: @escaping @MainActor (Preferences) -> Void
    ) {
        let name = Entry(preferences.author ?? author)
        name.activatesDefault = true
        let language = DropDown(PreferenceChoices.languages.map(\.title))
        language.select(PreferenceChoices.languages.firstIndex { $0.value == preferences.language } ?? 0)
        let scale = DropDown(PreferenceChoices.scales.map(\.title))
        scale.select(PreferenceChoices.scales.firstIndex { $0.value == preferences.textPercent } ?? 0)
        let style = DropDown(PreferenceChoices.styles.map(\.title))
        style.select(PreferenceChoices.styles.firstIndex { $0.value == preferences.style } ?? 0)
        let content = Box(.vertical, spacing: 12) {
            FieldRow(tr("Name that signs the changes"), name).widget
            FieldRow(tr("Size of the texts"), scale).widget
            FieldRow(tr("Style"), style).widget
            FieldRow(tr("Language"), language).widget
            Label(tr("The language changes when the program is opened the next time.")).wrapped(at: 46)
                .alignText(.start).css("dim-label")
        }
        self.name = name
        dialog = Dialog(
            tr("Preferences"), over: parent, content: content.margin(18), cancel: tr("_Cancel"),
            confirm: tr("_Apply"),
            onConfirm: {
                var changed = preferences
                let typed = name.text.trimmingWhitespace()
                changed.author = typed.isEmpty ? nil : typed
                changed.language = PreferenceChoices.languages[language.selected ?? 0].value
                changed.textPercent = PreferenceChoices.scales[scale.selected ?? 0].value
                changed.style = PreferenceChoices.styles[style.selected ?? 0].value
                body(changed)
                return true
            })
    }

    /// Shows it.
    func present() {
        dialog.present()
        name.grabFocus()
    }
}

/// What can be chosen.
enum PreferenceChoices {
    /// A choice and its words.
    typealias Choice<Value> = (value: Value, title: String)

    /// The languages; nil is that of the desktop.
    static var languages: [Choice<Language?>] {
        [(nil, tr("As the desktop"))] + Language.allCases.map { ($0, $0.ownName) }
    }

    /// The sizes of texts in per cent; nil is that of the desktop.
    static var scales: [Choice<Int?>] {
        [(nil, tr("As the desktop"))]
            + [100, 125, 150, 175, 200].map { (percent: Int) in (percent, "\(percent) %") }
    }

    /// The styles; nil is that of the desktop.
    static var styles: [Choice<Preferences.Style?>] {
        [
            (nil, tr("As the desktop")), (.light, tr("Light")), (.dark, tr("Dark")),
            (.highContrast, tr("High contrast")), (.highContrastDark, tr("High contrast, dark")),
        ]
    }
}
