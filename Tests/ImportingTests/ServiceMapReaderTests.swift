import Model
import Testing

@testable import Importing

/// What importing a fixture of maps proposes, read as maps.
private func maps(_ name: String) throws -> ImportProposal { try fixture(name, kind: .mappe) }

extension ImportProposal {
    /// The map of the service with this name.
    func service(_ name: String) -> ServiceMap? { parts.services.first { $0.name == name } }
}

extension ServiceMap {
    /// The series with this name, of outputs or users.
    func row(_ name: String) -> Series? { series.first { $0.name == name } }

    /// The cells of a series as written, by its years in order.
    func cells(_ name: String) -> [String] {
        guard let row = row(name) else { return [] }
        return row.years.map { row.values[$0]?.raw ?? "" }
    }

    /// The name of the series under which another stands.
    func parent(of name: String) -> String? {
        guard let id = row(name)?.parentID else { return nil }
        return series.first { $0.id == id }?.name
    }
}

@Suite("Maps of services in other words, orders and years")
struct ServiceMapReaderTests {
    @Test("Recognised by its words; every line has a place")
    func kind() throws {
        let proposal = try fixture("mappe-altre-parole.txt")
        #expect(proposal.kind == .mappe)
        #expect(proposal.lines.unread == 0)
        #expect(proposal.parts.municipalityName == "Città di Valdoria")
        #expect(proposal.parts.year == nil)
        #expect(proposal.parts.services.map(\.name) == ["Ludoteca", "Biciclette in prestito"])
    }

    @Test("Titles, and a label without a field among the remarks")
    func titles() throws {
        let proposal = try maps("mappe-altre-parole.txt")
        let first = try #require(proposal.service("Ludoteca"))
        #expect(first.head == "Persona Uno")
        #expect(first.sector == "Tempo libero")
        #expect(first.remarks == "Contatti: piano terra")
        #expect(proposal.service("Biciclette in prestito")?.sector == "Mobilità")
    }

    @Test("The header says which column is the name; a column that is unknown is told and kept")
    func columnOrder() throws {
        let proposal = try maps("mappe-altre-parole.txt")
        let map = try #require(proposal.service("Ludoteca"))
        #expect(map.elements.map(\.name) == ["Prestito", "Gioco libero"])
        #expect(map.elements.first?.description.hasSuffix("Riferimenti: art. 4 del disciplinare") == true)
        #expect(map.elements.last?.description == "Pomeriggi con animazione")
        #expect(map.accessoryElements.map(\.name) == ["Riparazione dei giochi"])
        #expect(proposal.findings(.columnUnknown).map(\.written) == ["Riferimenti"])
    }

    @Test("Years run backwards, figures have the unit of their column, remarks become notes")
    func series() throws {
        let map = try #require(try maps("mappe-altre-parole.txt").service("Ludoteca"))
        let loans = try #require(map.row("Giochi prestati"))
        #expect(loans.years == [2021, 2022, 2023])
        #expect(loans.values[2023]?.number == ExactDecimal(1250))
        #expect(loans.values[2021]?.missingKind == .notAvailable)
        #expect(loans.values[2023]?.unit == MeasureUnit.none)
        #expect(map.row("Ore di apertura")?.values[2023]?.unit == .hours)
        #expect(map.row("Ore di apertura")?.values[2021]?.missingKind == .notApplicable)
        #expect(map.row("Soddisfazione")?.values[2022]?.unit == .percent)
        #expect(map.row("Spesa per acquisti")?.values[2022]?.unit == .euro)
        #expect(map.row("Spesa per acquisti")?.values[2021]?.number == .zero)
        #expect(map.row("Bambini")?.values[2021]?.number == ExactDecimal(12))
        #expect(map.row("Bambini")?.values[2021]?.note == "(solo su prenotazione)")
        #expect(map.footnotes.map(\.text) == ["Ore di apertura – Osservazioni: chiusa in agosto"])
    }

    @Test("Each map has the years of its own header")
    func otherYears() throws {
        let map = try #require(try maps("mappe-altre-parole.txt").service("Biciclette in prestito"))
        #expect(map.row("Corse")?.years == [2021, 2022, 2023, 2024])
        #expect(map.cells("Corse") == ["4.100", "5.200", "5.900", "6.050"])
    }

    @Test("Boxes in one cell, boxes side by side, staff in a table and behind a colon")
    func formsAndStaff() throws {
        let proposal = try maps("mappe-altre-parole.txt")
        let first = try #require(proposal.service("Ludoteca"))
        let second = try #require(proposal.service("Biciclette in prestito"))
        #expect(first.management.kind == .mixed)
        #expect(second.management.kind == .outsourced)
        #expect(first.staff.map(\.name) == ["Istruttori", "Operatori esterni"])
        #expect(first.staff.map(\.value.number) == [ExactDecimal(2), ExactDecimal(mantissa: 15, scale: 1)])
        #expect(second.staff.map(\.value.number) == [ExactDecimal(3)])
    }

    @Test("Criteria, segments, roles and places; a row without a name goes on with the place above")
    func texts() throws {
        let map = try #require(try maps("mappe-altre-parole.txt").service("Ludoteca"))
        #expect(map.criteria.map(\.name) == ["Fascia di età", "Residenza"])
        #expect(map.segments.map(\.name) == ["Bambini", "Adulti"])
        #expect(map.roles.map(\.segment) == ["Adulti"])
        #expect(map.roles.map(\.role) == ["Riordinano con i bambini"])
        #expect(map.facilities.map(\.name) == ["Torre del gioco"])
        #expect(map.facilities.first?.note == "Piazza dell'Orologio 1; Piazza del Mercato 9, il sabato")
        #expect(map.facilities.first?.sources.byField["note.2"]?.line == 70)
    }

    @Test("Every field knows its line and its text")
    func sources() throws {
        let map = try #require(try maps("mappe-altre-parole.txt").service("Ludoteca"))
        #expect(map.sources["name"]?.line == 11)
        #expect(map.sources["head"]?.line == 15)
        #expect(map.row("Giochi prestati")?.sources["values.2022"]?.line == 35)
        #expect(
            map.row("Giochi prestati")?.sources["values.2022"]?.text
                == "Giochi prestati\tn.\t1.250\t980\tn.d.\t")
        #expect(map.sources["management"]?.line == 58)
        #expect(map.staff.first?.sources["value"]?.line == 62)
    }

    @Test("Reading a document again gives the same identities")
    func identities() throws {
        let first = try maps("mappe-altre-parole.txt").parts.services
        let second = try maps("mappe-altre-parole.txt").parts.services
        #expect(first == second)
        let ids = first.flatMap { $0.series.map(\.id) + $0.segments.map(\.id) + [$0.id] }
        #expect(Set(ids).count == ids.count)
    }
}
