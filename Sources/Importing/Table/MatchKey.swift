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
        let head = source.utf8.prefix(ImportLimits.maximumLabelBytes * 2)
        if head.allSatisfy({ $0 < 0x80 }) {
            bytes = Self.reducedASCII(head)
        } else {
            let cut = String(decoding: head, as: UTF8.self)
            bytes = Self.reduced(cut.decomposedStringWithCanonicalMapping.lowercased())
        }
        text = String(decoding: bytes, as: UTF8.self)
        letters = LetterMasks(bytes)
    }

    /// True where nothing is left.
    public var isEmpty: Bool { bytes.isEmpty }

    /// The words, in order.
    public var words: [Substring] { text.split(separator: " ") }

    /// Most labels are ASCII: they need none of Unicode's tables.
    private static func reducedASCII(_ source: some Sequence<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        var pendingSpace = false
        for byte in source {
            switch byte {
            case 0x41...0x5A, 0x61...0x7A, 0x30...0x39, 0x25:
                if pendingSpace, !result.isEmpty { result.append(0x20) }
                pendingSpace = false
                result.append((0x41...0x5A).contains(byte) ? byte + 0x20 : byte)
            default: pendingSpace = true
            }
        }
        return result
    }

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
