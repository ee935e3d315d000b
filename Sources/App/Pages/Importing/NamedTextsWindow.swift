import Gtk
import Localization
import ViewModels

/// The texts of a document that are named by hand, of which the chosen ones are taken back.
final class NamedTextsWindow {
    /// The window.
    let window = Window(title: tr("Texts named by hand"))
    /// The texts.
    let table: ColumnView<NamedTextRow>
    private let take = Button(tr("_Take the selected names back"))
    private let body: @MainActor ([NamedText]) -> Void

    /// A window over `parent`; `body` gets the texts whose names are taken back.
    init(_ texts: [NamedText], over parent: Window?, _ body: @escaping @MainActor ([NamedText]) -> Void) {
        self.body = body
        table = ColumnView(
            [
                Column<NamedTextRow>(trc("file", "Line"), id: "line") { "\($0.text.line)" }.figures().width(
                    64),
                Column<NamedTextRow>(tr("Text"), id: "text") { $0.text.text }.expanding().lines(3)
                    .tooltip { $0.text.text },
                Column<NamedTextRow>(tr("What it is"), id: "term") { $0.text.termWords }.width(200).lines(2),
            ], selection: .multiple)
        table.accessible(label: tr("Texts named by hand"))
        table.rows = texts.enumerated().map { NamedTextRow(id: $0.offset, text: $0.element) }
        window.frame(
            table, over: parent, width: 680, height: 420,
            hint: tr("A text whose name is taken back is read as before."), action: take)
        take.isSensitive = false
        table.onSelect { [weak self] rows in self?.take.isSensitive = !rows.isEmpty }
        take.onClick { [weak self] in self?.takeBack() }
        window.closesOnEscape()
        window.keep(self)
    }

    /// Shows it.
    func present() { window.present() }

    /// Takes the names of the chosen texts back.
    func takeBack() {
        let texts = table.chosenRows.map(\.text)
        guard !texts.isEmpty else { return }
        window.close()
        body(texts)
    }
}

/// A text that is named by hand, as a row.
struct NamedTextRow: Identifiable, Equatable {
    let id: Int
    var text: NamedText
}
