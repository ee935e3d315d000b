/// A piece of a source: code, a comment, or the contents of a string literal.
struct Token: Equatable {
    enum Kind: Equatable {
        case code
        case comment
        case string(isWhole: Bool, isMultiline: Bool)
    }

    let kind: Kind
    /// What is written, without the quotes of a string; escapes are left as they are.
    let text: String
    /// The line on which it begins, from 1.
    let line: Int
}

/// Splits Swift or C into code, comments and strings, well enough to count, to search and to find literals.
///
/// The code within `\(…)` is code; the string around it comes in several tokens, none of them whole.
struct Tokenizer {
    private let bytes: [UInt8]
    private let isC: Bool
    private var position = 0
    private var line = 1
    private var start = 0
    private var startLine = 1
    private var tokens: [Token] = []

    private init(_ text: String, isC: Bool) {
        bytes = Array(text.utf8)
        self.isC = isC
    }

    /// The tokens of a source, in order; together they hold every line of it.
    static func tokens(of text: String, isC: Bool = false) -> [Token] {
        var tokenizer = Tokenizer(text, isC: isC)
        tokenizer.readCode(withinInterpolation: false)
        tokenizer.close(.code)
        return tokenizer.tokens
    }

    private mutating func readCode(withinInterpolation: Bool) {
        var depth = 0
        while let byte = peek() {
            if looks(at: "//") {
                read(.comment) { $0.skipLine() }
            } else if looks(at: "/*") {
                read(.comment) { $0.skipBlockComment() }
            } else if isC, byte == UInt8(ascii: "'") {
                read(.string(isWhole: true, isMultiline: false)) { $0.skipQuoted(UInt8(ascii: "'")) }
            } else if isC, byte == UInt8(ascii: "\"") {
                read(.string(isWhole: true, isMultiline: false)) { $0.skipQuoted(byte) }
            } else if let hashes = hashesBeforeQuote() {
                readString(hashes: hashes)
            } else if let end = endOfPattern() {
                read(.string(isWhole: true, isMultiline: false)) { $0.advance(end - $0.position) }
            } else {
                if byte == UInt8(ascii: "(") { depth += 1 }
                if byte == UInt8(ascii: ")") { depth -= 1 }
                if withinInterpolation, depth < 0 { return }
                advance(1)
            }
        }
    }

    private mutating func readString(hashes: Int) {
        advance(hashes)
        let isMultiline = looks(at: "\"\"\"")
        let quote = isMultiline ? "\"\"\"" : "\""
        let fence = String(repeating: "#", count: hashes)
        advance(quote.utf8.count)
        close(.code)
        var isWhole = true
        while peek() != nil, !looks(at: quote + fence) {
            if looks(at: "\\\(fence)(") {
                isWhole = false
                close(.string(isWhole: false, isMultiline: isMultiline))
                advance(2 + hashes)
                readCode(withinInterpolation: true)
                advance(1)
                close(.code)
            } else {
                advance(looks(at: "\\") && hashes == 0 ? 2 : 1)
            }
        }
        close(.string(isWhole: isWhole, isMultiline: isMultiline), evenEmpty: true)
        advance(quote.utf8.count + hashes)
    }

    /// Reads a comment or the like as a token of its own.
    private mutating func read(_ kind: Token.Kind, _ skip: (inout Tokenizer) -> Void) {
        close(.code)
        skip(&self)
        close(kind)
    }

    private mutating func close(_ kind: Token.Kind, evenEmpty: Bool = false) {
        if position > start || evenEmpty {
            let text = String(decoding: bytes[start..<position], as: UTF8.self)
            tokens.append(Token(kind: kind, text: text, line: startLine))
        }
        start = position
        startLine = line
    }
}

extension Tokenizer {
    private func peek(_ offset: Int = 0) -> UInt8? {
        position + offset < bytes.count ? bytes[position + offset] : nil
    }

    private func looks(at text: String) -> Bool {
        bytes[min(position, bytes.count)...].starts(with: text.utf8)
    }

    private mutating func advance(_ count: Int) {
        for _ in 0..<count where position < bytes.count {
            if bytes[position] == UInt8(ascii: "\n") { line += 1 }
            position += 1
        }
    }

    private mutating func skipLine() {
        while let byte = peek(), byte != UInt8(ascii: "\n") { advance(1) }
    }

    /// Skips a block comment; Swift's nest, C's do not.
    private mutating func skipBlockComment() {
        var depth = 0
        repeat {
            if looks(at: "/*") {
                depth = isC ? 1 : depth + 1
                advance(2)
            } else if looks(at: "*/") {
                depth -= 1
                advance(2)
            } else {
                advance(1)
            }
        } while depth > 0 && peek() != nil
    }

    private mutating func skipQuoted(_ quote: UInt8) {
        advance(1)
        while let byte = peek(), byte != quote { advance(byte == UInt8(ascii: "\\") ? 2 : 1) }
        advance(1)
    }

    /// How many `#` stand before the quote of a string that begins here; `nil` where none begins.
    private func hashesBeforeQuote() -> Int? {
        guard !isC else { return nil }
        var count = 0
        while peek(count) == UInt8(ascii: "#") { count += 1 }
        return peek(count) == UInt8(ascii: "\"") ? count : nil
    }

    /// Where the regular expression literal that begins here ends; `nil` where none begins.
    private func endOfPattern() -> Int? {
        guard !isC, peek() == UInt8(ascii: "/"), let next = peek(1), !" )\n".utf8.contains(next) else {
            return nil
        }
        let before = bytes[..<position].last { $0 != UInt8(ascii: " ") }
        guard let before, "(,=:[{?\n".utf8.contains(before) else { return nil }
        var end = position + 1
        while end < bytes.count, bytes[end] != UInt8(ascii: "\n") {
            if bytes[end] == UInt8(ascii: "/") { return end + 1 }
            end += bytes[end] == UInt8(ascii: "\\") ? 2 : 1
        }
        return nil
    }
}
