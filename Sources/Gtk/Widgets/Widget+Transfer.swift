import CGtk
import CGtkShim
import Foundation

/// Clipboard.
extension Widget {
    /// Puts text on the clipboard.
    public func setClipboard(text: String) {
        guard let widget, let clipboard = gtk_widget_get_clipboard(widget) else { return }
        gdk_clipboard_set_text(clipboard, text.withoutNul)
    }

    /// Puts a text on the clipboard as plain text and as HTML: who takes it chooses.
    public func setClipboard(text: String, html: String) {
        guard let widget, let clipboard = gtk_widget_get_clipboard(widget) else { return }
        let bytes = Array(html.utf8).withUnsafeBytes { g_bytes_new($0.baseAddress, gsize($0.count)) }
        defer { g_bytes_unref(bytes) }
        // The union takes over its parts.
        var kinds = [
            shim_text_content(text.withoutNul), gdk_content_provider_new_for_bytes("text/html", bytes),
        ]
        guard let both = gdk_content_provider_new_union(&kinds, gsize(kinds.count)) else { return }
        gdk_clipboard_set_content(clipboard, both)
        g_object_unref(both)
    }

    /// Puts a picture on the clipboard; says whether the bytes are a picture.
    ///
    /// - Parameter png: the bytes of a PNG file.
    @discardableResult
    public func setClipboard(png: Data) -> Bool {
        guard let widget, let clipboard = gtk_widget_get_clipboard(widget) else { return false }
        let bytes = png.withUnsafeBytes { g_bytes_new($0.baseAddress, gsize($0.count)) }
        defer { g_bytes_unref(bytes) }
        guard let texture = gdk_texture_new_from_bytes(bytes, nil) else { return false }
        gdk_clipboard_set_texture(clipboard, texture)
        g_object_unref(UnsafeMutableRawPointer(texture))
        return true
    }

    /// Reads text from the clipboard, nil where it holds none. The source of a page of the web comes as what it says, in
    /// cells parted by tabs.
    public func readClipboard(_ body: @escaping @MainActor (String?) -> Void) {
        typealias Read = @MainActor (String?) -> Void
        guard let widget, let clipboard = gtk_widget_get_clipboard(widget) else { return body(nil) }
        gdk_clipboard_read_text_async(
            clipboard, nil,
            { source, result, data in
                guard let data else { return }
                let box = Unmanaged<ClosureBox<Read>>.fromOpaque(data).takeRetainedValue()
                let text = gdk_clipboard_read_text_finish(source.map { OpaquePointer($0) }, result, nil)
                let read = text.map { String(cString: $0) }.map {
                    TabularHTML.isOne($0) ? TabularText.tabbed(TabularHTML.rows(of: $0)) : $0
                }
                g_free(text)
                MainActor.assumeIsolated { box.body(read) }
            }, ClosureBox<Read>.retained(body))
    }
}

/// Dragging and dropping.
extension Widget {
    /// Takes files that are dropped on the widget; the answer says whether they are taken. While files are
    /// above it the widget has the style class `drop(active)`.
    public func onDropFiles(_ body: @escaping @MainActor ([URL]) -> Bool) {
        onDrop(shim_type_file_list(), GDK_ACTION_COPY) { value in
            let list = shim_value_files(value)
            defer { g_slist_free(list) }
            var urls: [URL] = []
            var node = list
            while let entry = node {
                if let file = entry.pointee.data.flatMap({ url(of: OpaquePointer($0)) }) { urls.append(file) }
                node = entry.pointee.next
            }
            return urls.isEmpty ? false : body(urls)
        }
    }

    /// Takes text that is dropped on the widget; the answer says whether it is taken.
    public func onDropText(_ body: @escaping @MainActor (String) -> Bool) {
        onDrop(shim_type_string(), GDK_ACTION_MOVE) { value in
            guard let text = shim_value_text(value) else { return false }
            return body(String(cString: text))
        }
    }

    /// Lets the person drag the widget, whose picture goes with the pointer; the closure gives the text that is carried, or
    /// nil to refuse. `end` is called when it is dropped or given up.
    public func onDrag(_ body: @escaping @MainActor () -> String?, end: @escaping Action = {}) {
        guard let source = gtk_drag_source_new() else { return }
        gtk_drag_source_set_actions(source, GDK_ACTION_MOVE)
        typealias Prepare = @MainActor () -> UInt
        let prepare: Prepare = { UInt(bitPattern: body().map { shim_text_content($0.withoutNul) } ?? nil) }
        let trampoline: @convention(c) (UnsafeMutableRawPointer?) -> UInt = { data in
            guard let body = ClosureBox<Prepare>.body(at: data) else { return 0 }
            return MainActor.assumeIsolated { body() }
        }
        let handle = Object(UnsafeMutableRawPointer(source), .borrowed)
        handle.connect(
            "prepare", unsafeBitCast(trampoline, to: GCallback.self), ClosureBox<Prepare>.retained(prepare),
            swapped: true)
        handle.on("drag-begin") { [weak self, weak handle] in
            guard let widget = self?.widget, let source = handle?.opaque,
                let picture = gtk_widget_paintable_new(widget)
            else { return }
            gtk_drag_source_set_icon(source, picture, 0, 0)
            g_object_unref(UnsafeMutableRawPointer(picture))
        }
        handle.on("drag-end", end)
        keep(handle)
        _ = add(source, .bubble)
    }

    private func onDrop(
        _ type: GType, _ actions: GdkDragAction,
        _ body: @escaping @MainActor (UnsafePointer<GValue>?) -> Bool
    ) {
        guard let target = gtk_drop_target_new(type, actions) else { return }
        let handle = Object(UnsafeMutableRawPointer(target), .borrowed)
        handle.onDropped("drop") { value, _, _ in
            body(value.map { UnsafePointer($0.assumingMemoryBound(to: GValue.self)) })
        }
        _ = add(target, .bubble)
    }
}
