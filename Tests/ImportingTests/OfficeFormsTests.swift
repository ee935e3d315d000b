import Model
import Reading
import Testing

@testable import Importing

/// Forms of offices: cards below phases, one-row tables over their details, items with their weights, offices with the
/// person who answers.
@Suite("Forms of offices")
struct OfficeFormsTests {
    @Test(arguments: cards + lists + offices + tables) func isTaken(_ sample: ReadingSample) throws {
        #expect(try sample.read() == sample.facts)
    }

    private static let cards = [
        ReadingSample(
            "a card whose cells hold a label over its value, right below the phases of another one",
            """
            <html><body><h1>Comune di Prova – Piano della performance 2026</h1>
            <table><tr><td>Codice obiettivo<br>OB.01<td>Titolo dell’obiettivo<br>Cura degli orti<td></tr>
            <tr><td>Direzione<br>Verde<td>Pesatura<br>40%<td>Durata<br>annuale</tr>
            <tr><td>Indicatore<td>Target 2026<td>Peso</tr><tr><td>Lotti affidati<td>90<td>100%</tr>
            <tr><td>Attività<td><td>Termine</tr><tr><td>Bando<td><td>31/03</tr></table>
            <table><tr><td>Codice obiettivo<br>OB.02<td>Titolo dell’obiettivo<br>Museo la sera<td></tr>
            <tr><td>Direzione<br>Cultura<td>Pesatura<br>60%<td>Durata<br>annuale</tr>
            <tr><td>Indicatore<td>Target 2026<td>Peso</tr><tr><td>Presenze<td>900<td>100%</tr></table></body></html>
            """,
            "OB.01|Cura degli orti|Verde||40", "- Lotti affidati|90|||100%", "* Bando",
            "OB.02|Museo la sera|Cultura||60", "- Presenze|900|||100%"),
        ReadingSample(
            "labels before the title, one of which says a state of the card and no result",
            """
            Comune di Prova – Scheda obiettivo 2026
            Codice: 2026/01
            Peso obiettivo: 40%
            Tipologia: Miglioramento
            Stato: Approvato
            Settore: Verde
            Linea: Mandato 2024-2029: Ambiente
            Titolo: Cura degli orti
            Indicatore | Target | Peso
            Lotti affidati | 90 | 100%

            Comune di Prova – Scheda obiettivo 2026
            Codice: 2026/02
            Peso obiettivo: 60%
            Tipologia: Sviluppo
            Stato: Approvato
            Settore: Cultura
            Linea: Mandato 2024-2029: Ambiente
            Titolo: Museo la sera
            Indicatore | Target | Peso
            Presenze | 900 | 100%
            """,
            "2026/01|Cura degli orti|Verde||40", "- Lotti affidati|90|||100%",
            "2026/02|Museo la sera|Cultura||60",
            "- Presenze|900|||100%"),
        ReadingSample(
            "colons that stand with the values",
            """
            <html><body><h1>Comune di Prova – Stato di attuazione degli obiettivi 2026</h1>
            <table><tr><td>01<td>Cura degli orti comunali<td></tr><tr><td><td>Settore<td>: Verde</tr>
            <tr><td><td>Peso<td>: 40</tr></table>
            <table><tr><td>Indicatore<td>Previsto<td>Conseguito</tr><tr><td>Lotti affidati<td>90<td>88</tr></table>
            <table><tr><td>02<td>Museo aperto la sera<td></tr><tr><td><td>Settore<td>: Cultura</tr>
            <tr><td><td>Peso<td>: 60</tr></table>
            <table><tr><td>Indicatore<td>Previsto<td>Conseguito</tr><tr><td>Presenze<td>900<td>910</tr></table>
            </body></html>
            """,
            "01|Cura degli orti comunali|Verde||40", "- Lotti affidati|90|88||",
            "02|Museo aperto la sera|Cultura||60",
            "- Presenze|900|910||"),
        ReadingSample(
            "the objective in a table of one row over the tables of its phases and indicators",
            """
            <html><body><h1>Comune di Prova – Schede obiettivo 2026</h1>
            <table><tr><td>N.<td>Obiettivo operativo<td>Servizio<td>Peso</tr>
            <tr><td>1<td>Cura degli orti<td>Verde<td>40%</tr></table>
            <table><tr><td>Fasi<td>Inizio<td>Fine</tr><tr><td>Bando<td>01/02<td>31/08</tr></table>
            <table><tr><td>Indicatore<td>Atteso<td>Peso</tr><tr><td>Lotti affidati<td>90<td>100%</tr></table>
            <table><tr><td>N.<td>Obiettivo operativo<td>Servizio<td>Peso</tr>
            <tr><td>2<td>Museo la sera<td>Cultura<td>60%</tr></table>
            <table><tr><td>Indicatore<td>Atteso<td>Peso</tr><tr><td>Presenze<td>900<td>100%</tr></table>
            </body></html>
            """,
            "1|Cura degli orti|Verde||40", "- Lotti affidati|90|||100%", "* Bando",
            "2|Museo la sera|Cultura||60", "- Presenze|900|||100%"),
        ReadingSample(
            "pairs of cells whose figures have their sign",
            """
            <html><body><h1>Comune di Prova – Relazione sugli obiettivi 2026</h1>
            <table><tr><td>Obiettivo<td colspan=3>Cura degli orti</tr><tr><td>Peso obiettivo<td colspan=3>20 %</tr>
            <tr><td>Indicatore 1<td colspan=3>Lotti affidati</tr>
            <tr><td>Valore atteso<td>n. 90<td>Valore conseguito<td>n. 88</tr></table></body></html>
            """,
            "|Cura degli orti|||20", "- Lotti affidati|n. 90|n. 88||"),
    ]

