/// Values of several years in one cell: `2026: 80% 2027: 90%`, `80% (2026), 90% (2027)`.
enum YearlyValues {
    /// The value of each year; nil where the text holds no two years, one after the other, each with a value.
    static func read(_ text: String) -> [Int: String]? {
        let words = text.split(whereSeparator: \.isWhitespace)
        guard words.count >= 2, words.count <= 40 else { return nil }
        let years = words.indices.filter { year(words[$0]) != nil }
        // One year alone has a colon: `2026: 3`.
        guard years.count > 1 || words[0].last == ":", let first = years.first, let last = years.last else {
            return nil
        }
        let isBefore = first == 0
        let areInBrackets = years.allSatisfy { words[$0].first == "(" && words[$0].contains(")") }
        guard isBefore || areInBrackets && last == words.count - 1 else { return nil }
        var values: [Int: String] = [:]
        for (order, index) in years.enumerated() {
            let range =
                isBefore
                ? index + 1..<(order + 1 < years.count ? years[order + 1] : words.count)
                : (order > 0 ? years[order - 1] + 1 : 0)..<index
            let value = words[range].joined(separator: " ").trimmed(of: " ,;:=–—-·/")
            guard let year = year(words[index]), isValue(value), values[year] == nil else { return nil }
            values[year] = value
        }
        let found = years.compactMap { year(words[$0]) }
        return zip(found, found.dropFirst()).allSatisfy { $1 == $0 + 1 } ? values : nil
    }

    /// `(2025: 20)`, `(nel 2024: € 12.480)`: the value of one year in brackets; nil for any other text.
    static func inBrackets(_ text: Substring) -> (year: Int, value: String)? {
        guard text.first == "(", text.last == ")", text.utf8.count <= 60,
            let colon = text.firstIndex(of: ":")
        else { return nil }
        let words = text[..<colon].dropFirst().split(separator: " ")
        let value = text[text.index(after: colon)...].dropLast().trimmedEnds
        guard let last = words.last, let year = year(last), value.contains(where: \.isNumber),
            words.count == 1
                || words.count <= 3
                    && ["nel", "anno", "dato", "al", "valore"].contains(words[0].lowercased())
        else { return nil }
        return (year, String(value))
    }

    private static func year(_ word: Substring) -> Int? {
        let digits = word.filter(\.isNumber)
        guard digits.count == 4, word.count <= 8, word.allSatisfy({ $0.isNumber || "():=;,–-".contains($0) }),
            let year = Int(digits)
        else { return nil }
        return (2000...2099).contains(year) ? year : nil
    }

    private static func isValue(_ text: String) -> Bool {
        text.utf8.count <= 60
            && (text.contains(where: \.isNumber) || ["si", "no"].contains(MatchKey(text).text))
    }
}

extension String {
    /// The text without some signs at its ends; a minus before a figure stays.
    fileprivate func trimmed(of signs: String) -> String {
        var rest = self[...]
        while let first = rest.first, signs.contains(first),
            !(first == "-" && rest.dropFirst().first?.isNumber == true)
        {
            rest.removeFirst()
        }
        while let last = rest.last, signs.contains(last) { rest.removeLast() }
        return String(rest)
    }
}
