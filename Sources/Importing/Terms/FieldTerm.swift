/// What the columns and labels of plans and reports of objectives stand for.
public enum FieldTerm: String, Hashable, Codable, Sendable, CaseIterable {
    case number, line, strategicObjective, objective, definition, sector, head, objectiveWeight
    case indicator, dimension, formula, purpose, unit
    case baseline, target, actual, deviation, note, weight, achievement, barometer, due
    /// Known words for which no field is kept: programme of the budget, source of the data, staff, money, actions.
    case programme, dataSource, objectiveType, participants, resources, phase, phaseStart, phaseEnd, delegate
    /// A year, a month, or what is computed from them, over a column of figures.
    case period, month, total, computed
    /// Marks of an objective (`PNRR`, `Pluriennale`), and what it refers to in the DUP.
    case tags, dupReferences
    /// What may hinder an objective, and the goals of Agenda 2030 that it serves.
    case criticalFactors, sustainableGoals
    /// The sectors that take part beside the one that answers.
    case otherSectors
    /// The grade of somebody who takes part.
    case grade
    /// A performance project, the money of the office's own and of others for it, each net and gross of charges, and who
    /// gives that.
    case project, ownResources, ownGross, thirdPartyResources, thirdPartyGross, funder
    /// The identity of the row's thing, in tables that the program made.
    case key
}

