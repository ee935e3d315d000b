import CGtk
import CGtkShim
import Foundation

/// Names that are offered while a text is typed.
extension Entry {
    /// Offers those of `names` that hold what is typed, below the field.
    public func complete(_ names: [String]) {
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
            Entry.matchAnywhere(completion)
            gtk_entry_set_completion(entry, completion.opaque)
        }
    }

    /// Writes behind what is typed how all of `names` that begin so go on, selected, so that going on typing replaces it.
    ///
    /// Not by GTK: 4.8 loses the selection at the second letter, and leaves the rest among what is typed.
    func completeInline(_ names: [String]) {
        guard !names.isEmpty else { return }
        let completion = InlineCompletion(self, names)
        onChange { [weak completion] in completion?.follow() }
        keep(completion)
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

/// Goes on with what is typed in a field, as long as names begin so.
private final class InlineCompletion {
    private weak var entry: Entry?
    private let names: [String]
    /// What the person typed last, and what was added to it.
    private var typed: String
    private var rest = ""
    private var isAdding = false

    init(_ entry: Entry, _ names: [String]) {
        self.entry = entry
        self.names = names
        typed = entry.text
    }

    /// Takes the former rest away and adds the new one once the key is done with: the cursor moves after the text has
    /// changed.
    func follow() {
        guard !isAdding, let text = entry?.text else { return }
        let isStale = typedBefore(rest, in: text)
        let now = isStale ? String(text.dropLast(rest.count)) : text
        let hasGrown = now.count > typed.count && now.hasPrefix(typed)
        (typed, rest) = (now, "")
        guard isStale || hasGrown else { return }
        Timer.next { [weak self] in
            guard let self, let entry, entry.text == text else { return }
            isAdding = true
            defer { isAdding = false }
            if isStale {
                gtk_editable_delete_text(entry.opaque, Int32(clamping: typed.unicodeScalars.count), -1)
            }
            if hasGrown { add() }
        }
    }

    /// Whether something was typed or deleted before a rest that is still there: the display takes the selection away when
    /// it hears late that another one had ended, so that keys do not replace it.
    private func typedBefore(_ rest: String, in text: String) -> Bool {
        guard !rest.isEmpty, text.hasSuffix(rest) else { return false }
        let before = text.dropLast(rest.count)
        return before != typed && (before.hasPrefix(typed) || typed.hasPrefix(before))
    }

    private func add() {
        let matches = names.filter { $0.lowercased().hasPrefix(typed.lowercased()) }
        guard let entry, let field = entry.opaque, let first = matches.first,
            gtk_editable_get_position(field) == typed.unicodeScalars.count
        else { return }
        let common = matches.dropFirst().reduce(first) {
            $0.commonPrefix(with: $1, options: .caseInsensitive)
        }
        rest = String(common.dropFirst(typed.count)).withoutNul
        guard !rest.isEmpty else { return }
        var end = Int32(clamping: typed.unicodeScalars.count)
        gtk_editable_insert_text(field, rest, Int32(clamping: rest.utf8.count), &end)
        gtk_editable_select_region(field, Int32(clamping: typed.unicodeScalars.count), -1)
    }
}
