import Reading

/// The text of a page of the web.
final class HTMLContent: HTMLHandler {
    /// The document in the making.
    private(set) var flow: FlowBuilder

    private var buffer: TextBuffer
    private var silent = 0
    private var preformatted = 0
    private var raised = 0
    private var headingLevel: Int?
    private var isItem = false
    private var heads = 0
    private var rows: [Row] = []

    /// What the cells of the open row of each table are.
    private struct Row {
        var hasHeads = false
        var hasData = false
        var headRows = 0
    }

    init(_ flow: FlowBuilder, budget: ReadingBudget) {
        self.flow = flow
        buffer = TextBuffer(budget)
    }

    func start(_ name: String, _ attributes: [String: String]) throws(ReadingError) {
        if Self.silentNames.contains(name) { silent += 1 }
        guard silent == 0 else { return }
        if Self.blockNames.contains(name) { try endParagraph() }
        switch name {
        case "br": try buffer.append("\n")
        case "h1", "h2", "h3", "h4", "h5", "h6": headingLevel = name.last?.wholeNumberValue
        case "li": isItem = true
        case "pre": preformatted += 1
        case "sup": raised += 1
        case "img", "svg", "object": flow.tell(.objectLeftOut)
        case "input": try buffer.append(Self.control(attributes))
        default: try startTable(name, attributes)
        }
        if Self.isHidden(attributes) { flow.tell(.hiddenRead) }
    }

    private func startTable(_ name: String, _ attributes: [String: String]) throws(ReadingError) {
        switch name {
        case "table":
            try flow.beginTable()
            rows.append(Row())
        case "thead": heads += 1
        case "tr":
            try endRow()
            try flow.beginRow()
        case "td", "th":
            if let index = rows.indices.last {
                if name == "th" || heads > 0 {
                    rows[index].hasHeads = true
                } else {
                    rows[index].hasData = true
                }
            }
            try flow.beginCell(
                rowSpan: Self.count(attributes["rowspan"]), columnSpan: Self.count(attributes["colspan"]))
        default: break
        }
    }

    func end(_ name: String) throws(ReadingError) {
        if Self.silentNames.contains(name) { silent -= 1 }
        guard silent == 0 else { return }
        if Self.blockNames.contains(name) { try endParagraph() }
        switch name {
        case "h1", "h2", "h3", "h4", "h5", "h6": headingLevel = nil
        case "li": isItem = false
        case "pre": preformatted -= 1
        case "sup": raised -= 1
        case "thead": heads -= 1
        case "td", "th": try flow.endCell()
        case "tr": try endRow()
        case "table":
            try endRow()
            if let row = rows.popLast() { flow.setHeadRows(row.headRows) }
            try flow.endTable()
        default: break
        }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(ReadingError) {
        guard silent == 0 else { return }
        let isPlain = preformatted > 0 || !bytes.contains { $0 < 0x20 }
        if raised == 0 {
            if isPlain { return try buffer.append(bytes) }
            // Line ends and tabs of the markup are white space.
            let spaced = bytes.map { $0 < 0x20 ? 0x20 : $0 }
            return try buffer.append(String(decoding: spaced, as: UTF8.self))
        }
        var scalars = String.UnicodeScalarView()
        for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
            scalars.append(Self.raisedDigits[scalar] ?? scalar)
        }
        try buffer.append(String(scalars))
    }

    /// The document.
    func finish() throws(ReadingError) -> SourceDocument {
        try endParagraph()
        return try flow.finish()
    }

    private func endRow() throws(ReadingError) {
        try flow.endCell()
        guard let index = rows.indices.last, rows[index].hasHeads || rows[index].hasData else { return }
        if !rows[index].hasData, rows[index].headRows == flow.rowCount - 1 { rows[index].headRows += 1 }
        rows[index].hasHeads = false
        rows[index].hasData = false
    }

    private func endParagraph() throws(ReadingError) {
        guard !buffer.isEmpty else { return }
        let raw = buffer.take()
        let text = preformatted > 0 ? raw : Self.collapsed(raw)
        guard text.contains(where: { !$0.isWhitespace }) else { return }
        if let level = headingLevel {
            try flow.append(text, as: .heading(level: level))
        } else {
            try flow.append(text, as: isItem ? .item : .paragraph)
            isItem = false
        }
    }

    /// White space is one space, and none beside a line end.
    private static func collapsed(_ raw: String) -> String {
        var result = String.UnicodeScalarView()
        var isAfterBlank = true
        for scalar in raw.unicodeScalars {
            if scalar == "\n" {
                if result.last == " " { result.removeLast() }
                result.append("\n")
                isAfterBlank = true
            } else if scalar == " " {
                if !isAfterBlank { result.append(" ") }
                isAfterBlank = true
            } else {
                result.append(scalar)
                isAfterBlank = false
            }
        }
        return String(result)
    }

    private static func count(_ value: String?) -> Int {
        let digits = (value ?? "1").prefix { $0.isNumber }
        return max(1, min(Int(digits) ?? 1, 65_534))
    }

    private static func control(_ attributes: [String: String]) -> String {
        switch attributes["type"]?.lowercased() {
        case "checkbox", "radio": attributes["checked"] == nil ? "☐" : "☑"
        case nil, "text", "number", "date": attributes["value"] ?? ""
        default: ""
        }
    }

    private static func isHidden(_ attributes: [String: String]) -> Bool {
        attributes["style"]?.lowercased().replacing(" ", with: "").contains("display:none") ?? false
    }

    private static let raisedDigits: [Unicode.Scalar: Unicode.Scalar] = Dictionary(
        uniqueKeysWithValues: zip("0123456789".unicodeScalars, "⁰¹²³⁴⁵⁶⁷⁸⁹".unicodeScalars))

    private static let silentNames: Set<String> = [
        "script", "style", "title", "noscript", "template", "iframe", "select", "rt", "rp", "del",
    ]

    private static let blockNames: Set<String> = [
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "div",
        "dl",
        "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
        "header",
        "hr", "html", "legend", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody",
        "td", "tfoot", "th", "thead", "tr", "ul",
    ]
}
