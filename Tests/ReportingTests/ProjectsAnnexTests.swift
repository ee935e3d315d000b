import Foundation
import Model
import Reporting
import Sample
import Testing

@Suite struct ProjectsAnnexTests {
    private func table(_ projects: [PerformanceProject], printedTotal: String? = nil) throws -> ReportTable {
        var book = ProjectBook(id: UUID(naming: ["book"]), year: 2026)
        book.projects = projects
        book.printedOwnTotal = printedTotal.map { ReportedValue(reading: $0) }
        var content = InventedPlan.content([])
        content.projects[2026] = book
        return try #require(try ReportDocument(.progetti, of: content, year: 2026).tables.first)
    }

    private func project(_ title: String, own: String, gross: String? = nil) -> PerformanceProject {
        var project = PerformanceProject(id: UUID(naming: [title]), title: title)
        project.ownResources = ProjectAmount(
            net: ReportedValue(reading: own), gross: gross.map { ReportedValue(reading: $0) })
        return project
    }

    @Test func grossAmountIsPrintedOrComputed() throws {
        let table = try table([
            project("uno", own: "1.000,00"),
            project("due", own: "5291,00 (7.000 al lordo di oneri)", gross: "7.000"),
        ])
        #expect(table.rows[0].cells[3...4].map(\.text.plain) == ["1.000,00", "1.323,00a"])
        #expect(
            table.notes.map { $0.mark + $0.text } == [
                "Importi in euro.", "acalcolato: netto con oneri 23,80% e IRAP 8,50%",
            ])
        #expect(table.rows[1].cells[3...4].map(\.text.plain) == ["5291,00", "7.000"])
        #expect(table.rows[2].kind == .total)
        #expect(table.rows[2].cells[3...4].map(\.text.plain) == ["6.291,00", "8.322,99"])
    }

    /// References stood below a title that names them already, where it had words between them.
    @Test func referencesAreAddedWhereTheTitleDoesNotNameThem() throws {
        var named = project("n. 25.1.01 - città, n. 25.1.04 - casa", own: "1.000,00")
        named.dupReferences = ["25.1.01", "25.1.04"]
        var other = project("casa (25.1.04)", own: "1.000,00")
        other.dupReferences = ["25.1.04", "25.1.07"]
        let rows = try table([named, other]).rows
        #expect(rows[0].cells[1].text.plain == named.title)
        #expect(rows[1].cells[1].text.plain == "casa (25.1.04)\nDUP 25.1.07")
    }

    @Test func totalThatTheDocumentPrintsOtherwiseIsNoted() throws {
        let table = try table([project("uno", own: "1.000,00")], printedTotal: "1.100,00")
        #expect(table.rows[1].cells[3].text.plain == "1.000,00b")
        #expect(table.notes.contains(TableNote(mark: "b", text: "Il documento riporta 1.100,00.")))
        let right = try self.table([project("uno", own: "1.000,00")], printedTotal: "1.000")
        #expect(right.rows[1].cells[3].text.plain == "1.000,00")
    }

    @Test func everyProjectOfTheSampleIsPrintedWhole() throws {
        let content = SampleArchive.content()
        let document = try ReportDocument(.progetti, of: content, year: SampleArchive.year)
        for project in try #require(content.projects[SampleArchive.year]).projects {
            let words = [project.title, project.description, project.expectedResult, project.typeOrFunder]
            #expect(document.lacks(words) == [])
        }
    }
}
