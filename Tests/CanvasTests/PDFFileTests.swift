import Foundation
import Localization
import Model
import Reporting
import Sample
import Testing

@testable import Canvas

@Suite(.enabled(if: PDFReading.isPossible, "poppler's tools are not installed"))
struct PDFFileTests {
    private func sample(_ kind: PrintKind) throws -> ReportDocument {
        var options = PrintOptions()
        options.date = CalendarDate(year: 2024, month: 5, day: 6)
        return try ReportDocument(
            kind, of: SampleArchive.content(), year: SampleArchive.year, options: options)
    }

    @Test func equalContentGivesEqualBytes() throws {
        #expect(try PDFWriter.write(sample(.allegatoB)).bytes == PDFWriter.write(sample(.allegatoB)).bytes)
    }

    @Test func languageOfThePersonWhoPrintsIsNotInTheFile() throws {
        let italian = try PDFWriter.write(ReportDraft(sample(.allegatoC))).bytes
        let german = try Localization.with(.german) {
            try PDFWriter.write(ReportDraft(sample(.allegatoC))).bytes
        }
        #expect(italian == german)
    }

    @Test func fileSaysWhatItIs() throws {
        let data = try PDFWriter.write(sample(.allegatoC)).bytes
        let reading = try PDFReading(data, name: "describes")
        defer { reading.close() }
        let info = try reading.info(["-isodates"])
        #expect(info.contains("Title:           Mappe dei servizi e relativi output ed utenza 2025"))
        #expect(info.contains("Subject:         Allegato C"))
        #expect(info.contains("Author:          Comune di Valdoria"))
        #expect(info.contains("CreationDate:    2024-05-06"))
        #expect(info.contains("Tagged:          yes"))
        #expect(data.range(of: Data("/Lang(it)".utf8)) != nil)
        for told in [
            "<rdf:li xml:lang=\"x-default\">Mappe dei servizi e relativi output ed utenza 2025</rdf:li>",
            "<rdf:li>Comune di Valdoria</rdf:li>", "<xmp:CreateDate>2024-05-06T12:00:00Z</xmp:CreateDate>",
        ] {
            #expect(data.range(of: Data(told.utf8)) != nil, "\(told)")
        }
    }

    @Test func headingsAreDestinationsOnTheirPages() throws {
        let layout = try PageLayout(sample(.piano))
        let reading = try PDFReading(PDFWriter.write(layout).bytes, name: "destinations")
        defer { reading.close() }
        let places = try reading.info(["-dests"]).split(separator: "\n")
        for (heading, page) in layout.outline {
            let place = places.first { $0.hasSuffix("\"\(heading.destination)\"") }
            #expect(place?.split(separator: " ").first == "\(page)")
        }
    }

    @Test func structureIsOneTreeWithTablesAndLinks() throws {
        let reading = try PDFReading(PDFWriter.write(sample(.allegatoC)).bytes, name: "structure")
        defer { reading.close() }
        let tree = try reading.info(["-struct"]).split(separator: "\n").map(String.init)
        #expect(tree.count { $0 == "Document" } == 1)
        for role in ["H1", "H2", "P", "Table", "TR", "TH", "TD", "TOC", "TOCI", "Link", "Figure"] {
            let isThere = tree.contains {
                $0.trimmingCharacters(in: .whitespaces).prefix { $0.isLetter || $0.isNumber } == role
            }
            #expect(isThere, "\(role)")
        }
        #expect(tree.contains { $0.contains("/Scope /Row") })
        #expect(tree.contains { $0.contains("/Scope /Column") })
        #expect(!tree.contains { $0.contains("Artifact") }, "running lines are of no part")
    }

