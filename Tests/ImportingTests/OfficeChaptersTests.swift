import Testing

@testable import Importing

/// Plans made of headings, as offices send them: which office each objective is of.
@Suite("What belongs to whom below headings of offices")
struct OfficeChaptersTests {
    @Test(arguments: offices) func isTaken(_ sample: ReadingSample) throws {
        #expect(try sample.read() == sample.facts)
    }

    private static let offices = [
        ReadingSample(
            "numbered headings of offices below a chapter whose words are those of labels",
            """
            # Provincia di Prova

            # Relazione sulla performance - esercizio 2025

            ## 2. I risultati raggiunti

            ### 2.1 Servizio Verde, Parchi e Giardini

            Dirigente responsabile: Resp. Verde

            Il monitoraggio intermedio è fatto entro luglio.

            #### Obiettivo 1.1 - Orti urbani

            Peso: 35

            | Indicatore | Atteso | Conseguito |
            |---|---|---|
            | Lotti | 36 | 35 |

            ### 2.2 Servizio Gestione e Sviluppo delle Risorse Umane

            Dirigente responsabile: Resp. Personale

            #### Obiettivo 2.1 - Formazione

            Peso: 65

            | Indicatore | Atteso | Conseguito |
            |---|---|---|
            | Ore | 40 | 41 |
            """,
            "1.1|Orti urbani|Verde, Parchi e Giardini|Resp. Verde|35", "- Lotti|36|35||",
            "2.1|Formazione|Gestione e Sviluppo delle Risorse Umane|Resp. Personale|65", "- Ore|40|41||"),
        ReadingSample(
            "an office by its number whose name is one of people",
            """
            Comune di Prova

            Piano della performance 2026

            Settore 1 – Programmazione Economica

            Dirigente: Resp. Conti

            Obiettivo 1.1 – Tempi di pagamento

            Peso: 30%

            Settore 2 – Gestione e Sviluppo delle Risorse Umane

            Dirigente: Resp. Personale

            Obiettivo 2.1 – Piano di formazione

            Peso: 70%
            """,
            "1.1|Tempi di pagamento|Settore 1 – Programmazione Economica|Resp. Conti|30",
            "2.1|Piano di formazione|Settore 2 – Gestione e Sviluppo delle Risorse Umane|Resp. Personale|70"),
        ReadingSample(
            "an objective without indicators above another office keeps its own",
            """
            # Comune di Prova

            Piano della performance 2026

            ## Settore Verde

            Dirigente: Resp. Verde

            ### Obiettivo 1.1 – Orti urbani

            Peso: 60%

            | Indicatore | Valore atteso |
            |---|---|
            | Lotti | 36 |

            ### Obiettivo 1.2 – Canile

            Peso: 40%

            ## Settore Cultura

            Dirigente: Resp. Cultura

            ### Obiettivo 2.1 – Museo la sera

            Peso: 100%

            | Indicatore | Valore atteso |
            |---|---|
            | Presenze | 5.000 |
            """,
            "1.1|Orti urbani|Verde|Resp. Verde|60", "- Lotti|36|||",
            "1.2|Canile|Verde|Resp. Verde|40",
            "2.1|Museo la sera|Cultura|Resp. Cultura|100", "- Presenze|5.000|||"),
        ReadingSample(
            "numbered chapters over offices, titles numbered below them, weights beside a state",
            """
            # Unione di Comuni di Prova

            # Relazione sulla performance 2025

            ## 1 Premessa

            Il monitoraggio è semestrale.

            ## 2 Risultati

            ## 2.1 Area Servizi Demografici

            Responsabile: Resp. Anagrafe

            Gli obiettivi discendono dal programma di mandato.

            ### 2.1.1 Carta a domicilio

            Peso 60% raggiunto

            | Indicatore | Target | Consuntivo |
            |---|---|---|
            | Uscite | 40 | 44 |

            ### 2.1.2 Registri in rete

            Peso 40% non raggiunto

            | Indicatore | Target | Consuntivo |
            |---|---|---|
            | Annualità | 20 | 12 |

            ## 2.2 Area Cultura

            Responsabile: Resp. Cultura

            ### 2.2.1 Museo la sera

            Peso 100% raggiunto

            | Indicatore | Target | Consuntivo |
            |---|---|---|
            | Presenze | 5.000 | 5.412 |
            """,
            "2.1.1|Carta a domicilio|Servizi Demografici|Resp. Anagrafe|60", "- Uscite|40|44||",
            "2.1.2|Registri in rete|Servizi Demografici|Resp. Anagrafe|40", "- Annualità|20|12||",
            "2.2.1|Museo la sera|Cultura|Resp. Cultura|100", "- Presenze|5.000|5.412||"),
        ReadingSample(
            "bare headings over numbered titles, tables of one row whose names are those of labels",
            """
            # Comune di Prova

            # Piano della performance 2026

            ## Servizi alla Persona

            Responsabile: Resp. Sociale

            ### 1.1 Piano di zona

            Peso: 30%

            | Indicatore | Target 2026 |
            | Progetti | 12 |

            ## Comando Polizia Locale

            Responsabile: Resp. Polizia

            ### 2.1 Controllo del territorio

            Peso: 70%

            | Indicatore | Target 2026 |
            | Pattugliamenti | 12 |
            """,
            "1.1|Piano di zona|Servizi alla Persona|Resp. Sociale|30", "- Progetti|12|||",
            "2.1|Controllo del territorio|Comando Polizia Locale|Resp. Polizia|70", "- Pattugliamenti|12|||"),
        ReadingSample(
            "a bare heading over objectives and their indicators in one column",
            """
            # Provincia di Prova

            # Piano della performance 2026-2028

            ## Corpo di Polizia e Sicurezza

            Dirigente: Resp. Polizia

            | N. | Obiettivo / Indicatore | Peso (%) | Valore programmato |
            |---|---|---|---|
            | 1.1 | Controllo del territorio | 60 | |
            | a) | Pattugliamenti serali | 40 | 130 |
            | b) | Sinistri stradali | 60 | < 65 |
            | 1.2 | Lezioni a scuola | 40 | |
            | a) | Ore di lezione | 100 | 80 |
            """,
            "1.1|Controllo del territorio|Corpo di Polizia e Sicurezza|Resp. Polizia|60",
            "- Pattugliamenti serali|130|||40", "- Sinistri stradali|< 65|||60",
            "1.2|Lezioni a scuola|Corpo di Polizia e Sicurezza|Resp. Polizia|40", "- Ore di lezione|80|||100"),
        ReadingSample(
            "a title that its heading alone tells, whose indicators nobody reads, keeps its office",
            """
            # Comune di Prova

            # Piano della performance 2026

            ## 2.1 Comando Polizia Locale

            Responsabile: Resp. Polizia

            ### 2.1.1 Controllo del territorio

            Peso: 30%

            | Indicatore | Target 2026 |
            |---|---|
            | Pattugliamenti | 130 |

            ### 2.1.2 Lezioni a scuola

            Peso: 70%

            ## 2.2 Verde e Parchi

            Responsabile: Resp. Verde

            ### 2.2.1 Orti urbani

            Peso: 100%

            | Indicatore | Target 2026 |
            |---|---|
            | Lotti | 36 |
            """,
            "2.1.1|Controllo del territorio|Comando Polizia Locale|Resp. Polizia|30",
            "- Pattugliamenti|130|||",
            "2.1.2|Lezioni a scuola|Comando Polizia Locale|Resp. Polizia|70",
            "2.2.1|Orti urbani|Verde e Parchi|Resp. Verde|100", "- Lotti|36|||"),
        ReadingSample(
            "numbered offices in rows of their own between the tables of one sheet",
            """
            Comune di Prova;;;;
            Relazione sulla performance 2025;;;;
            1. Patrimonio;;;;
            Responsabile del servizio: Resp. Patrimonio;;;;
            Cod.;Obiettivo;Indicatore;Target;Valore conseguito
            1.1;Immobili inutilizzati;Immobili assegnati;5;4
            2. Relazioni con il Cittadino;;;;
            Responsabile del servizio: Resp. Urp;;;;
            Cod.;Obiettivo;Indicatore;Target;Valore conseguito
            2.1;Sportello unico;Tempo medio di attesa;9;8,4
            """,
            "1.1|Immobili inutilizzati|Patrimonio|Resp. Patrimonio|", "- Immobili assegnati|5|4||",
            "2.1|Sportello unico|Relazioni con il Cittadino|Resp. Urp|", "- Tempo medio di attesa|9|8,4||"),
        ReadingSample(
            "rows of offices with who answers in brackets",
            """
            Comune di Prova;;;;
            Relazione sulla performance 2025;;;;
            Obiettivo;Peso;Indicatore;Valore atteso;Valore raggiunto
            Area Servizi Demografici (responsabile Resp. Anagrafe);;;;
            Carta a domicilio;60%;Uscite;40;44
            Area Corpo di Polizia (responsabile Resp. Polizia);;;;
            Controllo del territorio;40%;Pattugliamenti;130;136
            """,
            "|Carta a domicilio|Servizi Demografici|Resp. Anagrafe|60", "- Uscite|40|44||",
            "|Controllo del territorio|Corpo di Polizia|Resp. Polizia|40", "- Pattugliamenti|130|136||"),
        ReadingSample(
            "bare headings over who answers, each over objectives that say that they are",
            """
            # Unione di Comuni di Prova

            # Schede obiettivo 2026

            ## Servizi Demografici ed Elettorali

            Titolare EQ: Resp. Anagrafe

            ### Obiettivo 2.1: Carta a domicilio

            Peso: 40

            ## Corpo di Polizia Municipale

            Titolare EQ: Resp. Polizia

            ### Obiettivo 3.1: Controllo del territorio

            Peso: 60
            """,
            "2.1|Carta a domicilio|Servizi Demografici ed Elettorali|Resp. Anagrafe|40",
            "3.1|Controllo del territorio|Corpo di Polizia Municipale|Resp. Polizia|60"),
        ReadingSample(
            "offices with who answers in brackets, a chapter about objectives",
            """
            Comune di Prova

            # 3. Obiettivi: risultati raggiunti e scostamenti 2026

            Verde pubblico (responsabile: Resp. Verde)

            ## 1.1 Orti urbani

            Peso dell’obiettivo: 30%

            - Lotti affidati: 110
            """,
            "1.1|Orti urbani|Verde pubblico|Resp. Verde|30", "- Lotti affidati|110|||"),
        ReadingSample(
            "centres over two lines, a table of contents",
            """
            COMUNE DI PROVA
            Piano degli obiettivi 2026

            INDICE
            Centro di responsabilità 03 – Fiscalità .............................. 3
                Obiettivo 03.01 Bonifica della banca dati .......... 4
            Centro di responsabilità 04 – Gestione e Sviluppo delle Risorse Umane .......... 5
                Obiettivo 04.01 Formazione .......... 6

            CENTRO DI RESPONSABILITÀ 03 – Fiscalità
            Responsabile: Resp. Tributi

            Obiettivo 03.01     Bonifica della banca dati
            Peso                30/100
            Indicatori          Unità di misura     Valore atteso 2026
            Posizioni           %                   45%

            CENTRO DI RESPONSABILITÀ 04 – Gestione e Sviluppo delle Risorse
            Umane
            Responsabile: Resp. Personale

            Obiettivo 04.01     Formazione
            Peso                70/100
            Indicatori          Unità di misura     Valore atteso 2026
            Ore pro capite      ore                 40
            """,
            "03.01|Bonifica della banca dati|Fiscalità|Resp. Tributi|30", "- Posizioni|45%|||",
            "04.01|Formazione|Gestione e Sviluppo delle Risorse Umane|Resp. Personale|70",
            "- Ore pro capite|40|||"),
    ]
}
