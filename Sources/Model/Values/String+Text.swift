import Foundation

extension String {
    /// The text without white space and no-break spaces at both ends.
    public func trimmingWhitespace() -> String {
        var body = Substring(self)
        while let first = body.first, first.isWhitespace { body = body.dropFirst() }
        while let last = body.last, last.isWhitespace { body = body.dropLast() }
        return String(body)
    }

    /// The text as names are compared: lower case, without accents, each run of anything but letters and
    /// digits as one space.
    public var comparisonKey: String {
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
