import Reading
import Testing

@Suite("Rows with bars behind their cells that go over several lines")
struct BrokenBarRowsTests {
    private func rows(_ lines: [String]) throws -> [[String]] {
        let document = try TextReader.read(Array(lines.joined(separator: "\n").utf8), budget: .standard)
        return document.blocks.compactMap(\.table).flatMap { $0.rows.map { $0.map(\.text) } }
    }

    private static let whole = ["Prestiti | 330 | 426 |", "Acquisti | 25 | 26 |", "Iscritti | 7 | 8 |"]

    @Test(
        "A row on several lines is one row, whatever was cut",
        arguments: [
            ["TUTTE LE SEDI |", "2021 |", "2022 |"], ["TUTTE LE SEDI | 2021", "| 2022 |"],
            ["TUTTE LE", "SEDI |", "2021 | 2022 |"],
        ])
    func broken(head: [String]) throws {
        let first = head[0].hasSuffix("|") ? head : ["Sede |  |  |"] + head
        let found = try rows(first + Self.whole)
        #expect(
            found.suffix(4).map { $0 } == [
                ["TUTTE LE SEDI", "2021", "2022"], ["Prestiti", "330", "426"], ["Acquisti", "25", "26"],
                ["Iscritti", "7", "8"],
            ])
    }

    @Test("A section of a name and bars alone is a row whose other cells are empty")
    func section() throws {
        let found = try rows(["Voce | 2021 | 2022 |"] + Self.whole + ["SEDE CENTRALE |", "||"] + Self.whole)
        #expect(found.count == 8)
        #expect(found[4] == ["SEDE CENTRALE", "", ""])
    }

    @Test("Rows that do not come out even stay lines, and nothing of them is lost")
    func uneven() throws {
        let lines = ["Voce | 2021 |", "| 2022 | 2023 |"] + Self.whole
        let document = try TextReader.read(Array(lines.joined(separator: "\n").utf8), budget: .standard)
        let texts = document.blocks.flatMap { block in
            block.table.map { $0.rows.flatMap { $0.map(\.text) } } ?? [block.text]
        }
        #expect(Set(["2021", "2022", "2023", "330", "426", "8"]).isSubset(of: Set(texts)))
    }

    @Test("Whole rows stay as they are")
    func unchanged() throws {
        #expect(
            try rows(Self.whole) == [
                ["Prestiti", "330", "426"], ["Acquisti", "25", "26"], ["Iscritti", "7", "8"],
            ])
    }
}
