import Canvas
import Foundation
import Model
import ReportFixtures
import Reporting
import Testing

@Suite struct SpeedTests {
    @Test func fiftyServicesTakeSeconds() throws {
        let municipality = Municipality(id: UUID(naming: ["x"]), name: "Comune di Prova")
        let content = ArchiveContent(
            municipality: municipality, services: InventedServices.catalogue(count: 50))
        let clock = ContinuousClock()
        let a = clock.now
        let document = try ReportDocument(.allegatoC, of: content, year: 2024)
        let b = clock.now
        let layout = try PageLayout(document)
        let c = clock.now
        let pdf = try PDFWriter.write(layout)
        let d = clock.now
        print("document", b - a, "layout", c - b, "pdf", d - c, layout.pages.count, pdf.count)
    }
}
