extension JSONScanner {
    /// Reads `"…"`, the position being at the opening quote.
    mutating func string() throws(JSONProblem) -> String {
        position += 1
        let start = position
        while let byte = current, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") {
            guard byte >= 0x20 else { throw problem(.controlCharacter) }
            position += 1
        }
        guard let byte = current else { throw problem(.unexpectedEnd) }
        if byte == UInt8(ascii: "\"") {
            let text = try decoded(start..<position)
            position += 1
            return text
        }
        return try escapedString(from: start)
    }

    /// Reads on a string in which there is at least one `\`.
    private mutating func escapedString(from start: Int) throws(JSONProblem) -> String {
        var text = try decoded(start..<position)
        var run = position
        while let byte = current {
            switch byte {
            case UInt8(ascii: "\""):
                text += try decoded(run..<position)
                position += 1
                return text
            case UInt8(ascii: "\\"):
                text += try decoded(run..<position)
                text.unicodeScalars.append(try escape())
                run = position
            case 0..<0x20:
                throw problem(.controlCharacter)
            default:
                position += 1
            }
        }
        throw problem(.unexpectedEnd)
    }

    private func decoded(_ range: Range<Int>) throws(JSONProblem) -> String {
        if let text = String(validating: bytes[range], as: UTF8.self) { return text }
        var place = range.lowerBound
        while place < range.upperBound,
            let scalar = Unicode.UTF8.firstScalar(of: bytes[place..<range.upperBound])
        {
            place += Unicode.UTF8.width(scalar)
        }
        throw problem(.badUTF8, at: place)
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

    /// Reads a number and gives its text; the position is at its sign or first digit.
    mutating func number() throws(JSONProblem) -> String {
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
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    private mutating func digits(from start: Int) throws(JSONProblem) {
        let first = position
        while let byte = current, (0x30...0x39).contains(byte) { position += 1 }
        guard position > first else { throw problem(.badNumber, at: start) }
    }
}
