/// A document in the making: counts blocks, cells and text against the budget, numbers the blocks, bounds the findings.
public struct DocumentBuilder: Sendable {
    /// What may still be used, and the limits.
    public let budget: ReadingBudget

    private let format: SourceFormat
    private var blocks: [Block] = []
    private var headersAndFooters: [Block] = []
    private var findings: [ReadingFinding] = []
    private var told: [ReadingFinding.Code: Int] = [:]
    private var cells = 0
    private var textBytes = 0

    /// An empty document.
    public init(format: SourceFormat, budget: ReadingBudget) {
        self.format = format
        self.budget = budget
    }

    /// How many blocks there are: the number of the next one.
    public var count: Int { blocks.count }

    /// Adds a block; its place and those of its cells get its number. A text without a visible character and a table
    /// without a filled cell are left out.
    ///
    /// - Throws: `ReadingError.tooLarge` where the budget is used up.
    public mutating func append(_ content: consuming Block.Content, at place: Place) throws(ReadingError) {
        switch content {
        case .heading(let text, _), .paragraph(let text), .item(let text):
            guard !text.allSatisfy(\.isWhitespace) else { return }
            try count(text: text.utf8.count)
        case .table(var table):
            guard table.rows.contains(where: { $0.contains { !$0.isBlank } }) else { return }
            // The only reference to the rows is `table` now, so that they are numbered where they stand.
            content = .paragraph("")
            try check(pendingCells: table.rows.count * table.width)
            cells += table.rows.count * table.width
            var bytes = 0
            for row in table.rows.indices {
                for column in table.rows[row].indices {
                    table.rows[row][column].place.block = blocks.count
                    bytes += table.rows[row][column].text.utf8.count
                }
            }
            try count(text: bytes)
            content = .table(table)
        }
        guard blocks.count < budget.blocks else { throw .tooLarge(what: "blocks", limit: budget.blocks) }
        var place = place
        place.block = blocks.count
        blocks.append(Block(content, at: place))
    }

    /// The text of a cell or paragraph as a reader sees it; characters that nobody sees are taken out and told.
    public mutating func folded(_ raw: consuming String, at place: Place) -> String {
        use(FoldedText(raw), at: place)
    }

    /// The text that was folded before; what was taken out of it is told for this place too.
    public mutating func use(_ folded: FoldedText, at place: Place) -> String {
        if !folded.hidden.isEmpty {
            tell(.invisibleRemoved, at: place, detail: folded.hidden.joined(separator: " "))
        }
        return folded.text
    }

    /// Adds a running head or foot.
    ///
    /// - Throws: `ReadingError.tooLarge` where the budget is used up.
    public mutating func append(headerOrFooter content: Block.Content, at place: Place) throws(ReadingError) {
        let block = Block(content, at: place)
        guard !block.text.allSatisfy(\.isWhitespace), !headersAndFooters.contains(block) else { return }
        try count(text: block.text.utf8.count)
        headersAndFooters.append(block)
    }

    /// Tells something. Beyond `ReadingBudget.findingsPerCode` of one code only the number is kept.
    public mutating func tell(_ code: ReadingFinding.Code, at place: Place, detail: String = "") {
        told[code, default: 0] += 1
        guard told[code, default: 0] <= budget.findingsPerCode else { return }
        var place = place
        place.block = blocks.count
        findings.append(ReadingFinding(code, at: place, detail: detail))
    }

    /// The document.
    ///
    /// - Throws: `ReadingError.empty` where there is no block.
    public func finish() throws(ReadingError) -> SourceDocument {
        guard !blocks.isEmpty else { throw .empty }
        var findings = findings
        for code in ReadingFinding.Code.allCases where told[code, default: 0] > budget.findingsPerCode {
            let more = told[code, default: 0] - budget.findingsPerCode
            findings.append(ReadingFinding(code, at: Place(block: blocks.count), detail: "+\(more)"))
        }
        return SourceDocument(
            format: format, blocks: EmphasisAcrossLines.removed(from: blocks),
            headersAndFooters: headersAndFooters, findings: findings)
    }

    private mutating func count(text bytes: Int) throws(ReadingError) {
        textBytes += bytes
        guard textBytes <= budget.textBytes else { throw .tooLarge(what: "text", limit: budget.textBytes) }
    }

    /// Stops a table in the making.
    ///
    /// - Throws: `ReadingError.tooLarge` where so many cells more would pass the budget.
    public func check(pendingCells: Int) throws(ReadingError) {
        guard cells + pendingCells <= budget.cells else {
            throw .tooLarge(what: "cells", limit: budget.cells)
        }
    }
}
