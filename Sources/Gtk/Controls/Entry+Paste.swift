import CGtk

/// What is pasted into a field comes when whoever holds the clipboard answers, perhaps when the field is gone. GTK 4.8 keeps
/// the text inside the field until then, but not the field, which hears of the change all the same.
enum PendingPaste {
    private static var isDone = false

    /// Keeps every field into which something is pasted for as long as an answer may take.
    static func guardFields() {
        guard !isDone else { return }
        isDone = true
        // Signals are known once a class is; the class of the texts in fields stays for good.
        g_type_class_ref(gtk_text_get_type())
        let signal = g_signal_lookup("paste-clipboard", gtk_text_get_type())
        g_signal_add_emission_hook(
            signal, 0,
            { _, count, values, _ in
                guard count > 0, let values, let text = g_value_get_object(values) else { return 1 }
                let raw = UnsafeMutableRawPointer(text)
                MainActor.assumeIsolated { PendingPaste.keep(fieldAround: raw) }
                return 1
            }, nil, nil)
    }

    private static func keep(fieldAround text: UnsafeMutableRawPointer) {
        guard let field = Widget(borrowing: text).parent?.raw else { return }
        g_object_ref(field)
        let held = Object(field, .owned)
        Timer.after(milliseconds: 30_000) { withExtendedLifetime(held) {} }
    }
}
