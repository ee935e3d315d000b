import Foundation

/// A text reduced to what matters when words are compared: lower case, no accents, single spaces, no punctuation but
/// `%`. `RESPONSABILE:` and `Responsabile` have one key.
public struct MatchKey: Hashable, Sendable {
    /// The reduced text.
    public let text: String
    /// Its letters and digits as bytes; other alphabets keep their UTF-8.
    let bytes: [UInt8]
    /// One bit a letter that occurs, for a quick refusal before distances are counted.
    let letters: UInt32

    /// Reduces a text. Only its first `ImportLimits.maximumLabelBytes` matter: longer texts are no labels.
    public init(_ source: some StringProtocol) {
        let cut = String(decoding: source.utf8.prefix(ImportLimits.maximumLabelBytes * 2), as: UTF8.self)
        let isASCII = cut.utf8.allSatisfy { $0 < 0x80 }
        bytes = Self.reduced(isASCII ? cut : cut.decomposedStringWithCanonicalMapping.lowercased())
        text = String(decoding: bytes, as: UTF8.self)
        letters = bytes.reduce(0) { $0 | ($1 >= 0x61 && $1 <= 0x7A ? 1 << UInt32($1 - 0x61) : 0) }
    }

    /// True where nothing is left.
    public var isEmpty: Bool { bytes.isEmpty }

    /// The words, in order.
    public var words: [Substring] { text.split(separator: " ") }

    private static func reduced(_ source: String) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(source.utf8.count)
        var pendingSpace = false
        func append(_ byte: UInt8) {
            if pendingSpace, !result.isEmpty { result.append(0x20) }
            pendingSpace = false
            result.append(byte)
        }
        for scalar in source.unicodeScalars {
            switch scalar.value {
            case 0x41...0x5A: append(UInt8(scalar.value) + 0x20)
            case 0x61...0x7A, 0x30...0x39, 0x25: append(UInt8(scalar.value))
            case 0x00..<0x80: pendingSpace = true
            case 0x300...0x36F: continue
            default:
                guard scalar.properties.isAlphabetic || scalar.properties.numericType != nil else {
                    pendingSpace = true
                    continue
                }
                String(Character(scalar)).utf8.forEach(append)
            }
        }
        return result
    }
}

extension MatchKey {
    /// The number of single slips (a letter wrong, missing, added, or two exchanged) between two keys, if it is at most
    /// the limit (optimal string alignment distance).
    func distance(to other: MatchKey, limit: Int) -> Int? {
        if bytes == other.bytes { return 0 }
        guard limit > 0, abs(bytes.count - other.bytes.count) <= limit,
            (letters ^ other.letters).nonzeroBitCount <= 2 * limit
        else { return nil }
        var beforeLast: [Int] = []
        var last = Array(0...other.bytes.count)
        for row in 1...max(1, bytes.count) where row <= bytes.count {
            var current = [row]
            current.reserveCapacity(last.count)
            for column in 1...max(1, other.bytes.count) where column <= other.bytes.count {
                let isSame = bytes[row - 1] == other.bytes[column - 1]
                var best = min(last[column] + 1, current[column - 1] + 1, last[column - 1] + (isSame ? 0 : 1))
                if row > 1, column > 1, bytes[row - 1] == other.bytes[column - 2],
                    bytes[row - 2] == other.bytes[column - 1]
                {
                    best = min(best, beforeLast[column - 2] + 1)
                }
                current.append(best)
            }
            guard (current.min() ?? 0) <= limit else { return nil }
            beforeLast = last
            last = current
        }
        return last[other.bytes.count] <= limit ? last[other.bytes.count] : nil
    }

    /// Slips that a label of this length may hold and still be that label: none below five letters, then one, two from
    /// nine on, three from twenty on.
    var tolerance: Int {
        switch bytes.count {
        case ..<5: 0
        case ..<9: 1
        case ..<20: 2
        default: 3
        }
    }
}
