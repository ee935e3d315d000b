extension ScalarText {
    /// Takes out `**…**`, `*…*` and `__…__` around words; asterisks that multiply or mark a footnote stay.
    mutating func removeEmphasis() {
        unescape()
        removePairs(of: "*", width: 2)
        removePairs(of: "_", width: 2)
        removePairs(of: "*", width: 1)
    }

    /// `\*` and `\_` are how exporters protect a plain asterisk.
    private mutating func unescape() {
        guard scalars.contains("\\") else { return }
        var result: [Unicode.Scalar] = []
        result.reserveCapacity(scalars.count)
        for (index, scalar) in scalars.enumerated() {
            let isEscape =
                scalar == "\\" && index + 1 < scalars.count && Self.protected.contains(scalars[index + 1])
            if !isEscape { result.append(scalar) }
        }
        scalars = result
    }

    /// One pass over the runs of exactly this width (a longer one is a footnote mark): a run that opens waits for the
    /// first that closes, with at least one letter between them.
    private mutating func removePairs(of mark: Unicode.Scalar, width: Int) {
        guard scalars.contains(mark) else { return }
        var drops: [Int] = []
        var open: Int?
        var lastLetter = -1
        var index = 0
        while index < scalars.count {
            guard scalars[index] == mark else {
                if scalars[index].properties.isAlphabetic { lastLetter = index }
                index += 1
                continue
            }
            let start = index
            while index < scalars.count, scalars[index] == mark { index += 1 }
            guard index - start == width else { continue }
            if let begun = open, lastLetter > begun, closes(start, next: index) {
                drops.append(begun)
                drops.append(start)
                open = nil
            } else if opens(start, next: index) {
                open = start
            }
        }
        remove(width, at: drops)
    }

    private mutating func remove(_ width: Int, at positions: [Int]) {
        guard !positions.isEmpty else { return }
        residues.insert(.emphasis)
        var result: [Unicode.Scalar] = []
        result.reserveCapacity(scalars.count)
        var from = 0
        for position in positions {
            result.append(contentsOf: scalars[from..<position])
            from = position + width
        }
        result.append(contentsOf: scalars[from...])
        scalars = result
    }

    /// Before it nothing, a space or a bracket; after it a letter, a quote or a bracket: `*100` multiplies.
    private func opens(_ start: Int, next: Int) -> Bool {
        guard next < scalars.count else { return false }
        let inner = scalars[next]
        let startsWords =
            inner.properties.isAlphabetic || Self.openers.contains(inner) || isLongMark(start, next)
        guard startsWords, inner != " " else { return false }
        return start == 0 || scalars[start - 1] == " " || Self.openers.contains(scalars[start - 1])
    }

    /// Two asterisks before a digit are emphasis (`**2.1 Titolo**`); one is a product.
    private func isLongMark(_ start: Int, _ next: Int) -> Bool { next - start > 1 }

    private func closes(_ start: Int, next: Int) -> Bool {
        guard start > 0, scalars[start - 1] != " " else { return false }
        return next >= scalars.count || Self.enders.contains(scalars[next])
    }

    private static let protected = Set("*_#<>[]".unicodeScalars)
    private static let openers = Set("([\"'>«“‘".unicodeScalars)
    private static let enders = Set(" .,;:!?)]»”\"'<-".unicodeScalars)
}
