import Model
import Reading
import ReadingFormats
import Testing

@testable import Importing

/// Figures of services beside those of their users, below them, and as lists.
@Suite("Maps of services as offices lay them out")
struct OfficeServicesTests {
    /// The services with their heads, outputs and users, a line each.
    private func read(_ rows: [String]) -> [String] {
        facts(Importer.propose(workbook([("Foglio1", rows)]), file: "a.xlsx"))
    }

    private func read(text: String) throws -> [String] {
        facts(try Importer.propose(bytes: Array(text.utf8), file: "a.txt"))
    }

    private func facts(_ proposal: ImportProposal) -> [String] {
        proposal.parts.services.flatMap { service -> [String] in
            let name = "= " + [service.name, service.sector, service.head].joined(separator: "|")
            return [name] + service.outputs.map { "output " + line($0) }
                + service.users.map { "users " + line($0) }
        }
    }

    private func line(_ series: Series) -> String {
        let values = series.values.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value.raw)" }
        return series.name + ": " + values.joined(separator: ", ")
    }

    @Test("Two groups of columns, of outputs and of users, a row or more for each service")
    func besideOneAnother() {
        let expected = [
            "= Canile comunale||Resp. Canile", "output Adozioni: 2024 110, 2025 120",
            "output Visite: 2024 3, 2025 1", "users Cani accolti: 2024 60, 2025 55",
            "users Cani in attesa: 2024 8, 2025 3", "= Orti urbani||Resp. Orti",
            "output Lotti affidati: 2024 36, 2025 40", "users Ortisti: 2024 31, 2025 38",
        ]
        let rows = [
            "Canile comunale|Resp. Canile|Adozioni|110|120|Cani accolti|60|55",
            "||Visite|3|1|Cani in attesa|8|3", "Orti urbani|Resp. Orti|Lotti affidati|36|40|Ortisti|31|38",
        ]
        #expect(
            read(
                [
                    "Servizio|Responsabile|Output|||Utenti||",
                    "||Descrizione|2024|2025|Descrizione|2024|2025",
                ] + rows) == expected)
        #expect(
            read(["Servizio|Responsabile|Output erogati|2024|2025|Utenti serviti|2024|2025"] + rows)
                == expected)
    }

    @Test("The title of a part merged at the left of its rows")
    func belowOneAnother() {
        #expect(
            read([
                "MAPPE DEI SERVIZI 2025|||", "CANILE COMUNALE|||", "Responsabile: Resp. Canile|||",
                "OUTPUT|Descrizione|2024|2025", "|Adozioni|1.110|1.220", "|Visite|3|1",
                "UTENTI|Descrizione|2024|2025", "|Cani accolti|60|55", "ORTI URBANI|||",
                "Responsabile: Resp. Orti|||", "OUTPUT|Descrizione|2024|2025", "|Lotti affidati|36|40",
            ]) == [
                "= CANILE COMUNALE||Resp. Canile", "output Adozioni: 2024 1.110, 2025 1.220",
                "output Visite: 2024 3, 2025 1", "users Cani accolti: 2024 60, 2025 55",
                "= ORTI URBANI||Resp. Orti", "output Lotti affidati: 2024 36, 2025 40",
            ])
    }

    @Test("The title of a part over the names of the first column, a unit beside them")
    func unitsBesideNames() throws {
        #expect(
            try read(
                text: """
                    Mappe dei servizi

                    Servizio: Canile comunale
                    Output erogati\tU.M.\t2024\t2025
                    Adozioni\tn.\t110\t120
                    Visite\tn.\t3\t1
                    """)
                == [
                    "= Canile comunale||", "output Adozioni: 2024 110, 2025 120",
                    "output Visite: 2024 3, 2025 1",
                ])
    }

    @Test("What a row counts stands once over several rows")
    func mergedKinds() {
        #expect(
            read([
                "Servizio|Tipo|Voce|2024|2025", "Canile comunale|Output|Adozioni|110|120", "||Visite|3|1",
                "|Utenti|Cani accolti|60|55", "||Cani in attesa|8|3",
            ]) == [
                "= Canile comunale||", "output Adozioni: 2024 110, 2025 120", "output Visite: 2024 3, 2025 1",
                "users Cani accolti: 2024 60, 2025 55", "users Cani in attesa: 2024 8, 2025 3",
            ])
    }

    @Test(
        "Items of a list with a figure for each year",
        arguments: [
            ["• Adozioni: 1.110 (2024); 1.220 (2025)", "• Cani accolti: 60 (2024); 55 (2025)"],
            ["- Adozioni: 2024: 1.110; 2025: 1.220", "- Cani accolti: 2024: 60; 2025: 55."],
            ["– Adozioni: 1.110 nel 2024, 1.220 nel 2025", "– Cani accolti: 60 nel 2024, 55 nel 2025"],
        ])
    func items(_ lines: [String]) throws {
        let text = """
            Comune di Prova al Colle – Carta dei servizi 2025

            Servizio: Canile comunale
            Responsabile: Resp. Canile
            Output
            \(lines[0])
            Utenti
            \(lines[1])
            """
        #expect(
            try read(text: text) == [
                "= Canile comunale||Resp. Canile", "output Adozioni: 2024 1.110, 2025 1.220",
                "users Cani accolti: 2024 60, 2025 55",
            ])
    }

    @Test("A heading over a card that tells the office names the service, up to the next heading")
    func headings() throws {
        let page = """
            <h1>Comune di Prova al Colle</h1><p>Mappe dei servizi – aggiornamento 2025</p>
            <h2>Canile comunale</h2><p>Responsabile: Resp. Canile</p><p>Settore: Animali</p>
            <table><tr><th>Prodotti (output)</th><th>2024</th><th>2025</th></tr>
            <tr><td>Adozioni</td><td>110</td><td>120</td></tr></table>
            <table><tr><th>Utenti</th><th>2024</th><th>2025</th></tr>
            <tr><td>Cani accolti</td><td>60</td><td>55</td></tr></table>
            <h2>Orti urbani</h2><p>Responsabile: Resp. Orti</p><p>Settore: Verde pubblico</p>
            <table><tr><th>Prodotti (output)</th><th>2024</th><th>2025</th></tr>
            <tr><td>Lotti affidati</td><td>36</td><td>40</td></tr></table>
            """
        let document = try FormatReader.read(Array(page.utf8), budget: .standard)
        #expect(
            facts(Importer.propose(document, file: "a.html")) == [
                "= Canile comunale|Animali|Resp. Canile", "output Adozioni: 2024 110, 2025 120",
                "users Cani accolti: 2024 60, 2025 55", "= Orti urbani|Verde pubblico|Resp. Orti",
                "output Lotti affidati: 2024 36, 2025 40",
            ])
    }

    private func read(page: String) throws -> [String] {
        facts(
            Importer.propose(
                try FormatReader.read(Array(page.utf8), budget: .standard), file: "a.html"))
    }

    private let both = [
        "= Canile comunale||", "output Adozioni: 2024 110, 2025 120", "output Visite: 2024 3, 2025 1",
        "users Cani accolti: 2024 60, 2025 55", "= Orti urbani||", "output Lotti affidati: 2024 36, 2025 40",
        "users Ortisti: 2024 31, 2025 38",
    ]

    @Test(
        "The words over the names say whose the figures are",
        arguments: [
            ["Cosa produciamo", "Chi serviamo"], ["Volumi di attività", "Utenti"],
            ["Quantità erogate", "Destinatari"], ["Prestazioni rese", "Categoria di beneficiari"],
            ["Indicatore di attività", "Fruitori del servizio"], ["Descrizione", "Segmento di utenza"],
            ["Che cosa offriamo", "Persone seguite"],
        ])
    func wordsOverNames(_ heads: [String]) throws {
        func table(_ head: String, _ rows: [String]) -> String {
            let cells = rows.map { "<tr><td>" + $0.replacing("|", with: "</td><td>") + "</td></tr>" }
            return "<table><tr><th>\(head)</th><th>2024</th><th>2025</th></tr>\(cells.joined())</table>"
        }
        let page = """
            <h1>Comune di Prova al Colle – I numeri dei servizi</h1>
            <p>Per ogni servizio: volumi di attività e utenti.</p>
            <h2>Canile comunale</h2>
            \(table(heads[0], ["Adozioni|110|120", "Visite|3|1"]))\(table(heads[1], ["Cani accolti|60|55"]))
            <h2>Orti urbani</h2>
            \(table(heads[0], ["Lotti affidati|36|40"]))\(table(heads[1], ["Ortisti|31|38"]))
            """
        #expect(try read(page: page) == both)
    }

    @Test(
        "A row of its own within the table says whose the figures below it are",
        arguments: [
            ["OUTPUT", "UTENTI"], ["Prodotti", "Utenza servita"],
        ])
    func bands(_ bands: [String]) throws {
        func table(_ rows: [String]) -> String {
            let cells = rows.map { "<tr><td>" + $0.replacing("|", with: "</td><td>") + "</td></tr>" }
            return "<table><tr><th>Descrizione</th><th>2024</th><th>2025</th></tr>\(cells.joined())</table>"
        }
        let page = """
            <h1>Comune di Prova al Colle – Relazione sui servizi</h1>
            <h2>Canile comunale</h2><p>Attività svolta e utenza servita nel biennio:</p>
            \(table([bands[0] + "||", "Adozioni|110|120", "Visite|3|1", bands[1] + "||", "Cani accolti|60|55"]))
            <h2>Orti urbani</h2><p>Attività svolta e utenza servita nel biennio:</p>
            \(table([bands[0] + "||", "Lotti affidati|36|40", bands[1] + "||", "Ortisti|31|38"]))
            """
        #expect(try read(page: page) == both)
    }

    @Test("What the figures are stands in the head’s first row, the years in its second one")
    func headsOfTwoRows() throws {
        func table(_ head: String, _ rows: [String]) -> String {
            let cells = rows.map { "<tr><td>" + $0.replacing("|", with: "</td><td>") + "</td></tr>" }
            return """
                <table><tr><th rowspan="2">\(head)</th><th colspan="2">Quantità</th></tr>
                <tr><th>31/12/2024</th><th>31/12/2025</th></tr>\(cells.joined())</table>
                """
        }
        let (outputs, users) = ("OUTPUT DEL SERVIZIO – tipologia", "UTENTI SEGUITI – segmento")
        let page = """
            <h1>Comune di Prova al Colle</h1>
            <h2>Canile comunale</h2><p>Responsabile: Resp. Canile – Gestione: mista – Addetti: 3</p>
            \(table(outputs, ["Adozioni|110|120", "Visite|3|1"]))\(table(users, ["Cani accolti|60|55"]))
            <h2>Orti urbani</h2>
            \(table(outputs, ["Lotti affidati|36|40"]))\(table(users, ["Ortisti|31|38"]))
            """
        #expect(try read(page: page) == ["= Canile comunale||Resp. Canile"] + both.dropFirst())
    }

    @Test("Titles over the tables of a whole map, the kinds of users over the names of one")
    func wholeMap() throws {
        let card = """
            <table><tr><td>Responsabile del servizio</td><td>Resp. Canile</td></tr>
            <tr><td>Modalità di gestione</td><td>concessione</td></tr><tr><td>Sedi</td><td>Via Prova 1</td></tr>
            <tr><td>Addetti</td><td>12</td></tr></table>
            """
        let page = """
            <h1>Comune di Prova al Colle</h1><h2>SCHEDA SERVIZIO: Canile comunale</h2>\(card)
            <p>Attività e risultati quantitativi</p>
            <table><tr><th>Indicatore di attività</th><th>u.m.</th><th>2024</th><th>2025</th></tr>
            <tr><td>Adozioni</td><td>n.</td><td>110</td><td>120</td></tr></table>
            <p>Destinatari</p>
            <table><tr><th>Categoria di utenti</th><th>u.m.</th><th>2024</th><th>2025</th></tr>
            <tr><td>Cani accolti</td><td>n.</td><td>60</td><td>55</td></tr></table>
            """
        #expect(
            try read(page: page) == [
                "= Canile comunale||Resp. Canile", "output Adozioni: 2024 110, 2025 120",
                "users Cani accolti: 2024 60, 2025 55",
            ])
    }

    @Test("A row a month with a total below: the totals are the years' figures, the months stay unread")
    func months() throws {
        let text = """
            Servizio: Anagrafe

            Mese\tCarte 2022\tCarte 2023\tCertificati (2023)
            Gennaio\t100\t110\t7
            Febbraio\t90\t95\t8
            Totale\t190\t205\t15
            """
        let proposal = try Importer.propose(bytes: Array(text.utf8), file: "a.txt")
        #expect(
            facts(proposal) == [
                "= Anagrafe||", "output Carte: 2022 190, 2023 205", "output Certificati: 2023 15",
            ])
        #expect(proposal.unread.map(\.line) == [4, 5])
        let without = text.replacing("\nTotale\t190\t205\t15", with: "")
        #expect(
            !facts(try Importer.propose(bytes: Array(without.utf8), file: "a.txt")).contains {
                $0.contains("Carte")
            })
    }
}
