import Gtk

/// The buttons below a table: one adds a row, one takes the chosen row out.
final class TableTools {
    /// The buttons in a row.
    let widget = WrapBox()
    private let add: Button
    private let remove: Button

    /// Buttons with these names; `_` before a letter makes it the key for Alt.
    init(add: String, remove: String, onAdd: @escaping Action, onRemove: @escaping Action) {
        self.add = Button(add, icon: "list-add-symbolic", onClick: onAdd)
        self.remove = Button(remove, icon: "list-remove-symbolic", onClick: onRemove)
        widget.append(self.add)
        widget.append(self.remove)
    }

    /// Lets the person add, and remove where a row is chosen.
    func allow(add canAdd: Bool, remove canRemove: Bool) {
        add.isSensitive = canAdd
        remove.isSensitive = canRemove
    }
}
