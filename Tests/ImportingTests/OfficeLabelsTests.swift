import Testing

@testable import Importing

/// Cards and tables whose labels are those of one office alone, and what stands beside the usual ones.
@Suite("Labels that one office alone has, and what stands beside the usual ones")
struct OfficeLabelsTests {
    @Test(arguments: cards + lists + tables + maps) func isTaken(_ sample: ReadingSample) throws {
        #expect(try sample.read() == sample.facts)
    }

    private static let cards = [
        ReadingSample(
            "a title under a label that nobody knows, in each card",
            """
            Comune di Prova
            Piano della performance 2026

            Che cosa miglioriamo: Orari dello sportello
            Settore: Demografia
            Indicatore: ore di apertura
            Target: 36

            Che cosa miglioriamo: Cura degli orti
            Settore: Verde
            Indicatore: lotti affidati
            Target: 12
            """,
            "|Orari dello sportello|Demografia||", "- ore di apertura|36|||", "|Cura degli orti|Verde||",
            "- lotti affidati|12|||"),
        ReadingSample(
            "questions as labels",
            """
            Comune di Prova
            Piano della performance 2026

            Cosa prevediamo di fare?\tAprire gli orti a tutti
            Chi ne risponde?\tResp. Verde
            Entro quando intendiamo raggiungere l'obiettivo?\t31/12/2026
            Come misuriamo il raggiungimento?\tLotti affidati
            Da dove partiamo?\t12
            Qual è il traguardo atteso?\t36
            Dove sono verificabili i dati?\tRegistro degli orti
            """,
            "|Aprire gli orti a tutti||Resp. Verde|", "- Lotti affidati|36||12|"),
        ReadingSample(
            "the number of a card beside its title, the number of an objective before its title and its weight",
            """
            <h1>Piano della performance 2026</h1>
            <table><tr><td>Scheda n.</td><td>1</td><td>Denominazione</td><td>Cura degli orti</td></tr>
            <tr><td>Struttura</td><td>Verde</td><td>Peso</td><td>40</td></tr>
            <tr><td>Indicatore</td><td>Valore storico</td><td>Valore atteso</td><td>Peso</td></tr>
            <tr><td>Lotti affidati</td><td>12</td><td>36</td><td>100</td></tr></table>
            <table><tr><td>OBIETTIVO N.</td><td>2</td><td>Canile aperto</td><td>PESO</td><td>60</td></tr>
            <tr><td>Finalità</td><td colspan=4>Trovare casa ai cani.</td></tr>
            <tr><td>Indicatore</td><td>Storico 2025</td><td>Atteso 2026</td><td></td><td></td></tr>
            <tr><td>Adozioni</td><td>96</td><td>110</td><td></td><td></td></tr></table>
            """,
            "1|Cura degli orti|Verde||40", "- Lotti affidati|36||12|100", "2|Canile aperto|Verde||60",
            "- Adozioni|110||96|"),
        ReadingSample(
            "the parts of a card at its left, the months of its phases from one to another",
            """
            <h1>Piano della performance 2026</h1>
            <table><tr><td rowspan=2>DATI</td><td>Obiettivo</td><td colspan=3>Cura degli orti</td></tr>
            <tr><td>Servizio</td><td>Verde</td><td>Responsabile</td><td>Resp. Verde</td></tr>
            <tr><td rowspan=3>RISULTATI</td><td>Indicatore</td><td></td><td>Target 2026</td><td>Peso</td></tr>
            <tr><td>Lotti affidati</td><td></td><td>36</td><td>70%</td></tr>
            <tr><td>Ortisti</td><td></td><td>40</td><td>30%</td></tr>
            <tr><td rowspan=3>FASI</td><td>Descrizione</td><td></td><td>Dal mese</td><td>Al mese</td></tr>
            <tr><td>Bando</td><td></td><td>gennaio</td><td>marzo</td></tr>
            <tr><td>Consegna dei lotti</td><td></td><td>aprile</td><td>giugno</td></tr></table>
            """,
            "|Cura degli orti|Verde|Resp. Verde|", "- Lotti affidati|36|||70%", "- Ortisti|40|||30%",
            "* Bando",
            "* Consegna dei lotti"),
        ReadingSample(
            "the calendar of a card below its indicators, in quarters, a phase of which has no mark",
            """
            <h1>Piano della performance 2026</h1>
            <table><tr><td>Denominazione</td><td colspan=4>Cura degli orti</td></tr>
            <tr><td>Area</td><td>Verde</td><td></td><td>Pesatura</td><td>30</td></tr>
            <tr><td>Indicatore di risultato</td><td>Valore di partenza</td><td>Atteso 2026</td><td>Atteso 2027</td><td>Atteso 2028</td></tr>
            <tr><td>Lotti affidati</td><td>12</td><td>36</td><td>40</td><td>44</td></tr>
            <tr><td>Fasi di attuazione</td><td>I trim.</td><td>II trim.</td><td>III trim.</td><td>IV trim.</td></tr>
            <tr><td>Bando</td><td>X</td><td></td><td></td><td></td></tr>
            <tr><td>Scelta dei lotti</td><td></td><td></td><td></td><td></td></tr>
            <tr><td>Consegna dei lotti</td><td></td><td>X</td><td>X</td><td></td></tr>
            <tr><td>Risorse umane coinvolte</td><td colspan=4>due operai</td></tr></table>
            """,
            "|Cura degli orti|Verde||30", "- Lotti affidati|36||12|", "* Bando", "* Consegna dei lotti"),
        ReadingSample(
            "an indicator and a target in one row of cells, its name made of words of labels",
            """
            Piano della performance 2026
            OBIETTIVO\tRecupero dei tributi\t
            INDICATORE 1\tAvvisi emessi\tTARGET: 600
            INDICATORE 2\tImporto accertato\tTARGET: € 150.000
            """,
            "|Recupero dei tributi|||", "- Avvisi emessi|600|||", "- Importo accertato|€ 150.000|||"),
    ]

