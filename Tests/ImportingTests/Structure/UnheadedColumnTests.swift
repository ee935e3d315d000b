import Model
import Testing

@testable import Importing

@Suite("What stands in a column without a head reaches no wrong field, and is never dropped in silence")
struct UnheadedColumnTests {
    private func proposal(_ rows: [String], year: Int? = nil) throws -> ImportProposal {
        try Importer.propose(bytes: Array(rows.joined(separator: "\n").utf8), file: "prova.txt", year: year)
    }

    private func values(_ proposal: ImportProposal) -> [[Int: String]] {
        proposal.parts.services.flatMap(\.outputs).map { $0.values.mapValues(\.raw) }
    }

    private static let head = "Prestazioni\t2020\t\t2021\t\t2022"

    @Test(
        "Figures beside the columns of the years are taken in their order, where there is one for each year")
    func inOrder() throws {
        let found = try proposal([
            Self.head, "Carte\t10\t11\t12\t\t", "Atti\t1\t\t2\t\t3", "Visite\t4\t\t5\t\t6",
        ])
        #expect(
            values(found) == [
                [2020: "10", 2021: "11", 2022: "12"], [2020: "1", 2021: "2", 2022: "3"],
                [2020: "4", 2021: "5", 2022: "6"],
            ])
        let told = found.findings.filter { $0.code == .cellShifted }
        #expect(told.map(\.written) == ["10 | 11 | 12"])
        #expect(told.map(\.severity) == [.warning])
    }

    @Test(
        "Figures beside the columns of the years that are more or fewer than the years are told and left out")
    func leftOut() throws {
        let found = try proposal([
            Self.head, "Carte\t1\t2\t3\t4\t5", "Atti\t6\t\t7\t\t8", "Visite\t9\t8\t\t\t",
        ])
        #expect(
            values(found) == [
                [2020: "1", 2021: "3", 2022: "5"], [2020: "6", 2021: "7", 2022: "8"], [2020: "9"],
            ])
        #expect(
            found.findings.filter { $0.code == .columnUnknown }.map(\.written) == ["2; 8", "4"])
        #expect(!found.findings.contains { $0.code == .cellShifted })
    }

    @Test("A column of a table of objectives without a head is told with what stands in it")
    func objectives() throws {
        let found = try proposal(
            [
                "Obiettivo\tIndicatore\tTarget\t\tPeso", "Verde\tAlberi piantati\t10\t77\t50",
                "Strade\tBuche chiuse\t5\t78\t50",
            ], year: 2031)
        #expect(found.findings.filter { $0.code == .columnUnknown }.map(\.written) == ["77; 78"])
    }

    @Test("A column that only counts the rows is not worth a word")
    func counting() throws {
        let found = try proposal(
            [
                "\tObiettivo\tIndicatore\tTarget\tPeso", "1\tVerde\tAlberi piantati\t10\t50",
                "2\tStrade\tBuche chiuse\t5\t50",
            ], year: 2031)
        #expect(!found.findings.contains { $0.code == .columnUnknown })
    }
}
