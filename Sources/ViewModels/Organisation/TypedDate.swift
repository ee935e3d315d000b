import Model

/// A day that a person types.
public enum TypedDate {
    /// The day of a text as `31/12/2025`; nil for an empty text.
    public static func read(_ text: String) throws(EditRefusal) -> CalendarDate? {
        let text = text.trimmingWhitespace()
        guard !text.isEmpty else { return nil }
        guard let date = CalendarDate(italian: text) ?? CalendarDate(iso: text) else { throw .noDate(text) }
        return date
    }
}
