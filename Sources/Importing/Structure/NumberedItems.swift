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
