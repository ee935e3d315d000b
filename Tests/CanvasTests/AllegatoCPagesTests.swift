import Canvas
import Foundation
import Model
import ReportFixtures
import Reporting
import Testing

@Suite struct AllegatoCPagesTests {
    private func document(services: Int) throws -> ReportDocument {
        let municipality = Municipality(id: UUID(naming: ["x"]), name: "Comune di Prova")
        let content = ArchiveContent(
            municipality: municipality, services: InventedServices.catalogue(count: services))
        return try ReportDocument(.allegatoC, of: content, year: 2024)
    }

    @Test func everyNameAndFigureIsInTheFile() throws {
        let document = try document(services: 3)
        let reading = try PDFReading(PDFWriter.write(document))
        defer { reading.close() }
        let text = try reading.text()
        for expected in document.texts {
            let lost = expected.split(whereSeparator: \.isWhitespace).filter { !text.contains($0) }
            #expect(lost.isEmpty, "of \(expected)")
        }
    }
}
