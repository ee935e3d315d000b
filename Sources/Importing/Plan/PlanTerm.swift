import Model

/// What the labels of a plan's cards, index and lists stand for.
enum PlanTerm: Hashable, Sendable {
    /// Headings of the parts of the document.
    case structurePart, linesPart, indexPart, cardsPart
    /// Labels over a strategic line, a strategic objective, a list of objectives, the sectors beside it.
    case line, strategicObjective, objectiveList, sectorList
    /// A card, and the blocks of a card.
    case objective, definition, phases, factors, reprogramming, participants, resources, otherSectors
    /// An indicator and what it looks at.
    case indicator
    /// What is to be reached, by the kind of measure that the label names.
    case target(Measure?)
    /// The value to be arrived at, told in the text of an indicator.
    case arrival
    /// By when.
    case due
    /// The sector that coordinates the others.
    case coordination
    /// How many objectives a line has.
    case counter(PlanCounter)
    /// The head of a table of tenures.
    case tenureHeader
    /// Words of an office program that slipped into the text.
    case leftover
    /// A heading of the form that is known by its coming back only.
    case unknownPart
    /// Any other label that plans share with reports.
    case field(FieldTerm)
}

/// What a counter of a strategic line counts.
enum PlanCounter: Hashable, Sendable, CaseIterable {
    case strategic, operational, crossSector
}

extension PlanTerm {
    /// The words of documents, beside those of `FieldTerm.vocabulary`.
    static let vocabulary = Vocabulary<PlanTerm>(labels)

    private static let labels: [(PlanTerm, [String])] = [
        (.structurePart, ["Struttura organizzativa", "Assetto organizzativo", "Organigramma"]),
        (.linesPart, ["Linee strategiche", "Indirizzi strategici", "Le linee strategiche"]),
        (
            .indexPart,
            [
                "Linee strategiche e obiettivi operativi", "Elenco degli obiettivi", "Elenco obiettivi",
                "Indice degli obiettivi", "Quadro degli obiettivi", "Riepilogo degli obiettivi",
            ]
        ),
        (
            .cardsPart,
            [
                "Performance dei settori", "Schede obiettivo", "Schede degli obiettivi", "Schede obiettivi",
                "Performance dei servizi", "Performance delle aree", "Obiettivi dei settori",
            ]
        ),
        (.objectiveList, ["Obiettivi operativi", "Obiettivi gestionali", "Obiettivi esecutivi"]),
        (.sectorList, ["Settori", "Settori responsabili", "Servizi responsabili"]),
        (.objective, ["Scheda obiettivo", "Scheda dell'obiettivo", "Scheda di obiettivo"]),
        (.phases, phaseLabels),
        (
            .factors,
            ["Fattori critici", "Criticità", "Fattori di criticità", "Rischi e criticità", "Vincoli"]
        ),
        (.reprogramming, ["Riprogrammazione", "Riprogrammazioni", "Rimodulazione"]),
        (
            .participants,
            [
                "Dipendenti che partecipano all'obiettivo", "Personale coinvolto", "Personale assegnato",
                "Dipendenti coinvolti", "Risorse umane", "Risorse umane coinvolte", "Partecipanti",
                "Personale che partecipa all'obiettivo", "Dipendenti assegnati all'obiettivo",
                "Gruppo di lavoro", "Collaboratori", "Dipendenti", "Addetti",
            ]
        ),
        (
            .resources,
            ["Risorse", "Risorse finanziarie", "Risorse strumentali", "Risorse economiche", "Mezzi"]
        ),
        (
            .otherSectors,
            ["Altri settori coinvolti", "Settori coinvolti", "Altri servizi coinvolti", "Servizi coinvolti"]
        ),
        (.indicator, ["Indicatore di", "Indicatori di", "Indicatore", "Indicatori"]),
        (.target(.percentage), ["% prevista", "% attesa", "Percentuale prevista", "Percentuale attesa"]),
        (.target(.quantity), ["Dimensione attesa", "Quantità attesa", "Quantità prevista", "Numero atteso"]),
        (.target(.date), ["Data prevista", "Data attesa"]),
        (
            .target(.timeliness),
            ["Tempo previsto", "Tempo atteso", "Tempestività prevista", "Giorni previsti"]
        ),
        (.arrival, ["Dato di arrivo", "Dato arrivo", "Valore di arrivo"]),
        (.field(.baseline), ["Dato partenza"]),
        (.due, ["Da realizzare entro", "Da realizzare entro il", "Da concludere entro il"]),
        (
            .coordination,
            [
                "Settore a cui è affidato il coordinamento", "Settore capofila", "Servizio capofila",
                "Capofila",
            ]
        ),
        (.counter(.strategic), ["N. obiettivi strategici", "Numero obiettivi strategici"]),
        (.counter(.operational), ["N. obiettivi operativi", "Numero obiettivi operativi"]),
        (.counter(.crossSector), ["N. obiettivi trasversali", "Numero obiettivi trasversali"]),
        (.tenureHeader, ["dal", "al", "dal al", "periodo", "nominativo", "incarico", "ruolo"]),
        (.leftover, ["Formattazione condizionale", "Fare clic qui per immettere testo"]),
    ]

