import Gtk

/// A field of a form with its name above and what is wrong with it below.
final class FieldRow {
    /// Name, field and problem.
    let widget = Box(.vertical, spacing: 3)
    /// Where the person types.
    let field: Widget
    private let problem = Label()

    /// A row around `field`.
    init(_ title: String, _ field: Widget) {
        self.field = field
        let name = Label(title).alignText(.start).wrapped().css("field-name")
        field.labelled(by: name).described(by: problem)
        problem.alignText(.start).wrapped(at: 60).css("field-problem")
        problem.isVisible = false
        field.expandsHorizontally = true
        for part in [name, field, problem] { widget.append(part) }
    }

    /// Keeps the field as narrow as what is typed into it needs.
    func narrow() -> FieldRow {
        widget.expandsHorizontally = false
        return self
    }

    /// Shows what is wrong, tied to the field; nil where nothing is.
    func show(problem text: String?) {
        problem.text = text ?? ""
        problem.isVisible = text != nil
        field.mark(invalid: text)
        field.toggle(css: "warned", text != nil)
    }
}