    private static let lists = [
        ReadingSample(
            "headings of objectives without a label, below those of offices and over their indicators",
            """
            # Relazione sulla performance 2026

            # 1. Area Verde

            Responsabile: Anna Rossi. Nel corso dell'anno l'area ha curato due obiettivi con il suo personale.

            ## Orti aperti a tutti

            | Indicatore | Atteso 2026 | Raggiunto 2026 |
            |---|---|---|
            | Lotti affidati | 36 | 40 |

            Peso dell'obiettivo: 30%

            ## Il canile come casa

            | Indicatore | Atteso 2026 | Raggiunto 2026 |
            |---|---|---|
            | Adozioni | 110 | 96 |

            Peso dell'obiettivo: 70%
            """,
            "|Orti aperti a tutti|Verde|Anna Rossi|30", "- Lotti affidati|36|40||",
            "|Il canile come casa|Verde|Anna Rossi|70", "- Adozioni|110|96||"),
        ReadingSample(
            "the line of an objective between its title and its indicators",
            """
            # Piano della performance 2026

            ## Settore Verde

            Obiettivo: Cura degli orti
            Peso: 20
            Linea programmatica: Città verde
            Indicatore: lotti affidati
            Target: 36

            Obiettivo: Canile aperto
            Peso: 30
            Linea programmatica: Città amica
            Indicatore: adozioni
            Target: 110
            """,
            "|Cura degli orti|Verde||20", "- lotti affidati|36|||", "|Canile aperto|Verde||30",
            "- adozioni|110|||"),
        ReadingSample(
            "values of the year before in brackets",
            """
            # Piano della performance 2026

            Obiettivo: Cura degli orti
            Come si misura:
            - Lotti affidati: 36 (dato 2025: 12)
            - Ortisti: 40 (dato 2025: 31)
            """,
            "|Cura degli orti|||", "- Lotti affidati|36||12|", "- Ortisti|40||31|"),
        ReadingSample(
            "what is expected with the value of the year before and a weight, money among them",
            """
            # Piano della performance 2026

            Obiettivo: Cura degli orti
            Indicatori:
            - Lotti affidati: atteso ≥ 36 (nel 2025: 12), peso 40%
            - Debito scaduto: atteso < € 10.000 (nel 2025: € 12.480), peso 60%
            """,
            "|Cura degli orti|||", "- Lotti affidati|≥ 36||12|40%",
            "- Debito scaduto|< € 10.000||€ 12.480|60%"),
        ReadingSample(
            "labels parted by points in the middle of a line, a stroke behind the number of a title",
            """
            # Piano della performance 2026

            ## OB. 1 | Cura degli orti

            Area: Verde · Titolare E.Q.: dott.ssa Anna Rossi · Peso: 10%

            Indicatore 1.1: Lotti affidati · Target: 36

            ## OB. 2 | Canile aperto

            Area: Verde · Titolare E.Q.: dott.ssa Anna Rossi · Peso: 90%

            Indicatore 2.1: Adozioni · Target: 110
            """,
            "1|Cura degli orti|Verde|dott.ssa Anna Rossi|10", "- Lotti affidati|36|||",
            "2|Canile aperto|Verde|dott.ssa Anna Rossi|90", "- Adozioni|110|||"),
    ]

