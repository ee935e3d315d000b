import Foundation

extension String {
    /// The text without white space and no-break spaces at both ends.
    public func trimmingWhitespace() -> String {
        // Most texts have none, which two bytes tell.
        if let first = utf8.first, let last = utf8.last, (0x21...0x7E).contains(first),
            (0x21...0x7E).contains(last)
        {
            return self
        }
        var body = Substring(self)
        while let first = body.first, first.isWhitespace { body = body.dropFirst() }
        while let last = body.last, last.isWhitespace { body = body.dropLast() }
        return String(body)
    }

    /// The text as names are compared: lower case, without accents, each run of anything but letters and
    /// digits as one space.
    public var comparisonKey: String {
        utf8.allSatisfy { $0 < 0x80 } ? plainComparisonKey : fullComparisonKey
    }

    /// The key of a text of ASCII, without Unicode's tables: importers ask for it at every row.
    private var plainComparisonKey: String {
        var result: [UInt8] = []
        result.reserveCapacity(utf8.count)
        var gap = false
        for byte in utf8 {
            switch byte {
            case 0x41...0x5A, 0x61...0x7A, 0x30...0x39:
                if gap, !result.isEmpty { result.append(0x20) }
                gap = false
                result.append(byte <= 0x5A && byte >= 0x41 ? byte + 0x20 : byte)
            // The two ASCII signs that Unicode counts as diacritics part no words.
            case UInt8(ascii: "^"), UInt8(ascii: "`"): continue
            default: gap = true
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    private var fullComparisonKey: String {
        let plain = decomposedStringWithCanonicalMapping.lowercased()
        var result = ""
        var gap = false
        for scalar in plain.unicodeScalars where !scalar.properties.isDiacritic {
            if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
                if gap, !result.isEmpty { result += " " }
                gap = false
                result.unicodeScalars.append(scalar)
            } else if scalar.properties.generalCategory != .nonspacingMark {
                gap = true
            }
        }
        return result
    }
}
