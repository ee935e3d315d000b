extension JSONScanner {
    /// Goes over `"…"`, the position being at the opening quote.
    mutating func string() throws(JSONProblem) -> JSONText.Node {
        position += 1
        let start = position
        var (isPlain, isASCII) = (true, true)
        while position < bytes.count {
            let byte = bytes[position]
            switch byte {
            case UInt8(ascii: "\""):
                var node = JSONText.Node(.string, from: start, to: position)
                node.isPlain = isPlain
                node.isASCII = isASCII
                position += 1
                return node
            case UInt8(ascii: "\\"):
                isPlain = false
                _ = try escape()
            case 0..<0x20: throw problem(.controlCharacter)
            case 0x20..<0x80: position += 1
            default:
                guard let length = Unicode.UTF8.length(in: bytes, at: position) else {
                    throw problem(.badUTF8)
                }
                isASCII = false
                position += length
            }
        }
        throw problem(.unexpectedEnd)
    }

    /// The text of a string that was gone over and has `\` in it.
    static func unescaped(_ range: Range<Int>, in bytes: [UInt8]) -> String {
        var scanner = JSONScanner(bytes: bytes, deepest: 0)
        var text = ""
        var run = range.lowerBound
        while let place = bytes[run..<range.upperBound].firstIndex(of: UInt8(ascii: "\\")) {
            text += JSONText.plain(run..<place, in: bytes)
            scanner.position = place
            // It was read once already.
            guard let scalar = try? scanner.escape() else { break }
            text.unicodeScalars.append(scalar)
            run = scanner.position
        }
        return text + JSONText.plain(run..<range.upperBound, in: bytes)
    }

    private mutating func escape() throws(JSONProblem) -> Unicode.Scalar {
        let place = position
        position += 1
        guard let byte = current else { throw problem(.unexpectedEnd) }
        position += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): return try unicodeEscape(at: place)
        default: throw problem(.badEscape, at: place)
        }
    }

    /// The character of `\uXXXX`, or of a pair of them; half a pair is refused, for no UTF-8 can hold it.
    private mutating func unicodeEscape(at place: Int) throws(JSONProblem) -> Unicode.Scalar {
        let first = try fourDigits(at: place)
        if let scalar = Unicode.Scalar(first) { return scalar }
        let isHigh = (0xD800...0xDBFF).contains(first)
        guard isHigh, bytes[position...].starts(with: [UInt8(ascii: "\\"), UInt8(ascii: "u")]) else {
            throw problem(.badEscape, at: place)
        }
        position += 2
        let second = try fourDigits(at: place)
        guard (0xDC00...0xDFFF).contains(second),
            let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
        else { throw problem(.badEscape, at: place) }
        return scalar
    }

    private mutating func fourDigits(at place: Int) throws(JSONProblem) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard let byte = current else { throw problem(.unexpectedEnd) }
            guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue, byte < 0x80 else {
                throw problem(.badEscape, at: place)
            }
            value = value << 4 | UInt32(digit)
            position += 1
        }
        return value
    }

    /// Goes over a number; the position is at its sign or first digit.
    mutating func number() throws(JSONProblem) -> JSONText.Node {
        let start = position
        if current == UInt8(ascii: "-") { position += 1 }
        if current == UInt8(ascii: "0") {
            position += 1
        } else {
            try digits(from: start)
        }
        if current == UInt8(ascii: ".") {
            position += 1
            try digits(from: start)
        }
        if current == UInt8(ascii: "e") || current == UInt8(ascii: "E") {
            position += 1
            if current == UInt8(ascii: "+") || current == UInt8(ascii: "-") { position += 1 }
            try digits(from: start)
        }
        if let byte = current, (0x30...0x39).contains(byte) { throw problem(.badNumber, at: start) }
        return JSONText.Node(.number, from: start, to: position)
    }

    private mutating func digits(from start: Int) throws(JSONProblem) {
        let first = position
        while let byte = current, (0x30...0x39).contains(byte) { position += 1 }
        guard position > first else { throw problem(.badNumber, at: start) }
    }
}

extension Unicode.UTF8 {
    /// How many bytes the character that begins at a byte has (RFC 3629); nil where none begins there.
    static func length(in bytes: [UInt8], at position: Int) -> Int? {
        let first = bytes[position]
        let (length, second): (Int, ClosedRange<UInt8>)
        switch first {
        case 0..<0x80: return 1
        case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
        case 0xE0: (length, second) = (3, 0xA0...0xBF)
        case 0xED: (length, second) = (3, 0x80...0x9F)
        case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
        case 0xF0: (length, second) = (4, 0x90...0xBF)
        case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
        case 0xF4: (length, second) = (4, 0x80...0x8F)
        default: return nil
        }
        guard position + length <= bytes.count, second.contains(bytes[position + 1]),
            bytes[(position + 2)..<(position + length)].allSatisfy({ $0 & 0xC0 == 0x80 })
        else { return nil }
        return length
    }
}
