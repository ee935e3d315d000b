/// A file of gettext: a template or the texts of one language.
struct Catalogue {
    /// One text with its translations, a plural's in order of their numbers.
    struct Entry: Equatable {
        var message: Message
        var translations: [String]
        var isFuzzy = false
        /// The line on which it begins, from 1.
        var line: Int
    }

    let path: String
    /// The texts, the header left out.
    let entries: [Entry]

    /// Reads what msgmerge and xgettext write: entries with an empty line between them; obsolete ones are left out.
    init(path: String, text: String) {
        self.path = path
        var entries: [Entry] = []
        var lines: [Substring] = []
        var start = 1
        for (index, line) in (text + "\n\n").split(separator: "\n", omittingEmptySubsequences: false)
            .enumerated()
        {
            guard line.isEmpty else {
                lines.append(line)
                continue
            }
            if let entry = Self.entry(of: lines, at: start), !entry.message.text.isEmpty {
                entries.append(entry)
            }
            lines = []
            start = index + 2
        }
        self.entries = entries
    }

    private static func entry(of lines: [Substring], at start: Int) -> Entry? {
        var fields: [(key: String, text: String)] = []
        var isFuzzy = false
        for line in lines {
            if line.hasPrefix("#") {
                isFuzzy = isFuzzy || (line.hasPrefix("#,") && line.contains("fuzzy"))
                continue
            }
            guard let open = line.firstIndex(of: "\""), line.hasSuffix("\"") else { continue }
            let text = unescaped(String(line[line.index(after: open)...].dropLast()))
            let key = line[..<open].filter { $0 != " " }
            if key.isEmpty, let last = fields.indices.last {
                fields[last].text += text
            } else {
                fields.append((String(key), text))
            }
        }
        func field(_ key: String) -> String? { fields.first { $0.key == key }?.text }
        guard let text = field("msgid") else { return nil }
        return Entry(
            message: Message(context: field("msgctxt"), text: text, plural: field("msgid_plural")),
            translations: fields.filter { $0.key.hasPrefix("msgstr") }.map(\.text), isFuzzy: isFuzzy,
            line: start)
    }

    /// What keeps the texts from being shown well in their language, each as a sentence with its place.
    var violations: [String] { entries.flatMap(violations) }

    /// The same of what is translated alone.
    var faults: [String] { entries.filter { !isMissing($0) }.flatMap(violations) }

    private func violations(of entry: Entry) -> [String] {
        let place = "\(path):\(entry.line): “\(entry.message.text)”"
        if entry.isFuzzy { return ["\(place) has a translation that nobody confirmed (fuzzy)"] }
        if isMissing(entry) { return ["\(place) has no translation"] }
        return entry.translations.filter { !keepsPlaceholders($0, of: entry.message) }
            .map { "\(place) and its translation “\($0)” have different placeholders" }
    }

    private func isMissing(_ entry: Entry) -> Bool {
        entry.translations.contains("") || entry.translations.isEmpty
    }

    /// A plural's forms may leave out the count (“one finding”), nothing else.
    private func keepsPlaceholders(_ translation: String, of message: Message) -> Bool {
        let found = placeholders(in: translation)
        let written = placeholders(in: message.text)
        guard let plural = message.plural else { return found == written }
        let all = written.union(placeholders(in: plural))
        return found.isSubset(of: all) && all.subtracting(["count"]).isSubset(of: found)
    }
}

/// What `Resources/translations` would change, found without it.
enum TranslationUpkeep {
    /// The differences between the texts that the sources call for and the list of files and the template.
    ///
    /// A template with texts of `.ui` files may hold more than the sources call for.
    static func differences(calls: [TranslationCall], listed: Set<String>, template: Catalogue) -> [String] {
        let calling = Set(calls.map(\.path))
        let known = Set(template.entries.map(\.message))
        let unlisted = calling.subtracting(listed).map { "\($0) is not in the list of files" }
        let needless = listed.subtracting(calling).filter { $0.hasSuffix(".swift") }.map {
            "\($0) has no text"
        }
        let missing = calls.filter { !known.contains($0.message) }
            .map { "\($0.path):\($0.line): “\($0.message.text)” is not in the template" }
        let hasOtherTexts = listed.contains { $0.hasSuffix(".ui") }
        let gone =
            hasOtherTexts
            ? [] : known.subtracting(calls.map(\.message)).map { "“\($0.text)” is called nowhere" }
        return unlisted.sorted() + needless.sorted() + missing + gone.sorted()
    }
}
