import Gtk

/// The buttons below a table: one adds a row, one takes the chosen row out.
final class TableTools {
    /// The buttons in a row.
    let widget = WrapBox()
    private let add: Button
    private let remove: Button

    /// Buttons with these names; `_` before a letter makes it the key for Alt. Where a page has several tables, the name of
    /// theirs tells a screen reader which one it is.
    init(
        of table: String? = nil, add: String, remove: String, onAdd: @escaping Action,
        onRemove: @escaping Action
    ) {
        self.add = Button(add, icon: "list-add-symbolic", onClick: onAdd).accessible(description: table)
        self.remove = Button(remove, icon: "list-remove-symbolic", onClick: onRemove)
            .accessible(description: table)
        widget.append(self.add)
        widget.append(self.remove)
    }

    /// Gives the focus to the button that adds.
    func takeFocus() {
        add.grabFocus()
    }

    /// Lets the person add, and remove where a row is chosen.
    func allow(add canAdd: Bool, remove canRemove: Bool) {
        add.isSensitive = canAdd
        remove.isSensitive = canRemove
    }
}