    private static let phaseLabels = [
        "Cronoprogramma", "Fasi e tempi", "Tempi e fasi", "Fasi", "Cronoprogramma fasi e tempi",
        "Cronoprogramma tempi e fasi", "Cronoprogramma descrizione delle fasi",
        "Cronoprogramma descrizioni delle fasi", "Fasi di realizzazione",
        "Fasi di attuazione", "Descrizione delle fasi", "Fasi, tempi e modalità",
        "Fasi e tempi di attuazione",
        "Fasi e tempi di realizzazione", "Tempistica", "Cronoprogramma delle attività",
        "Tempi di realizzazione", "Piano delle attività", "Fasi operative", "Attività e tempi",
        "Azioni e tempi", "Fasi e tempistica",
    ]

    /// Labels that may also open a line, their value behind them without a colon. Only phrases that no sentence
    /// begins with.
    static let openings: [(words: [Substring], term: PlanTerm)] = phrases.flatMap { term, phrases in
        phrases.map { (MatchKey($0).words, term) }
    }

    /// True where some label of more than one word begins with the first word of the text.
    static func mayOpen(_ text: String) -> Bool {
        if text.first == "%" { return true }
        return firstWords.contains(text.drop { !$0.isLetter }.prefix { $0.isLetter }.lowercased())
    }

    private static let firstWords: Set<String> = {
        let own = labels.flatMap(\.1)
        let shared = FieldTerm.vocabulary.phrases
        return Set((own + shared).map { $0.prefix { $0.isLetter }.lowercased() }.filter { !$0.isEmpty })
    }()

    /// The letters that openings begin with, so that most lines need no closer look.
    static let openingLetters: Set<Character> = Set(
        phrases.flatMap(\.1).compactMap(\.first).flatMap { Array($0.lowercased() + $0.uppercased()) })

    private static let phrases: [(PlanTerm, [String])] = [
        (.target(.percentage), ["% prevista", "% attesa"]), (.target(.quantity), ["Dimensione attesa"]),
        (.target(.date), ["Data prevista"]), (.target(.timeliness), ["Tempo previsto"]),
        (.due, ["Da realizzare entro il", "Da realizzare entro", "Da concludere entro il"]),
        (.counter(.strategic), ["N. obiettivi strategici"]),
        (.counter(.operational), ["N. obiettivi operativi"]),
        (.counter(.crossSector), ["N. obiettivi trasversali"]),
        (.participants, ["Dipendenti che partecipano all'obiettivo"]),
        (.target(nil), ["Valore atteso", "Target atteso", "Performance attesa", "Valore obiettivo"]),
        (.field(.actual), ["Valore conseguito", "Performance realizzata"]),
        (.field(.weight), ["Peso ponderale", "Pesatura"]),
    ]

    /// What an indicator looks at, as documents write it.
    static let dimensions = Vocabulary<IndicatorDimension>([
        (.effectiveness, ["efficacia", "efficacia qualitativa", "efficacia quantitativa", "qualità"]),
        (.efficiency, ["efficienza", "efficienza gestionale", "efficienza temporale"]),
        (.economy, ["economicità", "economicita", "costo", "economico"]), (.output, ["output", "prodotto"]),
        (.outcome, ["outcome", "impatto"]),
        (.activity, ["attività/processo", "attività", "processo", "attività e processo"]),
    ])

    /// The choices of a form that say how an indicator is measured.
    static let measures: [String: Measure] = [
        "data": .date, "tempestivita": .timeliness, "quantita": .quantity, "percentuale": .percentage,
        "on off": .onOff, "si no": .onOff, "euro": .euro, "importo": .euro,
    ]

    /// Units that say how an indicator is measured.
    static let units: [String: Measure] = measures.merging(
        [
            "n": .quantity, "nr": .quantity, "numero": .quantity, "num": .quantity, "%": .percentage,
            "giorni": .timeliness, "gg": .timeliness, "ore": .timeliness, "eur": .euro,
        ], uniquingKeysWith: { first, _ in first })
}

extension PlanTerm {
    /// The plan's own meaning of a label that plans share with reports.
    init(_ shared: FieldTerm) {
        switch shared {
        case .line: self = .line
        case .strategicObjective: self = .strategicObjective
        case .objective: self = .objective
        case .definition: self = .definition
        case .indicator: self = .indicator
        case .target: self = .target(nil)
        case .due: self = .due
        case .participants: self = .participants
        case .phase: self = .phases
        case .resources: self = .resources
        default: self = .field(shared)
        }
    }

    /// True for labels that open something of which a card has one or more, wherever they stand.
    var opensBlock: Bool {
        switch self {
        case .line, .strategicObjective, .objective, .phases, .factors, .reprogramming, .participants,
            .indicator, .structurePart, .linesPart, .indexPart, .cardsPart, .objectiveList:
            true
        default: false
        }
    }

    /// True for labels under which something begins that belongs to no card before it.
    var opensHeading: Bool {
        switch self {
        case .line, .strategicObjective, .objective, .objectiveList, .field(.programme): true
        default: false
        }
    }

    /// True for the blocks that only cards have.
    var belongsToCard: Bool {
        switch self {
        case .phases, .factors, .reprogramming, .participants, .indicator: true
        default: false
        }
    }
}
