import CGtk
import CGtkShim

/// Something that has named actions: the application (`app.`), a window (`win.`), any widget by a group.
public protocol ActionMap: AnyObject {
    /// Adds an action without argument.
    @discardableResult
    func action(_ name: String, _ body: @escaping Gtk.Action) -> NamedAction
    /// Adds an action with a text as its argument, as menus and radio choices give it.
    @discardableResult
    func action(_ name: String, text body: @escaping @MainActor (String) -> Void) -> NamedAction
    /// Adds an action that is on or off.
    @discardableResult
    func action(_ name: String, isOn: Bool, _ body: @escaping @MainActor (Bool) -> Void) -> NamedAction
}

/// An action that menus, buttons and keys run by name.
public final class NamedAction: Object {
    /// Whether the action can be run; its buttons and menu items follow.
    public var isEnabled: Bool {
        get { flag("enabled") }
        set { set("enabled", newValue) }
    }

    /// Whether an on-off action is on. Setting it does not run it.
    public var isOn: Bool {
        get {
            guard let state = g_action_get_state(opaque) else { return false }
            defer { g_variant_unref(state) }
            return g_variant_is_of_type(state, VariantType.flag) != 0 && g_variant_get_boolean(state) != 0
        }
        set {
            guard let opaque else { return }
            g_simple_action_set_state(opaque, g_variant_new_boolean(newValue ? 1 : 0))
        }
    }

    /// Runs the action as if it were chosen.
    public func run() {
        guard let opaque else { return }
        g_action_activate(opaque, nil)
    }
}

/// Actions kept by a GActionMap.
protocol ActionKeeper: ActionMap {
    /// The GActionMap.
    var actionMap: Object { get }
}

extension Application: ActionKeeper {}

/// The actions of one widget, reached from it and from everything inside it by a prefix (`table.copy`).
public final class ActionGroup: Object, ActionKeeper {
    /// A group put into a widget under a prefix.
    public init(_ widget: Widget, prefix: String) {
        super.init(UnsafeMutableRawPointer(g_simple_action_group_new()), .owned)
        guard let owner = widget.widget else { return }
        gtk_widget_insert_action_group(owner, prefix, opaque)
    }

    /// Where the actions are kept.
    var actionMap: Object { self }
}

/// The actions of a window that belongs to an application.
extension Window: ActionKeeper {
    /// Where the actions are kept.
    var actionMap: Object { self }
}

extension ActionKeeper {
    /// Adds an action without argument.
    @discardableResult
    public func action(_ name: String, _ body: @escaping Gtk.Action) -> NamedAction {
        add(g_simple_action_new(name, nil)) { _, _ in body() }
    }

    /// Adds an action with a text as its argument.
    @discardableResult
    public func action(_ name: String, text body: @escaping @MainActor (String) -> Void) -> NamedAction {
        add(g_simple_action_new(name, VariantType.text)) { _, parameter in
            guard let parameter else { return }
            body(String(borrowing: g_variant_get_string(OpaquePointer(parameter), nil)))
        }
    }

    /// Adds an action that is on or off; running it turns it.
    @discardableResult
    public func action(
        _ name: String, isOn: Bool, _ body: @escaping @MainActor (Bool) -> Void
    ) -> NamedAction {
        let state = g_variant_new_boolean(isOn ? 1 : 0)
        return add(g_simple_action_new_stateful(name, nil, state)) { action, _ in
            action.isOn.toggle()
            body(action.isOn)
        }
    }

    /// Gives the action to the map, which owns it from then on; the handle only borrows it.
    private func add(
        _ made: OpaquePointer?, _ body: @escaping @MainActor (NamedAction, UnsafeMutableRawPointer?) -> Void
    ) -> NamedAction {
        let reference = Object(made.map { UnsafeMutableRawPointer($0) }, .owned)
        let action = NamedAction(reference.raw, .borrowed)
        action.onPointer("activate") { body(action, $0) }
        // A window without an application is no action map.
        if shim_is_a(actionMap.raw, g_action_map_get_type()) != 0, let map = actionMap.opaque {
            reference.held { g_action_map_add_action(map, $0.opaque) }
        }
        return action
    }
}

/// The GVariant types in use, made once.
private enum VariantType {
    /// A yes or no.
    static let flag = g_variant_type_new("b")
    /// A text.
    static let text = g_variant_type_new("s")
}
