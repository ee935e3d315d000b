import CGtk
import CGtkShim

/// How the buttons of the program answer to keys: at once.
///
/// Those of GTK 4.8 click when the key is released, or a quarter of a second later where that is not seen, and take the
/// keys that are typed meanwhile: the beginning of what is typed into a field that the button opens would be lost. The
/// buttons of GTK's own dialogs stay as they are: their dialogs count on it.
enum ButtonActivation {
    /// What GTK does; set once the type answers by itself.
    private static var former: (@convention(c) (UnsafeMutablePointer<GtkButton>?) -> Void)?

    /// Lets a button answer at once.
    static func quicken(_ button: Button) {
        install()
        button.raw.map { g_object_set_data(gobject($0), quick, $0) }
    }

    /// Gives the type of buttons an answer that tells ours from others.
    private static func install() {
        guard former == nil,
            let type = g_type_class_ref(gtk_button_get_type())?.assumingMemoryBound(to: GtkButtonClass.self)
        else { return }
        former = type.pointee.activate
        type.pointee.activate = answer
    }

    private static let answer: @convention(c) (UnsafeMutablePointer<GtkButton>?) -> Void = { button in
        let address = UInt(bitPattern: button)
        MainActor.assumeIsolated {
            guard let raw = UnsafeMutableRawPointer(bitPattern: address) else { return }
            guard g_object_get_data(gobject(raw), ButtonActivation.quick) == nil else {
                return ButtonActivation.click(Widget(borrowing: raw))
            }
            ButtonActivation.former?(raw.assumingMemoryBound(to: GtkButton.self))
        }
    }

    /// Clicks; a key that is held clicks as often as GTK lets it.
    private static func click(_ button: Widget) {
        guard let raw = button.raw, let widget = button.widget, gtk_widget_get_realized(widget) != 0,
            g_object_get_data(gobject(raw), held) == nil
        else { return }
        g_object_set_data(gobject(raw), held, raw)
        forgetOnRelease(button)
        Timer.after(milliseconds: 250) { forget(button) }
        button.emit("clicked")
    }

    private static let quick = "barometro-quick"
    private static let held = "barometro-held"
    private static let heard = "barometro-heard"

    private static func forget(_ button: Widget) {
        button.raw.map { g_object_set_data(gobject($0), held, nil) }
    }

    /// The next press of a key counts as soon as this one is over.
    private static func forgetOnRelease(_ button: Widget) {
        guard let raw = button.raw, g_object_get_data(gobject(raw), heard) == nil else { return }
        g_object_set_data(gobject(raw), heard, raw)
        button.add(gtk_event_controller_key_new(), .bubble)?.on("key-released") { forget(button) }
    }
}
