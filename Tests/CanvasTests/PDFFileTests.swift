import Canvas
import Foundation
import Model
import Reporting
import Sample
import Testing

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
        #expect(data.range(of: Data("/Lang (it)".utf8)) != nil)
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
        for role in ["H1", "H2", "P", "Table", "TR", "TH", "TD", "TOC", "TOCI", "Link", "Figure", "Private"] {
            let isThere = tree.contains {
                $0.trimmingCharacters(in: .whitespaces).prefix { $0.isLetter || $0.isNumber } == role
            }
            #expect(isThere, "\(role)")
        }
        #expect(tree.contains { $0.contains("/Scope /Row") })
        #expect(tree.contains { $0.contains("/Scope /Column") })
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
        let data = try PDFWriter.write(Documents.document([.charts([chart], perRow: 1)])).bytes
        let hex = chart.words.utf16.map { unit in
            let digits = String(unit, radix: 16, uppercase: true)
            return String(repeating: "0", count: 4 - digits.count) + digits
        }
        #expect(data.range(of: Data("/Alt <FEFF\(hex.joined())>".utf8)) != nil)
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
