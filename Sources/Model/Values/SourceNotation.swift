/// Finds the texts that a document refers to: while it is decoded, and later when somebody asks for one.
public final class SourceReader: Sendable {
    /// Whether the document knows a place such as `a12` or `b3.2`.
    let knows: @Sendable (Substring) -> Bool
    /// What a place stands for; nil where the document knows no such place.
    let find: @Sendable (Substring) -> Source?

    /// A reader that finds texts by `find`.
    public init(
        knows: @escaping @Sendable (Substring) -> Bool, find: @escaping @Sendable (Substring) -> Source?
    ) {
        self.knows = knows
        self.find = find
    }
}

/// A decoder of a document that may be written in short forms: a value tells by it which of its forms it is in, without
/// trying them.
public protocol ShortFormDecoder: Decoder {
    /// Finds the texts that the document refers to; nil where it has no short forms.
    var sources: SourceReader? { get }
    /// The text that is to be decoded; nil where it is anything else.
    var text: String? { get }
}

/// How documents write where the fields of a thing come from: `a12 name values.2019-2024; b3.2 due`, each place with the
/// fields that were read there. The thing as a whole, which has no name, is written `*`.
public enum SourceNotation {
    static let whole = "*"
    /// No field has more cells than this.
    static let mostYears = 400

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
        var value: Value?
        let isNotation = NotationScanner.scan(text) { place in
            value = find(place)
            return value != nil
        } word: { word in
            guard let value else { return false }
            return word.fields.allSatisfy { values.updateValue(value, forKey: $0) == nil }
        }
        return isNotation ? values : nil
    }

    /// Whether a text is a notation of places that are known, each field once. It is not taken apart for that.
    static func isNotation(_ text: String, knows: (Substring) -> Bool) -> Bool {
        var words: [NotationScanner.Word] = []
        return NotationScanner.scan(text, place: knows) { word in
            guard !words.contains(where: word.overlaps) else { return false }
            words.append(word)
            return true
        }
    }

    /// Whether a name holds nothing that the notation uses.
    private static func isPlain(_ name: String) -> Bool {
        name.utf8.allSatisfy(NotationScanner.isPlain)
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
