/// Finds the texts that a document refers to while it is decoded.
public struct SourceReader: Sendable {
    /// Where a decoder has it; a document for which it has one is written in the short forms.
    public static let key = CodingUserInfoKey(rawValue: "barometro.sources")

    /// What a place such as `a12` or `b3.2` stands for; nil where the document knows no such place.
    let find: @Sendable (Substring) -> Source?

    /// A reader that finds texts by `find`.
    public init(_ find: @escaping @Sendable (Substring) -> Source?) {
        self.find = find
    }

    /// The reader of a decoder; nil where what it decodes has no short forms.
    static func of(_ decoder: any Decoder) -> SourceReader? {
        key.flatMap { decoder.userInfo[$0] as? SourceReader }
    }
}

/// How documents write where the fields of a thing come from: `a12 name values.2019-2024; b3.2 due`, each place with the
/// fields that were read there. The thing as a whole, which has no name, is written `*`.
public enum SourceNotation {
    private static let whole = "*"
    /// No field has more cells than this.
    private static let mostYears = 400

    /// The notation of fields and their places; nil where a field has a name that it cannot write.
    public static func write(_ places: [String: String]) -> String? {
        guard !places.isEmpty, places.keys.allSatisfy(isPlain) else { return nil }
        let fields = places.keys.sorted()
        var order: [String] = []
        var byPlace: [String: [String]] = [:]
        for field in fields {
            let place = places[field] ?? ""
            if byPlace[place] == nil { order.append(place) }
            byPlace[place, default: []].append(field)
        }
        return order.map { place in
            ([place] + spans(of: byPlace[place] ?? [])).joined(separator: " ")
        }.joined(separator: "; ")
    }

    /// The sources that a notation names; nil for anything else.
    static func read(_ text: String, by reader: SourceReader) -> [String: Source]? {
        read(text, reader.find)
    }

    /// What a notation says of each field, where `find` gives what a place stands for; nil for anything else.
    public static func read<Value>(_ text: String, _ find: (Substring) -> Value?) -> [String: Value]? {
        var values: [String: Value] = [:]
        for group in text.split(separator: "; ", omittingEmptySubsequences: false) {
            let words = group.split(separator: " ", omittingEmptySubsequences: false)
            guard words.count > 1, let place = words.first, !place.isEmpty, let value = find(place) else {
                return nil
            }
            for word in words.dropFirst() {
                guard let fields = fields(word) else { return nil }
                for field in fields {
                    guard values.updateValue(value, forKey: field) == nil else { return nil }
                }
            }
        }
        return values
    }

    /// Whether a name holds nothing that the notation uses.
    private static func isPlain(_ name: String) -> Bool {
        name.utf8.allSatisfy { byte in
            (97...122).contains(byte) || (65...90).contains(byte) || (48...57).contains(byte) || byte == 46
        }
    }

    /// Names in order, with cells of consecutive years as one.
    private static func spans(of fields: [String]) -> [String] {
        var spans: [String] = []
        var cells: (member: Substring, years: ClosedRange<Int>)?
        func end() {
            guard let span = cells else { return }
            let (first, last) = (span.years.lowerBound, span.years.upperBound)
            spans.append("\(span.member)\(first)" + (first == last ? "" : "-\(last)"))
            cells = nil
        }
        for field in fields {
            guard let (member, year) = cell(field[...]) else {
                end()
                spans.append(field.isEmpty ? whole : field)
                continue
            }
            if let span = cells, span.member == member, span.years.upperBound + 1 == year,
                span.years.count < mostYears
            {
                cells = (member, span.years.lowerBound...year)
            } else {
                end()
                cells = (member, year...year)
            }
        }
        end()
        return spans
    }

    /// The names that a word of the notation stands for; nil where it stands for none.
    private static func fields(_ word: Substring) -> [String]? {
        if word == whole { return [""] }
        guard let hyphen = word.firstIndex(of: "-") else {
            return !word.isEmpty && isPlain(String(word)) ? [String(word)] : nil
        }
        guard let (member, first) = cell(word[..<hyphen]), isPlain(String(member)),
            let last = year(word[word.index(after: hyphen)...]), first < last, last - first < mostYears
        else { return nil }
        return (first...last).map { "\(member)\($0)" }
    }

    /// `values.2019` as `values.` and 2019; nil where it is no cell of a year.
    private static func cell(_ field: Substring) -> (member: Substring, year: Int)? {
        guard field.utf8.count > 5, let year = year(field.suffix(4)) else { return nil }
        let member = field.dropLast(4)
        return member.last == "." ? (member, year) : nil
    }

    private static func year(_ text: Substring) -> Int? {
        text.utf8.count == 4 && text.first != "0" && PlainNotation.isDigits(text) ? Int(text) : nil
    }
}
