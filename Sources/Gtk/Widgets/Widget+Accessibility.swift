import CGtk
import CGtkShim

/// What a widget is for assistive technologies; fixed when the widget is made.
public enum AccessibleRole: Sendable {
    case alert, button, cell, checkbox, columnHeader, form, generic, grid, gridCell, group, heading, image,
        label,
        link, list, listItem, main, meter, navigation, none, presentation, progressBar, region, row, search,
        status, table, textBox, toolbar, treeGrid

    /// GTK's number of the role.
    var code: Int32 {
        let role: GtkAccessibleRole =
            switch self {
            case .alert: GTK_ACCESSIBLE_ROLE_ALERT
            case .button: GTK_ACCESSIBLE_ROLE_BUTTON
            case .cell: GTK_ACCESSIBLE_ROLE_CELL
            case .checkbox: GTK_ACCESSIBLE_ROLE_CHECKBOX
            case .columnHeader: GTK_ACCESSIBLE_ROLE_COLUMN_HEADER
            case .form: GTK_ACCESSIBLE_ROLE_FORM
            case .generic: GTK_ACCESSIBLE_ROLE_GENERIC
            case .grid: GTK_ACCESSIBLE_ROLE_GRID
            case .gridCell: GTK_ACCESSIBLE_ROLE_GRID_CELL
            case .group: GTK_ACCESSIBLE_ROLE_GROUP
            case .heading: GTK_ACCESSIBLE_ROLE_HEADING
            case .image: GTK_ACCESSIBLE_ROLE_IMG
            case .label: GTK_ACCESSIBLE_ROLE_LABEL
            case .link: GTK_ACCESSIBLE_ROLE_LINK
            case .list: GTK_ACCESSIBLE_ROLE_LIST
            case .listItem: GTK_ACCESSIBLE_ROLE_LIST_ITEM
            case .main: GTK_ACCESSIBLE_ROLE_MAIN
            case .meter: GTK_ACCESSIBLE_ROLE_METER
            case .navigation: GTK_ACCESSIBLE_ROLE_NAVIGATION
            case .none: GTK_ACCESSIBLE_ROLE_NONE
            case .presentation: GTK_ACCESSIBLE_ROLE_PRESENTATION
            case .progressBar: GTK_ACCESSIBLE_ROLE_PROGRESS_BAR
            case .region: GTK_ACCESSIBLE_ROLE_REGION
            case .row: GTK_ACCESSIBLE_ROLE_ROW
            case .search: GTK_ACCESSIBLE_ROLE_SEARCH
            case .status: GTK_ACCESSIBLE_ROLE_STATUS
            case .table: GTK_ACCESSIBLE_ROLE_TABLE
            case .textBox: GTK_ACCESSIBLE_ROLE_TEXT_BOX
            case .toolbar: GTK_ACCESSIBLE_ROLE_TOOLBAR
            case .treeGrid: GTK_ACCESSIBLE_ROLE_TREE_GRID
            }
        return Int32(role.rawValue)
    }
}

/// Names, descriptions, relations and states that a screen reader tells.
extension Widget {
    /// Says in words what the widget is and, at more length, what it is for.
    @discardableResult
    public func accessible(label: String? = nil, description: String? = nil) -> Self {
        if let label { shim_accessible_text(raw, GTK_ACCESSIBLE_PROPERTY_LABEL, label) }
        if let description { shim_accessible_text(raw, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description) }
        return self
    }

    /// Says the value in words, where the number alone is not what a person would say.
    @discardableResult
    public func accessible(valueText: String) -> Self {
        shim_accessible_text(raw, GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, valueText)
        return self
    }

    /// Tells a value within its range, for a meter that is drawn.
    @discardableResult
    public func accessible(value: Double, in range: ClosedRange<Double>) -> Self {
        shim_accessible_number(raw, GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, range.lowerBound)
        shim_accessible_number(raw, GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, range.upperBound)
        shim_accessible_number(raw, GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, value)
        return self
    }

    /// The rank of a heading, from 1.
    @discardableResult
    public func accessible(level: Int) -> Self {
        shim_accessible_int(raw, GTK_ACCESSIBLE_PROPERTY_LEVEL, Int32(clamping: level))
        return self
    }

    /// Takes its name from another widget, as a field does from its label.
    @discardableResult
    public func labelled(by label: Widget) -> Self {
        shim_accessible_relation(raw, GTK_ACCESSIBLE_RELATION_LABELLED_BY, label.raw)
        return self
    }

    /// Takes its description from another widget, as a field does from its hint or its error.
    @discardableResult
    public func described(by description: Widget) -> Self {
        shim_accessible_relation(raw, GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, description.raw)
        return self
    }

    /// Marks the field as wrong, for the eye (style class `error`) and for the screen reader; nil clears it.
    ///
    /// - Parameter problem: what is wrong, shown as tooltip and told as description.
    public func mark(invalid problem: String?) {
        toggle(css: "error", problem != nil)
        tooltip = problem
        let state = problem == nil ? GTK_ACCESSIBLE_INVALID_FALSE : GTK_ACCESSIBLE_INVALID_TRUE
        shim_accessible_state(raw, GTK_ACCESSIBLE_STATE_INVALID, Int32(state.rawValue))
        shim_accessible_text(raw, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, problem ?? "")
    }

    /// Tells that the field must be filled.
    public func setRequired(_ required: Bool) {
        shim_accessible_flag(raw, GTK_ACCESSIBLE_PROPERTY_REQUIRED, required ? 1 : 0)
    }

    /// Tells that the content is being made and is not to be read yet.
    public func setBusy(_ busy: Bool) {
        shim_accessible_state(raw, GTK_ACCESSIBLE_STATE_BUSY, busy ? 1 : 0)
    }

    /// Gives a control with words, `_` before a letter, its name without the mark. GTK 4.8 takes the name from the words
    /// and from the label that shows them, so that it would be spoken twice, once with the mark.
    func accessibleName(fromMnemonic title: String) {
        guard let opaque else { return }
        accessible(label: title.replacing("_", with: ""))
        gtk_accessible_reset_relation(opaque, GTK_ACCESSIBLE_RELATION_LABELLED_BY)
    }

    /// Names a control that shows an icon only, and shows the name where the pointer rests. GTK would tell the tooltip as
    /// a description too: the name would be spoken twice.
    func nameIcon(_ label: String) {
        tooltip = label
        accessible(label: label, description: "")
        if let opaque { gtk_accessible_reset_relation(opaque, GTK_ACCESSIBLE_RELATION_LABELLED_BY) }
    }

    /// The first widget inside.
    var firstChild: Widget? {
        widget.flatMap { gtk_widget_get_first_child($0) }.map { Widget(borrowing: $0) }
    }

    /// Hides the widget from screen readers, when it only repeats or decorates.
    @discardableResult
    public func accessibleHidden(_ hidden: Bool = true) -> Self {
        shim_accessible_state(raw, GTK_ACCESSIBLE_STATE_HIDDEN, hidden ? 1 : 0)
        return self
    }
}