    private static let tables = [
        ReadingSample(
            "indicators, targets and weights in one column, numbered",
            """
            <h1>Piano della performance 2026</h1>
            <table><tr><td>Obiettivo operativo</td><td>Peso</td><td>Indicatori, target 2026 e (peso)</td></tr>
            <tr><td>Cura degli orti</td><td>30</td><td>1) Lotti affidati: 36 (50%)<br>2) Tempo di risposta: 3 gg (50%)</td></tr>
            <tr><td>Canile aperto</td><td>70</td><td>1) Adozioni: 110 (100%)</td></tr></table>
            """,
            "|Cura degli orti|||30", "- Lotti affidati|36|||50%", "- Tempo di risposta|3 gg|||50%",
            "|Canile aperto|||70", "- Adozioni|110|||100%"),
        ReadingSample(
            "the weight behind each title, the head below the name of the office",
            """
            <h1>Piano della performance 2026</h1>
            <table><tr><td>Area</td><td>Obiettivo (rilevanza)</td><td>Misura</td><td>Livello attuale</td><td>Livello atteso 2026</td></tr>
            <tr><td>Affari generali<br>Resp. dott.ssa Anna Rossi</td><td>Archivio in rete (20)</td><td>Atti letti</td><td>0</td><td>3.000</td></tr>
            <tr><td>Affari generali<br>Resp. dott.ssa Anna Rossi</td><td>Sportello unico (80)</td><td>Ore di apertura</td><td>12</td><td>36</td></tr></table>
            """,
            "|Archivio in rete|Affari generali|dott.ssa Anna Rossi|20", "- Atti letti|3.000||0|",
            "|Sportello unico|Affari generali|dott.ssa Anna Rossi|80", "- Ore di apertura|36||12|"),
        ReadingSample(
            "values of former years beside targets, by names of many kinds",
            """
            N.\tObiettivo\tIndicatore\tDato 2024\tPerformance attesa 2026
            1\tCura degli orti\tLotti affidati\t12\t36
            2\tCanile aperto\tAdozioni\t96\t110
            """,
            "1|Cura degli orti|||", "- Lotti affidati|36||12|", "2|Canile aperto|||", "- Adozioni|110||96|"),
        ReadingSample(
            "an office and its head side by side over a table",
            """
            <h1>Piano della performance 2026</h1>
            <table><tr><td>AREA FINANZIARIA</td><td>Responsabile: Resp. Conti</td><td></td></tr>
            <tr><td>Obiettivo</td><td>Indicatore</td><td>Target 2026</td></tr>
            <tr><td>Conti in ordine</td><td>Fatture pagate</td><td>95%</td></tr></table>
            """,
            "|Conti in ordine|FINANZIARIA|Resp. Conti|", "- Fatture pagate|95%|||"),
    ]

