import Model
import Testing

@testable import Importing

/// Documents in the manner of many offices, each with what a careful person takes from it: a line an objective with code,
/// title, sector, head and weight, and below it a line an indicator with name, target, actual, baseline and weight.
@Suite("What a careful reader takes")
struct CarefulReadingTests {
    @Test(arguments: samples) func isTaken(_ sample: ReadingSample) throws {
        #expect(try sample.read() == sample.facts)
    }

    private static let samples = [
        ReadingSample(
            "a code with letters in the title over a table",
            """
            Relazione sulla performance 2023

            Ambito strategico A - Imprese

            Obiettivo operativo A1.1 - Punto digitale
            Indicatore\tPeso\tTarget 2023\tConsuntivo 2023\t% realizzo
            Imprese coinvolte\t50%\t>= 350\t412\t100%
            Voucher liquidati\t50%\t>= 80%\t71%\t88,75%
            """,
            "A1.1|Punto digitale|||", "- Imprese coinvolte|>= 350|412||50%",
            "- Voucher liquidati|>= 80%|71%||50%"),
        ReadingSample(
            "a code with letters before a colon, and its targets of years",
            """
            PIAO 2025
            VALORE PUBBLICO VP2: Città accessibile
              Obiettivo di performance VP2.1: Abbattere le barriere
              Struttura responsabile: Direzione Lavori
              Indicatore: edifici accessibili
              Baseline (2024): 42%
              Target 2025: 50%
            """,
            "VP2.1|Abbattere le barriere|Direzione Lavori||", "- edifici accessibili|50%||42%|"),
        ReadingSample(
            "lists under labels, the weight below them",
            """
            PEG 2025
            OBIETTIVO OPERATIVO 2.1 - Presa in carico
            Finalità: conoscere chi vive solo.
            Azioni:
            a) mappatura (gennaio-marzo)
            b) visite (aprile-ottobre)
            Indicatori di efficacia:
            - n. di visite: 250
            - costo medio: max 35 euro
            Peso: 25

            OBIETTIVO OPERATIVO 2.2 - Nidi privati
            Indicatori:
            1) nidi accreditati (target: 6)
            Peso: 15
            """,
            "2.1|Presa in carico|||25", "- n. di visite|250|||", "- costo medio|max 35 euro|||",
            "* mappatura",
            "* visite", "2.2|Nidi privati|||15", "- nidi accreditati|6|||"),
        ReadingSample(
            "what stands below the indicator of a card is that card's",
            """
            Piano della performance 2024

            Obiettivo: Recupero
            Indicatore: Avvisi
            Target: 12
            Responsabile: Resp. Tributi

            Obiettivo: Potatura
            Indicatore: Alberi
            Target: 30
            Responsabile: Resp. Verde
            """,
            "|Recupero||Resp. Tributi|", "- Avvisi|12|||", "|Potatura||Resp. Verde|", "- Alberi|30|||"),
        ReadingSample(
            "a weight over each title",
            """
            Piano della performance 2024

            Peso: 40
            Obiettivo: Recupero
            Indicatore: Avvisi
            Target: 12

            Peso: 60
            Obiettivo: Potatura
            Indicatore: Alberi
            Target: 30
            """,
            "|Recupero|||40", "- Avvisi|12|||", "|Potatura|||60", "- Alberi|30|||"),
        ReadingSample(
            "cards of two cells over tables of two columns",
            """
            Piano della performance 2024

            Obiettivo\tRecupero
            Peso\t40

            Indicatore\tValore atteso
            Avvisi\t12

            Obiettivo\tRelazione di fine mandato
            Peso\t60

            Indicatore\tValore atteso
            Pagine\t30
            """,
            "|Recupero|||40", "- Avvisi|12|||", "|Relazione di fine mandato|||60", "- Pagine|30|||"),
        ReadingSample(
            "points of a head's objectives, the office in the heading",
            """
            Piano della Performance 2023

            DIRIGENTE DEL SETTORE 1 "AFFARI GENERALI"

            OBIETTIVO 1
            DELIBERE DIGITALI
            Punti 25/60
            Indicatore: atti firmati
            Risultato atteso: 100

            DIRIGENTE DEL SETTORE 2 "ECONOMICO FINANZIARIO"

            OBIETTIVO 1
            TEMPI DI PAGAMENTO
            Punti 40/60
            Indicatore: ritardo
            Risultato atteso: <= 0

            OBIETTIVO 2
            TARI ARRETRATA
            Punti 20/60
            Indicatore: somme riscosse su accertate
            Risultato atteso: non meno del 18%
            """,
            "1|DELIBERE DIGITALI|SETTORE 1 \"AFFARI GENERALI\"||25", "- atti firmati|100|||",
            "1|TEMPI DI PAGAMENTO|SETTORE 2 \"ECONOMICO FINANZIARIO\"||40", "- ritardo|<= 0|||",
            "2|TARI ARRETRATA|SETTORE 2 \"ECONOMICO FINANZIARIO\"||20",
            "- somme riscosse su accertate|non meno del 18%|||"),
        ReadingSample(
            "offices by number, and by their objectives",
            """
            Piano della performance 2024

            I SETTORE - AFFARI GENERALI

            Obiettivo 1: Parchi
            Indicatore: Cestini
            Target: 12

            II SETTORE - LAVORI PUBBLICI

            Obiettivo 1: Orti
            Indicatore: Orti assegnati
            Target: 30
            """,
            "1|Parchi|AFFARI GENERALI||", "- Cestini|12|||", "1|Orti|LAVORI PUBBLICI||",
            "- Orti assegnati|30|||"),
        ReadingSample(
            "an office whose name is a label, in a table of four columns",
            """
            Piano della performance 2024

            Settore\tObiettivo\tIndicatore\tTarget
            Personale\tContratto decentrato\tSottoscrizioni\t1
            Ambiente\tRaccolta\tContenitori\t25
            """,
            "|Contratto decentrato|Personale||", "- Sottoscrizioni|1|||", "|Raccolta|Ambiente||",
            "- Contenitori|25|||"),
        ReadingSample(
            "codes that look like labels, and names beside them",
            """
            Piano della performance 2024

            Cod.\tObiettivo\tIndicatore\tTarget\tID interno
            OB_01\tParchi\tCestini\t120\t90112
            OB_02\tMeno code\tMinuti\t10\t90113
            """,
            "OB_01|Parchi|||", "- Cestini|120|||", "OB_02|Meno code|||", "- Minuti|10|||"),
        ReadingSample(
            "two columns named after objectives, one of codes",
            """
            Piano della performance 2024

            Ob. n.\tObiettivo\tIndicatore\tTarget
            F1\tDebito\tMutui estinti\t3
            F2\tIncassi\tQuota\t90%
            """,
            "F1|Debito|||", "- Mutui estinti|3|||", "F2|Incassi|||", "- Quota|90%|||"),
        ReadingSample(
            "what was reached the year before the plan's",
            """
            Piano della performance 2024

            Obiettivo\tIndicatore\tTarget\tConsuntivo 2023
            Recupero\tAvvisi\t12\t9
            Potatura\tAlberi\t30\t25
            """,
            "|Recupero|||", "- Avvisi|12||9|", "|Potatura|||", "- Alberi|30||25|"),
        ReadingSample(
            "the state beside a value at the middle of the year is no actual",
            """
            STATO DI AVANZAMENTO 2024

            N.\tObiettivo\tIndicatore\tTarget 31/12/2024\tValore al 30/06/2024\tStato
            3.1\tScuole\tPlessi conclusi\t4\t1\tIn corso
            3.2\tAlienazioni\tBandi\t2\t2\tRaggiunto
            """,
            "3.1|Scuole|||", "- Plessi conclusi|4|||", "3.2|Alienazioni|||", "- Bandi|2|||"),
        ReadingSample(
            "a drawn box with a rule over some columns",
            """
            Piano degli obiettivi 2024
            +----+-----------------------+------------------------+------------+
            | N. | Descrizione obiettivo | Indicatori             | Standard   |
            +----+-----------------------+------------------------+------------+
            | 1  | Apertura serale della | Serate di apertura     | 40         |
            |    | biblioteca            +------------------------+------------+
            |    |                       | Presenze medie         | almeno 15  |
            +----+-----------------------+------------------------+------------+
            """,
            "1|Apertura serale della biblioteca|||", "- Serate di apertura|40|||",
            "- Presenze medie|almeno 15|||"),
        ReadingSample(
            "indicators of offices without objectives",
            """
            Carta della qualità - Anno 2024

            Servizio\tIndicatore\tStandard\tRisultato
            Suap\tRisposta\t15 gg\t11 gg
            Polizia locale\tArrivo\t20 gg\t24 gg
            """,
            "|Suap|Suap||", "- Risposta|15 gg|11 gg||", "|Polizia locale|Polizia locale||",
            "- Arrivo|20 gg|24 gg||"),
        ReadingSample(
            "the first of two offices in a row, a number in a cell",
            """
            SCHEDA PEG 2025
            Settore\tPatrimonio\tServizio\tInventario
            Obiettivo n.\t7\tPeso\t15
            Titolo\tInventario dei beni\tTipo\tStrategico

            Indicatore\tValore iniziale\tValore atteso\tPeso
            Beni etichettati\t0\t9.500\t100
            """,
            "7|Inventario dei beni|Patrimonio||15", "- Beni etichettati|9.500||0|100"),
        ReadingSample(
            "a code alone over the label of its title",
            """
            Piano della performance 2024

            OBIETTIVO TRASVERSALE OT1
            Titolo: Tempi di pagamento
            Indicatore: ritardo
            Target: 0

            OBIETTIVO N. 2
            Titolo: Formazione
            Indicatore: ore medie
            Target: 40
            """,
            "OT1|Tempi di pagamento|||", "- ritardo|0|||", "2|Formazione|||", "- ore medie|40|||"),
        ReadingSample(
            "phases on one line",
            """
            PDO 2024
            Obiettivo: Cloud
            Indicatore: servizi migrati
            Target: 5
            Fasi: 1. contratto (febbraio) 2. migrazione (giugno) 3. collaudo (settembre)
            """,
            "|Cloud|||", "- servizi migrati|5|||", "* contratto", "* migrazione", "* collaudo"),
    ]

