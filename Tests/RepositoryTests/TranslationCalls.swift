/// A text for people, as `tr`, `trn` or `trc` is called with it: what identifies it in a catalogue.
struct Message: Hashable {
    var context: String?
    var text: String
    /// The text for other counts than one.
    var plural: String?
}

/// A call of `tr`, `trn` or `trc` in a source.
struct TranslationCall {
    let message: Message
    let path: String
    let line: Int
    /// The names that the call gives values for; `nil` where they are not written in it.
    let values: Set<String>?

    /// The placeholders that get no value, each as a sentence with its place.
    var violations: [String] {
        guard let values else { return [] }
        let needed = placeholders(in: message.text).union(placeholders(in: message.plural ?? ""))
        let given = message.plural == nil ? values : values.union(["count"])
        return needed.subtracting(given).sorted().map {
            "\(path):\(line): {\($0)} gets no value in “\(message.text)”"
        }
    }

    /// The calls in a source, and those in it that xgettext could not read, each as a sentence with its place.
    static func calls(in source: SourceFile) -> (calls: [TranslationCall], unreadable: [String]) {
        let pieces = Piece.pieces(of: source)
        var calls: [TranslationCall] = []
        var unreadable: [String] = []
        for index in pieces.indices {
            guard let name = nameOfCall(at: index, in: pieces) else { continue }
            let count = name == "tr" ? 1 : 2
            let texts = plainLiterals(count, from: index + 2, in: pieces)
            guard let texts else {
                unreadable.append(
                    "\(source.path):\(pieces[index].line): \(name) wants a plain literal of one line")
                continue
            }
            let message =
                switch name {
                case "trn": Message(text: texts[0], plural: texts[1])
                case "trc": Message(context: texts[0], text: texts[1])
                default: Message(text: texts[0])
                }
            let values = namesOfValues(from: index + 1 + count * 2, isPlural: name == "trn", in: pieces)
            calls.append(
                TranslationCall(message: message, path: source.path, line: pieces[index].line, values: values)
            )
        }
        return (calls, unreadable)
    }

    private static func nameOfCall(at index: Int, in pieces: [Piece]) -> String? {
        guard let name = pieces[index].word, ["tr", "trn", "trc"].contains(name) else { return nil }
        guard index == 0 || pieces[index - 1].word != "func", index + 1 < pieces.count,
            pieces[index + 1].word == "("
        else {
            return nil
        }
        return name
    }

    /// So many literals with commas between them; `nil` where something else stands there.
    private static func plainLiterals(_ count: Int, from start: Int, in pieces: [Piece]) -> [String]? {
        var texts: [String] = []
        for number in 0..<count {
            let index = start + number * 2
            guard index + 1 < pieces.count, let text = pieces[index].plainLiteral else { return nil }
            guard [",", ")"].contains(pieces[index + 1].word ?? "") else { return nil }
            texts.append(text)
        }
        return texts
    }

    /// The keys of the dictionary that ends a call; empty where there is none, `nil` where it is no literal.
    ///
    /// - Parameter start: where the comma or the parenthesis stands that follows the texts.
    private static func namesOfValues(from start: Int, isPlural: Bool, in pieces: [Piece]) -> Set<String>? {
        var depth = 0
        var names: Set<String> = []
        for index in pieces.indices[start...] {
            switch pieces[index].word {
            case "(", "[", "{": depth += 1
            case ")" where depth == 0: return names
            case ")", "]", "}": depth -= 1
            case ".": if depth == 0, !names.isEmpty { return nil }
            case ",":
                let isCount = isPlural && index == start
                if depth == 0, !isCount, index + 1 < pieces.count, pieces[index + 1].word != "[" {
                    return nil
                }
            case ":":
                if depth == 1, let name = pieces[index - 1].plainLiteral { names.insert(name) }
            default: break
            }
        }
        return nil
    }
}

/// The names of the placeholders in a text: `{name}`.
func placeholders(in text: String) -> Set<String> {
    Set(text.matches(of: /\{([A-Za-z]\w*)\}/).map { String($0.output.1) })
}

/// A word or a literal of a source, in order.
private struct Piece {
    var word: String?
    /// The contents of a literal of one line without interpolation, escapes resolved.
    var plainLiteral: String?
    var line: Int

    static func pieces(of source: SourceFile) -> [Piece] {
        source.tokens.flatMap { token -> [Piece] in
            switch token.kind {
            case .comment: []
            case .code:
                CodeWord.words(of: token.text).filter { !["\"", "#"].contains($0.text) }
                    .map { Piece(word: $0.text, line: token.line + $0.line - 1) }
            case .string(let isWhole, let isMultiline):
                [Piece(plainLiteral: isWhole && !isMultiline ? unescaped(token.text) : nil, line: token.line)]
            }
        }
    }
}

/// A literal's contents with its escapes resolved, as Swift and gettext's files write them.
func unescaped(_ literal: String) -> String {
    var result = ""
    var rest = literal[...]
    while let slash = rest.firstIndex(of: "\\") {
        result += rest[..<slash]
        rest = rest[slash...].dropFirst()
        guard let sign = rest.popFirst() else { break }
        switch sign {
        case "n": result.append("\n")
        case "t": result.append("\t")
        case "u":
            let digits = rest.dropFirst().prefix { $0 != "}" }
            rest = rest.dropFirst(digits.count + 2)
            result += UInt32(digits, radix: 16).flatMap(UnicodeScalar.init).map(String.init) ?? ""
        default: result.append(sign)
        }
    }
    return result + rest
}
