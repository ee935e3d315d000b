import Testing

@testable import Importing

/// Tables of the budget, of companies, of works, of instructions: none is a plan, alone or beside one.
@Suite("What of the budget and of instructions is left alone")
struct LeftAloneMoreTests {
    @Test(arguments: budgets + others) func isNotTaken(_ sample: ReadingSample) throws {
        #expect(try sample.read(year: 2025) == sample.facts)
        let found = try Importer.propose(bytes: Array(sample.text.utf8), file: "a.csv", year: 2025)
        #expect(found.parts.projects?.projects.isEmpty ?? true)
    }

    private static let budgets = [
        ReadingSample(
            "the report at the end of a mandate",
            """
            # Relazione di fine mandato 2021-2026

            Comune di Prova – art. 4 del D.Lgs. 149/2011

            ## Parte III – Situazione economica

            | Entrate (in euro) | 2021 | 2022 | 2023 |
            |---|---|---|---|
            | Entrate correnti | 8.120.300 | 8.334.118 | 8.501.224 |

            | Gestione dei residui | 2021 | 2022 | 2023 |
            |---|---|---|---|
            | Percentuale tra residui e accertamenti | 18% | 17,5% | 16% |
            """),
        ReadingSample(
            "advice that was paid for",
            """
            # Incarichi di collaborazione e consulenza – anno 2025

            Comune di Prova

            | Soggetto incaricato | Oggetto dell’incarico | Scadenza | Compenso previsto | Compenso erogato |
            |---|---|---|---|---|
            | Studio A | Supporto al collaudo | 31/12/2025 | € 4.800,00 | € 4.800,00 |
            | Studio B | Perizia idraulica | 31/12/2025 | € 2.300,00 | € 2.300,00 |
            """),
        ReadingSample(
            "payment times by quarter",
            """
            # Indicatore di tempestività dei pagamenti

            Comune di Prova – Amministrazione trasparente

            | Anno | I trimestre | II trimestre | III trimestre | IV trimestre | Annuale |
            |---|---|---|---|---|---|
            | 2024 | -5,55 | -6,10 | -4,80 | -6,21 | -5,66 |
            | 2025 | -7,02 | -6,91 | -7,40 | -6,88 | -7,05 |
            """),
        ReadingSample(
            "indicators of the budget for three years",
            """
            # Piano degli indicatori e dei risultati attesi di bilancio 2025-2027

            Allegato n. 1-b – Indicatori sintetici

            | Tipologia indicatore | Definizione | 2025 | 2026 | 2027 |
            |---|---|---|---|---|
            | 3 Spese di personale | Spesa di personale su spesa corrente | 22,15 | 22,40 | 22,38 |
            | 4 Servizi esterni | Quota dei servizi affidati all'esterno | 31,07 | 30,80 | 30,75 |
            """),
        ReadingSample(
            "chapters with what is foreseen for three years",
            """
            Piano esecutivo di gestione 2025-2027;;;;
            Capitolo;Denominazione;Previsione 2025;Previsione 2026;Previsione 2027
            2140/3;Allestimento di mercati;18.200,00;18.000,00;18.000,00
            2140/4;Canoni di noleggio;3.450,00;3.450,00;3.450,00
            Totale;;21.650,00;21.450,00;21.450,00
            """),
        ReadingSample(
            "revenue by title, and companies held",
            """
            # Nota di aggiornamento al DUP 2025-2027

            ## Le risorse

            | Titolo | Descrizione | Previsione iniziale | Previsione definitiva | Accertamenti |
            |---|---|---|---|---|
            | 3 | Entrate extratributarie | 1.940.000,00 | 2.015.600,00 | 1.877.410,90 |
            | 4 | Entrate in conto capitale | 620.000,00 | 845.000,00 | 512.300,00 |
            | Totale | | 2.560.000,00 | 2.860.600,00 | 2.389.710,90 |

            ## Organismi partecipati

            | Denominazione | Quota | Attività | Risultato 2023 |
            |---|---|---|---|
            | Società dei mercati S.r.l. | 51,00% | Gestione dei mercati | € 18.740 |
            | Consorzio del canile | 12,30% | Custodia degli animali | € -4.120 |
            """),
        ReadingSample(
            "companies held alone",
            """
            Organismi partecipati 2025;;;
            Denominazione;Quota di partecipazione;Attività svolta;Risultato d'esercizio 2023
            Società dei mercati S.r.l.;51,00%;Gestione dei mercati;18.740
            Consorzio del canile;12,30%;Custodia degli animali;-4.120
            """),
        ReadingSample(
            "expenditure by mission with commitments and payments",
            """
            Rendiconto della gestione 2025;;;;
            Missione;Descrizione;Stanziamento definitivo;Impegni;Pagamenti
            09;Sviluppo sostenibile e tutela del territorio;2.340.000,00;2.288.119,40;1.902.660,15
            14;Sviluppo economico e competitività;410.500,00;377.240,00;301.008,72
            """),
    ]

