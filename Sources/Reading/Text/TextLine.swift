/// A line of a text, with its number in the file and its page where form feeds make pages.
struct TextLine: Hashable, Sendable {
    /// Its number in the file, from 1; each kind of line end counts.
    let number: Int
    /// Its page, from 1; nil where the file has no form feed.
    let page: Int?
    /// The line without its end.
    var text: String

    /// True where there is nothing but white space.
    var isBlank: Bool { text.utf8.allSatisfy { $0 <= 0x20 } || text.allSatisfy(\.isWhitespace) }

    /// Where it stands.
    var place: Place { Place(page: page, line: number) }

    /// The lines of valid UTF-8. Lines end with LF, CR LF, CR, VT, FF, U+0085, U+2028 or U+2029; the end of the last
    /// one opens no further line. A form feed ends a page too, and is no line of its own at the end of one.
    ///
    /// - Parameter most: so many lines and one more are made at most: of a text that is refused not all are.
    static func split(_ utf8: [UInt8], most: Int = .max) -> [TextLine] {
        let hasPages = utf8.contains(0x0C)
        var lines: [TextLine] = []
        var page = 1
        var start = 0
        var index = 0
        while index < utf8.count {
            let end = lineEnd(utf8, at: index)
            guard end > 0 else {
                index += 1
                continue
            }
            let isFormFeed = utf8[index] == 0x0C
            if !isFormFeed || start < index {
                let text = String(decoding: utf8[start..<index], as: UTF8.self)
                lines.append(TextLine(number: lines.count + 1, page: hasPages ? page : nil, text: text))
            }
            guard lines.count <= most else { return lines }
            if isFormFeed { page += 1 }
            index += end
            start = index
        }
        if start < utf8.count {
            let text = String(decoding: utf8[start...], as: UTF8.self)
            lines.append(TextLine(number: lines.count + 1, page: hasPages ? page : nil, text: text))
        }
        return lines
    }

    /// The length in bytes of the line end at the index; 0 where there is none.
    private static func lineEnd(_ utf8: [UInt8], at index: Int) -> Int {
        switch utf8[index] {
        case 0x0A, 0x0B, 0x0C: return 1
        case 0x0D: return index + 1 < utf8.count && utf8[index + 1] == 0x0A ? 2 : 1
        case 0xC2: return index + 1 < utf8.count && utf8[index + 1] == 0x85 ? 2 : 0
        case 0xE2:
            guard index + 2 < utf8.count, utf8[index + 1] == 0x80 else { return 0 }
            return utf8[index + 2] == 0xA8 || utf8[index + 2] == 0xA9 ? 3 : 0
        default: return 0
        }
    }
}
