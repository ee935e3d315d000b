/// A year in a header or a title.
public enum HeaderYear {
    /// The last year from 1990 to 2099 that stands alone in the text, and the text without it and without `anno`.
    public static func find(in text: String) -> (year: Int, rest: String)? {
        // Most cells have no year, and need not be taken apart to see that.
        guard text.hasFourDigits else { return nil }
        let words = MatchKey(text).words
        guard let index = words.lastIndex(where: { year($0) != nil }), let found = year(words[index]) else {
            return nil
        }
        let rest = words.enumerated().filter { $0.offset != index && $0.element != "anno" }.map {
            String($0.element)
        }
        return (found, rest.joined(separator: " "))
    }

    private static func year(_ word: Substring) -> Int? {
        guard word.utf8.count == 4, let value = Int(word), (1990...2099).contains(value) else { return nil }
        return value
    }
}

extension String {
    /// Four digits of ASCII stand somewhere side by side.
    fileprivate var hasFourDigits: Bool {
        var run = 0
        for byte in utf8 {
            run = (48...57).contains(byte) ? run + 1 : 0
            if run == 4 { return true }
        }
        return false
    }
}