    /// A page is written as soon as it is laid out, or all of them are laid out before: it is the same document.
    @Test func pagesOnShowMakeTheSameFile() throws {
        let document = try sample(.allegatoC)
        let streamed = try PDFReading(PDFWriter.write(document).bytes, name: "streamed")
        let shown = try PDFReading(PDFWriter.write(PageLayout(document)).bytes, name: "shown")
        defer {
            streamed.close()
            shown.close()
        }
        #expect(try streamed.info(["-dests"]) == shown.info(["-dests"]))
        let words = try [streamed, shown].map { try $0.text().split(separator: " ").sorted() }
        #expect(words[0] == words[1])
        #expect(
            try streamed.info(["-struct"]).count { $0 == "\n" }
                == shown.info(["-struct"]).count { $0 == "\n" })
    }

    /// The file is written by another way than pages on a screen are painted: both look alike.
    @Test(.enabled(if: PDFReading.canPaint, "poppler's tools are not installed"), arguments: [1, 3, 4])
    func pageOfTheFileLooksAsTheOneOnTheScreen(number: Int) throws {
        let document = try sample(.allegatoC)
        let reading = try PDFReading(PDFWriter.write(document).bytes, name: "painted")
        defer { reading.close() }
        let file = try reading.picture(of: number, resolution: 72)
        let (width, height) = (file.head[0], file.head[1])
        let page = try PageLayout(document).pages[number - 1]
        let screen = try GreyPicture(
            GoldenPagesTests.map(width: width, height: height) { try Painter().draw(page, on: $0) })
        // Each smooths the edges of letters and rules in its own way: squares of the size of a letter are compared.
        let differences = zip(screen.squares(of: 8), file.squares(of: 8)).map { abs($0 - $1) }
        #expect((differences.max() ?? 0) < 40)
    }

    @Test func figureBearsItsWords() throws {
        let chart = TrendChart(
            title: "Prestiti",
            series: [
                ChartSeries(
                    name: "Prestiti",
                    points: [3, 5, 9].enumerated().map { index, value in
                        ChartPoint(year: 2020 + index, value: Fraction(value), label: "\(value)")
                    })
            ])
        let data = try PDFWriter.write(
            ReportDraft(Documents.document([.charts([chart], perRow: 1)])), isPlain: true
        ).bytes
        let hex = chart.words.utf16.map { unit in
            let digits = String(unit, radix: 16, uppercase: true)
            return String(repeating: "0", count: 4 - digits.count) + digits
        }
        #expect(data.range(of: Data("/Alt <FEFF\(hex.joined())>".utf8)) != nil)
    }

    /// The text that goes with the pages has every heading and every cell, and names the people no more than the pages do.
    @Test func textWithoutPagesGoesWithTheFile() throws {
        var options = PrintOptions()
        options.isAnonymous = true
        let content = SampleArchive.content()
        let draft = try ReportDraft(.piano, of: content, year: SampleArchive.year, options: options)
        var text = WebText(draft)
        for section in draft.sections { text.add(section) }
        let words = String(decoding: text.take(), as: UTF8.self)
        for heading in draft.headings where heading.text != "Indice" { #expect(words.contains(heading.text)) }
        for cell in ReportDocument(draft).tables.flatMap(\.rows).flatMap(\.cells) {
            let lines = cell.text.plain.split(separator: "\n")
            for line in lines where !line.contains(where: { "&<>\"".contains($0) }) {
                #expect(words.contains(line))
            }
        }
        let people = content.plans[SampleArchive.year]?.objectives.flatMap(\.participants).map(\.name) ?? []
        #expect(!people.isEmpty)
        for name in people { #expect(!words.contains(name)) }
    }

    /// A note of a figure that names somebody has the pseudonym in the attached text too, and an extract holds its sector
    /// only.
    @Test func attachedTextSaysNoMoreThanThePages() throws {
        var content = SampleArchive.content()
        content.services.services[0].head = "Prova Anna"
        content.services.services[0].staff = [
            StaffFigure(id: UUID(), name: "", value: ReportedValue(reading: "5 (con Anna Prova)"))
        ]
        var options = PrintOptions()
        options.isAnonymous = true
        let maps = try Self.attached(.allegatoC, of: content, options)
        #expect(maps.contains("5 (con Persona "))
        #expect(!maps.contains("Prova"))

        let plan = try #require(content.plans[SampleArchive.year])
        let sector = try #require(plan.objectives.first?.sector)
        options.sector = sector
        let extract = try Self.attached(.relazione, of: content, options)
        for objective in plan.objectives {
            let isOfSector = ([objective.sector] + objective.otherSectors).contains(sector)
            #expect(extract.contains(objective.title) == isOfSector, "\(objective.title)")
        }
        #expect(!extract.contains("Servizio: "))
    }

    private static func attached(
        _ kind: PrintKind, of content: ArchiveContent, _ options: PrintOptions
    ) throws -> String {
        let draft = try ReportDraft(kind, of: content, year: SampleArchive.year, options: options)
        var text = WebText(draft)
        for section in draft.sections { text.add(section) }
        return String(decoding: text.take(), as: UTF8.self)
    }

    /// Each table has header cells: what is left of a field of a card on the next page is a paragraph, that of a row below
    /// a repeated head stays a row.
    @Test(.enabled(if: PDFReading.isPossible)) func whatIsLeftOfACellIsNoTableWithoutAHead() throws {
        let long = RichText(Documents.words(1500))
        let card = Documents.document([.card([CardField("Definizione", long), CardField("Peso", "40")])])
        let table = Documents.document([
            .table(Documents.table([[Documents.words(2500), "1"], ["z", "2"]]))
        ])
        for (document, tables) in [(card, 2), (table, 2)] {
            let written = try PDFWriter.write(document)
            let reading = try PDFReading(written.bytes, name: "cut")
            defer { reading.close() }
            let roles = try reading.info(["-struct"]).split(separator: "\n").map {
                $0.trimmingCharacters(in: .whitespaces).prefix { $0.isLetter || $0.isNumber }
            }
            let parts = roles.split(separator: "Table", omittingEmptySubsequences: false).dropFirst()
            #expect(parts.count >= tables)
            for part in parts { #expect(part.contains("TH"), "\(parts.count)") }
        }
    }

    @Test func piecesOfAFileAreTheFileAndAnErrorOfTheirPlaceEndsTheWriting() throws {
        let draft = try ReportDraft(sample(.allegatoC))
        let whole = try PDFWriter.write(draft).bytes
        var pieces: [Data] = []
        #expect(try PDFWriter.write(draft) { pieces.append($0) } == [])
        #expect(pieces.count > 1)
        #expect(pieces.reduce(Data(), +) == whole)
        var taken = 0
        #expect(throws: CocoaError.self) {
            _ = try PDFWriter.write(draft) { _ in
                taken += 1
                throw CocoaError(.fileWriteOutOfSpace)
            }
        }
        #expect(taken == 1)
    }

    @Test func boldTextOfAFontThatIsNotBoldIsDrawnHeavier() throws {
        let engine = try TextEngine()
        var objects = try PDFObjects { _ in }
        var fonts = PDFFonts()
        var structure = PDFStructure(&objects)
        func written(_ style: TextStyle) throws -> String {
            var content = PDFContent(height: 842, magnification: 1, palette: .light)
            let regular = [TextSpan("a", TextStyle(.body))]
            try engine.eachStretch(of: regular, rightToLeft: false, palette: .light) { stretch in
                let face = try #require(stretch.font.flatMap { engine.faces[$0] })
                var writer = PDFTextWriter(stretch, font: fonts.font(face, &objects), style: style)
                writer.write(at: Point(0, 0), in: &content, structure: &structure)
            }
            return String(decoding: content.bytes.bytes, as: UTF8.self)
        }
        #expect(try written(TextStyle(.body, bold: true)).contains("2 Tr"))
        #expect(try !written(TextStyle(.body)).contains("Tr"))
    }

    @Test func brokenCoatOfArmsIsAnError() throws {
        var document = Documents.document([])
        document.titlePage = TitlePage(municipality: "Comune", title: "Titolo", emblem: [1, 2, 3])
        #expect(throws: CanvasError.unreadableImage) { try PDFWriter.write(document) }
    }

    @Test func coatOfArmsIsDrawn() throws {
        let chart = TrendChart(title: "x", series: [])
        let image = try [UInt8](ChartImage(chart, width: 72, height: 72).png(resolution: 36))
        var document = Documents.document([])
        document.titlePage = TitlePage(municipality: "Comune", title: "Titolo", emblem: image)
        let with = try PDFWriter.write(document).bytes
        document.titlePage?.emblem = nil
        let without = try PDFWriter.write(document).bytes
        #expect(with.count > without.count)
    }
}
