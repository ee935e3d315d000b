import ArgumentParser
import Exporting
import Foundation
import Localization
import Reading
import UserMessages

/// Shows what is read of a file, before anybody looks for objectives in it.
struct TablesCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "tables",
            abstract: tr("Shows the headings, lines and tables that are read of a file of any format."))
    }

    @Argument(help: ArgumentHelp(tr("The file."), valueName: "file"))
    var file: String

    @Flag(help: ArgumentHelp(tr("The result as JSON.")))
    var json = false

    func run() throws {
        let document: SourceDocument
        do {
            document = try InputFile.document(of: URL(filePath: file))
        } catch {
            throw ToolFailure(.input, error.words)
        }
        if json { return try Console.say(JSONText.bytes(of: TablesReport(document))) }
        for block in document.blocks { try Console.say(block.lines) }
        for finding in document.findings { Console.tell(finding.words) }
    }
}

extension Block {
    /// The block as lines of text.
    fileprivate var lines: String {
        switch content {
        case .heading(let text, let level): String(repeating: "#", count: level ?? 1) + " " + text
        case .paragraph(let text): text
        case .item(let text): "• " + text
        case .table(let table):
            table.rows.map { row in
                row.map { $0.text.replacing("\n", with: " ") }.joined(separator: " | ")
            }.joined(separator: "\n")
        }
    }
}

/// The JSON of `tables --json`.
struct TablesReport: Encodable {
    /// The format of the file.
    let format: SourceFormat
    /// All blocks, in the order of reading.
    let blocks: [BlockReport]
    /// Running heads and feet that the format keeps apart.
    let headersAndFooters: [String]
    /// What there is to tell.
    let findings: [FindingReport]
    /// The tables again, as programs that measure want them.
    let tables: [TableReport]

    /// What was read of a file.
    init(_ document: SourceDocument) {
        format = document.format
        blocks = document.blocks.map { BlockReport($0) }
        headersAndFooters = document.headersAndFooters.map(\.text)
        findings = document.findings.map { FindingReport($0) }
        tables = document.blocks.compactMap { block in
            block.table.map { TableReport(page: block.place.page, rows: BlockReport.texts($0)) }
        }
    }

    /// One block.
    struct BlockReport: Encodable {
        let kind: String
        let place: PlaceReport
        let level: Int?
        let text: String?
        let rows: [[String]]?
        let headRows: Int?

        init(_ block: Block) {
            place = PlaceReport(block.place)
            switch block.content {
            case .heading(_, let level): (kind, self.level) = ("heading", level)
            case .paragraph: (kind, level) = ("paragraph", nil)
            case .item: (kind, level) = ("item", nil)
            case .table: (kind, level) = ("table", nil)
            }
            text = block.table == nil ? block.text : nil
            rows = block.table.map { Self.texts($0) }
            headRows = block.table?.headRows
        }

        /// The texts of a table's cells; those of covered places are empty.
        static func texts(_ table: Table) -> [[String]] { table.rows.map { $0.map(\.text) } }
    }

    /// Where something stands; what the format does not have is null.
    struct PlaceReport: Encodable {
        private let place: Place

        private enum CodingKeys: CodingKey {
            case page, line, sheet, cell
        }

        init(_ place: Place) { self.place = place }

        func encode(to encoder: any Encoder) throws {
            var values = encoder.container(keyedBy: CodingKeys.self)
            try values.encode(place.page, forKey: .page)
            try values.encode(place.line, forKey: .line)
            try values.encode(place.sheet, forKey: .sheet)
            try values.encode(place.cell, forKey: .cell)
        }
    }

    /// Something to tell.
    struct FindingReport: Encodable {
        let code: String
        let place: PlaceReport
        let detail: String
        let message: String

        init(_ finding: ReadingFinding) {
            code = finding.code.rawValue
            place = PlaceReport(finding.place)
            detail = finding.detail
            message = finding.words
        }
    }

    /// A table as rows of texts.
    struct TableReport: Encodable {
        let page: Int?
        let rows: [[String]]
    }
}
