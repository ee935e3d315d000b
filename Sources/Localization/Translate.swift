/// The text in the language in force, with each `{name}` replaced by the value of that name.
///
/// The text is a literal, so that xgettext finds it: `tr("Saved {count} changes", ["count": "3"])`.
public func tr(_ text: StaticString, _ values: [String: String] = [:]) -> String {
    let source = text.description
    let found = Gettext.translation(of: source, into: Localization.language)
    return filled(found ?? source, with: values)
}

/// The same for a text that means several things: the context says which ("state", "month") and is never shown.
public func trc(_ context: StaticString, _ text: StaticString, _ values: [String: String] = [:]) -> String {
    let found = Gettext.translation(of: "\(context)\u{4}\(text)", into: Localization.language)
    return filled(found ?? text.description, with: values)
}

/// The text that fits a count; `{count}` is replaced by the count as it is written in the language in force.
///
/// `trn("{count} finding", "{count} findings", 3)`
public func trn(
    _ one: StaticString, _ other: StaticString, _ count: Int, _ values: [String: String] = [:]
) -> String {
    let found = Gettext.translation(
        of: one.description, other.description, count: count, into: Localization.language)
    let source = count == 1 ? one.description : other.description
    let counted = ["count": Words.number(count)].merging(values) { _, given in given }
    return filled(found ?? source, with: counted)
}

/// The text with each `{name}` that has a value replaced, in one pass: what a value holds is left as it is.
func filled(_ text: String, with values: [String: String]) -> String {
    guard !values.isEmpty else { return text }
    var result = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "{") {
        result += rest[..<open]
        rest = rest[open...]
        guard let close = rest.firstIndex(of: "}") else { break }
        let name = String(rest[rest.index(after: open)..<close])
        guard let value = values[name] else {
            result.append("{")
            rest = rest.dropFirst()
            continue
        }
        result += value
        rest = rest[rest.index(after: close)...]
    }
    return result + rest
}
