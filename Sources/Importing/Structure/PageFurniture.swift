import Model

/// Running heads, footers and page numbers: what pages repeat.
struct PageFurniture: Sendable {
    private let numbers: Set<Int>

    /// Finds the rows of a document that are furniture.
    init(_ rows: [DocumentRow]) {
        var numbers: Set<Int> = []
        var last: DocumentRow?
        for row in rows {
            let isFirst = row.page != nil && last != nil && row.page != last?.page
            if Self.isPageNumber(row, isFirst: isFirst) { numbers.insert(row.number) }
            last = row
        }
        numbers.formUnion(Self.repeated(rows))
        numbers.formUnion(Self.contents(rows))
        numbers.formUnion(Self.formHeads(rows))
        self.numbers = numbers
    }

    /// True for a row that pages repeat.
    func holds(_ row: DocumentRow) -> Bool { numbers.contains(row.number) }

    /// `Pagina 3 di 10`, `- 3 -`, `pag. 3`, `3/10`, alone or beside the title that stands with it.
    private static func isPageNumber(_ row: DocumentRow, isFirst: Bool) -> Bool {
        let filled = row.filled
        if isRunningHead(row, isFirst: isFirst) { return true }
        guard filled.count <= 3, row.text.utf8.count <= 120 else { return false }
        if filled.contains(where: { namesPage(row.cells[$0]) }) {
            return row.kind != .cells
                || filled.allSatisfy {
                    namesPage(row.cells[$0]) || row.cells[$0].allSatisfy { $0.isNumber || $0.isWhitespace }
                } || filled.count <= 2
        }
        let text = row.text
        if row.page != nil, row.kind != .cells, isCount(text) { return true }
        guard row.kind != .cells, text.utf8.count <= 9 else { return false }
        let digits = text.filter(\.isNumber)
        return !digits.isEmpty && digits.utf8.count <= 4 && text != digits
            && text.allSatisfy { $0.isNumber || $0.isWhitespace || "-–—/|".contains($0) }
            && !text.contains { "/".contains($0) && digits.utf8.count > 6 }
    }

    /// `3 di 10`: the number of a page, of so many.
    private static func isCount(_ text: String) -> Bool {
        let words = text.split(separator: " ")
        guard words.count == 3, ["di", "of"].contains(words[1]), let first = Int(words[0]),
            let last = Int(words[2])
        else { return false }
        return first > 0 && first <= last && last < 2_000
    }

    /// Cells that say the municipality, the document with its year, and a page's number, and nothing else.
    /// At the top of a page the municipality beside the name of a chapter is one too.
    private static func isRunningHead(_ row: DocumentRow, isFirst: Bool) -> Bool {
        let cells = row.filled.map { row.cells[$0] }
        guard row.kind == .cells, cells.count > 1,
            cells.contains(where: { DocumentCover.municipality($0) != nil })
        else { return false }
        let rest = cells.filter { DocumentCover.municipality($0) == nil }
        if isFirst, cells.count == 2, rest.count == 1, !CellShape(rest[0]).isFigure { return true }
        return !rest.isEmpty
            && rest.allSatisfy { namesDocument($0) || $0.allSatisfy { $0.isNumber || $0.isWhitespace } }
    }

    /// `pag. 3 di 10`, `pagina 3`.
    static func namesPage(_ cell: String) -> Bool {
        guard mayNamePage(cell.utf8) else { return false }
        let words = MatchKey(cell).words
        guard let index = words.firstIndex(where: { ["pagina", "pag", "pagine", "page", "p"].contains($0) }),
            index + 1 < words.count, words[index + 1].allSatisfy(\.isNumber)
        else { return false }
        let rest = words[(index + 2)...]
        return rest.allSatisfy { ["di", "of", "a"].contains($0) || $0.allSatisfy(\.isNumber) }
            && (words[index] != "p" || rest.count == 2)
    }

    /// False for a cell without the first letter of a page or without a figure: most cells, told by their bytes.
    private static func mayNamePage(_ bytes: String.UTF8View) -> Bool {
        var hasLetter = false
        var hasFigure = false
        for byte in bytes {
            if byte | 0x20 == UInt8(ascii: "p") { hasLetter = true }
            if (0x30...0x39).contains(byte) || byte >= 0x80 { hasFigure = true }
        }
        return hasLetter && hasFigure
    }