    private static let lists = [
        ReadingSample(
            "items of indicators with a weight behind the target, in brackets or behind a sign",
            """
            Comune di Prova – Piano degli obiettivi 2026

            Obiettivo 1 – Cura degli orti
            Peso: 40
            Indicatori e target:
            • Lotti affidati: 90 (peso 15%)
            • Consegna: entro il 30 maggio 2026 (peso 85%)

            Obiettivo 2 – Museo la sera
            Peso: 60
            Indicatori:
            1) Presenze – valore atteso: 900; peso: 35%
            2) Serate (target: entro il 30/05/2026)
            """,
            "1|Cura degli orti|||40", "- Lotti affidati|90|||15%", "- Consegna|entro il 30 maggio 2026|||85%",
            "2|Museo la sera|||60", "- Presenze|900|||35%", "- Serate|entro il 30/05/2026|||"),
        ReadingSample(
            "lists that count, below labels without a colon",
            """
            Comune di Prova – Piano della performance 2026

            SCHEDA N. 1
            OBIETTIVO: Cura degli orti
            PESO: 100%
            FASI
            1. Bando
            2. Consegna dei lotti
            INDICATORI
            1. Lotti affidati - Target: 90 - Peso: 55%
            2. Canoni riscossi - Target: 35 - Peso: 45%
            """,
            "1|Cura degli orti|||100", "- Lotti affidati|90|||55%", "- Canoni riscossi|35|||45%", "* Bando",
            "* Consegna dei lotti"),
        ReadingSample(
            "phases in one line, told by numbers in brackets or parted by semicolons",
            """
            <html><body><h1>Comune di Prova – Piano della performance 2026</h1>
            <h2>Obiettivo operativo 1.1.1 Cura degli orti</h2><p>Peso: 40</p>
            <p>Fasi: (1) Bando – (2) Consegna dei lotti</p>
            <table><tr><td>Indicatore<td>Atteso 2026</tr><tr><td>Lotti affidati<td>90</tr></table>
            <h2>Obiettivo operativo 1.1.2 Museo la sera</h2><p>Peso: 60</p>
            <p>Fasi: orari; apertura</p>
            <table><tr><td>Indicatore<td>Atteso 2026</tr><tr><td>Presenze<td>900</tr></table></body></html>
            """,
            "1.1.1|Cura degli orti|||40", "- Lotti affidati|90|||", "* Bando", "* Consegna dei lotti",
            "1.1.2|Museo la sera|||60", "- Presenze|900|||", "* orari", "* apertura"),
    ]

