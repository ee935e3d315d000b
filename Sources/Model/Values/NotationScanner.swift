/// Goes through the notation of sources (``SourceNotation``) byte by byte: documents have thousands of them.
enum NotationScanner {
    /// A word of the notation: the field, or the cells of some years, that were read at a place.
    struct Word {
        /// The field's name, or what stands before the year of a cell, with its point; empty for the whole thing.
        let name: String
        /// The years of the cells; nil for a field that is none.
        let years: ClosedRange<Int>?

        /// The fields' names.
        var fields: [String] { years.map { $0.map { "\(name)\($0)" } } ?? [name] }

        /// Whether both speak of the same field.
        func overlaps(_ other: Word) -> Bool {
            guard name == other.name else { return false }
            guard let years, let others = other.years else { return years == other.years }
            return years.overlaps(others)
        }
    }

    private static let space = UInt8(ascii: " "), semicolon = UInt8(ascii: ";")

    /// Calls `place` with each place, then `word` with each word after it; false as soon as either says so, and where
    /// the text is no notation.
    static func scan(_ text: String, place: (Substring) -> Bool, word: (Word) -> Bool) -> Bool {
        var text = text
        return text.withUTF8 { scan($0, place: place, word: word) }
    }

    private static func scan(
        _ bytes: UnsafeBufferPointer<UInt8>, place: (Substring) -> Bool, word: (Word) -> Bool
    ) -> Bool {
        var position = 0
        while true {
            let start = position
            while position < bytes.count, bytes[position] != space { position += 1 }
            guard position > start, position < bytes.count, place(text(bytes[start..<position])[...]) else {
                return false
            }
            // A place has one word or more; the last of them ends with a semicolon where another place follows.
            var isLast = false
            while !isLast {
                guard position < bytes.count else { return true }
                position += 1
                let start = position
                while position < bytes.count, bytes[position] != space { position += 1 }
                isLast = position < bytes.count && position > start && bytes[position - 1] == semicolon
                let end = isLast ? position - 1 : position
                guard let read = self.word(bytes[start..<end]), word(read) else { return false }
            }
            position += 1
        }
    }

    /// What a name may be made of.
    static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case 97...122, 65...90, 48...57, 46: true
        default: false
        }
    }

    private static func text(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> String {
        String(decoding: UnsafeBufferPointer(rebasing: bytes), as: UTF8.self)
    }

    private static func word(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Word? {
        guard let first = bytes.first else { return nil }
        if bytes.count == 1, first == UInt8(ascii: "*") { return Word(name: "", years: nil) }
        guard let hyphen = bytes.firstIndex(of: UInt8(ascii: "-")) else {
            guard bytes.allSatisfy(isPlain) else { return nil }
            guard let cell = cell(bytes) else { return Word(name: text(bytes), years: nil) }
            return Word(name: text(cell.member), years: cell.year...cell.year)
        }
        guard let cell = cell(bytes[..<hyphen]), cell.member.allSatisfy(isPlain),
            let last = year(bytes[(hyphen + 1)...]), cell.year < last,
            last - cell.year < SourceNotation.mostYears
        else { return nil }
        return Word(name: text(cell.member), years: cell.year...last)
    }

    /// `values.2019` as `values.` and 2019; nil where it is no cell of a year.
    private static func cell(
        _ bytes: Slice<UnsafeBufferPointer<UInt8>>
    ) -> (member: Slice<UnsafeBufferPointer<UInt8>>, year: Int)? {
        guard bytes.count > 5, let year = year(bytes.suffix(4)) else { return nil }
        let member = bytes.dropLast(4)
        return member.last == UInt8(ascii: ".") ? (member, year) : nil
    }

    private static func year(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
        guard bytes.count == 4, bytes.first != UInt8(ascii: "0") else { return nil }
        var year = 0
        for byte in bytes {
            guard (48...57).contains(byte) else { return nil }
            year = 10 * year + Int(byte - 48)
        }
        return year
    }
}