    @Test func numberedProjectsWithTheirMoneyAreProjects() throws {
        let text = """
            Progetti di performance - Anno 2022

            PROGETTO N. 1
            Titolo: Estate sicura
            Settore proponente: Polizia locale
            Obiettivo: presidiare le spiagge
            Risultato atteso: almeno 24 turni
            Importo del progetto: € 6.500,00

            PROGETTO N. 2
            Titolo: Archivio
            Settore proponente: Affari generali
            Obiettivo: riordinare il deposito
            Risultato atteso: 180 metri
            Importo del progetto: € 3.200,00
            """
        let found = try Importer.propose(bytes: Array(text.utf8), file: "a.txt")
        #expect(found.objectives.isEmpty)
        #expect(
            found.parts.projects?.projects.map {
                [$0.number, $0.title, $0.description, $0.scope, $0.ownResources?.net.raw ?? ""]
            } == [
                ["1", "Estate sicura", "presidiare le spiagge", "Polizia locale", "€ 6.500,00"],
                ["2", "Archivio", "riordinare il deposito", "Affari generali", "€ 3.200,00"],
            ])
    }

    @Test func thousandsBesideAPointDecimalAreThousands() throws {
        let text = "Obiettivo,Indicatore,Target 2022\nBike sharing,Biciclette,\"1,200\"\nZone 30,Km,12.5\n"
        let found = try Importer.propose(bytes: Array(text.utf8), file: "a.csv")
        #expect(
            found.objectives.flatMap(\.indicators).map { $0.target.number.map { ItalianNumber.write($0) } }
                == ["1.200", "12,5"])
    }

    @Test(arguments: [
        "UNIONE DI COMUNI COLLI SERENI", "COMUNITÀ MONTANA ALTA VALLE", "CAMERA DI COMMERCIO DI VALMARINA",
    ])
    func bodiesThatAreNoMunicipalityHaveAName(_ name: String) {
        #expect(DocumentCover.municipality(name)?.lowercased() == name.lowercased())
        #expect(DocumentCover.municipality("Provincia di Valle") == nil)
    }
}
