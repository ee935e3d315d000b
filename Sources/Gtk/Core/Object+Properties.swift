import CGtk
import CGtkShim

/// Properties by name: on a disposed object a read gives the type's empty value and a write does nothing.
extension Object {
    /// A boolean property.
    func flag(_ name: String) -> Bool { shim_get_int(raw, name) != 0 }

    /// Sets a boolean property.
    func set(_ name: String, _ value: Bool) { shim_set_int(raw, name, value ? 1 : 0) }

    /// An integer or enumeration property.
    func int(_ name: String) -> Int { Int(shim_get_int(raw, name)) }

    /// Sets an integer or enumeration property; the value is clamped to 32 bits.
    func set(_ name: String, _ value: Int) { shim_set_int(raw, name, Int32(clamping: value)) }

    /// A property of type double.
    func double(_ name: String) -> Double { shim_get_double(raw, name) }

    /// Sets a property of type double.
    func set(_ name: String, _ value: Double) { shim_set_double(raw, name, value) }

    /// A text property; empty where it is unset.
    func string(_ name: String) -> String { optionalString(name) ?? "" }

    /// A text property, nil where it is unset.
    func optionalString(_ name: String) -> String? {
        guard let text = shim_get_string(raw, name) else { return nil }
        defer { g_free(text) }
        return String(cString: text)
    }

    /// Sets a text property; nil unsets it. A NUL inside the text would end it early, so it is dropped.
    func set(_ name: String, _ value: String?) {
        shim_set_string(raw, name, value?.withoutNul)
    }

    /// Sets a property that holds an object; nil unsets it.
    func set(_ name: String, object: Object?) { shim_set_object(raw, name, object?.raw) }
}

extension String {
    /// The text without NUL characters, which C would take as its end.
    nonisolated var withoutNul: String {
        utf8.contains(0) ? String(unicodeScalars.filter { $0.value != 0 }.map(Character.init)) : self
    }

    /// The text behind a C string that somebody else owns; empty from NULL. Broken UTF-8 is repaired.
    nonisolated init(borrowing text: UnsafePointer<CChar>?) {
        self = text.map { String(cString: $0) } ?? ""
    }
}
