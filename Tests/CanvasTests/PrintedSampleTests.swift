import Canvas
import Foundation
import Model
import Reporting
import Sample
import Testing

@Suite struct PrintedSampleTests {
    @Test(.enabled(if: PDFReading.isPossible), arguments: PrintKind.allCases)
    func everyNameAndFigureIsInTheFile(kind: PrintKind) throws {
        let document = try ReportDocument(kind, of: SampleArchive.content(), year: SampleArchive.year)
        let reading = try PDFReading(PDFWriter.write(document), name: kind.rawValue.replacing("-", with: ""))
        defer { reading.close() }
        let text = try reading.text()
        for expected in document.texts {
            let lost = expected.split(whereSeparator: \.isWhitespace).filter { !text.contains($0) }
            #expect(lost.isEmpty, "of \(expected)")
        }
    }
}
