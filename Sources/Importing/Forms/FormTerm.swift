import Model

/// What the labels of a plan's cards, index and lists stand for.
enum FormTerm: Hashable, Sendable {
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

extension FormTerm {
    /// The labels of forms by the stems of their words, beside those that plans share with reports. They are data: what
    /// other municipalities write is added here.
    static let rules = LabelRules<FormTerm>([
        (.structurePart, "struttura|assetto organizzativ*", "ente|comune|comunale|generale"),
        (.structurePart, "organigramma", "ente|comune|comunale"),
        (.indexPart, "linee|indirizzi strategic* obiettivi", "operativi|gestionali|esecutivi"),
        (
            .indexPart, "elenco|indice|quadro|riepilogo|sintesi obiettivi",
            "operativi|gestionali|esecutivi|performance|strategici|anno|#"
        ),
        (.linesPart, "linee|indirizzi strategic*", ""),
        (.cardsPart, "schede|performance|obiettivi settori|servizi|aree", "obiettiv*|performance"),
        (.cardsPart, "schede obiettiv*", "operativi|gestionali|performance|anno|#"),
        (.objectiveList, "obiettivi operativi|gestionali|esecutivi", ""),
        (.objective, "scheda obiettiv*", ""),
        (.phases, "cronoprogramm*", "fasi|fase|tempi|descrizion*|attivita|azioni|modalita"),
        (.phases, "fasi", "realizzazion*|attuazion*|operative|descrizion*|modalita|tempi|tempistic*"),
        (.phases, "attivita|azioni|interventi tempi|tempistic*", "realizzazion*|attuazion*|modalita"),
        (.phases, "tempi realizzazion*|attuazion*", ""),
        (.phases, "piano attivita", ""),
        (.phases, "tempistica", "attivita"),
        (.factors, "fattori|elementi critici", "successo|rischio|principali"),
        (
            .factors, "criticita|vincoli|rischi",
            "fattori|principali|vincoli|rischi|criticita|eventuali|possibili"
        ),
        (.reprogramming, "riprogrammazion*|rimodulazion*", "obiettivo|anno|#"),
        (.participants, "risorse umane", "coinvolt*|assegnat*|impiegat*"),
        (
            .participants,
            "dipendenti|personale|collaboratori|addetti partecipan*|coinvolt*|assegnat*|impiegat*",
            "obiettivo|progetto"
        ),
        (.participants, "partecipanti|collaboratori|dipendenti|addetti", "obiettivo|progetto"),
        (.participants, "gruppo lavoro", ""),
        (.resources, "risorse", "finanziarie|strumentali|economiche|tecniche"),
        (.resources, "mezzi", "finanziari|strumentali|economici"),
        (.otherSectors, "settori|servizi|uffici|aree coinvolt*|interessat*", "altri|altre"),
        (.sectorList, "settori", "responsabili|coinvolti"),
        (.sectorList, "servizi responsabili", ""),
        (.indicator, "indicatore|indicatori", ""),
        (.target(.percentage), "%|percentuale previst*|attes*", ""),
        (.target(.quantity), "dimensione|quantita|numero attes*|previst*", ""),
        (.target(.date), "data previst*|attes*", ""),
        (.target(.timeliness), "tempo|tempi|tempestivita|giorni previst*|attes*", ""),
        (.arrival, "dato|valore arrivo", ""),
        (.field(.baseline), "dato partenza", ""),
        (.due, "realizzare|concludere|completare entro", ""),
        (.coordination, "capofila", "settore|servizio|ufficio"),
        (.coordination, "affidato coordinamento", "settore|servizio|ufficio"),
        (.counter(.strategic), "n|numero obiettivi strategici", ""),
        (.counter(.operational), "n|numero obiettivi operativi", ""),
        (.counter(.crossSector), "n|numero obiettivi trasversali", ""),
        (.leftover, "formattazione condizionale", ""),
        (.leftover, "fare clic qui immettere testo", ""),
    ])

    /// True for labels that may also open a line, their value behind them without a colon: no sentence begins with them.
    var opensLine: Bool {
        switch self {
        case .target, .due, .counter, .participants: true
        default: false
        }
    }

    /// What an indicator looks at, as documents write it.
    static let dimensions = Vocabulary<IndicatorDimension>([
        (.effectiveness, ["efficacia", "efficacia qualitativa", "efficacia quantitativa", "qualità"]),
        (.efficiency, ["efficienza", "efficienza gestionale", "efficienza temporale"]),
        (.economy, ["economicità", "economicita", "costo", "economico"]), (.output, ["output", "prodotto"]),
        (.outcome, ["outcome", "impatto"]),
        (.activity, ["attività/processo", "attività", "processo", "attività e processo"]),
    ])
}

extension FormTerm {
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
        case .otherSectors: self = .otherSectors
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