    /// Lines of text that stand at the edges of most pages, or that come again and again and name no field.
    private static func repeated(_ rows: [DocumentRow]) -> Set<Int> {
        var places: [String: [DocumentRow]] = [:]
        for row in rows where row.kind != .cells && row.text.utf8.count <= 160 {
            places[key(row.text), default: []].append(row)
        }
        let pages = Set(rows.compactMap(\.page))
        var result: Set<Int> = []
        for (key, all) in places where all.count > 1 && !key.isEmpty {
            let rows = key.contains(where: \.isLetter) ? all : counted(all)
            let namesBody = DocumentCover.municipality(rows[0].text) != nil
            guard namesBody || LabelReader.guess(rows[0].text) == nil, !rows[0].text.contains(":"),
                !ServiceWords.namesPart(rows[0].text)
            else { continue }
            let hasMunicipality =
                namesBody || namesDocument(rows[0].text)
            let onPages = Set(rows.compactMap(\.page)).count
            if hasMunicipality || pages.count > 1 && onPages * 2 > pages.count && onPages > 1 {
                // The first is the cover's, but for the number of a page.
                let isNumber = !key.contains(where: \.isLetter)
                result.formUnion((isNumber ? rows : Array(rows.dropFirst())).map(\.number))
            }
        }
        return result
    }

    /// Small tables with the name of the body that come again with the same cells: the head of a form over each card.
    private static func formHeads(_ rows: [DocumentRow]) -> Set<Int> {
        let blocks = Dictionary(grouping: rows.filter { $0.kind == .cells }, by: \.block).values.filter {
            block in
            block.count <= 4
                && block.contains { $0.cells.contains { DocumentCover.municipality($0) != nil } }
        }
        let alike = Dictionary(grouping: blocks) { $0.map(\.cells) }.values.filter { $0.count > 1 }
        return Set(alike.joined().joined().map(\.number))
    }

    /// Lines of a table of contents: titles with points that lead to the number of a page, three or more in a row whose
    /// numbers never fall, or one that says that it is of contents.
    private static func contents(_ rows: [DocumentRow]) -> Set<Int> {
        var result: Set<Int> = []
        var run: [(row: Int, page: Int)] = []
        var title: DocumentRow?
        func close() {
            let pages = run.map(\.page)
            if run.count > 2, pages == pages.sorted(), Set(pages).count > 1 {
                result.formUnion(run.map(\.row))
                // `INDICE`: its title, and no label.
                if let title, namesContents(title.text) { result.insert(title.number) }
            }
            run = []
        }
        for row in rows {
            guard let (name, page) = leading(row) else {
                close()
                title = row
                continue
            }
            if namesContents(name) { result.insert(row.number) }
            run.append((row.number, page))
        }
        close()
        // A line of it that a page or a wrapped title parts from the others.
        if !result.isEmpty {
            result.formUnion(rows.filter { $0.text.contains("......") && leading($0) != nil }.map(\.number))
        }
        return result
    }

    private static func namesContents(_ text: String) -> Bool {
        MatchKey(text).words.first.map { ["indice", "sommario"].contains($0) } ?? false
    }

    /// `Verde urbano ........ 12`: the title and the page.
    private static func leading(_ row: DocumentRow) -> (title: String, page: Int)? {
        guard row.filled.count <= 2, case let text = row.text, text.contains("....") || text.contains("……"),
            let last = text.split(separator: " ").last
        else { return nil }
        let number = last.drop { ".…".contains($0) }
        guard number.count <= 4, let page = Int(number),
            let points = text.firstIndex(where: { ".…".contains($0) })
        else { return nil }
        return (String(text[..<points]), page)
    }

    /// Of figures that stand alone on pages those that count the pages: others are values.
    private static func counted(_ rows: [DocumentRow]) -> [DocumentRow] {
        let groups = Dictionary(grouping: rows) { row in
            Int(row.text.filter(\.isNumber)).map { $0 - (row.page ?? 0) }
        }
        return groups.max { $0.value.count < $1.value.count }?.value ?? []
    }

    /// The words of a running head: the document's kind and a year.
    private static func namesDocument(_ text: String) -> Bool {
        let words = MatchKey(text).words
        return words.contains { ["performance", "peg", "piao", "relazione", "piano", "pdo"].contains($0) }
            && words.contains { PeriodHead(String($0)) != nil }
    }

    /// The text without its figures: page numbers differ.
    private static func key(_ text: String) -> String {
        MatchKey(text).words.map { $0.allSatisfy(\.isNumber) ? "0" : String($0) }.joined(separator: " ")
    }
}
