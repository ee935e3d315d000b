import Foundation

/// A text reduced to what matters when words are compared: lower case, no accents, single spaces, no punctuation but
/// `%`. `RESPONSABILE:` and `Responsabile` have one key.
public struct MatchKey: Hashable, Sendable {
    /// The reduced text.
    public let text: String
    /// Its letters and digits as bytes; other alphabets keep their UTF-8.
    let bytes: [UInt8]
    /// Which letters occur, for a quick refusal before slips are counted.
    let letters: LetterMasks

    /// Reduces a text. Only its first `ImportLimits.maximumLabelBytes` matter: longer texts are no labels.
    public init(_ source: some StringProtocol) {
        let head = Array(source.utf8.prefix(ImportLimits.maximumLabelBytes * 2))
        bytes = Self.reducedLatin(head) ?? Self.reduced(String(decoding: head, as: UTF8.self))
        text = String(decoding: bytes, as: UTF8.self)
        letters = LetterMasks(bytes)
    }

    /// True where nothing is left.
    public var isEmpty: Bool { bytes.isEmpty }

    /// The words, in order.
    public var words: [Substring] { text.split(separator: " ") }

    /// Whether the other's reduced text stands somewhere in this one's.
    func contains(_ other: MatchKey) -> Bool {
        guard let first = other.bytes.first else { return true }
        let last = bytes.count - other.bytes.count
        guard last >= 0 else { return false }
        return (0...last).contains { bytes[$0] == first && bytes[$0...].starts(with: other.bytes) }
    }

    /// Most labels are written in the letters of the West: they need none of Unicode's tables. Nil for all others.
    private static func reducedLatin(_ source: [UInt8]) -> [UInt8]? {
        var result: [UInt8] = []
        result.reserveCapacity(source.count)
        var pendingSpace = false
        var position = 0
        while position < source.count {
            let byte = source[position]
            position += 1
            switch byte {
            case 0x41...0x5A, 0x61...0x7A, 0x30...0x39, 0x25:
                if pendingSpace, !result.isEmpty { result.append(0x20) }
                pendingSpace = false
                result.append((0x41...0x5A).contains(byte) ? byte + 0x20 : byte)
            case 0xC2, 0xC3:
                // U+0080 to U+00FF.
                guard position < source.count, (0x80...0xBF).contains(source[position]) else { return nil }
                let letters = latin[Int(byte - 0xC2) << 6 + Int(source[position] - 0x80)]
                position += 1
                guard let letters else {
                    pendingSpace = true
                    continue
                }
                if pendingSpace, !result.isEmpty { result.append(0x20) }
                pendingSpace = false
                result += letters
            case 0x00..<0x80: pendingSpace = true
            default: return nil
            }
        }
        return result
    }

    /// What is left of each character from U+0080 to U+00FF; nil for one that parts words.
    private static let latin: [[UInt8]?] = (0x80...0xFF).map { value in
        let reduced = reduced(Unicode.Scalar(UInt8(value)).description)
        return reduced.isEmpty ? nil : reduced
    }

    private static func reduced(_ text: String) -> [UInt8] {
        let source = text.decomposedStringWithCanonicalMapping.lowercased()
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
        guard limit > 0, letters.difference(from: other.letters) <= 2 * limit else {
            return bytes == other.bytes ? 0 : nil
        }
        guard abs(bytes.count - other.bytes.count) <= limit else { return nil }
        return bytes.withUnsafeBufferPointer { left in
            other.bytes.withUnsafeBufferPointer { right in SlipCount.count(left, right, limit: limit) }
        }
    }

    /// Slips that a label of this length may hold and still be that label: none below five letters, then one, two from
    /// nine on, three from twenty on.
    var tolerance: Int { Self.tolerance(ofLength: bytes.count) }

    /// The same for a label of so many letters.
    static func tolerance(ofLength count: Int) -> Int {
        switch count {
        case ..<5: 0
        case ..<9: 1
        case ..<20: 2
        default: 3
        }
    }
}
