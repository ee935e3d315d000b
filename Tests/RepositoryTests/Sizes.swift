/// A function of a source, with how many lines it takes from its name to its closing brace.
struct MeasuredFunction: Equatable {
    let name: String
    let line: Int
    let length: Int
}

/// How long files and functions are.
enum Sizes {
    /// The longest that a file may be, in lines.
    static let file = 700
    /// The longest that a function may be, in lines.
    static let function = 80

    /// The value below which a share (0 to 1) of the numbers lies; 0 where there is none.
    static func quantile(_ share: Double, of numbers: [Int]) -> Int {
        let sorted = numbers.sorted()
        guard let last = sorted.indices.last else { return 0 }
        return sorted[Int((Double(last) * share).rounded())]
    }

    /// The number of lines of a text, with or without a new line at its end.
    static func lines(of text: String) -> Int {
        text.split(separator: "\n", omittingEmptySubsequences: false).count - (text.hasSuffix("\n") ? 1 : 0)
    }

    /// The functions of a source that have a body, in order of their names.
    static func functions(of source: SourceFile) -> [MeasuredFunction] {
        let words = CodeWord.words(of: source.code)
        return source.path.hasSuffix(".c") ? functionsOfC(words) : functionsOfSwift(words)
    }

    private static func functionsOfSwift(_ words: [CodeWord]) -> [MeasuredFunction] {
        let keywords: Set<String> = ["func", "init", "deinit", "subscript"]
        return words.indices.compactMap { index in
            let word = words[index]
            guard keywords.contains(word.text), index == 0 || words[index - 1].text != "." else { return nil }
            // A call of an initialiser within a type, such as `init(…)` in a pattern, has no body of its own.
            guard let open = startOfBody(after: index, in: words), let end = closing(open, in: words)
            else { return nil }
            let name = word.text == "func" && index + 1 < words.count ? words[index + 1].text : word.text
            return MeasuredFunction(name: name, line: word.line, length: words[end].line - word.line + 1)
        }
    }

    private static func functionsOfC(_ words: [CodeWord]) -> [MeasuredFunction] {
        var found: [MeasuredFunction] = []
        var index = 0
        while index < words.count {
            guard words[index].text == "{", let end = closing(index, in: words) else {
                index += 1
                continue
            }
            if index > 0, words[index - 1].text == ")", let open = opening(index - 1, in: words), open > 0 {
                let name = words[open - 1]
                found.append(
                    MeasuredFunction(
                        name: name.text, line: name.line, length: words[end].line - name.line + 1))
            }
            index = end + 1
        }
        return found
    }

    /// The index of the brace that opens the body of what is declared at an index; `nil` for a requirement.
    private static func startOfBody(after index: Int, in words: [CodeWord]) -> Int? {
        var depth = 0
        for position in words.indices[(index + 1)...] {
            switch words[position].text {
            case "(", "[": depth += 1
            case ")", "]": depth -= 1
            case "{" where depth == 0: return position
            case "}" where depth == 0, "func" where depth == 0, "var" where depth == 0,
                "init" where depth == 0,
                "let" where depth == 0, "case" where depth == 0:
                return nil
            default: break
            }
            if depth < 0 { return nil }
        }
        return nil
    }

    private static func closing(_ open: Int, in words: [CodeWord]) -> Int? {
        var depth = 0
        for position in words.indices[open...] {
            if words[position].text == "{" { depth += 1 }
            if words[position].text == "}" { depth -= 1 }
            if depth == 0 { return position }
        }
        return nil
    }

    private static func opening(_ close: Int, in words: [CodeWord]) -> Int? {
        var depth = 0
        for position in words.indices[...close].reversed() {
            if words[position].text == ")" { depth += 1 }
            if words[position].text == "(" { depth -= 1 }
            if depth == 0 { return position }
        }
        return nil
    }
}

/// A word or a sign of code, with its line from 1.
struct CodeWord: Equatable {
    let text: String
    let line: Int

    /// The words and signs of code, without white space.
    static func words(of code: String) -> [CodeWord] {
        var words: [CodeWord] = []
        var line = 1
        var name: [UInt8] = []
        func isPartOfName(_ byte: UInt8) -> Bool {
            byte >= 128 || byte == UInt8(ascii: "_") || (48...57).contains(byte) || (65...90).contains(byte)
                || (97...122).contains(byte)
        }
        func finish() {
            guard !name.isEmpty else { return }
            words.append(CodeWord(text: String(decoding: name, as: UTF8.self), line: line))
            name = []
        }
        for byte in code.utf8 {
            if isPartOfName(byte) {
                name.append(byte)
                continue
            }
            finish()
            if byte == UInt8(ascii: "\n") { line += 1 }
            guard byte > 32 else { continue }
            words.append(CodeWord(text: String(decoding: [byte], as: UTF8.self), line: line))
        }
        finish()
        return words
    }
}