    private static let others = [
        ReadingSample(
            "the accounts of a year by missions",
            """
            Comune di Prova – Rendiconto 2025;;;;;
            Missione;Descrizione;Previsioni definitive;Impegni;Pagamenti;% realizzo
            01;Servizi istituzionali;1.850.320,00;1.702.118,44;1.540.212,10;91,99
            04;Istruzione;640.000,00;598.412,00;550.100,00;93,50
            """),
        ReadingSample(
            "works by their codes, over three years",
            """
            Comune di Prova;;;;;
            Programma triennale dei lavori pubblici 2025-2027 – Scheda D;;;;;
            CUI;CUP;Descrizione dell'intervento;2025;2026;2027
            L0123;E11B25000010004;Riqualificazione della piazza;450.000,00;300.000,00;0,00
            L0124;E14H25000020001;Scuola media;210.000,00;0,00;0,00
            """),
        ReadingSample(
            "what was paid to others",
            """
            Beneficiario;Settore;Oggetto;Importo;Atto;Data
            Banda musicale;Cultura;Festa patronale;€ 3.000,00;Det. 112;12/06/2025
            Polisportiva;Sport;Attività giovanile;€ 4.500,00;Det. 140;03/07/2025
            """),
        ReadingSample(
            "premiums, debts and staff by years",
            """
            # Ammontare complessivo dei premi

            | Anno | 2023 | 2024 |
            |---|---|---|
            | Stanziato per la performance | 120.000,00 | 118.000,00 |
            | Distribuito | 110.000,00 | 109.000,00 |

            ## Indebitamento

            | Voce | 2024 | 2025 | 2026 |
            |---|---|---|---|
            | Residuo debito | 4.200.000,00 | 3.950.000,00 | 3.700.000,00 |
            | Quota interessi | 112.000,00 | 104.000,00 | 97.000,00 |
            """),
        ReadingSample(
            "works of the recovery plan with their codes",
            """
            Attuazione misure PNRR al 30/09/2025;;;;;;;
            Missione;Componente;Investimento;CUP;Titolo intervento;Importo finanziato;Soggetto attuatore;Stato
            M2;C4;2.2;A11B25000070006;Pompe delle fontane;€ 96.000,00;Comune;In corso
            M5;C2;2.1;A14H25000180006;Mercato coperto;€ 2.300.000,00;Comune;Concluso
            """),
        ReadingSample(
            "how a form is to be filled in",
            """
            # Istruzioni per la compilazione delle schede obiettivo 2025

            | Campo | Come si compila |
            |---|---|
            | Obiettivo | Una frase breve, con un verbo |
            | Peso | Da 5 a 60, per un totale di 100 |
            | Indicatore | Al massimo tre per scheda |
            | Target | Una quantità, una percentuale o un giorno |
            | Responsabile | Il dirigente della struttura |
            """),
        ReadingSample(
            "a survey of those who work there",
            """
            Indagine sul benessere organizzativo 2025;;;;;
            Domanda;1;2;3;4;5
            Il mio ufficio ha quanto serve;3%;9%;28%;41%;19%
            So che cosa ci si aspetta da me;2%;6%;17%;45%;30%
            """),
    ]

    @Test(arguments: beside) func whatStandsBesideAPlanIsNotTaken(_ sample: ReadingSample) throws {
        #expect(try sample.read() == sample.facts)
    }

    private static let beside = [
        ReadingSample(
            "revenue by title and companies held above the objectives",
            """
            # Piano della performance 2025

            ## Le risorse

            | Titolo | Descrizione | Previsione iniziale | Previsione definitiva | Accertamenti |
            |---|---|---|---|---|
            | 3 | Entrate extratributarie | 1.940.000,00 | 2.015.600,00 | 1.877.410,90 |
            | Totale | | 1.940.000,00 | 2.015.600,00 | 1.877.410,90 |

            ## Organismi partecipati

            | Denominazione | Quota | Attività | Risultato 2023 |
            |---|---|---|---|
            | Società dei mercati S.r.l. | 51,00% | Gestione dei mercati | € 18.740 |

            ## Gli obiettivi

            | Codice | Obiettivo | Indicatore | Target 2025 |
            |---|---|---|---|
            | C1 | Mercati rionali | Banchi assegnati | 64 |
            | V1 | Canile aperto | Adozioni | 110 |
            """,
            "C1|Mercati rionali|||", "- Banchi assegnati|64|||", "V1|Canile aperto|||", "- Adozioni|110|||"),
        ReadingSample(
            "works of the recovery plan below the objectives",
            """
            # Piano della performance 2025

            ## Gli obiettivi

            | Codice | Obiettivo | Indicatore | Target 2025 |
            |---|---|---|---|
            | C1 | Mercati rionali | Banchi assegnati | 64 |

            ## Le misure del PNRR

            | Missione | Componente | CUP | Titolo intervento | Importo finanziato | Soggetto attuatore |
            |---|---|---|---|---|---|
            | M2 | C4 | A11B25000070006 | Pompe delle fontane | € 96.000,00 | Comune |
            | M5 | C2 | A14H25000180006 | Mercato coperto | € 2.300.000,00 | Comune |
            """,
            "C1|Mercati rionali|||", "- Banchi assegnati|64|||"),
        ReadingSample(
            "instructions above the cards",
            """
            # Piano della performance 2025

            ## Istruzioni per la compilazione

            | Campo | Come si compila |
            |---|---|
            | Obiettivo | Una frase breve, con un verbo |
            | Peso | Da 5 a 60, per un totale di 100 |
            | Indicatore | Al massimo tre per scheda |
            | Target | Una quantità, una percentuale o un giorno |

            ## Schede

            | Obiettivo | Mercati rionali |
            |---|---|
            | Peso | 45 |
            | Indicatore | Banchi assegnati |
            | Target | 64 |
            """,
            "|Mercati rionali|||45", "- Banchi assegnati|64|||"),
    ]
}
