import Foundation
import Model
import ReportFixtures
import Reporting
import Testing

@Suite struct AllegatoCTests {
    private func document(_ services: [ServiceMap], anonymous: Bool = false) throws -> ReportDocument {
        var content = ArchiveContent(
            municipality: Municipality(id: UUID(naming: ["ente"]), name: "Comune di Prova"),
            services: ServiceCatalogue(id: UUID(naming: ["services"])))
        content.services.services = services
        var options = PrintOptions()
        options.isAnonymous = anonymous
        let newest = services.flatMap(\.series).flatMap(\.values.keys).max() ?? 2024
        return try ReportDocument(.allegatoC, of: content, year: newest, options: options)
    }

    @Test func everyFieldOfAMapIsPrinted() throws {
        let map = InventedServices.service(1)
        var expected = [map.name, map.head, map.sector, map.remarks, map.management.note]
        expected += (map.elements + map.accessoryElements).flatMap { [$0.name, $0.description] }
        expected += map.criteria.map(\.name) + map.segments.flatMap { [$0.name, $0.description] }
        expected += map.roles.flatMap { [$0.segment, $0.role] }
        expected += map.facilities.flatMap { [$0.name, $0.note] }
        expected += map.footnotes.flatMap { ["\($0.mark) \($0.text)"] }
        expected += map.staff.flatMap { [$0.name, $0.value.raw] }
        for series in map.series {
            expected.append(series.name)
            expected += series.values.values.map { $0.note == nil ? $0.raw : $0.note ?? "" }
        }
        #expect(try document([map]).lacks(expected) == [])
    }

    @Test func noteBesideAFigureBecomesALetteredNote() throws {
        var series = Series(id: UUID(naming: ["s"]), name: "utenti")
        series.values = [
            2020: ReportedValue(reading: "1.467 (coinvolti in rete)"), 2021: ReportedValue(reading: "876*"),
            2022: ReportedValue(reading: "12 (coinvolti in rete)"),
        ]
        var map = ServiceMap(id: UUID(naming: ["m"]), name: "Servizio")
        map.outputs = [series]
        map.footnotes = [Footnote(id: UUID(naming: ["n"]), mark: "*", text: "stima")]
        let table = try #require(try document([map]).tables.first)
        #expect(table.rows[0].cells.dropFirst().map(\.text.plain) == ["1.467a", "876*", "12a", ""])
        #expect(
            table.notes == [
                TableNote(mark: "*", text: "stima"),
                TableNote(
                    mark: "a", text: "(coinvolti in rete)", besideFigure: "(coinvolti in rete)"),
            ])
    }

    @Test func noteThatTheCellDoesNotHoldIsPrintedToo() throws {
        var value = ReportedValue(reading: "30")
        value.note = "servizi appositi"
        var series = Series(id: UUID(naming: ["s"]), name: "controlli")
        series.values = [2022: value]
        var map = ServiceMap(id: UUID(naming: ["m"]), name: "Servizio")
        map.outputs = [series]
        let table = try #require(try document([map]).tables.first)
        #expect(table.rows[0].cells[1].text.plain == "30a")
        #expect(table.notes.map(\.text) == ["servizi appositi"])
        #expect(table.notes.map(\.besideFigure) == ["⟨servizi appositi⟩"])
    }

    @Test func footnoteThatNoFigureCallsIsPrintedAllTheSame() throws {
        var map = ServiceMap(id: UUID(naming: ["m"]), name: "Servizio")
        map.footnotes = [Footnote(id: UUID(naming: ["n"]), mark: "**", text: "nota senza richiamo")]
        #expect(try document([map]).texts.contains("** nota senza richiamo"))
    }

    @Test func oneStarIsNotTwo() throws {
        var series = Series(id: UUID(naming: ["s"]), name: "utenti")
        series.values = [2020: ReportedValue(reading: "876**")]
        var map = ServiceMap(id: UUID(naming: ["m"]), name: "Servizio")
        map.outputs = [series]
        map.footnotes = [
            Footnote(id: UUID(naming: ["n"]), mark: "*", text: "una"),
            Footnote(id: UUID(naming: ["n2"]), mark: "**", text: "due"),
        ]
        let table = try #require(try document([map]).tables.first)
        #expect(table.notes.map(\.text) == ["due"])
    }

    @Test func missingFiguresStayAsWritten() throws {
        var series = Series(id: UUID(naming: ["s"]), name: "utenti")
        series.values = [
            2020: ReportedValue(reading: "n.d."), 2021: ReportedValue(reading: "---"),
            2022: ReportedValue(reading: ""), 2023: ReportedValue(reading: "0"),
        ]
        var map = ServiceMap(id: UUID(naming: ["m"]), name: "Servizio")
        map.outputs = [series]
        let table = try #require(try document([map]).tables.first)
        #expect(table.rows[0].cells.dropFirst().map(\.text.plain) == ["n.d.", "---", "·", "0"])
        #expect(
            table.head[0].cells.map(\.text.plain) == [
                "Tipologia", "2020", "2021", "2022", "2023",
            ])
    }

    @Test func subRowsAreSetInAndTitlesSpanTheTable() throws {
        let table = try #require(
            try document([InventedServices.service(1)]).tables.first { $0.title == "Output del servizio" })
        #expect(table.rows.map(\.indent) == [0, 1, 0, 1, 1, 0])
        #expect(table.rows[2].kind == .group)
    }

    @Test func anonymousMapNamesNoHead() throws {
        let texts = try document([InventedServices.service(1)], anonymous: true).texts
        #expect(!texts.contains { $0.contains("Capoufficio") })
    }

    @Test func eachServiceBeginsASectionWithItsName() throws {
        let document = try document([InventedServices.service(1), InventedServices.service(2)])
        #expect(
            document.headings.map(\.text) == ["Servizio di prova numero 1", "Servizio di prova numero 2"])
        #expect(document.sections.dropFirst().map(\.runningHeader) == document.headings.map(\.text))
    }

    @Test func archiveWithoutServicesIsRefused() {
        #expect(throws: PrintError.noServices) { try document([]) }
    }

    @Test func aYearOfWhichNoServiceHasDataIsRefused() {
        var service = ServiceMap(id: UUID(naming: ["s"]), name: "Ludoteca")
        var series = Series(id: UUID(naming: ["v"]), name: "Visite")
        series.values = [2023: ReportedValue(reading: "12"), 2024: ReportedValue(reading: "n.d.")]
        service.outputs = [series]
        #expect(throws: PrintError.noServiceYear(year: 2024, known: [2023])) { try document([service]) }
    }
}
