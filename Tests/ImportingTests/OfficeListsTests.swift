import Testing

@testable import Importing

/// Mails, lists, and texts that programs print in columns of blanks or between bars.
@Suite("What offices write in lists, mails and printed texts")
struct OfficeListsTests {
    @Test(arguments: lists + texts + cells) func isTaken(_ sample: ReadingSample) throws {
        #expect(try sample.read() == sample.facts)
    }

    private static let lists = [
        ReadingSample(
            "a mail: its subject is no objective, its day gives no year",
            """
            Da: Ufficio Verde
            A: Segreteria
            Data: mar 4 nov 2025 10:12
            Oggetto: R: obiettivi 2026 settore Verde

            Comune di Prova al Colle
            Settore Verde - Responsabile: Resp. Verde
            Obiettivi anno 2026

            n.    obiettivo             indicatore             entro / target   peso
            1     Orti urbani           Lotti affidati         36               70
            2     Canile                Adozioni               110              30
            """,
            "1|Orti urbani|Verde|Resp. Verde|70", "- Lotti affidati|36|||",
            "2|Canile|Verde|Resp. Verde|30", "- Adozioni|110|||"),
        ReadingSample(
            "titles with their weight over items with their value",
            """
            # Unione di Comuni Valle di Prova

            ## Piano della performance 2026

            ### Verde e Parchi (responsabile Resp. Verde)

            Orti urbani (peso 60%)

            - Lotti affidati: 36
            - Servizi attivati negli orti: 4

            Canile aperto (peso 40%)

            - Adozioni: 110
            """,
            "|Orti urbani|Verde e Parchi|Resp. Verde|60", "- Lotti affidati|36|||",
            "- Servizi attivati negli orti|4|||",
            "|Canile aperto|Verde e Parchi|Resp. Verde|40", "- Adozioni|110|||"),
        ReadingSample(
            "an objective a sentence",
            """
            COMUNE DI PROVA
            Oggetto: assegnazione obiettivi anno 2026
            1. Cura degli orti. Indicatore: lotti affidati; target: almeno 30; peso: 60.
            2. Bando dei dehors. Indicatore: data del bando; target: entro il 31/05/2026; peso: 40.
            """,
            "1|Cura degli orti|||60", "- lotti affidati|almeno 30|||",
            "2|Bando dei dehors|||40", "- data del bando|entro il 31/05/2026|||"),
        ReadingSample(
            "short forms with the weight and the target behind a dash",
            """
            Comune di Prova - Settore Verde
            Obiettivi 2026

            Ob. 1 - Orti urbani - peso 60%
               Ind. 1: Lotti affidati - target 36
               Ind. 2: Orti aperti - target 5

            Ob. 2 - Canile aperto - peso 40%
               Ind. 1: Adozioni - target 110
            """,
            "1|Orti urbani|Verde||60", "- Lotti affidati|36|||", "- Orti aperti|5|||",
            "2|Canile aperto|Verde||40", "- Adozioni|110|||"),
    ]

