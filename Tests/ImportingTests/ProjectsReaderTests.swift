import Model
import Testing

@testable import Importing

@Suite("Lists of performance projects")
struct ProjectsReaderTests {
    @Test("A table that a page cut, with a misspelt header and a row of totals")
    func table() throws {
        let proposal = try fixture("progetti-tabella.txt")
        #expect(proposal.kind == .progetti)
        #expect(proposal.unread.isEmpty)
        let book = try #require(proposal.parts.projects)
        #expect(book.year == 2033)
        #expect(book.legalBasis == "CCNL 2022-2024 - articolo 59, comma 2")
        #expect(book.projects.map(\.number) == ["1", "2", "3"])
        #expect(
            book.projects.map(\.scope)
                == ["OBIETTIVO DI SETTORE: ANAGRAFE", "OBIETTIVO DI SERVIZIO: MUSEI", "OBIETTIVO DI ENTE"])
        #expect(book.projects.map(\.dupReferences) == [["3.2.1.04"], ["3.2.2.01"], []])
        #expect(book.projects[1].description == "Aprire di sera e nei giorni di festa")
        #expect(book.projects[1].expectedResult == "Dieci sere con visite guidate")
        #expect(book.projects[1].thirdPartyResources?.net.number == ExactDecimal(5000))
        #expect(book.projects[1].thirdPartyResources?.gross?.number == ExactDecimal(6615))
        #expect(book.projects[1].ownResources == nil)
        #expect(book.projects[2].title == "Archivio in ordine")
        #expect(book.printedOwnTotal?.number == ExactDecimal(12500))
        #expect(book.printedThirdPartyTotal?.number == ExactDecimal(5000))
        #expect(proposal.findings(.headerMisspelt).map(\.written) == ["risorse propie"])
        #expect(proposal.findings(.textJoined).count == 1)
    }

    @Test("Cards, with totals that say what they sum")
    func cards() throws {
        let proposal = try fixture("progetti-schede.txt")
        #expect(proposal.kind == .progetti)
        #expect(proposal.unread.isEmpty)
        let book = try #require(proposal.parts.projects)
        #expect(book.projects.map(\.title) == ["Piazze pulite", "Strade d'argento"])
        #expect(
            book.projects[0].description
                == "Spazzare le piazze dopo il mercato e svuotare i cestini ogni sera.")
        #expect(book.projects[0].ownResources?.net.number == ExactDecimal(3000))
        #expect(book.projects[0].typeOrFunder == "Comune")
        #expect(book.projects[1].thirdPartyResources?.gross?.number == ExactDecimal(plain: "1984.5"))
        #expect(book.printedOwnTotal?.number == ExactDecimal(3000))
        #expect(book.printedThirdPartyTotal?.number == ExactDecimal(1500))
    }

    @Test(
        "Other words for a project, its money and who gives it",
        arguments: [
            ["Intervento", "Contenuto", "Somme a carico del fondo", "Quota sponsor", "Target"],
            [
                "Denominazione progetto", "Attività previste", "Stanziamento", "Contributi esterni",
                "Valore atteso",
            ],
            ["PROGETTO", "DESCRIZIONE", "QUOTA COMUNE", "SOMME DA ALTRI ENTI", "RISULTATI ATTESI"],
        ])
    func otherWords(heads: [String]) throws {
        let text = """
            Comune di Borgolieto
            Progetti di performance 2031

            \(heads.joined(separator: ";"))
            Sportello serale;Apertura il giovedì;3.500,00;;quaranta aperture
            Archivio digitale;Scansione delle pratiche;2.000,00;1.000,00;5.000 pratiche
            Totale;;5.500,00;1.000,00;
            """
        let proposal = try Importer.propose(bytes: Array(text.utf8), file: "a.csv")
        #expect(proposal.kind == .progetti)
        let book = try #require(proposal.parts.projects)
        #expect(book.year == 2031)
        #expect(book.projects.map(\.title) == ["Sportello serale", "Archivio digitale"])
        #expect(book.projects.map(\.description) == ["Apertura il giovedì", "Scansione delle pratiche"])
        #expect(book.projects.map(\.expectedResult) == ["quaranta aperture", "5.000 pratiche"])
        #expect(
            book.projects.map { $0.ownResources?.net.number } == [ExactDecimal(3500), ExactDecimal(2000)])
        #expect(book.projects.map { $0.thirdPartyResources?.net.number } == [nil, ExactDecimal(1000)])
        #expect(book.printedOwnTotal?.number == ExactDecimal(5500))
        #expect(book.printedThirdPartyTotal?.number == ExactDecimal(1000))
        #expect(proposal.parts.plan == nil)
    }

    @Test(
        "References to the DUP are not dates, amounts or versions",
        arguments: [
            ("Rif. DUP 1.1.1. - 1.1.5", ["1.1.1", "1.1.5"]), ("entro il 31.12.2024", []), ("€ 1.234.567", []),
            ("n. 25.29.1.1.06-Ufficio", ["25.29.1.1.06"]), ("art. 1.2", []),
        ])
    func references(text: String, expected: [String]) {
        #expect(DupReference.find(in: text) == expected)
    }
}
