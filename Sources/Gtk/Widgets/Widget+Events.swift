import CGtk
import CGtkShim

/// A key that was pressed, with the modifiers held.
public struct Key: Sendable {
    /// Keys that have a name.
    public enum Named: Sendable {
        case enter, escape, tab, up, down, left, right, home, end, pageUp, pageDown, delete, backspace, space,
            f2
    }

    /// GDK's value of the key.
    public let value: UInt32
    /// GDK's bits of the modifiers.
    public let modifiers: UInt32

    /// Whether Shift is held.
    public var hasShift: Bool { modifiers & GDK_SHIFT_MASK.rawValue != 0 }
    /// Whether Control is held.
    public var hasControl: Bool { modifiers & GDK_CONTROL_MASK.rawValue != 0 }
    /// Whether Alt is held.
    public var hasAlt: Bool { modifiers & GDK_ALT_MASK.rawValue != 0 }

    /// The key's name, nil for letters and the like. Keypad keys count as their like.
    public var named: Named? {
        switch Int32(bitPattern: value) {
        case GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_ISO_Enter: .enter
        case GDK_KEY_Escape: .escape
        case GDK_KEY_Tab, GDK_KEY_ISO_Left_Tab, GDK_KEY_KP_Tab: .tab
        case GDK_KEY_Up, GDK_KEY_KP_Up: .up
        case GDK_KEY_Down, GDK_KEY_KP_Down: .down
        case GDK_KEY_Left, GDK_KEY_KP_Left: .left
        case GDK_KEY_Right, GDK_KEY_KP_Right: .right
        case GDK_KEY_Home, GDK_KEY_KP_Home: .home
        case GDK_KEY_End, GDK_KEY_KP_End: .end
        case GDK_KEY_Page_Up, GDK_KEY_KP_Page_Up: .pageUp
        case GDK_KEY_Page_Down, GDK_KEY_KP_Page_Down: .pageDown
        case GDK_KEY_Delete, GDK_KEY_KP_Delete: .delete
        case GDK_KEY_BackSpace: .backspace
        case GDK_KEY_space: .space
        case GDK_KEY_F2: .f2
        default: nil
        }
    }

    /// The character that the key writes; nil for keys that write none or while Control or Alt is held.
    public var character: Character? {
        guard !hasControl, !hasAlt else { return nil }
        let code = gdk_keyval_to_unicode(value)
        guard code >= 32, code != 127, let scalar = Unicode.Scalar(code) else { return nil }
        return Character(scalar)
    }

    /// Whether it is that key.
    public func `is`(_ name: Named) -> Bool { named == name }
}

/// Keys, pointer and focus, each by a controller that the widget owns.
extension Widget {
    /// When a controller hears of an event that is for something inside the widget.
    public enum Phase: Sendable {
        /// Before what is inside.
        case capture
        /// After what is inside, if that did not take it.
        case bubble
    }

    /// Called at each key; the answer says whether the key is taken.
    public func onKey(_ phase: Phase = .bubble, _ body: @escaping @MainActor (Key) -> Bool) {
        guard let controller = add(gtk_event_controller_key_new(), phase) else { return }
        controller.onKeyval("key-pressed") { body(Key(value: $0, modifiers: $1)) }
    }

    /// Called when the keyboard focus comes to the widget (or into it) and when it leaves.
    public func onFocus(enter: Action? = nil, leave: Action? = nil) {
        guard let controller = add(gtk_event_controller_focus_new(), .bubble) else { return }
        if let enter { controller.on("enter", enter) }
        if let leave { controller.on("leave", leave) }
    }

    /// Called when the primary button is pressed: how many times in a row, and where in the widget.
    public func onPress(
        _ phase: Phase = .bubble, button: Int = 1,
        _ body: @escaping @MainActor (_ count: Int, _ x: Double, _ y: Double) -> Void
    ) {
        guard let widget, let gesture = gtk_gesture_click_new() else { return }
        gtk_gesture_single_set_button(gesture, guint(clamping: button))
        let controller = Object(UnsafeMutableRawPointer(gesture), .borrowed)
        gtk_event_controller_set_propagation_phase(gesture, phase.code)
        controller.onPressed("pressed", body)
        gtk_widget_add_controller(widget, gesture)
    }

