/// What was reached, printed at the end of a title's line: `Piano del verde 99% ▲ Raggiunto`.
enum HeadingResult {
    /// True for a result alone: `99% ▲ Raggiunto`.
    static func isResult(_ text: String) -> Bool {
        let words = text.split(separator: " ")
        guard let first = words.first else { return false }
        return text.utf8.count <= 60 && CellShape(String(first)) == .percent
            && words.dropFirst().allSatisfy {
                isSign($0) || isJudgement($0) || !$0.contains(where: \.isLetter)
            }
    }

    /// A title and the result behind it; nil where there is none. A percentage alone is none: it may end a title.
    static func parted(_ text: String) -> (title: String, result: String)? {
        guard text.contains("%") else { return nil }
        let words = text.split(separator: " ")
        guard let start = words.lastIndex(where: { CellShape(String($0)) == .percent }), start > 0,
            let first = words[(start + 1)...].first,
            isSign(first) || words[(start + 1)...].allSatisfy(isJudgement)
        else { return nil }
        let result = words[start...].joined(separator: " ")
        return isResult(result) ? (words[..<start].joined(separator: " "), result) : nil
    }

    /// A sign of a barometer.
    private static func isSign(_ word: Substring) -> Bool {
        guard word.count == 1, let sign = word.unicodeScalars.first, !sign.isASCII else { return false }
        return [.otherSymbol, .mathSymbol].contains(sign.properties.generalCategory)
    }

    /// True for words of a judgement and nothing else: `non raggiunto`.
    static func areJudgements(_ words: ArraySlice<Substring>) -> Bool { words.allSatisfy(isJudgement) }

    /// A word of a judgement; `20% non residenti` goes on with the title.
    private static func isJudgement(_ word: Substring) -> Bool {
        MatchKey(String(word)).words.first.map { judgements.matches(String($0)) } ?? false
    }

    private static let judgements = WordPattern(
        "raggiunt*|conseguit*|realizzat*|parzial*|pienament*|totalment*|completament*|completat*|non")
}
