import Testing

@testable import Importing

@Suite("Rows whose cells slid are put under their headers")
struct RowAlignerTests {
    private static let terms: [FieldTerm] = [
        .head, .sector, .objective, .definition, .indicator, .formula, .purpose, .target, .actual, .deviation,
        .note, .weight, .achievement, .barometer,
    ]
    private let aligner = RowAligner(terms.map(\.profile))

    private func row(_ text: String) -> [String] {
        text.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    }

    @Test("A row that fits is not touched")
    func inPlace() {
        let whole = row("Capo|Ufficio|Obiettivo|Testo|Quanti|n.|Per|10|12|2||100|100")
        #expect(aligner.align(whole).moves.isEmpty)
        let following = row("||||Quanti|n.|Per|10|12|2|una nota|60|100")
        #expect(aligner.align(following).moves.isEmpty)
        let pending = row("||||Quanti|n.|Per|10||||60")
        #expect(aligner.align(pending).moves.isEmpty)
    }

    @Test("One empty cell lost on the left")
    func lostOnTheLeft() {
        let aligned = aligner.align(row("|||Quanti moduli|n. / n.|Controllare|80|80|0||30|100"))
        #expect(aligned.cells == row("||||Quanti moduli|n. / n.|Controllare|80|80|0||30|100|"))
        #expect(aligned.isShifted)
    }

    @Test("Two empty cells lost on the left")
    func twoLostOnTheLeft() {
        let aligned = aligner.align(
            row("Titolo|Testo lungo della definizione|Quanti|n.|Per|100|100|0||100|100"))
        #expect(
            aligned.cells == row("||Titolo|Testo lungo della definizione|Quanti|n.|Per|100|100|0||100|100|"))
    }

    @Test("One empty cell too many before the weight")
    func oneTooMany() {
        let aligned = aligner.align(row("||||Quanti|n.|Per|75|100|25|||33|100"))
        #expect(aligned.cells == row("||||Quanti|n.|Per|75|100|25||33|100|"))
    }

    @Test("Only a text that goes on: nothing to align by, nothing moved")
    func onlyText() {
        #expect(aligner.align(row("|||seguito della definizione")).moves.isEmpty)
    }
}
