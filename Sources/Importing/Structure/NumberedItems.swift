import Reading

/// Items of a list in a cell that are told by their numbers or letters: `1. strade`, `2. piazze`.
enum NumberedItems {
    /// The items without their signs, what follows on further lines joined; nil where the first line has no sign, or
    /// the signs do not follow one another.
    static func items(of lines: [String]) -> [String]? {
        var items: [String] = []
        for line in lines {
            if let item = item(line, order: items.count) {
                items.append(item)
            } else if items.isEmpty {
                return nil
            } else {
                items[items.count - 1] = TextJoin.join(items[items.count - 1], line)
            }
        }
        return items.count > 1 ? items : nil
    }

    /// The items that begin with the mark of a list, `- strade`, `- piazze`, what follows on further lines joined; nil where
    /// the first line has none.
    static func marked(_ lines: [String]) -> [String]? {
        var items: [String] = []
        for line in lines {
            let text = ListMark.removed(from: line)
            if text != line {
                items.append(text)
            } else if items.isEmpty {
                return nil
            } else {
                items[items.count - 1] = TextJoin.join(items[items.count - 1], line)
            }
        }
        return items
    }

    /// The items of a list on one line, `1. gara 2. lavori`; nil where the signs do not follow one another.
    static func inLine(_ text: String) -> [String]? {
        var lines = [""]
        for word in text.split(separator: " ") {
            let next = lines.count + (lines[0].isEmpty ? 0 : 1)
            let sign = word.dropLast().drop { $0 == "(" }.lowercased()
            let isNext =
                word.last.map { ".)".contains($0) } ?? false
                && (sign == String(next)
                    || sign == String(UnicodeScalar(UInt8(ascii: "a") + UInt8(min(25, next - 1)))))
            if isNext, !lines[0].isEmpty { lines.append("") }
            lines[lines.count - 1] += (lines[lines.count - 1].isEmpty ? "" : " ") + word
        }
        let parts = lines.map { line -> String in
            let body = line.first == "(" ? line.dropFirst() : line[...]
            return String(body.reversed().drop { " ,;–-".contains($0) }.reversed())
        }
        return lines.count > 1 ? items(of: parts) : nil
    }

    /// The items that semicolons part: `gara; lavori; collaudo`; nil for fewer than two, and for sentences.
    static func parted(_ text: String) -> [String]? {
        let items = text.split(separator: ";").map { String($0.trimmedEnds) }.filter { !$0.isEmpty }
        return items.count > 1
            && items.allSatisfy {
                $0.contains(where: \.isLetter) && $0.utf8.count <= 120 && !$0.contains(". ")
            }
            ? items : nil
    }

    /// What follows the sign of the item of this order, from 0: `1.`, `1)`, `a)`, `A.`; nil where the line has none.
    static func item(_ line: String, order: Int) -> String? {
        guard order < 26, let end = line.firstIndex(where: { ".)".contains($0) }), end > line.startIndex
        else {
            return nil
        }
        let sign = line[..<end].lowercased()
        let letter = String(UnicodeScalar(UInt8(ascii: "a") + UInt8(order)))
        guard sign == String(order + 1) || sign == letter, line[line.index(after: end)...].first == " " else {
            return nil
        }
        let rest = line[line.index(after: end)...].trimmedEnds
        return rest.isEmpty ? nil : String(rest)
    }
}