    private static let offices = [
        ReadingSample(
            "offices with the person who answers behind a dash, in headings and over the rows of a table",
            """
            <html><body><h1>Comune di Prova – Relazione sulla performance 2026</h1>
            <h2>1. Verde e orti – Anna Verdi</h2>
            <table><tr><td>Obiettivo<td>Peso<td>Indicatore<td>Target<td>Consuntivo</tr>
            <tr><td>Cura degli orti<td>40%<td>Lotti affidati<td>90<td>88</tr></table>
            <table><tr><td colspan=5>Cultura – Dirigente Mario Bianchi</tr>
            <tr><td>Obiettivo<td>Peso<td>Indicatore<td>Target<td>Consuntivo</tr>
            <tr><td>Museo la sera<td>60%<td>Presenze<td>900<td>910</tr></table></body></html>
            """,
            "|Cura degli orti|Verde e orti|Anna Verdi|40", "- Lotti affidati|90|88||",
            "|Museo la sera|Cultura|Mario Bianchi|60", "- Presenze|900|910||")
    ]

    private static let tables = [
        ReadingSample(
            "a column of what is to be reached in a year by days, whose rows are no head",
            """
            Comune di Prova – PIAO 2026-2028

            Cod. | Obiettivo di performance | Indicatore | Formula | Target 2026 | Target 2027 | Fonte dati
            1.3 | Cura degli orti | Lotti affidati | numero | 90 | 95 | ISTAT
             | | Consegna dei lotti | data del verbale | entro il 30/05/2026 | entro il 30/05/2027 | Gestionale
            1.4 | Museo la sera | Presenze | numero | 900 | 950 | ISTAT
            """,
            "1.3|Cura degli orti|||", "- Lotti affidati|90|||", "- Consegna dei lotti|entro il 30/05/2026|||",
            "1.4|Museo la sera|||", "- Presenze|900|||"),
        ReadingSample(
            "a target under the word of the objective and its year, over days and marks",
            """
            <html><body><h1>Comune di Prova – PEG 2026</h1>
            <table><tr><td>Obiettivo esecutivo<td>Cura degli orti</tr><tr><td>Ponderazione<td>100%</tr></table>
            <table><tr><td>Indicatore<td>Base 2025<td>Obiettivo 2026<td>Ponderazione</tr>
            <tr><td>Consegna dei lotti<td>-<td>entro il 30/05/2026<td>40%</tr>
            <tr><td>Regolamento approvato<td>-<td>SI<td>60%</tr></table></body></html>
            """,
            "|Cura degli orti|||100", "- Consegna dei lotti|entro il 30/05/2026||-|40%",
            "- Regolamento approvato|SI||-|60%"),
        ReadingSample(
            "a summary behind the cards that tells the same objectives again",
            """
            <html><body><h1>Comune di Prova – Relazione sulla performance 2026</h1>
            <h2>Obiettivo: Cura degli orti</h2><p>Peso: 40%</p>
            <table><tr><td>Indicatore<td>Valore programmato<td>Valore raggiunto</tr>
            <tr><td>Lotti affidati<td>90<td>88</tr></table>
            <h2>Obiettivo: Museo la sera</h2><p>Peso: 60%</p>
            <table><tr><td>Indicatore<td>Valore programmato<td>Valore raggiunto</tr>
            <tr><td>Presenze<td>900<td>910</tr></table>
            <h2>Riepilogo generale</h2>
            <table><tr><td>Area<td>Obiettivo<td>Peso<td>% di raggiungimento</tr>
            <tr><td>Verde<td>Cura degli orti<td>40%<td>98%</tr>
            <tr><td>Cultura<td>Museo la sera<td>60%<td>100%</tr></table></body></html>
            """,
            "|Cura degli orti|||40", "- Lotti affidati|90|88||", "|Museo la sera|||60", "- Presenze|900|910||"
        ),
    ]
}
