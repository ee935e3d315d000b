import Foundation

/// A text under cleaning: its characters in an array, because every rule looks ahead and behind by position.
struct ScalarText {
    var scalars: [Unicode.Scalar]
    var residues: Set<TextResidue> = []
    var hidden: [String] = []

    init(_ raw: some StringProtocol) {
        scalars = Array(String(raw).precomposedStringWithCanonicalMapping.unicodeScalars)
    }

    /// Ligatures to letters, odd spaces to spaces, hidden characters out.
    mutating func foldCharacters() {
        var result: [Unicode.Scalar] = []
        result.reserveCapacity(scalars.count)
        for (index, scalar) in scalars.enumerated() {
            switch scalar.value {
            case 0x20...0x7E: result.append(scalar)
            case 0xA0, 0x2007, 0x2009, 0x202F: if !groupsThousands(index) { result.append(" ") }
            case 0x09...0x0D, 0x85, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x205F, 0x3000:
                result.append(" ")
            case 0xAD: residues.insert(.softHyphen)
            case 0xFB00...0xFB06:
                result.append(contentsOf: Self.ligatures[Int(scalar.value) - 0xFB00].unicodeScalars)
            case 0xFFFD:
                residues.insert(.undecodable)
                result.append(scalar)
            default:
                if Self.isHidden(scalar.value) {
                    note(hidden: scalar)
                } else {
                    result.append(scalar)
                }
            }
        }
        scalars = result
    }

    /// The text with single spaces and bare ends.
    func collapsed() -> String {
        var view = String.UnicodeScalarView()
        var pendingSpace = false
        for scalar in scalars {
            if scalar == " " {
                pendingSpace = !view.isEmpty
            } else {
                if pendingSpace { view.append(" ") }
                pendingSpace = false
                view.append(scalar)
            }
        }
        return String(view)
    }

    /// A no-break space between a digit and exactly three more groups thousands: the figure is one (`1 234` is 1234).
    private func groupsThousands(_ index: Int) -> Bool {
        func isDigit(_ offset: Int) -> Bool {
            scalars.indices.contains(index + offset) && ("0"..."9").contains(scalars[index + offset])
        }
        return isDigit(-1) && isDigit(1) && isDigit(2) && isDigit(3) && !isDigit(4)
    }

    private mutating func note(hidden scalar: Unicode.Scalar) {
        residues.insert(.hidden)
        guard hidden.count < 20 else { return }
        let digits = String(scalar.value, radix: 16, uppercase: true)
        hidden.append("U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits)
    }

    private static let ligatures = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"]

    /// Controls, zero-width characters, direction marks and embeddings, variation selectors, tags, private use.
    private static func isHidden(_ value: UInt32) -> Bool {
        switch value {
        case 0x00...0x1F, 0x7F...0x9F, 0x034F, 0x061C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B...0x180F: true
        case 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFE00...0xFE0F, 0xFEFF, 0xFFF9...0xFFFB: true
        case 0xE0000...0xE0FFF: true
        default: false
        }
    }
}