    private static let maps = [
        ReadingSample(
            "services as rows alone over what was done and for whom",
            """
            <h1>Volumi di attività dei servizi</h1>
            <table><tr><td>Grandezza rilevata</td><td>2024</td><td>2025</td></tr>
            <tr><td colspan=3>Orti urbani</td></tr><tr><td colspan=3>Attività erogata</td></tr>
            <tr><td>Lotti affidati</td><td>36</td><td>40</td></tr>
            <tr><td colspan=3>Utenza servita</td></tr><tr><td>Ortisti</td><td>31</td><td>38</td></tr>
            <tr><td colspan=3>Canile comunale</td></tr><tr><td colspan=3>Attività erogata</td></tr>
            <tr><td>Adozioni</td><td>96</td><td>110</td></tr></table>
            """,
            "= Orti urbani", "- output Lotti affidati: 2024 36, 2025 40", "- users Ortisti: 2024 31, 2025 38",
            "= Canile comunale", "- output Adozioni: 2024 96, 2025 110"),
        ReadingSample(
            "numbered services, what the rows are at their left",
            """
            <h1>Ricognizione dei servizi</h1>
            <table><tr><td>SERVIZIO 1</td><td colspan=3>Orti urbani</td></tr>
            <tr><td></td><td></td><td>2024</td><td>2025</td></tr>
            <tr><td rowspan=2>Che cosa produciamo</td><td>Lotti affidati</td><td>36</td><td>40</td></tr>
            <tr><td>Corsi</td><td>3</td><td>5</td></tr>
            <tr><td>Per chi</td><td>Ortisti</td><td>31</td><td>38</td></tr></table>
            <table><tr><td>SERVIZIO 2</td><td colspan=3>Canile</td></tr>
            <tr><td></td><td></td><td>2024</td><td>2025</td></tr>
            <tr><td rowspan=2>Che cosa produciamo</td><td>Adozioni</td><td>96</td><td>110</td></tr>
            <tr><td>Visite</td><td>3</td><td>1</td></tr>
            <tr><td>Per chi</td><td>Cani accolti</td><td>60</td><td>55</td></tr></table>
            """,
            "= Orti urbani", "- output Lotti affidati: 2024 36, 2025 40", "- output Corsi: 2024 3, 2025 5",
            "- users Ortisti: 2024 31, 2025 38", "= Canile", "- output Adozioni: 2024 96, 2025 110",
            "- output Visite: 2024 3, 2025 1", "- users Cani accolti: 2024 60, 2025 55"),
        ReadingSample(
            "what each row is before its name, services as rows alone",
            """
            <h1>Quadro dei servizi erogati</h1>
            <table><tr><td>Tipologia dato</td><td>Denominazione</td><td>2024</td><td>2025</td></tr>
            <tr><td colspan=4>ORTI URBANI</td></tr>
            <tr><td>Volume di attività</td><td>Lotti affidati</td><td>36</td><td>40</td></tr>
            <tr><td>Utenza</td><td>Ortisti</td><td>31</td><td>38</td></tr>
            <tr><td colspan=4>CANILE</td></tr>
            <tr><td>Volume di attività</td><td>Adozioni</td><td>96</td><td>110</td></tr></table>
            """,
            "= ORTI URBANI", "- output Lotti affidati: 2024 36, 2025 40", "- users Ortisti: 2024 31, 2025 38",
            "= CANILE", "- output Adozioni: 2024 96, 2025 110"),
        ReadingSample(
            "a table of outputs and one of users, numbered, the services in a column",
            """
            <h1>Servizi resi alla cittadinanza</h1><h2>Tabella 1 – Quantità prodotte</h2>
            <table><tr><td>Servizio</td><td>Dato</td><td>2024</td><td>2025</td></tr>
            <tr><td>Orti urbani</td><td>Lotti affidati</td><td>36</td><td>40</td></tr>
            <tr><td>Canile</td><td>Adozioni</td><td>96</td><td>110</td></tr></table>
            <h2>Tabella 2 – Utenti serviti</h2>
            <table><tr><td>Servizio</td><td>Dato</td><td>2024</td><td>2025</td></tr>
            <tr><td>Orti urbani</td><td>Ortisti</td><td>31</td><td>38</td></tr>
            <tr><td>Canile</td><td>Famiglie</td><td>60</td><td>55</td></tr></table>
            """,
            "= Orti urbani", "- output Lotti affidati: 2024 36, 2025 40", "- users Ortisti: 2024 31, 2025 38",
            "= Canile", "- output Adozioni: 2024 96, 2025 110", "- users Famiglie: 2024 60, 2025 55"),
    ]
}
