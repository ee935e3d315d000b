/// Bytes of a PDF as they are put together: words, numbers, strings (ISO 32000-1, 7.2 and 7.3).
struct PDFBytes {
    /// What was put so far.
    private(set) var bytes: [UInt8] = []

    /// Bytes with room for so many.
    init(room: Int = 0) {
        bytes.reserveCapacity(room)
    }

    /// Bytes that say this.
    init(_ text: String) {
        bytes = Array(text.utf8)
    }

    /// Begins anew with the same memory.
    mutating func begin() { bytes.removeAll(keepingCapacity: true) }

    /// Puts words of the format.
    mutating func put(_ words: StaticString) {
        words.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    /// Puts other words.
    mutating func put(text: String) { bytes.append(contentsOf: text.utf8) }

    /// Puts bytes.
    mutating func put(_ more: some Sequence<UInt8>) { bytes.append(contentsOf: more) }

    /// Puts a whole number.
    mutating func put(_ number: Int) {
        guard number >= 10 else {
            if number < 0 {
                bytes.append(UInt8(ascii: "-"))
                return put(number == .min ? .max : -number)
            }
            return bytes.append(UInt8(ascii: "0") + UInt8(number))
        }
        put(number / 10)
        bytes.append(UInt8(ascii: "0") + UInt8(number % 10))
    }

    /// Puts a length with up to three decimals and a space after it; what is no number becomes 0.
    mutating func put(_ length: Double) {
        var thousandths = length.isFinite ? Int((min(max(length, -1e9), 1e9) * 1000).rounded()) : 0
        if thousandths < 0 {
            bytes.append(UInt8(ascii: "-"))
            thousandths = -thousandths
        }
        put(thousandths / 1000)
        var rest = thousandths % 1000
        if rest > 0 { bytes.append(UInt8(ascii: ".")) }
        var unit = 100
        while rest > 0 {
            bytes.append(UInt8(ascii: "0") + UInt8(rest / unit))
            rest %= unit
            unit /= 10
        }
        bytes.append(UInt8(ascii: " "))
    }

    /// Puts a reference to an object.
    mutating func put(reference number: Int) {
        put(number)
        put(" 0 R")
    }

    /// Puts a byte of a string in parentheses, escaped where it must be.
    mutating func put(inString byte: UInt8) {
        switch byte {
        case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "\\"):
            bytes.append(UInt8(ascii: "\\"))
            bytes.append(byte)
        case 0x0D: put("\\r")
        default: bytes.append(byte)
        }
    }

    /// Puts a text as a string in UTF-16, in hexadecimal digits.
    mutating func put(string text: some StringProtocol) {
        put("<FEFF")
        for unit in text.utf16 { put(hexadecimal: unit) }
        put(">")
    }

    /// Puts four hexadecimal digits.
    mutating func put(hexadecimal unit: UInt16) {
        for shift in [12, 8, 4, 0] {
            let digit = UInt8(unit >> UInt16(shift) & 0xF)
            bytes.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "A") + digit - 10)
        }
    }
}
