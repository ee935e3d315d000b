/// Rows with bars between their cells: `| a | b |`, `a | b`, and the strokes of drawn boxes.
enum BarRow {
    /// The cells of a row, untrimmed; nil where the line has no bar that separates. `\|` is a bar of the text. Where
    /// the rows are open, a bar at the beginning stands behind an empty cell.
    static func cells(_ line: String, isOpen: Bool = false) -> [String]? {
        let trimmed = unified(line).trimmedEnds
        guard trimmed.utf8.count > 1, trimmed.utf8.contains(bar) else { return nil }
        var cells: [String] = [""]
        var previous: Unicode.Scalar = " "
        for scalar in trimmed.unicodeScalars {
            if scalar == "|", previous != "\\" {
                cells.append("")
            } else {
                if scalar == "|" { cells[cells.count - 1].unicodeScalars.removeLast() }
                cells[cells.count - 1].unicodeScalars.append(scalar)
            }
            previous = scalar
        }
        guard cells.count > 1 else { return nil }
        let isClosed = trimmed.utf8.first == bar
        if trimmed.utf8.last == bar, cells.last?.isEmpty == true { cells.removeLast() }
        if isClosed, !isOpen { cells.removeFirst() }
        return cells.isEmpty ? nil : cells
    }

    /// True where a single bar stands between letters, as in `on|off`.
    static func isWeak(_ line: String) -> Bool {
        guard let cells = cells(line), cells.count == 2 else { return false }
        let trimmed = line.trimmedEnds
        if trimmed.utf8.first == bar || trimmed.utf8.last == bar { return false }
        return cells[0].last != " " || cells[1].first != " "
    }

    /// A rule over some columns of a row, with a plus at each of its ends, as empty cells.
    private static func withoutRules(_ line: String) -> String {
        let line = withSigns(line)
        guard line.contains("+--") || line.contains("+=="), line.trimmedEnds.utf8.first == bar else {
            return line
        }
        var scalars = Array(line.unicodeScalars)
        var index = 0
        while index < scalars.count {
            let end = scalars[index...].firstIndex { !"+-=".unicodeScalars.contains($0) } ?? scalars.count
            if scalars[index] == "+", end - index >= 4,
                scalars[end - 1] == "+" || end < scalars.count && scalars[end] == "|"
            {
                for place in index..<end { scalars[place] = scalars[place] == "+" ? "|" : " " }
            }
            index = max(end, index + 1)
        }
        return String(String.UnicodeScalarView(scalars))
    }

    /// A row of a drawn box with a rule over some of its columns: `│ library ├─────┼────┤`, the rule in plus and minus.
    private static func withSigns(_ line: String) -> String {
        guard
            line.unicodeScalars.contains(where: { (0x2500...0x2501).contains($0.value) || $0.value == 0x2550 }
            ),
            let first = line.trimmedEnds.unicodeScalars.first, isStroke(first)
        else { return line }
        var view = String.UnicodeScalarView()
        for scalar in line.unicodeScalars {
            switch scalar.value {
            case 0x2500, 0x2501, 0x2550: view.append("-")
            case 0x2502, 0x2503, 0x2551: view.append("|")
            case 0x2500...0x257F: view.append("+")
            default: view.append(scalar)
            }
        }
        return String(view)
    }

    /// What parts the cells.
    static let bar = UInt8(ascii: "|")

    private static func isStroke(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "\u{2502}" || scalar == "\u{2503}" || scalar == "\u{2551}"
    }

    /// The row with bars for the strokes of drawn boxes, and for the rules that are drawn over some of its columns only:
    /// `| library +-----+----+`.
    static func unified(_ line: String) -> String {
        let line = withoutRules(line)
        guard line.unicodeScalars.contains(where: isStroke) else { return line }
        var view = String.UnicodeScalarView()
        for scalar in line.unicodeScalars { view.append(isStroke(scalar) ? "|" : scalar) }
        return String(view)
    }
}

/// Rows with `;` between their cells, where quotes keep a `;` in a cell.
enum SemicolonRow {
    /// How many `;` separate cells; 0 where the only one ends the line, as in the items of a list.
    static func separators(_ line: String) -> Int {
        guard line.utf8.contains(UInt8(ascii: ";")) else { return 0 }
        let count = cells(line).count - 1
        return count == 1 && line.trimmedEnds.utf8.last == UInt8(ascii: ";") ? 0 : count
    }

    /// The cells, with their quotes.
    static func cells(_ line: String) -> [String] {
        var cells: [[UInt8]] = [[]]
        var isQuoted = false
        for byte in line.utf8 {
            if byte == UInt8(ascii: "\""), isQuoted || cells[cells.count - 1].isEmpty { isQuoted.toggle() }
            if byte == UInt8(ascii: ";"), !isQuoted {
                cells.append([])
            } else {
                cells[cells.count - 1].append(byte)
            }
        }
        return cells.map { String(decoding: $0, as: UTF8.self) }
    }
}

/// Quotes around whole cells, as exports put them.
enum QuotedRow {
    /// The cells without their quotes, where every filled cell is quoted, figures aside in the quotes of computers; else
    /// the cells as they are.
    static func unquoted(_ cells: [String]) -> [String] {
        guard cells.count > 1 else { return cells }
        let first = Set(cells.compactMap { $0.trimmedEnds.first })
        guard let pair = pairs.first(where: { first.contains($0.opening) && isQuoted(cells, $0) }) else {
            return cells
        }
        return cells.map { content($0, pair) ?? $0 }
    }

    private typealias Pair = (opening: Character, closing: Character)
    private static let pairs: [Pair] = [
        ("\"", "\""), ("“", "”"), ("«", "»"), ("'", "'"), ("‘", "’"), ("„", "“"),
    ]

    private static func isQuoted(_ cells: [String], _ pair: Pair) -> Bool {
        cells.allSatisfy { cell in
            content(cell, pair) != nil
                || (pair.opening == "\"" ? !cell.contains(where: \.isLetter) : cell.trimmedEnds.isEmpty)
        }
    }

    /// What stands between the quotes of a cell; nil where it is not quoted as a whole.
    private static func content(_ cell: String, _ pair: Pair) -> String? {
        let trimmed = cell.trimmedEnds
        guard trimmed.count >= 2, trimmed.first == pair.opening, trimmed.last == pair.closing else {
            return nil
        }
        let inner = trimmed.dropFirst().dropLast()
        guard pair.opening == "\"" else {
            return inner.contains { $0 == pair.opening || $0 == pair.closing } ? nil : String(inner)
        }
        let parts = inner.split(separator: "\"\"", omittingEmptySubsequences: false)
        return parts.contains { $0.contains(pair.opening) } ? nil : parts.joined(separator: "\"")
    }
}