extension FieldTerm {
    /// Whole phrases of documents, as offices write them. They are data: what other municipalities write is added here, or
    /// to `TermRules` where a stem tells it in any phrase.
    public static let vocabulary = Vocabulary<FieldTerm>([
        (.number, ["N.", "Nr", "Num", "n. obiettivo", "Codice", "Cod.", "Codice obiettivo", "Id"]),
        (
            .line,
            [
                "Linea strategica", "Linee strategiche", "Indirizzo strategico", "Indirizzi strategici",
                "Obiettivo di mandato", "Obiettivi di mandato", "Linea di mandato", "Linee di mandato",
                "Area strategica", "Ambito strategico", "Asse strategico",
            ]
        ),
        (.strategicObjective, ["Obiettivo strategico", "Obiettivi strategici"]),
        (
            .objective,
            [
                "Obiettivo", "Obiettivi", "Obiettivo operativo", "Obiettivi operativi", "Titolo obiettivo",
                "Titolo", "Obiettivo gestionale", "Obiettivo esecutivo", "Obiettivo di performance",
                "Denominazione obiettivo", "Obiettivo assegnato", "Titolo dell'obiettivo",
                "Descrizione obiettivo", "Descrizione dell'obiettivo", "Definizione obiettivo",
            ]
        ),
        (
            .definition,
            [
                "Definizione", "Descrizione", "Descrizione sintetica", "Contenuto", "Contenuti", "Attività",
            ]
        ),
        (
            .sector,
            [
                "Settore", "Servizio", "Area", "Direzione", "Unità organizzativa", "Struttura", "Ufficio",
                "Settore/Servizio", "Centro di responsabilità", "Settore responsabile",
                "Struttura responsabile", "Settore/i", "Unità operativa", "CdR",
            ]
        ),
        (
            .head,
            [
                "Responsabile", "Dirigente", "Responsabile del settore", "Titolare", "Dirigente responsabile",
                "Responsabile obiettivo", "Responsabile dell'obiettivo", "Responsabile di settore",
                "Dirigente/Responsabile", "Referente",
            ]
        ),
        (
            .indicator,
            [
                "Indicatore", "Indicatori", "Indicatore di risultato", "Indicatore di performance",
                "Indicatori di risultato", "Indicatori di performance", "Denominazione indicatore",
                "Descrizione indicatore", "Nome indicatore", "Indicatore/i", "KPI",
            ]
        ),
        (.dimension, ["Dimensione", "Tipologia indicatore", "Tipo indicatore", "Tipo di indicatore"]),
        (
            .formula,
            [
                "Formula", "Formula di calcolo", "Metodo di calcolo", "Modalità di calcolo",
                "Algoritmo di calcolo",
            ]
        ),
        (.purpose, ["Finalità", "Scopo", "Finalità dell'indicatore"]),
        (.unit, ["Unità di misura", "U.M.", "Um", "Unità misura"]),
        (
            .baseline,
            [
                "Baseline", "Dato di partenza", "Valore di partenza", "Valore iniziale", "Valore base",
                "Valore storico", "Dato storico", "Base line", "Anno precedente",
            ]
        ),
        (
            .target,
            [
                "Target", "Target atteso", "Valore atteso", "Performance attesa", "Valore obiettivo",
                "Target previsto", "Dimensione attesa", "% prevista", "Valore target", "Data prevista",
                "Atteso", "Previsto", "Valore previsto", "Target finale", "Risultato atteso",
                "Target annuale", "Quantità prevista",
            ]
        ),
        (
            .actual,
            [
                "Target consuntivo", "Consuntivo", "Valore conseguito", "Valore raggiunto",
                "Valore realizzato", "Performance realizzata", "Stato", "Risultato conseguito",
                "Risultato raggiunto", "Valore a consuntivo", "Conseguito", "Realizzato", "Risultato",
                "Valore consuntivo", "Target raggiunto", "Target conseguito", "Valore effettivo",
                "Dato a consuntivo", "Raggiunto", "Target realizzato",
            ]
        ),
        (.deviation, ["Scostamento", "Scost.", "Scostamenti", "Delta", "Differenza"]),
        (
            .note,
            [
                "Note", "Nota", "Motivazione", "Motivazioni", "Cause dello scostamento", "Osservazioni",
                "Commento", "Commenti", "Motivazione scostamento", "Motivazione dello scostamento",
                "Note e motivazioni", "Annotazioni",
            ]
        ),
        (
            .weight,
            [
                "Peso", "Peso %", "Rilevanza", "Pesatura", "Peso ponderale", "Peso indicatore",
                "Ponderazione", "Peso attribuito", "Peso dell'indicatore",
            ]
        ),
        (
            .achievement,
            [
                "% Ragg", "% Raggiungimento", "Grado di raggiungimento", "Percentuale di raggiungimento",
                "Raggiungimento", "% di realizzazione", "Grado di realizzazione", "% di raggiungimento",
                "Raggiungimento %", "Grado di conseguimento", "% raggiunta", "% conseguita",
            ]
        ),
        (.barometer, ["Barometro", "Semaforo", "Esito"]),
        (.project, ["Titolo del progetto", "Denominazione del progetto"]),
        (
            .ownResources,
            ["Risorse proprie", "Risorse dell'ente", "Fondo risorse decentrate"]
        ),
        (.thirdPartyResources, ["Risorse di terzi", "Finanziamenti di terzi", "Risorse esterne"]),
        (.resources, ["Risorse"]),
        (.funder, ["Ente finanziatore", "Tipologia obiettivo/ente finanziatore", "Finanziatore"]),
        (.grade, ["Inquadramento contrattuale"]),
        (.tags, ["Caratteristiche", "Caratteristiche dell'obiettivo"]),
        (.dupReferences, ["Riferimenti al DUP", "Riferimento al DUP", "Collegamento al DUP"]),
        (.due, ["Scadenza", "Termine", "Data di scadenza", "Da realizzare entro il", "Entro il"]),
    ])

    /// What a column of this term usually holds, for rows whose cells slid.
    public var profile: ColumnProfile {
        switch self {
        case .target, .deviation, .weight, .achievement: ColumnProfile(.figure, isUsuallyFilled: true)
        case .actual: ColumnProfile(.figure, isUsuallyFilled: true)
        case .baseline, .number, .objectiveWeight, .ownResources, .ownGross, .thirdPartyResources,
            .thirdPartyGross:
            ColumnProfile(.figure)
        case .indicator: ColumnProfile(.text, isUsuallyFilled: true)
        case .note, .barometer, .due: ColumnProfile(.any)
        default: ColumnProfile(.text)
        }
    }
}

extension FieldTerm {
    /// The terms of which a field of an objective or indicator is kept.
    static let ofObjectives = Set(allCases.filter(\.hasField))

    /// True where a column of this term reaches a field of an objective or indicator.
    var hasField: Bool {
        ![
            .programme, .dataSource, .objectiveType, .participants, .phase, .phaseStart, .phaseEnd, .delegate,
            .period,
            .month, .total, .computed, .project, .grade, .ownResources, .ownGross,
            .thirdPartyResources, .thirdPartyGross, .funder, .criticalFactors, .sustainableGoals,
        ].contains(self)
    }
}
