import Canvas
import Foundation
import Model
import Reporting

/// Documents for one question each.
enum Documents {
    /// A document with one section of these blocks.
    static func document(_ blocks: [Block], orientation: ReportSection.Orientation = .portrait)
        -> ReportDocument
    {
        ReportDocument(
            sections: [ReportSection("Sezione", orientation: orientation, blocks: blocks)],
            metadata: DocumentMetadata(
                title: "Documento di prova", author: "Comune di Prova", subject: "Prova",
                date: CalendarDate(year: 2024, month: 5, day: 6)))
    }

    /// A table of these cells with a head.
    static func table(
        _ rows: [[String]], head: [String] = ["Nome", "Valore"], columns: [TableColumn]? = nil
    ) -> ReportTable {
        ReportTable(
            title: "Tabella",
            columns: columns ?? head.map { _ in TableColumn(.share(1, min: 60)) },
            head: [ReportTable.head(head)],
            rows: rows.map { TableRow($0.map { TableCell(RichText($0)) }) })
    }

    /// Words as many as asked, each with its number.
    static func words(_ count: Int, _ word: String = "parola") -> String {
        (0..<count).map { "\(word)\($0)" }.joined(separator: " ")
    }
}

extension Page {
    /// The text of the page without running lines, in order of drawing.
    var plain: String { words }

    /// The text of the running lines.
    var running: [String] { items.filter { $0.node == nil }.compactMap { $0.text?.plain } }

    /// What is drawn beyond the margins, or for running lines beyond the paper, with half a point of grace.
    var strays: [String] {
        items.compactMap { item in
            let frame = item.node == nil && item.text != nil ? paper : content
            guard let text = item.text, !text.spans.isEmpty else { return nil }
            let isInside =
                text.origin.x >= frame.x - 0.5 && text.origin.x + text.width <= frame.right + 0.5
                && text.origin.y >= frame.y && text.origin.y <= frame.bottom + 0.5
            return isInside ? nil : "\(text.plain) at \(text.origin), \(text.width) wide"
        }
    }
}

/// A reproducible stream of numbers. Source: splitmix64, Steele and others, 2014.
struct Dice: RandomNumberGenerator {
    /// Where the stream stands.
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
