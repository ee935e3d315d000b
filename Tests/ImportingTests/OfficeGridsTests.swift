import Model
import Testing

@testable import Importing

/// Grids of labels over their values, figures that stand several in a cell, and what holds for one table alone.
@Suite("Grids and tables of offices")
struct OfficeGridsTests {
    @Test(arguments: grids + series + tables) func isTaken(_ sample: ReadingSample) throws {
        #expect(try sample.read() == sample.facts)
    }

    /// A page of tables written as rows of cells.
    private static func page(_ title: String, _ tables: [[String]]) -> String {
        let body = tables.map { rows in
            "<table>"
                + rows.map { row in
                    "<tr>"
                        + row.split(separator: "|", omittingEmptySubsequences: false)
                        .map { "<td>\($0)</td>" }.joined() + "</tr>"
                }.joined() + "</table>"
        }
        return "<html><body><h1>\(title)</h1>" + body.joined() + "</body></html>"
    }

    private static func card(_ code: String, _ title: String, _ weight: String, _ indicator: String)
        -> [String]
    {
        [
            "Codice|Struttura|Responsabile|Natura|Peso %|Durata",
            "\(code)|Verde|Bruni Anna|Ordinario|\(weight)|Annuale",
            "Denominazione dell'obiettivo|||||", "\(title)|||||", "Passaggi||||Avvio|Termine",
            "Bando||||01/02/2031|30/04/2031", "Metrica|||Valore intermedio|Valore finale|Incid. %",
            indicator,
        ]
    }

    private static let grids = [
        ReadingSample(
            "labels over their values, one of which nobody knows, and tables between",
            page(
                "Comune di Prova – Piano della performance 2031",
                [
                    card("A-1", "Cura degli orti", "60", "Lotti affidati|||40|90|100"),
                    card("A-2", "Aiuole fiorite", "40", "Aiuole|||2|5|100"),
                ]),
            "A-1|Cura degli orti|Verde|Bruni Anna|60", "- Lotti affidati|90|||100", "* Bando",
            "A-2|Aiuole fiorite|Verde|Bruni Anna|40", "- Aiuole|5|||100", "* Bando")
    ]

    private static let series = [
        ReadingSample(
            "two series in one cell, each with a figure in each year",
            """
            Servizio: Biblioteca
            Output | 2029 | 2030 | 2031 |
            Acquisti | 11.738 | 10.945 | 9.762 |
            Sala nuova prestiti di libri prestiti di film | – 98.607 15.714 | – 136.320 20.248 | – 153.609 19.735 |
            """,
            "= Biblioteca", "- output Acquisti: 2029 11.738, 2030 10.945, 2031 9.762",
            "- output Sala nuova – prestiti di libri: 2029 98.607, 2030 136.320, 2031 153.609",
            "- output Sala nuova – prestiti di film: 2029 15.714, 2030 20.248, 2031 19.735"),
        ReadingSample(
            "a row a year below the names of the series and of their sides",
            page(
                "Servizio Informagiovani",
                [["Anno|Output||Utenti", "|Colloqui|Incontri|Accessi", "2030|188|2|690", "2031|240|6|1.014"]]),
            "= Informagiovani", "- output Colloqui: 2030 188, 2031 240",
            "- output Incontri: 2030 2, 2031 6", "- users Accessi: 2030 690, 2031 1.014"),
    ]

    private static let tables = [
        ReadingSample(
            "a table without a column of heads has none of the table above",
            page(
                "Comune di Prova – Piano della performance 2031",
                [
                    [
                        "Responsabile|Obiettivo|Indicatore|Target",
                        "Bruni Anna|Cura degli orti|Lotti affidati|90",
                    ],
                    ["Obiettivo|Indicatore|Target|Peso", "Conti in ordine|Giorni di pagamento|30|100"],
                ]),
            "|Cura degli orti||Bruni Anna|", "- Lotti affidati|90|||", "|Conti in ordine|||",
            "- Giorni di pagamento|30|||100"),
        ReadingSample(
            "a row that wraps in the cells of a name and of an indicator",
            """
            Comune di Prova
            Relazione sulla performance 2031

            Responsabile | Obiettivo | Indicatore | Target | Consuntivo | Peso
            Bruni | Cura degli orti | Alberi piantati nei | 10 | 10 | 50
            Anna | | parchi | | |
            Bruni Anna | Cura degli orti | Aiuole nuove | 4 | 4 | 50
            """,
            "|Cura degli orti||Bruni Anna|", "- Alberi piantati nei parchi|10|10||50",
            "- Aiuole nuove|4|4||50"),
    ]

    @Test func `a day over a day is no phase`() throws {
        let text = """
            Comune di Prova
            Piano dettagliato degli obiettivi 2031
            Obiettivo: Cura degli orti
            Indicatore: Lotti affidati
            Target: 90
            Fasi
            01/01/2031
            31/12/2031
            """
        let objectives = try Importer.propose(bytes: Array(text.utf8), file: "a.txt").objectives
        #expect(objectives.map(\.title) == ["Cura degli orti"])
        #expect(objectives.flatMap(\.phases).map(\.title) == [])
    }

    @Test func `figures of which nobody can tell the series reach no field`() throws {
        let text = """
            Servizio: Biblioteca
            Output | 2029 | 2030 | 2031 |
            Acquisti | 11.738 | 10.945 | 9.762 |
            Libri e film | 98.607 15.714 1.012 | 136.320 20.248 1.020 | 153.609 19.735 1.044 |
            """
        let proposal = try Importer.propose(bytes: Array(text.utf8), file: "a.txt")
        let values = proposal.parts.services.flatMap(\.outputs).flatMap(\.values.values).map(\.raw)
        #expect(values.sorted() == ["10.945", "11.738", "9.762"])
        #expect(proposal.findings.contains { $0.written.contains("98.607 15.714") })
    }

    @Test(arguments: [
        ("$(N^{\\circ} \\text{ orti} / N^{\\circ} \\text{ lotti}) * 100$", "(N° orti / N° lotti) * 100"),
        ("$N^{\\circ} \\ text{ orti}$", "N° orti"),
    ]) func `formulas of TeX in a cell of any format are plain`(written: String, read: String) {
        #expect(CellText.plain(written) == read)
    }

    @Test func `the scope of a whole body ends before the title, whatever parts them`() {
        let title = ProjectTitle(raw: "OBIETTIVO DI ENTE/trasversale Orti di sera")
        #expect(title.scope == "OBIETTIVO DI ENTE/trasversale" && title.title == "Orti di sera")
    }
}
