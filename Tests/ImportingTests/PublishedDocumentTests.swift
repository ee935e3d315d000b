import Model
import Reading
import Testing

@testable import Importing

@Suite("Published documents, counted by hand", .enabled(if: SharedDocuments.isThere))
struct PublishedDocumentTests {
    @Test("The report of 2022: 6 lines, 44 objectives, 102 indicators, nothing unread")
    func relazione() throws {
        let proposal = try SharedDocuments.proposal("relazione-performance-2022.txt")
        #expect(proposal.kind == .relazione)
        #expect(proposal.parts.year == 2022)
        #expect(proposal.recognised.strategicLines == 6)
        #expect(proposal.recognised.objectives == 44)
        #expect(proposal.recognised.indicators == 102)
        #expect(proposal.lines.unread == 0)
        let printed = proposal.parts.plan?.lines.map { $0.printedAchievement?.raw }
        #expect(printed == ["96,25%", "100,00%", "100,00%", "100,00%", "100,00%", "98,74%"])
        // Every row is whole: each indicator has target, actual, deviation, weight and achievement as figures.
        for indicator in proposal.objectives.flatMap(\.indicators) {
            let figures = [
                indicator.target, indicator.actual, indicator.weight, indicator.printed.deviation,
                indicator.printed.achievement,
            ]
            #expect(figures.allSatisfy { $0?.number != nil }, "line \(indicator.sources[""]?.line ?? 0)")
            #expect(!indicator.formula.isEmpty && !indicator.purpose.isEmpty)
        }
        #expect(
            proposal.objectives.allSatisfy {
                !$0.head.isEmpty && !$0.sector.isEmpty && !$0.definition.isEmpty
            })
        #expect(proposal.findings(.cellShifted).map(\.place.line) == [43, 44, 46, 48, 96, 106])
        #expect(proposal.findings(.directionInferred).map(\.place.line) == [154])
        #expect(proposal.objectives.flatMap(\.indicators).filter { $0.neutralisation != nil }.count == 1)
    }

    @Test("In every row of the report, an empty cell lost or added anywhere is put right")
    func slides() throws {
        let tables = try reportTables()
        var rows = 0
        // A row in which no figure proves the slide stays as it is: a complete row is never moved.
        var unmoved = 0
        for (table, contents) in tables {
            for row in table.rows {
                let whole = read(row, of: table, contents)
                guard let whole, whole.repairs.isEmpty else { continue }
                rows += 1
                for index in [0, 4, 7, 10, 11, 12] {
                    let slid = read(row, of: table, contents) { $0.insert("", at: index) }
                    unmoved += slid?.row.cells == whole.row.cells ? 0 : 1
                    let isMoved = slid?.repairs.isEmpty == false
                    #expect(slid?.row.cells == whole.row.cells || !isMoved, "line \(row.number)")
                }
                for index in row.cells.indices.dropLast() where row.cells[index].isEmpty {
                    let lost = read(row, of: table, contents) {
                        $0.remove(at: index)
                        $0.append("")
                    }
                    #expect(lost?.row.cells == whole.row.cells, "line \(row.number), column \(index)")
                }
                // A figure that is not there yet is no slide.
                for missing in [[8], [9], [12], [8, 9, 12]] {
                    let pending = read(row, of: table, contents) { cells in
                        for index in missing { cells[index] = "" }
                    }
                    #expect(pending?.repairs.isEmpty == true, "line \(row.number)")
                }
            }
        }
        #expect(rows == 96)
        #expect(unmoved <= 2)
    }

    private func reportTables() throws -> [(TableDraft, TableContents)] {
        let bytes = try SharedDocuments.bytes("relazione-performance-2022.txt")
        let rows = DocumentRows(
            try TextReader.read(bytes, budget: .standard), text: try SourceText(bytes: bytes))
        let pieces = PieceScanner(rows.rows).pieces
        let contents = TableContents.all(pieces)
        return pieces.compactMap { piece in
            guard case .table(let table) = piece, let content = contents[table.heads] else { return nil }
            return (TableResolver.resolved(table, isInCard: false, layouts: []), content)
        }
    }

    /// A row of a table as it is read by itself, its cells changed.
    private func read(
        _ row: DocumentRow, of table: TableDraft, _ contents: TableContents,
        changed change: (inout [String]) -> Void = { _ in }
    ) -> TableRows.Read? {
        var row = row, table = table
        change(&row.cells)
        table.rows = [row]
        var rows = TableRows(table, year: 2022, contents: contents)
        return rows.read().first
    }

    @Test("The projects of 2026: 13, 74.000 of own money and 85.653 of third parties, nothing unread")
    func progetti() throws {
        let proposal = try SharedDocuments.proposal("progetti-performance-2026.txt")
        let book = try #require(proposal.parts.projects)
        #expect(proposal.kind == .progetti)
        #expect(book.year == 2026)
        #expect(book.projects.map(\.number) == (1...13).map(String.init))
        let own = book.projects.compactMap { $0.ownResources?.net.number }.reduce(.zero, +)
        let third = book.projects.compactMap { $0.thirdPartyResources?.net.number }.reduce(.zero, +)
        #expect(own == ExactDecimal(74_000))
        #expect(third == ExactDecimal(85_653))
        #expect(book.printedOwnTotal?.number == own)
        #expect(book.printedThirdPartyTotal?.number == third)
        #expect(book.projects.filter { $0.thirdPartyResources?.gross != nil }.count == 5)
        #expect(book.projects.flatMap(\.dupReferences).count == 12)
        #expect(proposal.lines.unread == 0)
    }

    @Test("Each of the four is recognised by its words")
    func kinds() throws {
        let names: [(String, ImportKind)] = [
            ("relazione-performance-2022.txt", .relazione), ("progetti-performance-2026.txt", .progetti),
            ("mappe-servizi-2024.txt", .mappe), ("piano-performance-2024.txt", .piano),
        ]
        for (name, kind) in names {
            #expect(try SharedDocuments.proposal(name).kind == kind)
        }
    }
}

extension Array {
    /// The array with one element more.
    fileprivate func inserting(_ element: Element, at index: Int) -> [Element] {
        Array(self[..<index]) + [element] + Array(self[index...])
    }
}
