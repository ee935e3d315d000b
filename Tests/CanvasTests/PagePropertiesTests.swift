import Canvas
import Foundation
import Model
import Reporting
import Sample
import Testing

/// What holds of every page: nothing covers anything, heads stand on each page of a table, and hostile contents only
/// make more pages.
@Suite struct PagePropertiesTests {
    /// Lines of text that cover each other by more than a point.
    private func overlaps(on page: Page) -> [String] {
        let lines = page.items.filter { $0.node != nil }.compactMap(\.text).filter {
            !$0.spans.isEmpty
        }
        let boxes = lines.map { line -> (Rectangle, String) in
            let size = line.spans.map(\.style.size.points).max() ?? 0
            return (
                Rectangle(
                    x: line.origin.x, y: line.origin.y - size * 0.7, width: line.width, height: size * 0.7),
                line.plain
            )
        }.sorted { $0.0.y < $1.0.y }
        var found: [String] = []
        for (index, (box, text)) in boxes.enumerated() {
            for (other, words) in boxes[(index + 1)...].prefix(while: { $0.0.y < box.bottom - 1 })
            where other.x < box.right - 1 && box.x < other.right - 1 {
                found.append("page \(page.number): «\(text)» and «\(words)»")
            }
        }
        return found
    }

    private func check(_ document: ReportDocument, geometry: PageGeometry = .a4) throws -> [Page] {
        let pages = try PageLayout(document, geometry: geometry).pages
        for page in pages {
            #expect(page.strays == [])
            #expect(overlaps(on: page) == [])
        }
        return pages
    }

    @Test(arguments: PrintKind.allCases)
    func `no text of the sample covers another, on any paper and at any size of type`(kind: PrintKind) throws
    {
        for (paper, scale) in [
            (PrintOptions.Paper.a4, PrintOptions.TypeScale.normal), (.a4, .large), (.a3, .small),
        ] {
            var options = PrintOptions()
            options.paper = paper
            options.typeScale = scale
            options.hasExplanations = true
            options.hasFindings = true
            let document = try ReportDocument(
                kind, of: SampleArchive.content(), year: SampleArchive.year, options: options)
            let pages = try check(document, geometry: PageGeometry(options))
            let sides = [pages[0].width, pages[0].height].sorted()
            #expect(abs(sides[0] - (paper == .a4 ? 595.276 : 841.89)) < 0.01)
        }
    }

    @Test func `a word of three hundred letters is broken within its cell`() throws {
        let word = String(repeating: "parola", count: 50)
        let pages = try check(Documents.document([.table(Documents.table([[word, "1"], ["x", word]]))]))
        let text = pages.flatMap(\.texts).map(\.plain).joined().replacing("\u{AD}", with: "")
        #expect(text.contains("parolaparola"))
        #expect(text.count(of: "p") >= 100)
    }

    @Test func `a cell of three pages, right-to-left text and emoji lose nothing`() throws {
        let long = Documents.words(2500)
        let pages = try check(
            Documents.document([
                .table(
                    Documents.table([
                        ["שלום עולם", "مرحبا بالعالم"], ["🏛️ 🇮🇹", long], ["ultima", "riga"],
                    ]))
            ]))
        #expect(pages.count > 2)
        let text = pages.map(\.words).joined(separator: " ")
        for word in ["שלום", "مرحبا", "🏛️", "parola0", "parola2499", "ultima"] { #expect(text.contains(word)) }
    }

    /// Ten thousand rows where `BAROMETRO_LONG` is set.
    private static let lengths = [
        0, 1, ProcessInfo.processInfo.environment["BAROMETRO_LONG"] == nil ? 2000 : 10_000,
    ]

    @Test(arguments: lengths)
    func `a table of any length repeats its head and keeps each row`(count: Int) throws {
        let rows = (0..<count).map { ["riga\($0)z", "\($0)"] }
        let pages = try check(Documents.document([.table(Documents.table(rows))]))
        for page in pages { #expect(page.texts.prefix(2).map(\.plain) == ["Nome", "Valore"]) }
        let printed = pages.flatMap(\.texts).map(\.plain).filter { $0.hasPrefix("riga") }
        #expect(printed == rows.map { $0[0] })
    }

    @Test func `a note stands below its table on the page of the row that calls it`() throws {
        var table = Documents.table((0..<90).map { ["riga\($0).", "\($0)"] })
        for (row, mark) in [(3, "a"), (70, "b")] {
            table.rows[row].cells[1].text = RichText("\(row)") + RichText(mark, .mark)
        }
        table.notes = [
            TableNote(mark: "a", text: "prima nota"), TableNote(mark: "b", text: "seconda nota"),
            TableNote(mark: "", text: "di tutta la tabella"),
        ]
        let pages = try check(Documents.document([.table(table)]))
        for (row, note) in [("riga3.", "prima nota"), ("riga70.", "seconda nota")] {
            let page = pages.first { $0.words.contains(row) }
            #expect(page?.words.contains(note) == true)
            #expect(pages.filter { $0.words.contains(note) }.count == 1)
            // The letter is raised, as in the row, so that it is read as no word of the note.
            let line = page?.items.compactMap(\.text).first { $0.plain.contains(note) }
            #expect(line?.spans.first?.style.isRaised == true && line?.spans.last?.style.isRaised == false)
        }
        #expect(pages.last?.words.contains("di tutta la tabella") == true)
    }

    @Test func `sections that may share a page do, where it has room`() throws {
        let short = { (name: String) in
            ReportSection(
                name, orientation: .portrait, sharesPage: true,
                blocks: [.heading(Heading(1, name)), .paragraph(Paragraph("testo"))])
        }
        var document = Documents.document([])
        document.sections = [short("Prima"), short("Seconda")]
        #expect(try PageLayout(document).pages.count == 1)
        document.sections[1].sharesPage = false
        #expect(try PageLayout(document).pages.count == 2)
        document.sections[1] = ReportSection("x", orientation: .landscape, sharesPage: true)
        #expect(try PageLayout(document).pages.count == 2)
    }
}

extension String {
    fileprivate func count(of character: Character) -> Int { filter { $0 == character }.count }
}