    private static let texts = [
        ReadingSample(
            "rows between bars that go on in the lines below",
            """
            Comune di Prova
            PIANO ESECUTIVO DI GESTIONE 2026 - OBIETTIVI

            |Obiettivo              |Indicatore             |Target |Peso |
            |Affidamento degli orti |Lotti affidati nelle   |36     |60   |
            |delle frazioni         |frazioni               |       |     |
            |                       |Orti aperti al pubblico|5      |     |
            |Canile comunale aperto |Adozioni concluse in   |110    |40   |
            |la domenica            |un anno                |       |     |
            """,
            "|Affidamento degli orti delle frazioni|||60", "- Lotti affidati nelle frazioni|36|||",
            "- Orti aperti al pubblico|5|||",
            "|Canile comunale aperto la domenica|||40", "- Adozioni concluse in un anno|110|||"),
        ReadingSample(
            "two heads with one blank between them, and a sum below its sign",
            """
            COMUNE DI PROVA
            Stato di attuazione al 31/12/2025

             Area          Obiettivo                          Peso Indicatore                 Target       Risultato
             Verde         Affidamento degli orti urbani       60   Lotti affidati             36           38
                                                                    Orti aperti al pubblico    5            4
             Verde         Canile aperto la domenica           30   Adozioni                   110          104
             Commercio     Dehors della piazza grande          40   Canoni riscossi            €            €
                                                                                               12.000,00    11.450,20
            """,
            "|Affidamento degli orti urbani|Verde||60", "- Lotti affidati|36|38||",
            "- Orti aperti al pubblico|5|4||",
            "|Canile aperto la domenica|Verde||30", "- Adozioni|110|104||",
            "|Dehors della piazza grande|Commercio||40", "- Canoni riscossi|€ 12.000,00|€ 11.450,20||"),
        ReadingSample(
            "cards whose values run over the columns of their indicators",
            """
            Comune di Prova
            Piano della Performance 2026 - Schede obiettivo

            Struttura                 Verde e Parchi
            Responsabile              Resp. Verde                  Peso                   60
            Obiettivo n. 1            Affidamento degli orti urbani e delle aree che li circondano
            Finalità                  Aprire gli orti a chi abita nelle frazioni lontane dal centro
            Indicatori di risultato   Descrizione                  Unità di misura        Valore atteso
                                      Lotti affidati               n.                     36
                                      Appezzamenti riassegnati     n.                     5
                                      nell'anno


            Struttura                 Commercio
            Responsabile              Resp. Commercio              Peso                   40
            Obiettivo n. 2            Nuovi dehors della piazza grande e delle vie del mercato
            Finalità                  Allungare la stagione all'aperto
            Indicatori di risultato   Descrizione                  Unità di misura        Valore atteso
                                      Pratiche chiuse              n.                     45
            """,
            "1|Affidamento degli orti urbani e delle aree che li circondano|Verde e Parchi|Resp. Verde|60",
            "- Lotti affidati|36|||", "- Appezzamenti riassegnati nell'anno|5|||",
            "2|Nuovi dehors della piazza grande e delle vie del mercato|Commercio|Resp. Commercio|40",
            "- Pratiche chiuse|45|||"),
        ReadingSample(
            "labels with blanks before their colons",
            """
            COMUNE DI PROVA
            PIANO DELLA PERFORMANCE 2026

            RESPONSABILE : Resp. Verde
            OBIETTIVO    : Affidamento degli orti urbani
            PESO         : 60
            INDICATORE   : Lotti affidati
            TARGET       : 36
            """,
            "|Affidamento degli orti urbani||Resp. Verde|60", "- Lotti affidati|36|||"),
        ReadingSample(
            "cells that blank lines part, one of two lines",
            """
            Comune di Prova
            Piano della performance 2026

            Obiettivo

            Indicatore

            Target

            Affidamento degli orti

            Lotti affidati nelle
            frazioni di collina

            36

            Canile aperto

            Adozioni

            110
            """,
            "|Affidamento degli orti|||", "- Lotti affidati nelle frazioni di collina|36|||",
            "|Canile aperto|||", "- Adozioni|110|||"),
    ]

    private static let cells = [
        ReadingSample(
            "values in quotes between bars, heads with the word of a code",
            """
            "struttura"|"responsabile"|"obiettivo_codice"|"obiettivo_titolo"|"obiettivo_peso"|"indicatore"|"valore_atteso"
            "Verde"|"Resp. Verde"|"ver-1"|"Orti urbani"|"60"|"Lotti affidati"|"36"
            "Verde"|"Resp. Verde"|"ver-2"|"Canile aperto"|"40"|"Adozioni"|"110"
            Piano della performance 2026
            """,
            "ver-1|Orti urbani|Verde|Resp. Verde|60", "- Lotti affidati|36|||",
            "ver-2|Canile aperto|Verde|Resp. Verde|40", "- Adozioni|110|||"),
        ReadingSample(
            "who heads an office in brackets behind it",
            """
            Comune di Prova - Obiettivi 2026;;;
            Area;Obiettivo;Indicatore;Target
            Verde (Resp. Verde);Orti urbani;Lotti affidati;36
            Commercio (Resp. Commercio);Dehors;Pratiche chiuse;45
            """,
            "|Orti urbani|Verde|Resp. Verde|", "- Lotti affidati|36|||",
            "|Dehors|Commercio|Resp. Commercio|", "- Pratiche chiuse|45|||"),
        ReadingSample(
            "rows of what was to be reached and of what was, by years",
            """
            Comune di Prova - Indicatori di performance 2025;;;;
            Obiettivo;Indicatore;Misura;2024;2025
            Orti urbani;Lotti affidati;Target;30;36
            ;;Consuntivo;31;38
            Canile aperto;Adozioni;Target;100;110
            ;;Consuntivo;96;104
            """,
            "|Orti urbani|||", "- Lotti affidati|36|38|31|", "|Canile aperto|||", "- Adozioni|110|104|96|"),
        ReadingSample(
            "an office beside its head over each table",
            """
            Piano della performance 2026;;;
            Settore Risorse Umane;Responsabile;Resp. Corsi;
            Obiettivo;Peso;Indicatore;Target 2026
            Corsi a distanza;60;Corsi attivati;30
            Settore Verde;Responsabile;Resp. Verde;
            Obiettivo;Peso;Indicatore;Target 2026
            Orti urbani;70;Lotti affidati;36
            """,
            "|Corsi a distanza|Risorse Umane|Resp. Corsi|60", "- Corsi attivati|30|||",
            "|Orti urbani|Verde|Resp. Verde|70", "- Lotti affidati|36|||"),
    ]
}
