import CGtk
import CGtkShim

/// How buttons answer to keys: at once.
///
/// Those of GTK 4.8 click when the key is released, or a quarter of a second later where that is not seen, and take the
/// keys that are typed meanwhile: the beginning of what is typed into a field that the button opens would be lost.
enum ButtonActivation {
    private static var isDone = false

    /// Gives the types of buttons that answer, before the first button is made: derived types copy it.
    static func install() {
        guard !isDone else { return }
        isDone = true
        for type in [gtk_button_get_type(), gtk_toggle_button_get_type()] {
            let known = g_type_class_ref(type)?.assumingMemoryBound(to: GtkButtonClass.self)
            known?.pointee.activate = { button in
                MainActor.assumeIsolated { ButtonActivation.click(Widget(borrowing: button)) }
            }
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
