import CGtk

/// A field for text of many lines, with its own undo.
public final class TextView: Widget {
    /// Borrowed from the view: a buffer of our own would hold the closures that hold us.
    private lazy var buffer = Object(
        pointer(GtkTextView.self).flatMap { gtk_text_view_get_buffer($0) }.map {
            UnsafeMutableRawPointer($0)
        },
        .borrowed)

    /// A field with a text, wrapped at words.
    public init(_ text: String = "") {
        super.init(type: gtk_text_view_get_type())
        set("wrap-mode", Int(GTK_WRAP_WORD_CHAR.rawValue))
        set("accepts-tab", false)
        padding = 6
        self.text = text
    }

    /// The whole text. Setting the same text does nothing, so the cursor stays.
    public var text: String {
        get { buffer.string("text") }
        set {
            guard newValue != text, let buffer = buffer.pointer(GtkTextBuffer.self) else { return }
            let clean = newValue.withoutNul
            gtk_text_buffer_set_text(buffer, clean, Int32(clamping: clean.utf8.count))
        }
    }

    /// Whether the person can change the text.
    public var isEditable: Bool {
        get { flag("editable") }
        set {
            set("editable", newValue)
            toggle(css: "locked", !newValue)
        }
    }

    /// Whether the typeface has letters of one width, as for source text.
    public var isMonospace: Bool {
        get { flag("monospace") }
        set { set("monospace", newValue) }
    }

    /// The distance of the text from the edge, in pixels.
    public var padding: Int {
        get { int("left-margin") }
        set { for side in ["left", "right", "top", "bottom"] { set("\(side)-margin", newValue) } }
    }

    /// The selected part, in characters as Unicode counts them; nil where none is.
    public var selection: Range<Int>? {
        guard let buffer = buffer.pointer(GtkTextBuffer.self) else { return nil }
        var start = GtkTextIter()
        var end = GtkTextIter()
        guard gtk_text_buffer_get_selection_bounds(buffer, &start, &end) != 0 else { return nil }
        return Int(gtk_text_iter_get_offset(&start))..<Int(gtk_text_iter_get_offset(&end))
    }

    /// Selects a part, in characters as Unicode counts them.
    public func select(_ part: Range<Int>) {
        guard let buffer = buffer.pointer(GtkTextBuffer.self) else { return }
        var start = GtkTextIter()
        var end = GtkTextIter()
        gtk_text_buffer_get_iter_at_offset(buffer, &start, Int32(clamping: part.lowerBound))
        gtk_text_buffer_get_iter_at_offset(buffer, &end, Int32(clamping: part.upperBound))
        gtk_text_buffer_select_range(buffer, &start, &end)
    }

    /// Selects a line, counted from 0, and scrolls to it.
    public func reveal(line: Int) {
        guard let view = pointer(GtkTextView.self), let buffer = buffer.pointer(GtkTextBuffer.self) else {
            return
        }
        var start = GtkTextIter()
        gtk_text_buffer_get_iter_at_line(buffer, &start, Int32(clamping: line))
        var end = start
        gtk_text_iter_forward_to_line_end(&end)
        gtk_text_buffer_select_range(buffer, &start, &end)
        gtk_text_view_scroll_to_mark(view, gtk_text_buffer_get_insert(buffer), 0, 1, 0, 0.3)
    }

    /// Called at each change of the text, for whatever reason.
    @discardableResult
    public func onChange(_ body: @escaping Action) -> Connection { buffer.on("changed", body) }

    /// Called when the focus leaves with another text than it came with, and when a window that closes takes what is
    /// typed.
    public func onCommit(_ body: @escaping @MainActor (String) -> Void) {
        var before = text
        let commit: Action = { [weak self] in
            guard let self, text != before else { return }
            before = text
            body(text)
        }
        onFocus(
            // Holds this handle as long as there is the field.
            enter: { [self] in
                before = text
                PendingInput.add(self) {
                    commit()
                    return true
                }
            },
            leave: { [weak self] in
                if let self { PendingInput.remove(self) }
                commit()
            })
    }
}
