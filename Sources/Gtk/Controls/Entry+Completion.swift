import CGtk
import CGtkShim

/// Names that are offered while a text is typed.
extension Entry {
    /// Offers those of `names` that hold what is typed, below the field; with `inline` the rest of the only one that
    /// begins so is written at once, selected, so that going on typing replaces it.
    public func complete(_ names: [String], inline: Bool = false) {
        guard let entry = pointer(GtkEntry.self) else { return }
        guard !names.isEmpty else {
            gtk_entry_set_completion(entry, nil)
            return
        }
        let completion = Object(gtk_entry_completion_new().map { UnsafeMutableRawPointer($0) }, .owned)
        completion.held { completion in
            let store = Entry.list(of: names)
            store.held { gtk_entry_completion_set_model(completion.opaque, $0.opaque) }
            gtk_entry_completion_set_text_column(completion.opaque, 0)
            gtk_entry_completion_set_minimum_key_length(completion.opaque, 1)
            gtk_entry_completion_set_inline_completion(completion.opaque, inline ? 1 : 0)
            gtk_entry_completion_set_popup_completion(completion.opaque, inline ? 0 : 1)
            if !inline { Entry.matchAnywhere(completion) }
            gtk_entry_set_completion(entry, completion.opaque)
        }
    }

    private static func list(of names: [String]) -> Object {
        var types = [shim_type_string()]
        let store = gtk_list_store_newv(1, &types)
        for name in names {
            var row = GtkTreeIter()
            gtk_list_store_append(store, &row)
            var value = GValue()
            g_value_init(&value, shim_type_string())
            g_value_set_string(&value, name.withoutNul)
            gtk_list_store_set_value(store, &row, 0, &value)
            g_value_unset(&value)
        }
        return Object(store.map { UnsafeMutableRawPointer($0) }, .owned)
    }

    /// A name is offered where the typed words stand in it, not only where it begins so. GTK gives the typed text
    /// normalised and in small letters.
    private static func matchAnywhere(_ completion: Object) {
        gtk_entry_completion_set_match_func(
            completion.opaque,
            { completion, typed, row, _ in
                var value = GValue()
                gtk_tree_model_get_value(gtk_entry_completion_get_model(completion), row, 0, &value)
                defer { g_value_unset(&value) }
                guard let typed, let name = g_value_get_string(&value) else { return 0 }
                let key = String(cString: typed)
                return String(cString: name).lowercased().contains(key) ? 1 : 0
            }, nil, nil)
    }
}
