import Gtk
import Localization
import ViewModels

/// Lines that were not understood as one text, of which parts are selected and named.
final class TextNamingWindow {
    /// The window.
    let window = Window(title: tr("Name the text"))
    /// The text.
    let text: TextView
    /// What the text can be.
    let term = DropDown(FieldTerm.choices.map(\.title))
    private let year = SpinButton(range: 1900...2199)
    private let yearRow: FieldRow
    private let named = Box(.vertical, spacing: 3)
    private let message = Label(role: .status)
    private let done = Button(tr("_Done"))
    private var naming: TextNaming
    private let body: @MainActor ([NamedText]) -> Void

    /// A window over `parent`; `body` gets what was named.
    ///
    /// - Parameter year: the year of the document, where it is known.
    init(
        _ naming: TextNaming, year: Int?, over parent: Window?,
        _ body: @escaping @MainActor ([NamedText]) -> Void
    ) {
        self.naming = naming
        self.body = body
        text = TextView(naming.text)
        text.isEditable = false
        // It is there to be read.
        text.toggle(css: "locked", false)
        text.accessible(label: tr("Text of the lines"))
        yearRow = FieldRow(tr("Year of the value"), self.year)
        if let year { self.year.intValue = year }
        term.enableSearch(tr("Search"))
        term.accessible(label: tr("What the text is"))
        window.isModal = true
        if let parent { window.belongs(to: parent) }
        window.fitTexts(width: 640, height: 460)
        window.child(content.margin(18))
        term.onSelect { [weak self] _ in self?.allow() }
        done.css("suggested-action")
        done.onClick { [weak self] in self?.finish() }
        window.closesOnEscape()
        window.keep(self)
        showNamed()
    }

    private var content: Widget {
        message.alignText(.start).wrapped()
        let space = Label("")
        space.expandsHorizontally = true
        let field = ScrolledWindow(text)
        field.hasFrame = true
        let list = ScrolledWindow(named)
        return Box(.vertical, spacing: 12) {
            Label(tr("Select a part of the text and say what it is. With nothing selected it is the whole."))
                .alignText(.start).wrapped()
            field.expand()
            WrapBox {
                term
                yearRow.widget
                Button(tr("_Add")) { [weak self] in self?.add() }
            }
            list.expand()
            message
            Box(.horizontal, spacing: 6) {
                Button(tr("_Cancel")) { [weak self] in self?.window.close() }
                space
                done
            }
        }
    }

    /// Shows it.
    func present() {
        window.present()
        text.grabFocus()
    }

    private var chosenTerm: FieldTerm? {
        term.selected.flatMap { FieldTerm.choices.indices.contains($0) ? FieldTerm.choices[$0] : nil }
    }

    private func allow() {
        yearRow.widget.isVisible = chosenTerm == .period
        done.isSensitive = !naming.names.isEmpty
    }

    /// Names the selected part, or the whole.
    func add() {
        guard let term = chosenTerm else { return }
        let isNamed = naming.add(text.selection, as: term, year: year.intValue)
        message.text = isNamed ? "" : tr("There is no word in what is selected.")
        showNamed()
    }

    private func showNamed() {
        named.removeAll()
        for name in naming.names {
            let words = name.termWords + ": " + name.text
            named.append(
                Box(.horizontal, spacing: 6) {
                    Button(icon: "list-remove-symbolic", label: tr("Remove «{name}»", ["name": words])) {
                        [weak self] in
                        self?.naming.remove(name)
                        self?.showNamed()
                        self?.text.grabFocus()
                    }.css("flat")
                    Label(words).alignText(.start).ellipsized().tooltip(name.text)
                })
        }
        allow()
    }

    /// Takes over what was named.
    func finish() {
        guard !naming.names.isEmpty else { return }
        window.close()
        body(naming.names)
    }
}
