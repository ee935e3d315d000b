/// What a line of a text is by its separators.
enum TextLineKind: Hashable, Sendable {
    /// Nothing but white space.
    case blank
    /// Cells with tabs between.
    case tabs
    /// Cells with bars between, open or closed.
    case bars
    /// Cells with `;` between.
    case semicolons
    /// A line drawn of hyphens, equal signs or the like, with or without bars.
    case rule
    /// Anything else.
    case plain

    /// True for a row of cells by a separator.
    var isRow: Bool { self == .tabs || self == .bars || self == .semicolons }

    /// The kinds of all lines.
    static func kinds(of lines: [TextLine]) -> [TextLineKind] {
        var kinds = lines.map { kind(of: $0.text) }
        settleWeakRows(&kinds, lines)
        findSemicolons(&kinds, lines)
        return kinds
    }

    private static func kind(of text: String) -> TextLineKind {
        var hasTab = false
        var hasBar = false
        var hasInk = false
        for byte in text.utf8 {
            if byte == 0x09 { hasTab = true }
            if byte == UInt8(ascii: "|") || byte == 0xE2 { hasBar = true }
            if byte > 0x20 { hasInk = true }
        }
        guard hasInk, !text.allSatisfy(\.isWhitespace) else { return .blank }
        if isRule(text) { return .rule }
        if hasTab { return .tabs }
        return hasBar && BarRow.cells(text) != nil ? .bars : .plain
    }

    /// Nothing but strokes, and at least three of them.
    static func isRule(_ text: String) -> Bool {
        var strokes = 0
        for scalar in text.unicodeScalars {
            switch scalar {
            case "-", "=", "_", "~", "\u{2013}", "\u{2014}", "\u{2500}"..."\u{257F}": strokes += 1
            case "|", "+", ":", " ", "\t": continue
            default: return false
            }
        }
        return strokes >= 3
    }

    /// A tab beside a single filled cell, or one bar without blanks around, makes a row only among rows.
    private static func settleWeakRows(_ kinds: inout [TextLineKind], _ lines: [TextLine]) {
        let found = kinds
        for index in kinds.indices where found[index].isRow {
            let isWeak =
                found[index] == .tabs
                ? filledTabCells(lines[index].text) < 2 : BarRow.isWeak(lines[index].text)
            guard isWeak else { continue }
            let before = index > 0 && found[index - 1] == found[index]
            let after = index + 1 < kinds.count && found[index + 1] == found[index]
            if !before && !after { kinds[index] = .plain }
        }
    }

    private static func filledTabCells(_ text: String) -> Int {
        text.utf8.split(separator: 0x09).count { $0.contains { $0 > 0x20 } }
    }

    /// Lines below one another with the same number of `;`: two lines with two or more, or three with one.
    private static func findSemicolons(_ kinds: inout [TextLineKind], _ lines: [TextLine]) {
        var index = 0
        while index < lines.count {
            let count = kinds[index] == .plain ? SemicolonRow.separators(lines[index].text) : 0
            var end = index + 1
            guard count > 0 else {
                index = end
                continue
            }
            while end < lines.count, kinds[end] == .plain,
                SemicolonRow.separators(lines[end].text) == count
            {
                end += 1
            }
            if end - index >= (count > 1 ? 2 : 3) {
                for row in index..<end { kinds[row] = .semicolons }
            }
            index = end
        }
    }
}
