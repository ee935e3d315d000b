import CGtk

/// What is pasted into fields comes when whoever holds the clipboard answers, perhaps when the field is gone.
public enum PendingPaste {
    /// An answer that has not come by then is not waited for any more.
    static let patience = 2_000  // milliseconds

    private static var isDone = false
    /// How many answers are waited for.
    private static var count = 0
    private static var waiting: [Action] = []

    /// Runs the body when nothing that was pasted is still to come: at once where that is so now; says whether it was.
    @discardableResult
    public static func whenDone(_ body: @escaping Action) -> Bool {
        guard count > 0 else {
            body()
            return true
        }
        waiting.append(body)
        return false
    }

    /// Whether something that was pasted is still to come.
    public static var isExpected: Bool { count > 0 }

    /// Notes that an answer is waited for; `given` says what is done with it, nil where none came. Runs once.
    static func expect(from widget: Widget, _ given: @escaping @MainActor (String?) -> Void) {
        count += 1
        var isOver = false
        let end: @MainActor (String?) -> Void = { text in
            guard !isOver else { return }
            isOver = true
            given(text)
            count -= 1
            guard count == 0 else { return }
            let bodies = waiting
            waiting = []
            for body in bodies { body() }
        }
        let timer = Timer.after(milliseconds: patience) { end(nil) }
        widget.readClipboard { text in
            timer.cancel()
            end(text)
        }
    }

    /// Keeps every field into which something is pasted for as long as an answer may take: those of GTK's own dialogs hear
    /// of it all the same, and GTK 4.8 keeps the text inside the field until then, but not the field.
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

extension TextField {
    /// Reads the clipboard for the field, so that it is known when what was pasted is there: what ends the input waits for it.
    func takePastes() {
        PendingPaste.guardFields()
        guard let opaque, let delegate = gtk_editable_get_delegate(opaque) else { return }
        let text = Object(UnsafeMutableRawPointer(delegate), .borrowed)
        text.on("paste-clipboard") { [weak self, weak text] in
            guard let self, isEditable, let raw = text?.raw else { return }
            g_signal_stop_emission_by_name(raw, "paste-clipboard")
            beginPaste()
        }
        keep(text)
        onKey(.capture) { [weak self, weak text] key in
            guard key.is(.enter), let self else { return false }
            // Enter is for the text with what was pasted.
            return waitsForPaste { text?.emit("activate") }
        }
    }

    private func beginPaste() {
        guard let raw else { return }
        pastes += 1
        let generation = pasteGeneration
        // The field and its handle stay until the answer is there, also where it goes from the screen.
        g_object_ref(raw)
        let held = Object(raw, .owned)
        let (former, replaced) = (text, selectedRange)
        PendingPaste.expect(from: self) { [self] text in
            defer { withExtendedLifetime(held) {} }
            guard generation == pasteGeneration else { return }
            pastes -= 1
            // A field that has lost the keyboard may have lost its selection too.
            if let text { insert(pasted: text, inPlaceOf: self.text == former ? replaced : selectedRange) }
            guard pastes == 0 else { return }
            let bodies = afterPaste
            afterPaste = []
            for body in bodies { body() }
        }
    }

    /// What is selected, in characters; an empty range where the cursor is.
    private var selectedRange: Range<gint> {
        guard let opaque else { return 0..<0 }
        var (start, end): (gint, gint) = (0, 0)
        guard gtk_editable_get_selection_bounds(opaque, &start, &end) != 0 else {
            let cursor = gtk_editable_get_position(opaque)
            return cursor..<cursor
        }
        return start..<end
    }

    private func insert(pasted text: String, inPlaceOf range: Range<gint>) {
        guard let opaque else { return }
        if !range.isEmpty { gtk_editable_delete_text(opaque, range.lowerBound, range.upperBound) }
        var position = range.lowerBound
        let clean = text.withoutNul
        gtk_editable_insert_text(opaque, clean, gint(clamping: clean.utf8.count), &position)
        gtk_editable_set_position(opaque, position)
    }

    /// Runs the body when what was pasted is there; false, and nothing is run, where nothing is waited for.
    func waitsForPaste(_ body: @escaping Action) -> Bool {
        guard pastes > 0 else { return false }
        afterPaste.append(body)
        return true
    }

    /// Gives up what was pasted and has not come: the field shows something else.
    func forgetPaste() {
        guard pastes > 0 else { return }
        pasteGeneration += 1
        pastes = 0
        afterPaste = []
    }
}
