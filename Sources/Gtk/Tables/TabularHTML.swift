/// What a page of the web, or its part, says as rows of cells: some programs put nothing else on the clipboard.
nonisolated struct TabularHTML {
    private var rest: Substring
    private var rows: [[String]] = []
    private var text = ""
    /// The cell that is being read, with how many columns and rows it takes.
    private var cell: (columns: Int, rows: Int)?
    /// Columns that a cell takes, with the last row that it reaches into.
    private var taken: [Int: Int] = [:]

    /// Whether a text is the source of a page.
    static func isOne(_ text: String) -> Bool {
        let start = text.drop { $0.isWhitespace || $0 == "\u{FEFF}" }.prefix(14).lowercased()
        return ["<html", "<!doctype html", "<meta", "<table", "<body"].contains { start.hasPrefix($0) }
    }

    /// The rows of the tables in a page, all of one length where they are written so; what is in no table is one cell.
    static func rows(of page: String) -> [[String]] {
        var reader = TabularHTML(rest: page[...])
        reader.read()
        return reader.rows.isEmpty ? [[reader.taking(reader.text)]] : reader.rows
    }

    private init(rest: Substring) { self.rest = rest }

    private mutating func read() {
        while let open = rest.firstIndex(of: "<") {
            text += rest[..<open]
            guard let close = rest[open...].firstIndex(of: ">") else { break }
            let tag = rest[rest.index(after: open)..<close]
            rest = rest[rest.index(after: close)...]
            follow(tag)
        }
        text += rest
        endCell()
    }

    private mutating func follow(_ tag: Substring) {
        let name = tag.prefix { !$0.isWhitespace }.lowercased()
        switch name {
        case "tr":
            endCell()
            rows.append([])
            takeBelow()
        case "td", "th":
            endCell()
            if rows.isEmpty { rows.append([]) }
            cell = (span("colspan", in: tag), span("rowspan", in: tag))
            text = ""
        case "/td", "/th", "/tr": endCell()
        case "/table":
            endCell()
            taken = [:]
        case "br", "br/": text += "\u{2028}"
        case "style", "script", "title", "head": skip(to: "</" + name)
        case "p", "/p", "div", "/div", "li": text += " "
        default: break
        }
    }

    private mutating func skip(to end: String) {
        guard let found = rest.place(of: end) else { return }
        rest = rest[found...]
    }

    private func span(_ name: String, in tag: Substring) -> Int {
        guard let place = tag.place(of: name) else { return 1 }
        let digits = tag[place...].drop { !$0.isWholeNumber }.prefix { $0.isWholeNumber }
        return min(max(Int(digits) ?? 1, 1), 1000)
    }

    private mutating func endCell() {
        guard let ended = cell, !rows.isEmpty else { return }
        cell = nil
        let first = rows[rows.count - 1].count
        rows[rows.count - 1] += [taking(text)] + Array(repeating: "", count: ended.columns - 1)
        text = ""
        if ended.rows > 1 {
            for column in first..<(first + ended.columns) { taken[column] = rows.count + ended.rows - 2 }
        }
        takeBelow()
    }

    /// Leaves the next columns empty as far as a cell of a row above reaches into this one.
    private mutating func takeBelow() {
        while let last = taken[rows[rows.count - 1].count], last >= rows.count - 1 {
            rows[rows.count - 1].append("")
        }
    }

    /// A text as it is read: without marks, with single blanks.
    private func taking(_ source: String) -> String {
        let words = source.split(omittingEmptySubsequences: false) { $0 == "\u{2028}" }.map { line in
            TabularHTML.decoded(String(line)).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
        return words.joined(separator: "\n").trimmingLines
    }

    private static let names = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "euro": "€", "le": "≤",
        "ge": "≥", "minus": "−", "ndash": "–", "agrave": "à", "egrave": "è", "eacute": "é", "igrave": "ì",
        "ograve": "ò", "ugrave": "ù",
    ]

    private static func decoded(_ text: String) -> String {
        guard text.contains("&") else { return text }
        var made = ""
        var rest = text[...]
        while let mark = rest.firstIndex(of: "&") {
            made += rest[..<mark]
            let after = rest.index(after: mark)
            guard let end = rest[after...].prefix(10).firstIndex(of: ";"),
                let sign = sign(rest[after..<end])
            else {
                made += "&"
                rest = rest[after...]
                continue
            }
            made += sign
            rest = rest[rest.index(after: end)...]
        }
        return made + rest
    }

    private static func sign(_ name: Substring) -> String? {
        guard name.hasPrefix("#") else { return names[String(name)] }
        let digits = name.dropFirst()
        let code = digits.first?.lowercased() == "x" ? Int(digits.dropFirst(), radix: 16) : Int(digits)
        let scalar = code.flatMap { UInt32(exactly: $0) }.flatMap { Unicode.Scalar($0) }
        return scalar.map { String(Character($0)) }
    }
}

extension StringProtocol {
    /// Where a text begins in this one, whatever the case of its letters.
    fileprivate nonisolated func place(of text: String) -> Index? {
        let wanted = text.lowercased()
        var here = startIndex
        while here < endIndex {
            if self[here...].prefix(wanted.count).lowercased() == wanted { return here }
            here = index(after: here)
        }
        return nil
    }

    /// The text without empty lines at its ends.
    fileprivate nonisolated var trimmingLines: String {
        var lines = split(separator: "\n", omittingEmptySubsequences: false)[...]
        while lines.first?.isEmpty == true { lines.removeFirst() }
        while lines.last?.isEmpty == true { lines.removeLast() }
        return lines.joined(separator: "\n")
    }
}
