import Canvas
import Foundation
import Model
import ReportFixtures
import Reporting
import Sample
import Testing

@Suite struct PrintedSampleTests {
    private func document(_ kind: PrintKind) throws -> ReportDocument {
        try ReportDocument(kind, of: SampleArchive.content(), year: SampleArchive.year)
    }

    @Test(
        .enabled(if: PDFReading.isPossible, "poppler's tools are not installed"),
        arguments: PrintKind.allCases)
    func everyNameAndFigureIsInTheFile(kind: PrintKind) throws {
        let document = try document(kind)
        let name = kind.rawValue.filter { $0 != "-" }
        let reading = try PDFReading(PDFWriter.write(document).bytes, name: name)
        defer { reading.close() }
        let text = try reading.text()
        for expected in document.texts {
            let lost = expected.split(whereSeparator: \.isWhitespace).filter { !text.contains($0) }
            #expect(lost.isEmpty, "of \(expected)")
        }
    }

    @Test func everyValueOfTheArchiveIsOnThePagesOfTheReport() throws {
        let content = SampleArchive.content()
        let pages = try PageLayout(document(.relazione)).pages
        let words = Set(pages.flatMap { $0.words.split(whereSeparator: \.isWhitespace).map(String.init) })
        let plan = try #require(content.plans[SampleArchive.year])
        let indicators = plan.objectives.flatMap(\.indicators).flatMap { [$0.target, $0.actual, $0.weight] }
        let series = content.services.services.flatMap(\.series).flatMap(\.values.values)
        let values = (indicators + series).filter { $0.number != nil }.map { value in
            value.raw.split(whereSeparator: \.isWhitespace).map(String.init)
        }
        #expect(values.count > 300)
        for value in values { #expect(words.contains(value[0]), "\(value)") }
    }

    @Test(arguments: PrintKind.allCases)
    func nothingStandsBeyondTheMargins(kind: PrintKind) throws {
        for page in try PageLayout(document(kind)).pages { #expect(page.strays == []) }
    }

    @Test(arguments: PrintKind.allCases)
    func pagesAreNumberedAndNamed(kind: PrintKind) throws {
        let document = try document(kind)
        let pages = try PageLayout(document).pages
        #expect(pages[0].running.isEmpty)
        for page in pages.dropFirst() {
            #expect(page.running.contains("pagina \(page.number) di \(pages.count)"))
            #expect(page.running.contains(document.metadata.author))
            #expect(page.running.contains(document.metadata.title))
        }
    }

    @Test func contentsGiveThePagesOfTheHeadings() throws {
        let layout = try PageLayout(document(.relazione))
        let contents = try #require(layout.pages.first { $0.plain.contains("Indice") })
        for (heading, page) in layout.outline where heading.level <= 2 {
            let linked = contents.items.filter { $0.link == heading.destination }.compactMap(\.text?.plain)
            guard !linked.isEmpty else { continue }
            #expect(linked.last == String(page))
            #expect(linked.dropLast().joined(separator: " ") == heading.text)
        }
        #expect(layout.outline.count > 20)
    }

    @Test(.enabled(if: PDFReading.isPossible, "poppler's tools are not installed"))
    func eachOfFiftyServicesIsPrintedUnderItsNameAndInTheContents() throws {
        var content = SampleArchive.content()
        content.services = InventedServices.catalogue(count: 50)
        let document = try ReportDocument(.allegatoC, of: content, year: 2024)
        let layout = try PageLayout(document)
        let headings = layout.outline.map(\.heading.text)
        for service in content.services.services {
            #expect(headings.contains { $0.contains(service.name) }, "\(service.name)")
        }
        #expect(layout.pages.count >= 20)
        let reading = try PDFReading(PDFWriter.write(document).bytes, name: "fiftyServices")
        defer { reading.close() }
        let pages = try reading.info().split(separator: "\n").first { $0.hasPrefix("Pages:") }
        #expect(pages?.split(separator: " ").last == "\(layout.pages.count)")
    }
}
