import Model
import Testing

@testable import Importing

/// Sheets, projects, the names of bodies, and tables that break off, as offices leave them.
@Suite("What offices write in sheets and around their tables")
struct OfficeSheetsTests {
    @Test func theOfficeWrittenInASheetIsNotTheSheetsName() {
        let head = "Obiettivo|Indicatore|Valore atteso|Peso obiettivo"
        let found = Importer.propose(
            workbook([
                (
                    "Verde",
                    [
                        "Comune di Pratolungo – Piano 2025|||", "Settore Verde e Animali|||",
                        "Responsabile: Resp. Verde|||", head, "Canile aperto|Adozioni|110|100",
                    ]
                ),
                (
                    "Comm",
                    [
                        "Comune di Pratolungo – Piano 2025|||", "Settore Commercio e Mercati|||",
                        "Responsabile: Resp. Commercio|||", head, "Dehors|Pratiche|45%|100",
                    ]
                ),
            ]), file: "a.xlsx")
        #expect(found.objectives.map(\.sector) == ["Verde e Animali", "Commercio e Mercati"])
        #expect(found.objectives.map(\.head) == ["Resp. Verde", "Resp. Commercio"])
    }

    @Test func theSheetThatSumsUpAddsNoObjective() {
        let head = "N.|Obiettivo|Peso|Indicatore|Target 2025|Risultato 2025"
        let found = Importer.propose(
            workbook([
                (
                    "Riepilogo",
                    [
                        "Comune di Pratolungo|||", "Riepilogo dei risultati 2025|||",
                        "Settore|Obiettivo|Peso|% media di raggiungimento",
                        "Commercio|Mercati rionali|100|88,5%",
                        "Verde|Canile aperto|40|93%", "Verde|Fontane accese|60|93%",
                    ]
                ),
                (
                    "Commercio",
                    [
                        "Comune di Pratolungo|||||", "Rendicontazione obiettivi 2025|||||",
                        "Settore: Commercio|||||", "Responsabile: Resp. Commercio|||||", head,
                        "1|Mercati rionali|100|Banchi|64|61,5",
                    ]
                ),
                (
                    "Verde",
                    [
                        "Comune di Pratolungo|||||", "Rendicontazione obiettivi 2025|||||",
                        "Settore: Verde|||||", "Responsabile: Resp. Verde|||||", head,
                        "1|Canile aperto|40|Adozioni|110|124", "2|Fontane accese|60|Riparazioni|9|8",
                    ]
                ),
            ]), file: "a.xlsx")
        #expect(
            found.objectives.map { [$0.title, $0.sector, $0.weight?.description ?? ""] } == [
                ["Mercati rionali", "Commercio", "100"], ["Canile aperto", "Verde", "40"],
                ["Fontane accese", "Verde", "60"],
            ])
        #expect(found.objectives.flatMap(\.indicators).map(\.actual.raw) == ["61,5", "124", "8"])
    }

    @Test func theNumberOfAProjectAboveItsTitleIsNoProject() throws {
        let sheets = [("1", "Notti al canile", "2.750,00"), ("2", "Fontane pulite", "4.480,00")].map {
            number, title, sum in
            (
                name: "Progetto \(number)",
                rows: [
                    "Comune di Pratolungo||", "Progetti di performance organizzativa 2025||",
                    "Progetto n.|\(number)|", "Titolo|\(title)|", "Settore|Verde|",
                    "Risorse proprie (€)|\(sum)|", "Risultato atteso|18 uscite|", "||",
                    "Dipendente|Area|Quota", "Matr. 40|Operatori|50%",
                ]
            )
        }
        let book = try #require(Importer.propose(workbook(sheets), file: "a.xlsx").parts.projects)
        #expect(book.projects.map(\.number) == ["1", "2"])
        #expect(book.projects.map(\.title) == ["Notti al canile", "Fontane pulite"])
        #expect(book.projects.map { $0.ownResources?.net.raw } == ["2.750,00", "4.480,00"])
    }

    @Test func theTableThatSumsUpProjectsAddsNone() throws {
        let text = """
            # Progetti di performance 2025 – art. 79 CCNL

            ## Progetto n. 1 – Notti al canile

            | Settore | Verde |
            |---|---|
            | Descrizione | Turni serali |
            | Risorse a carico del fondo | € 2.750,00 |
            | Risultato atteso | 18 uscite |

            ## Progetto n. 2 – Fontane pulite

            | Settore | Verde |
            |---|---|
            | Descrizione | Turni all'alba |
            | Risorse a carico del fondo | € 4.480,00 |
            | Risultato atteso | 40 interventi |

            ## Riepilogo

            | Progetto | Importo |
            |---|---|
            | Notti al canile | € 2.750,00 |
            | Fontane pulite | € 4.480,00 |
            | Totale | € 7.230,00 |
            """
        let book = try #require(
            Importer.propose(bytes: Array(text.utf8), file: "a.md").parts.projects)
        #expect(book.projects.map(\.title) == ["Notti al canile", "Fontane pulite"])
        #expect(book.projects.map(\.expectedResult) == ["18 uscite", "40 interventi"])
    }

    @Test(arguments: [
        (
            "Piano obiettivi 2025 - Comune di Selva Piana;;;\nObiettivo;Indicatore;Target;Responsabile\n"
                + "Canile;Adozioni;110;Resp. Verde\n",
            "Comune di Selva Piana"
        ),
        (
            "Gemeinde Unterau am Bach / Comune di Selvapiana al Rio\nPiano della performance 2025\n\n"
                + "| Obiettivo | Indicatore | Target |\n|---|---|---|\n| Canile aperto | Adozioni | 110 |\n",
            "Comune di Selvapiana al Rio"
        ),
        (
            "| Comune di Selva Piana | MOD. 7 – SCHEDA OBIETTIVO | Rev. 4 |\n|---|---|---|\n"
                + "| | | Anno 2025 |\n\n| Area | Verde |\n|---|---|\n| Denominazione obiettivo | "
                + "Canile aperto |\n| Peso attribuito | 30 |\n\n| Indicatore | Target |\n|---|---|\n"
                + "| Adozioni | 110 |\n",
            "Comune di Selva Piana"
        ),
    ])
    func theBodyIsNamed(text: String, name: String) throws {
        let found = try Importer.propose(bytes: Array(text.utf8), file: "a.txt")
        #expect(found.parts.municipalityName == name)
        #expect(found.objectives.count == 1)
    }

    @Test func aRowOfOneCellBelowARowWithoutItsFiguresIsRead() throws {
        let sample = ReadingSample(
            "a row of one cell below one that breaks off",
            """
            Piano 2025;;;
            Obiettivo;Indicatore;Target 2025;Peso
            Canile;Adozioni;110;30
            Orti;Lotti;36;70
            Fontane;Pompe nuove;;
            Giardini;;;
            """,
            "|Canile|||30", "- Adozioni|110|||", "|Orti|||70", "- Lotti|36|||", "|Fontane|||",
            "- Pompe nuove||||", "|Giardini|||")
        #expect(try sample.read() == sample.facts)
    }

    @Test func aTitleBelowThePeopleIsNobody() throws {
        let text = """
            Piano della performance 2025

             Servizio                      Verde
             Responsabile                  Resp. Verde
             Obiettivo n. 1                Canile aperto
             Peso                          30

            Indicatori

             Descrizione indicatore                                              Valore atteso
             Adozioni                                                            110

            Personale coinvolto

             Cognome e nome                          Profilo                   % di partecipazione
             Addetto Primo                           Operatore                 75%
             Addetto Secondo                         Istruttore                25%
             Servizio                      Verde
             Responsabile                  Resp. Verde
             Obiettivo n. 2                Fontane accese
             Peso                          70

            Indicatori

             Descrizione indicatore                                              Valore atteso
             Riparazioni                                                         9

            Personale coinvolto

             Cognome e nome                          Profilo                   % di partecipazione
             Addetto Primo                           Operatore                 15%
             Addetto Terzo                           Funzionario               85%


            Fasce di giudizio
             Grado di raggiungimento                               Giudizio                          Punteggio
             da 0 a 59%                                            insufficiente                     0
             da 60 a 100%                                          buono                             100
            """
        let found = try Importer.propose(bytes: Array(text.utf8), file: "a.txt")
        #expect(found.objectives.map(\.title) == ["Canile aperto", "Fontane accese"])
        #expect(
            found.objectives.map { $0.participants.map { $0.share?.raw ?? "" } } == [
                ["75%", "25%"], ["15%", "85%"],
            ])
        #expect(found.objectives.flatMap(\.indicators).map(\.target.raw) == ["110", "9"])
    }
}
