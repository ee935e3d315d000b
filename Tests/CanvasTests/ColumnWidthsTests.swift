import Reporting
import Testing

@testable import Canvas

@Suite struct ColumnWidthsTests {
    private func wish(_ rule: TableColumn.Width, least: Double = 20, natural: Double = 50, bulk: Int = 10)
        -> ColumnWidths.Wish
    {
        ColumnWidths.Wish(rule: rule, least: least, natural: natural, bulk: bulk)
    }

    @Test func sharesDivideWhatTheOthersLeave() {
        let widths = ColumnWidths.share(
            400, among: [wish(.fixed(100)), wish(.share(1, min: 10)), wish(.share(2, min: 10))])
        #expect(widths == [100, 100, 200])
    }

    @Test func columnIsNotNarrowerThanItsLongestWord() {
        let widths = ColumnWidths.share(
            300, among: [wish(.share(1, min: 10), least: 140), wish(.share(9, min: 10))])
        #expect(widths == [140, 160])
    }

    @Test func fittingColumnsBreakBetweenWordsBeforeWordsAreBroken() {
        let widths = ColumnWidths.share(
            200, among: [wish(.share(1, min: 100)), wish(.fit(min: 20, max: 150), least: 60, natural: 140)])
        #expect(widths == [100, 100])
    }

    @Test func headsStandOnOneLineWhereNoRowTakesMoreLines() {
        func widths(_ text: Double) -> [Double] {
            var figure = wish(.fit(min: 40, max: 90), natural: 40)
            figure.head = 70
            return ColumnWidths.share(300, among: [wish(.share(1, min: 40)), figure], texts: [[text, 0]])
        }
        #expect(widths(150) == [230, 70])
        #expect(widths(225) == [260, 40])
    }

    @Test func longTextsGetMoreRoomAmongThree() {
        let widths = ColumnWidths.share(
            300,
            among: [
                wish(.share(1, min: 10), bulk: 20), wish(.share(1, min: 10), bulk: 900),
                wish(.share(1, min: 10), bulk: 20),
            ])
        #expect(widths[1] > widths[0] * 1.5)
        #expect(abs(widths.reduce(0, +) - 300) < 0.01)
    }

    @Test func widthGoesWhereItSavesLines() throws {
        let wishes = [wish(.share(1, min: 40)), wish(.share(1, min: 40)), wish(.share(1, min: 40))]
        let widths = ColumnWidths.share(300, among: wishes, texts: [[500, 40, 40], [480, 30, 20]])
        #expect(widths[0] > 150)
        #expect(widths[1] >= 40 && widths[2] >= 40)
        #expect(abs(widths.reduce(0, +) - 300) < 0.01)
        #expect(ColumnWidths.share(300, among: wishes, texts: [[50, 50, 50]]) == [100, 100, 100])
    }

    /// Names stood in three lines beside a blank half of the page; tables below each other still have one of two edges.
    @Test func namesBesideShortTextsGetTheOtherOfTwoShares() {
        let wishes = [wish(.share(2, min: 40)), wish(.share(5, min: 40))]
        let edges = [[[60.0, 900]], [[190, 30], [60, 20]], [[20, 20]], [[190, 900]]].map { texts in
            ColumnWidths.share(700, among: wishes, texts: texts)[0]
        }
        #expect(edges == [200, 294, 200, 200])
        let narrow = [[[60.0, 900]], [[190, 30], [60, 20]], [[20, 20]]].map { texts in
            ColumnWidths.share(350, among: wishes, texts: texts)[0]
        }
        #expect(narrow == [100, 147, 100])
    }

    @Test(arguments: 1...200)
    func columnsNeverExceedThePage(seed: UInt64) {
        var dice = Dice(state: seed)
        let wishes = (0..<Int.random(in: 1...20, using: &dice)).map { _ in
            let size = Double.random(in: 1...200, using: &dice)
            let rules: [TableColumn.Width] = [
                .fixed(size), .fit(min: size / 2, max: size), .share(size, min: size / 3),
            ]
            return wish(
                rules.randomElement(using: &dice) ?? .fixed(size), least: .random(in: 0...160, using: &dice),
                natural: .random(in: 0...300, using: &dice), bulk: .random(in: 0...5000, using: &dice))
        }
        let available = Double.random(in: 72...800, using: &dice)
        let texts = (0..<Int.random(in: 0...9, using: &dice)).map { _ in
            wishes.map { _ in Double.random(in: 0...3000, using: &dice) }
        }
        let widths = ColumnWidths.share(available, among: wishes, texts: texts)
        #expect(widths.reduce(0, +) <= available + 0.02)
        #expect(widths.allSatisfy { $0 >= 0 })
    }

    /// "consuntivo" was broken where the sum of the widths before it was rounded the other way.
    @Test(arguments: 1...12)
    func headWordsAreNotBroken(columns: Int) throws {
        let words = ["Scostamento", "Consuntivo", "Raggiungimento"]
        let head = (0..<columns).map { words[$0 % 3] }
        let table = Documents.table(
            [head.map { _ in "1" }], head: head,
            columns: [TableColumn(.share(1, min: 33.3))]
                + head.dropFirst().map { _ in TableColumn(.fit(min: 20.1, max: 90), .decimal) })
        let page = try #require(
            try PageLayout(Documents.document([.table(table)], orientation: .landscape)).pages.first)
        let broken = page.texts.map(\.plain).filter { !head.contains($0) && $0 != "1" }
        #expect(broken == [])
    }
}
