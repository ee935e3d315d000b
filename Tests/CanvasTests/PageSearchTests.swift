import Reporting
import Testing

@testable import Canvas

/// Words found in laid-out pages.
struct PageSearchTests {
    @Test func wordsAreFoundWhateverTheirCaseAccentsAndLines() {
        let layout = PageLayout(
            pages: [page(["Obiettivo della città", "più vicina"]), page(["La CITTA e i suoi alberi"])],
            structure: [StructureNode(role: .document)],
            metadata: DocumentMetadata(title: "x", author: "", subject: "", date: nil), language: "it")
        #expect(layout.places(of: "citta").map(\.page) == [0, 1])
        #expect(layout.places(of: "città  piu vicina").map(\.areas.count) == [2])
        #expect(layout.places(of: "mare").isEmpty)
        #expect(layout.places(of: "  ").isEmpty)
        let area = layout.places(of: "alberi").first?.areas.first
        #expect(area.map { $0.y < 100 && $0.y + $0.height > 100 } == true)
    }

    private func page(_ lines: [String]) -> Page {
        let items = lines.enumerated().map { row, line in
            PageItem(
                .text(
                    PlacedText(
                        origin: Point(50, 100 + 12 * Double(row)), width: 200,
                        spans: [TextSpan(line, TextStyle(.body))])),
                node: 0)
        }
        let paper = Rectangle(x: 0, y: 0, width: 595, height: 842)
        return Page(number: 1, paper: paper, content: paper, items: items, headings: [])
    }
}