    /// Called when the primary button is pressed, also with whether Shift is held.
    func onPressWithShift(
        _ phase: Phase, _ body: @escaping @MainActor (_ count: Int, _ x: Double, _ y: Double, Bool) -> Void
    ) {
        guard let widget, let gesture = gtk_gesture_click_new() else { return }
        gtk_gesture_single_set_button(gesture, 1)
        let controller = Object(UnsafeMutableRawPointer(gesture), .borrowed)
        gtk_event_controller_set_propagation_phase(gesture, phase.code)
        controller.onPressed("pressed") { [weak controller] count, x, y in
            let state =
                controller?.opaque.map { gtk_event_controller_get_current_event_state($0).rawValue } ?? 0
            body(count, x, y, state & GDK_SHIFT_MASK.rawValue != 0)
        }
        keep(controller)
        gtk_widget_add_controller(widget, gesture)
    }

    /// Called while the pointer is dragged over the widget: where it began and where it is; then when it ends.
    func onPointerDrag(
        _ body: @escaping @MainActor (_ startX: Double, _ startY: Double, _ x: Double, _ y: Double) -> Void,
        end: @escaping Action
    ) {
        guard let widget, let gesture = gtk_gesture_drag_new() else { return }
        let controller = Object(UnsafeMutableRawPointer(gesture), .borrowed)
        gtk_event_controller_set_propagation_phase(gesture, GTK_PHASE_CAPTURE)
        controller.onMoved("drag-update") { [weak controller] x, y in
            var start = (x: 0.0, y: 0.0)
            guard let gesture = controller?.opaque,
                gtk_gesture_drag_get_start_point(gesture, &start.x, &start.y) != 0
            else { return }
            body(start.x, start.y, start.x + x, start.y + y)
        }
        controller.onMoved("drag-end") { _, _ in end() }
        keep(controller)
        gtk_widget_add_controller(widget, gesture)
    }

    /// Called while the pointer moves over the widget, and when it leaves.
    public func onHover(
        move: @escaping @MainActor (_ x: Double, _ y: Double) -> Void, leave: @escaping Action
    ) {
        guard let controller = add(gtk_event_controller_motion_new(), .bubble) else { return }
        controller.onMoved("motion", move)
        controller.on("leave", leave)
    }

    /// Called when the wheel turns; the answer says whether that is taken.
    public func onWheel(
        _ body: @escaping @MainActor (_ dx: Double, _ dy: Double, _ control: Bool) -> Bool
    ) {
        guard
            let controller = add(
                gtk_event_controller_scroll_new(GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES), .capture)
        else { return }
        controller.onScrolled("scroll") { [weak controller] dx, dy in
            guard let event = controller?.opaque else { return false }
            let state = gtk_event_controller_get_current_event_state(event).rawValue
            return body(dx, dy, state & GDK_CONTROL_MASK.rawValue != 0)
        }
        keep(controller)
    }

    /// Runs the body when keys are pressed while the focus is in the widget; `keys` as in `<Control>f`.
    public func onShortcut(_ keys: String, _ body: @escaping @MainActor () -> Bool) {
        guard let widget, let controller = gtk_shortcut_controller_new(),
            let trigger = gtk_shortcut_trigger_parse_string(keys)
        else { return }
        typealias Answer = @MainActor () -> Bool
        let action = gtk_callback_action_new(
            { _, _, data in
                guard let body = ClosureBox<Answer>.body(at: data) else { return 0 }
                return MainActor.assumeIsolated { body() } ? 1 : 0
            }, ClosureBox<Answer>.retained(body), releaseBox)
        gtk_shortcut_controller_add_shortcut(controller, gtk_shortcut_new(trigger, action))
        gtk_widget_add_controller(widget, controller)
    }

    /// Gives a controller to the widget, which owns it from then on, and returns a handle that borrows it.
    func add(_ controller: OpaquePointer?, _ phase: Phase) -> Object? {
        guard let widget, let controller else { return nil }
        gtk_event_controller_set_propagation_phase(controller, phase.code)
        gtk_widget_add_controller(widget, controller)
        return Object(UnsafeMutableRawPointer(controller), .borrowed)
    }
}

extension Widget.Phase {
    /// GTK's number of the phase.
    var code: GtkPropagationPhase { self == .capture ? GTK_PHASE_CAPTURE : GTK_PHASE_BUBBLE }
}
