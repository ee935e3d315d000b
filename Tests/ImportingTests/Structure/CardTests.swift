import Model
import Testing

@testable import Importing

@Suite("Cards: each label with its own value, each card with its own objective")
struct CardTests {
    private func proposal(_ text: String) throws -> ImportProposal {
        try Importer.propose(bytes: Array(text.utf8), file: "prova.txt", year: 2031)
    }

    @Test(
        "The indicators of a card whose title was not found are not those of the card before",
        arguments: ["", "SCHEDA OBIETTIVO N. 2\n"])
    func untitled(mark: String) throws {
        let found = try proposal(
            """
            SCHEDA OBIETTIVO N. 1
            Obiettivo: Verde pubblico
            Settore: Ambiente
            Peso obiettivo: 40
            Indicatore: alberi piantati
            Target: 10

            \(mark)Quid novi: Strade sicure
            Settore: Lavori pubblici
            Peso obiettivo: 60
            Indicatore: buche chiuse
            Target: 50
            """)
        #expect(found.objectives.map(\.title) == ["Verde pubblico", ""])
        #expect(found.objectives.map(\.sector) == ["Ambiente", "Lavori pubblici"])
        #expect(
            found.objectives.map { $0.indicators.map(\.name) } == [["alberi piantati"], ["buche chiuse"]])
    }

    @Test("A label with a code and a name is no label alone, though labels have all its words")
    func codedTitle() throws {
        let found = try proposal(
            """
            Linea strategica: Bilancio
            Assessore di riferimento: Ass. al bilancio
            Obiettivo strategico 1.1 Progetto risorse finanziarie
            Obiettivo strategico 1.2 Progetto verde urbano

            Obiettivo: Pagamenti puntuali
            Obiettivo strategico: 1.2 Progetto verde urbano
            Altri settori: Cultura, sport e turismo; Lavori pubblici
            Indicatore: giorni medi
            Target: 20
            """)
        let line = try #require(found.parts.plan?.lines.first)
        #expect(line.strategicObjectives.map(\.code) == ["1.1", "1.2"])
        #expect(
            line.strategicObjectives.map(\.title) == [
                "Progetto risorse finanziarie", "Progetto verde urbano",
            ])
        #expect(found.objectives.map(\.otherSectors) == [["Cultura, sport e turismo", "Lavori pubblici"]])
    }

    @Test("What leads to a list of phases is no title of an objective")
    func leadsToPhases() throws {
        let found = try proposal(
            """
            Obiettivo: Archivio digitale
            Settore: Demografici
            Descrizione: Gli atti sono resi digitali.
            Per raggiungere l'obiettivo sono previste le seguenti fasi:
            Indicatore: atti
            Target: 20
            """)
        #expect(found.objectives.map(\.title) == ["Archivio digitale"])
        #expect(found.objectives.first?.indicators.map(\.name) == ["atti"])
    }

    @Test(
        "A label on a line of its own, with the value below it",
        arguments: ["Obiettivo operativo", "OBIETTIVI OPERATIVI", "Obiettivo PEG", "Obiettivo di gestione"])
    func labelAlone(label: String) throws {
        let found = try proposal(
            """
            SCHEDA OBIETTIVO N. 1
            \(label)
            Verde pubblico
            Settore
            Servizi finanziari
            Indicatore
            alberi piantati
            Target
            entro 30 giugno
            Peso
            100
            """)
        #expect(found.objectives.map(\.title) == ["Verde pubblico"])
        #expect(found.objectives.first?.sector == "Servizi finanziari")
        #expect(found.objectives.first?.indicators.first?.target.raw == "entro 30 giugno")
        #expect(found.objectives.first?.indicators.first?.weight.raw == "100")
    }

    @Test(
        "What stands before a colon is the label, whole",
        arguments: [
            ("Responsabile di servizio", "Obiettivo PEG", "Rilevanza dell'obiettivo"),
            ("Dirigente del centro operativo", "Obiettivo trasversale", "Peso dell'obiettivo (%)"),
        ])
    func wholeLabel(head: String, objective: String, weight: String) throws {
        let found = try proposal(
            """
            \(objective): Verde pubblico
            \(head): il capo del settore
            \(weight): 40
            Indicatore: alberi piantati
            Target: 10
            """)
        let first = try #require(found.objectives.first)
        #expect(first.title == "Verde pubblico")
        #expect(first.head == "il capo del settore")
        #expect(first.weight == ExactDecimal(40))
    }

    @Test(
        "The name of a service, without the words of its label",
        arguments: [
            "Servizio comunale: Anagrafe", "SERVIZIO EROGATO Anagrafe".uppercased(), "Servizio n.: Anagrafe",
            "SERVIZIO N. ANAGRAFE", "Unità di servizio: Anagrafe", "SERVIZIO:: Anagrafe",
        ])
    func services(title: String) throws {
        let found = try proposal("\(title)\n\nProdotto\t2029\t2030\ncarte\t10\t20\n")
        #expect(found.parts.services.map { $0.name.lowercased() } == ["anagrafe"])
    }

    @Test(
        "Columns of years are series, whatever the head over their names",
        arguments: ["Oggetto", "Titolo", "Voce"])
    func seriesHead(head: String) throws {
        let found = try proposal("SERVIZIO ANAGRAFE\n\n\(head)\t2029\t2030\ncarte\t10\t20\natti\t3\t4\n")
        #expect(found.objectives.isEmpty)
        #expect(found.parts.services.first?.outputs.map(\.name) == ["carte", "atti"])
    }

    @Test(
        "A table that names the service of each row in a column",
        arguments: ["Servizio", "Settore\tServizio", "Ufficio"])
    func serviceColumn(head: String) throws {
        let lead = head.contains("\t") ? "Demografici\t" : ""
        let gap = head.contains("\t") ? "\t" : ""
        let found = try proposal(
            """
            Attività dei servizi

            \(head)\tIndicatore\tU.M.\t2029\t2030
            \(lead)Anagrafe\tcarte\tn.\t10\t20
            \(gap)\tatti\tn.\t3\t4
            \(lead)Biblioteca\tprestiti\tn.\t500\t600
            \(lead)Anagrafe\tvisure\tn.\t7\t8
            Totale\(gap)\tvoci\tn.\t520\t632
            """)
        #expect(found.parts.services.map(\.name) == ["Anagrafe", "Biblioteca"])
        #expect(
            found.parts.services.map { $0.outputs.map(\.name) } == [
                ["carte", "atti", "visure"], ["prestiti"],
            ])
        #expect(found.parts.services[0].outputs[1].values[2030]?.raw == "4")
        #expect(found.parts.services[0].sector == (lead.isEmpty ? "" : "Demografici"))
    }

    @Test("The title of a document is no label with a value below it")
    func title() throws {
        let found = try proposal(
            "P.E.G. 2031 - Obiettivi e indicatori\nIl documento assegna gli obiettivi.\n\nObiettivo\tIndicatore\tTarget\nVerde\talberi\t3"
        )
        #expect(found.objectives.map(\.title) == ["Verde"])
    }
}
