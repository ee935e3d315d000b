import Model
import Reading
import Testing

@testable import Importing

/// Cards of projects with the labels, numbers and shapes that offices give them.
@Suite("Projects as offices lay them out")
struct OfficeProjectsTests {
    private func read(_ rows: [String]) -> [String] {
        facts(Importer.propose(workbook([("Foglio1", rows)]), file: "a.xlsx"))
    }

    private func read(text: String) throws -> [String] {
        facts(try Importer.propose(bytes: Array(text.utf8), file: "a.txt"))
    }

    /// Number, title, scope, description, kind, result and money of each project.
    private func facts(_ proposal: ImportProposal) -> [String] {
        (proposal.parts.projects?.projects ?? []).map { project in
            [
                project.number, project.title, project.scope, project.description, project.typeOrFunder,
                project.expectedResult, project.ownResources?.net.raw ?? "",
            ].joined(separator: "|")
        }
    }

    @Test("What the project is for stands below its title, its number in the line above the card")
    func descriptionBelowTheTitle() throws {
        let card = { (number: Int, title: String, money: String) in
            """
            Comune di Prova al Colle – Progetto di miglioramento n. \(number) – anno 2026
            Titolo\t\(title)
            Settore\tVerde pubblico
            Tipologia\tMiglioramento
            Descrizione del progetto\tAprire gli orti anche di sera.
            Risultati attesi e indicatori\tAlmeno 40 aperture
            Importo assegnato\t\(money)

            """
        }
        #expect(
            try read(
                text: card(1, "Orti di sera", "€ 4.850,00"))
                == [
                    "1|Orti di sera|Verde pubblico|Aprire gli orti anche di sera.|Miglioramento|Almeno 40 aperture|€ 4.850,00"
                ])
    }

    @Test("The title behind the name in capitals is none of the municipality’s")
    func titleBehindTheName() throws {
        let text = """
            COMUNE DI PROVA AL COLLE PROGETTI OBIETTIVO ANNO 2026

            PROGETTO N. 1: Orti di sera
            SETTORE: Verde pubblico
            FINALITÀ: Aprire gli orti anche di sera.
            RISULTATO ATTESO: Almeno 40 aperture
            RISORSE ASSEGNATE: € 4.850,00
            """
        #expect(
            try read(text: text) == [
                "1|Orti di sera|Verde pubblico|Aprire gli orti anche di sera.||Almeno 40 aperture|€ 4.850,00"
            ])
        #expect(
            try Importer.propose(bytes: Array(text.utf8), file: "a.txt").parts.municipalityName
                == "Comune di Prova al Colle")
    }

    /// Title, net and gross amount of each project, and its result.
    private func money(_ proposal: ImportProposal) -> [String] {
        (proposal.parts.projects?.projects ?? []).map { project in
            let amount = project.ownResources
            return [
                project.title, amount?.net.raw ?? "–", amount?.gross?.raw ?? "–", project.expectedResult,
            ].joined(separator: "|")
        }
    }

    @Test(
        "Net and gross sums in columns of their own, in any order",
        arguments: [
            ["Compenso netto", "Costo lordo ente"], ["Spesa netta", "Spesa al lordo degli oneri"],
            ["Importo", "Importo al lordo di oneri e IRAP"], ["Budget netto", "Budget lordo (oneri e IRAP)"],
            ["Quota netta", "Importo comprensivo di oneri riflessi"],
        ])
    func netAndGross(_ heads: [String]) {
        let expected = [
            "Orti di sera|4.850,00|6.426,25|40 aperture", "Canile aperto|2.000,00|2.650,00|12 domeniche",
        ]
        let found = workbook([
            (
                "Foglio1",
                [
                    "Progetti di produttività 2026||||",
                    "N.|Progetto|Risultati attesi|\(heads[0])|\(heads[1])",
                    "1|Orti di sera|40 aperture|4.850,00|6.426,25",
                    "2|Canile aperto|12 domeniche|2.000,00|2.650,00",
                ]
            )
        ])
        #expect(money(Importer.propose(found, file: "a.xlsx")) == expected)
        let turned = workbook([
            (
                "Foglio1",
                [
                    "Progetti di produttività 2026||||",
                    "N.|Progetto|Risultati attesi|\(heads[1])|\(heads[0])",
                    "1|Orti di sera|40 aperture|6.426,25|4.850,00",
                    "2|Canile aperto|12 domeniche|2.650,00|2.000,00",
                ]
            )
        ])
        #expect(money(Importer.propose(turned, file: "a.xlsx")) == expected)
    }

    @Test("One column of gross sums beside own resources and those of others is told and taken for neither")
    func grossOfNobody() throws {
        let found = workbook([
            (
                "Foglio1",
                [
                    "Progetti di produttività 2026|||||",
                    "Numero|Titolo|Risorse proprie|Risorse di terzi|Al lordo di oneri e IRAP|Risultato atteso",
                    "1|Orti di sera|4.850,00||6.426,25|40 aperture",
                    "2|Canile aperto||2.000,00|2.650,00|12 domeniche",
                ]
            )
        ])
        let proposal = Importer.propose(found, file: "a.xlsx")
        let projects = try #require(proposal.parts.projects?.projects)
        #expect(projects.map { $0.ownResources?.net.raw } == ["4.850,00", nil])
        #expect(projects.map { $0.thirdPartyResources?.net.raw } == [nil, "2.000,00"])
        #expect(projects.allSatisfy { $0.ownResources?.gross == nil && $0.thirdPartyResources?.gross == nil })
        #expect(proposal.findings.contains { $0.written == "Al lordo di oneri e IRAP" })
    }

    @Test("A gross sum alone is no net one, and neither is what it sums to")
    func grossAlone() {
        let proposal = Importer.propose(
            workbook([
                (
                    "Foglio1",
                    [
                        "Progetti di produttività 2026||", "Progetto|Risultati attesi|Costo lordo ente",
                        "Orti di sera|40 aperture|6.426,25", "Canile aperto|12 domeniche|2.650,00",
                        "Totale||9.076,25",
                    ]
                )
            ]), file: "a.xlsx")
        #expect(
            money(proposal) == ["Orti di sera||6.426,25|40 aperture", "Canile aperto||2.650,00|12 domeniche"])
        #expect(proposal.parts.projects?.printedOwnTotal == nil)
    }

    @Test(
        "Which sum it is stands behind the figure",
        arguments: [
            ("€ 4.850,00 al netto degli oneri", "4850", nil),
            ("€ 6.426,25 oneri e IRAP inclusi", nil, "6426.25"),
            ("€ 4.850,00 netti, € 6.426,25 al lordo di oneri e IRAP", "4850", "6426.25"),
            ("netto 4.850,00 – lordo 6.426,25", "4850", "6426.25"),
        ] as [(String, String?, String?)])
    func wordsBehindFigures(_ cell: String, _ net: String?, _ gross: String?) throws {
        let text = """
            COMUNE DI PROVA AL COLLE PROGETTI OBIETTIVO ANNO 2026

            PROGETTO N. 1: Orti di sera
            RISULTATO ATTESO: Almeno 40 aperture
            RISORSE ASSEGNATE: \(cell)
            """
        let found = try Importer.propose(bytes: Array(text.utf8), file: "a.txt").parts.projects
        let amount = found?.projects.first?.ownResources
        #expect(amount?.net.number == net.flatMap { ExactDecimal(plain: $0) })
        #expect(amount?.gross?.number == gross.flatMap { ExactDecimal(plain: $0) })
    }

    @Test("A card with indicators, phases and people is that of a project where it tells its money")
    func cardsWithIndicators() {
        func card(_ number: Int, _ title: String, _ money: String) -> [String] {
            [
                "Progetto n.|\(number)", "Titolo del progetto|\(title)", "Settore proponente|Verde pubblico",
                "Responsabile del progetto|Resp. Orti", "Descrizione|Aprire gli orti anche di sera.",
                "Risultato atteso|Almeno 40 aperture", "Indicatori e target|Aperture: 40",
                "Importo assegnato (netto oneri)|\(money)",
            ]
        }
        let proposal = Importer.propose(
            workbook([
                (
                    "Foglio1",
                    ["Progetti di miglioramento dei servizi – Anno 2026|"]
                        + card(1, "Orti di sera", "€ 4.850,00")
                        + card(2, "Canile aperto", "€ 2.000,00")
                )
            ]), file: "a.xlsx")
        #expect(proposal.parts.plan == nil)
        #expect(
            money(proposal) == [
                "Orti di sera|€ 4.850,00|–|Almeno 40 aperture Aperture: 40",
                "Canile aperto|€ 2.000,00|–|Almeno 40 aperture Aperture: 40",
            ])
        #expect(proposal.unread.map(\.text).filter { $0.contains("Resp. Orti") }.count == 2)
    }

    @Test("Sheets of a project each, what it is for below its title, its indicators in a table")
    func sheets() {
        let proposal = Importer.propose(
            workbook(
                [("A", "Orti di sera", "Aperture|40"), ("B", "Canile aperto", "Domeniche|12")].map {
                    (
                        $0.0,
                        [
                            "Progetto di produttività anno 2026|", "Titolo|\($0.1)",
                            "Servizio|Verde pubblico",
                            "Obiettivo|Aprire anche fuori orario.", "Importo netto|4.850,00",
                            "Importo al lordo di oneri e IRAP|6.426,25", "Indicatore|Target", $0.2,
                        ]
                    )
                }), file: "a.xlsx")
        #expect(
            money(proposal) == [
                "Orti di sera|4.850,00|6.426,25|Indicatore: Aperture: 40",
                "Canile aperto|4.850,00|6.426,25|Indicatore: Domeniche: 12",
            ])
    }

    @Test("A table that tells of each project its objective, indicators and money")
    func tableWithIndicators() {
        let proposal = Importer.propose(
            workbook([
                (
                    "Foglio1",
                    [
                        "Comune di Prova al Colle – Progetti speciali 2026||||||",
                        "Prog.|Area|Titolo progetto|Obiettivo|Indicatore|Target|Importo",
                        "1|Verde|Orti di sera|Aprire gli orti di sera.|Aperture|40|4.850,00",
                        "||||Presenze|≥ 300|",
                        "2|Animali|Canile aperto|Aprire la domenica.|Domeniche|12|2.000,00",
                    ]
                )
            ]), file: "a.xlsx")
        #expect(proposal.parts.plan == nil)
        #expect(
            money(proposal) == [
                "Orti di sera|4.850,00|–|Aperture: 40 Presenze: ≥ 300",
                "Canile aperto|2.000,00|–|Domeniche: 12",
            ])
    }

    @Test("In a plan a project over several objectives stays what they are grouped by")
    func planWithProjects() {
        let proposal = Importer.propose(
            workbook([
                (
                    "Foglio1",
                    [
                        "Piano degli obiettivi 2026|||||",
                        "Progetto|Obiettivo|Indicatore|Target|Peso|Risorse",
                        "Città verde|Aprire gli orti di sera|Aperture|40|50|4.850,00",
                        "Città verde|Curare le aiuole|Aiuole|12|50|2.000,00",
                    ]
                )
            ]), file: "a.xlsx")
        #expect(proposal.parts.projects == nil)
        #expect(proposal.objectives.map(\.title) == ["Aprire gli orti di sera", "Curare le aiuole"])
    }

    @Test("Heads over their values, a row each, and the sums in the last one")
    func grid() {
        func card(_ title: String, _ figures: String) -> [String] {
            [
                "Progetto||Area|Referente", "\(title)||Verde pubblico|Resp. Orti",
                "Obiettivo del progetto|||",
                "Aprire anche fuori orario.|||", "Indicatore di risultato||Target|Peso", "Aperture||40|60%",
                "Presenze||300|40%", "N. dipendenti|Ore complessive|Spesa netta|Spesa al lordo degli oneri",
                figures,
            ]
        }
        let blocks = [
            ("Orti di sera", "6|180|4.850,00|6.426,25"), ("Canile aperto", "3|90|2.000,00|2.650,00"),
        ]
        let proposal = Importer.propose(
            workbook(
                [("Foglio1", ["Comune di Prova al Colle – Progetti incentivanti 2026|||"])]
                    + blocks.enumerated().map { ("Foglio\($0.offset + 2)", card($0.element.0, $0.element.1)) }
            ),
            file: "a.xlsx")
        #expect(
            money(proposal) == [
                "Orti di sera|4.850,00|6.426,25|Indicatore di risultato: Aperture: 40 (60%); Presenze: 300 (40%)",
                "Canile aperto|2.000,00|2.650,00|Indicatore di risultato: Aperture: 40 (60%); Presenze: 300 (40%)",
            ])
    }

    @Test("The year behind the number, a title with a colon, and a person behind the office")
    func numbersAndTitles() throws {
        let text = """
            Comune di Prova al Colle
            Progetti di performance organizzativa 2026

            Progetto n. 1/2026 – Orti di sera: apertura straordinaria
            Settore: Verde pubblico. Responsabile: Resp. Orti.
            Descrizione: Aprire gli orti anche di sera.
            Risultato atteso: Almeno 40 aperture
            Importo: € 4.850,00

            Progetto n. 2/2026 – Canile aperto: la domenica
            Settore: Animali. Responsabile: Resp. Canile.
            Descrizione: Aprire la domenica.
            Risultato atteso: Almeno 12 domeniche
            Importo: € 2.000,00
            """
        let proposal = try Importer.propose(bytes: Array(text.utf8), file: "a.txt")
        #expect(
            money(proposal) == [
                "Orti di sera: apertura straordinaria|€ 4.850,00|–|Almeno 40 aperture",
                "Canile aperto: la domenica|€ 2.000,00|–|Almeno 12 domeniche",
            ])
        #expect(proposal.parts.projects?.projects.map(\.number) == ["1", "2"])
        let told = proposal.findings.map(\.written) + proposal.unread.map(\.text)
        #expect(told.contains { $0.contains("Resp. Orti") } && told.contains { $0.contains("Resp. Canile") })
    }

    @Test("Headings name the projects that no label names; what is paid for the work is their money")
    func headingsAndPay() throws {
        let text = """
            # Comune di Prova al Colle – Progetti di produttività 2026

            ## 1. Orti di sera: apertura straordinaria

            Servizio: Verde pubblico

            Descrizione: Aprire gli orti anche di sera.

            Risultato atteso: Almeno 40 aperture

            Importo: € 4.850,00
            """
        #expect(
            money(try Importer.propose(bytes: Array(text.utf8), file: "a.md")) == [
                "Orti di sera: apertura straordinaria|€ 4.850,00|–|Almeno 40 aperture"
            ])
        let list = workbook([
            (
                "Foglio1",
                [
                    "Comune di Prova al Colle – Produttività 2026||",
                    "Progetto|Responsabile|Compenso complessivo", "Orti di sera|Resp. Orti|4.850,00",
                    "Canile aperto|Resp. Canile|2.000,00",
                ]
            )
        ])
        #expect(
            money(Importer.propose(list, file: "a.xlsx")) == [
                "Orti di sera|4.850,00|–|", "Canile aperto|2.000,00|–|",
            ])
    }

    @Test("A row a project with its indicators and their weights, under a title that speaks of projects")
    func weightedIndicators() throws {
        #expect(
            try read(
                text: """
                    Comune di Prova – Elenco dei progetti di produttività finanziati per l'anno 2026

                    | Settore | Titolo progetto | Indicatore | Target | Peso % | Importo € |
                    |---|---|---|---|---|---|
                    | Verde | Orti di sera | Aperture | 40 | 60 | 4.850,00 |
                    | | | Corsi | 3 | 40 | |
                    | Canile | Cani a passeggio | Uscite | 120 | 100 | 2.300,00 |
                    """) == [
                    "|Orti di sera|Verde|||Aperture: 40 (60) Corsi: 3 (40)|4.850,00",
                    "|Cani a passeggio|Canile|||Uscite: 120 (100)|2.300,00",
                ])
    }

    @Test("A title in quotation marks, labels in paragraphs, the net amount with the gross one in brackets")
    func quotedTitles() throws {
        let card = { (number: Int, title: String, money: String) in
            """
            ## Progetto n. \(number) “\(title)”

            Servizio interessato: Verde pubblico

            Obiettivo: Aprire gli orti anche di sera.

            Risultato atteso: Almeno 40 aperture.

            Risorse economiche: € \(money) (lordo oneri ed IRAP € 5.556,60)

            """
        }
        let text =
            "# Progetti-obiettivo per l'incentivazione del personale – anno 2026\n\n"
            + card(1, "Orti di sera", "4.200,00") + card(2, "Cani a passeggio", "2.300,00")
        #expect(
            try read(text: text) == [
                "1|Orti di sera|Verde pubblico|Aprire gli orti anche di sera.||Almeno 40 aperture.|€ 4.200,00",
                "2|Cani a passeggio|Verde pubblico|Aprire gli orti anche di sera.||Almeno 40 aperture.|€ 2.300,00",
            ])
    }

    @Test("Labels with a point behind them, the sum of each project below it")
    func labelsWithPoints() throws {
        let text = """
            # Progetti di produttività 2026

            ## PROGETTO 1 – Orti di sera

            Unità organizzativa: Verde

            Contenuto del progetto. Aprire gli orti anche di sera.

            Risultato atteso. Almeno 40 aperture in un anno.

            Somma stanziata: € 8.000,00

            ## PROGETTO 2 – Cani a passeggio

            Unità organizzativa: Canile

            Contenuto del progetto. Portare i cani nei parchi ogni giorno.

            Risultato atteso. Almeno 120 uscite in un anno.

            Somma stanziata: € 12.000,00
            """
        #expect(
            try read(text: text) == [
                "1|Orti di sera|Verde|Aprire gli orti anche di sera.||Almeno 40 aperture in un anno.|€ 8.000,00",
                "2|Cani a passeggio|Canile|Portare i cani nei parchi ogni giorno.||Almeno 120 uscite in un anno.|€ 12.000,00",
            ])
    }
}
