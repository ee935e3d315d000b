/// The words of the trade by their stems. They are data: other municipalities' words are added here; whole phrases that no
/// stem tells are in `FieldTerm.vocabulary`.
enum TermRules {
    private static let reached =
        "consunt*|preconsunt*|conseguit*|raggiunt*|realizzat*|rilevat*|effettiv*|ottenut*|rendicontat*|registrat*|misurato|misurata|misurati|misurate|accertat*|consolidat*"
    private static let expected =
        "attes*|previst*|prevision*|programmato|programmata|programmati|programmate|pianificat*|prefissat*|prestabilit*|fissat*|assegnato|assegnata|assegnati|assegnate|stabilit*|garantit*"
    private static let weight =
        "peso|pesi|incid|valenz*|pesatur*|pesat*|ponderal*|ponderazion*|ponderat*|rilevanz*|incidenz*|importanz*"
    private static let progress =
        "raggiungiment*|realizzazion*|conseguiment*|attuazion*|completament*|avanzament*"
    private static let office =
        "settor*|area|aree|ripartizion*|direzion*|servizio|servizi|struttur*|ufficio|uffici|dipartiment*|cdr|cdc|uo"
    private static let person =
        "responsabil*|dirigent*|titolar*|referent*|resp|direttor*|coordinator*|funzionari*|posizion*|po|tpo|eq|incaricat*|prepost*|gestor*"

    static let all: [TermRule] = structure + people + indicators + values + rest

    private static let structure = [
        TermRule(
            .line, 40,
            "linea|linee|indirizz*|asse|assi|ambit*|area|aree|priorita|politic*|missione strategic*|programmatic*|tematic*|govern*|mandat*"
        ),
        TermRule(.line, 41, "obiettiv*|programma mandat*"),
        TermRule(.line, 13, "asse|assi", first: true),
        TermRule(
            .strategicObjective, 39, "obiettiv*|obiett|ob|obb strategic*|strat",
            without: "line*|indirizz*|area"),
        TermRule(
            .strategicObjective, 40, "valore pubblico", without: "indicator*|target|impatt*|dimension*|misur*"
        ),
        TermRule(.objective, 20, "obiettiv*|obiett|ob", without: "generali"),
        TermRule(
            .objective, 24,
            "obiettiv*|ob titolo|titoli|denominazion*|denom|descrizion*|desc|descr|des|operativ*|gestional*|specific*|esecutiv*|individual*|nome|testo|oggetto"
        ),
        TermRule(.objective, 12, "titolo|denominazione|oggetto|intitolazione|enunciato", first: true),
        TermRule(.objective, 13, "processo n|nr|num|numero", first: true),
        TermRule(.definition, 14, "descrizion*|definizion*|contenut*", first: true),
        TermRule(.definition, 26, "definizion*|contenut* obiettiv*", first: true),
        TermRule(.definition, 27, "obiettiv* descrizion* finalit*", first: true),
        TermRule(.definition, 9, "sintesi|illustrazione|dettaglio", first: true),
        TermRule(.definition, 15, "analisi contesto", first: true),
        TermRule(.definition, 31, "cosa consiste|tratta"),
        TermRule(.phase, 31, "come svolge|sviluppa|articola|realizza", first: true),
        TermRule(.objective, 32, "cosa|che prevediamo|faremo|intendiamo fare|realizzare", first: true),
        TermRule(.objective, 31, "cosa faremo|facciamo", first: true),
        TermRule(.definition, 30, "cosa|che vogliamo|vuole|intende fare|ottenere|realizzare|raggiungere"),
        TermRule(.number, 36, "n|nr|num|numero|cod|codic*|id|progressiv*|prog obiettiv*|ob", first: true),
        TermRule(
            .number, 37, "cod|codic*|id obiettiv*|obiett|ob",
            without: "titolo|titoli|denominazion*|descrizion*|nome|indicator*"),
        TermRule(.number, 15, "n|nr|num|numero|cod|codic*|id|progressiv*|prog|rif|riferiment*", first: true),
        TermRule(
            .objectiveType, 36, "tipo|tipologi*|natura|classificazion*|categori* obiettiv*", first: true),
        TermRule(.programme, 21, "missione|missioni|programma|programmi|rpp|dup"),
        TermRule(.programme, 19, "peg", first: true),
        TermRule(.dupReferences, 45, "riferiment*|rif|collegament* dup", first: true),
        TermRule(.sustainableGoals, 47, "obiettiv*|goal|goals|sdg|sdgs|target agenda"),
        TermRule(.criticalFactors, 47, "fattori|elementi critici"),
        TermRule(.tags, 16, "caratteristic*", first: true),
        TermRule(.programme, 42, "missione|missioni|programma|programmi n|nr|num|numero|cod*"),
        TermRule(
            .phase, 12, "fase|fasi|azione|azioni|attivita|tappa|tappe|passaggi|cronoprogramm*", first: true),
        TermRule(
            .phase, 28,
            "descrizion*|denominazion*|elenco|dettaglio|tempi|tempistic* attivita|fase|fasi|azione|azioni",
            without: "obiettiv*|indicator*"),
        TermRule(.phaseStart, 13, "inizio|avvio|dal", first: true),
        TermRule(.phaseEnd, 13, "fine|conclusione|completamento", first: true),
        TermRule(.phaseStart, 43, "data|inizio inizio|avvio|azione"),
        TermRule(.phaseStart, 43, "mese|periodo inizio|avvio"),
        TermRule(.phaseEnd, 43, "mese|periodo fine|termine|conclusion*"),
        TermRule(.phaseStart, 47, "inizio|avvio " + expected),
        TermRule(.phaseEnd, 48, "fine|conclusione|termine " + expected),
        TermRule(.computed, 49, "inizio|avvio|fine|conclusione|termine " + reached),
        TermRule(.phaseEnd, 44, "termine|fine|conclusion*|data conclusion*|fine|azione|attivita|termine"),
    ]

    private static let people = [
        TermRule(
            .sector, 22, office + "|macrostruttur*|articolazion*", first: true,
            without: "lavoro|lavori|fasi|attivita|progetto"),
        TermRule(
            .phase, 31, "articolazione|svolgimento|sviluppo lavoro|attivita", first: true),
        TermRule(.sector, 24, "ente " + office, first: true),
        TermRule(.otherSectors, 45, "altri|altre " + office, first: true),
        TermRule(
            .otherSectors, 46,
            "settori|aree|servizi|strutture|uffici|unita|direzioni|ripartizioni|dipartimenti coinvolt*|interessat*|trasversal*",
            first: true),
        TermRule(.sector, 32, "unita organizzativ*|operativ*|responsabil*"),
        TermRule(.sector, 33, "centro|centri responsabilit*|costo"),
        TermRule(.sector, 33, "mappa|catalogo|scheda|denominazione|nome|unita servizio", first: true),
        TermRule(.sector, 31, office + " " + person, first: true),
        TermRule(.sector, 34, "des|desc|descr|descrizion*|den|denom|denominazion* " + office, first: true),
        TermRule(
            .computed, 41, "cod|codic*|id " + office, without: "titolo|titoli|denominazion*|descrizion*|nome"),
        TermRule(.head, 23, person, first: true, without: "responsabilit*|costo"),
        TermRule(
            .head, 34, "elevata|posizion*|capo qualificazion*|organizzativ*|settore|servizio|area",
            first: true),
        TermRule(.head, 24, "assegnatari*|owner", first: true),
        TermRule(.head, 35, "dir resp", first: true),
        TermRule(.sector, 12, "proponente", first: true),
        TermRule(.head, 12, "chi", first: true),
        TermRule(.head, 30, "chi|ne risponde", first: true),
        TermRule(.head, 63, "chi|ne risponde|rispondera obiettiv*", first: true),
        TermRule(.head, 31, person + " apicale"),
        TermRule(
            .head, 24, "caposervizio|caposettore|capoarea|caposezione|capoprogetto|capofila", first: true),
        TermRule(.head, 62, "capo progetto", first: true),
        TermRule(.head, 62, person + " progetto|progetti", first: true),
        TermRule(.head, 30, "nome|nominativo|cognome|soggett*|figura " + person),
        TermRule(.delegate, 23, "assessor*|amministrator*|delegat*|sindaco"),
        TermRule(.delegate, 36, person + " politic*|assessor*|amministrator*|sindac*"),
        TermRule(
            .participants, 24,
            "personale|dipendent*|collaborator*|risorse umane|coinvolt*|assegnat*|partecipant*"),
        TermRule(.participants, 29, "risorse umane"),
        TermRule(.participants, 30, "chi partecipa|collabora|contribuisce", first: true),
        TermRule(
            .otherSectors, 66,
            "quali unita|strutture|soggetti contribuiscono|contribuiranno|collaborano|partecipano",
            first: true),
        TermRule(.computed, 66, "chi rivolto|rivolta|destinato|destinata", first: true),
        TermRule(.participants, 12, "nominativo|nominativi|cognome", first: true),
        TermRule(.grade, 12, "inquadramento|categoria|qualifica|profilo", first: true),
        TermRule(.participants, 16, "personale|dipendenti|collaboratori", first: true),
        TermRule(.project, 11, "progetto|progetti|interventi|iniziativa|iniziative", first: true),
        TermRule(.project, 56, "titolo|titoli|denominazion*|descrizion*|nome|oggetto progett*|intervent*"),
        TermRule(
            .project, 57,
            "progetto miglioramento|produttivit*|performance|incentivant*|incentivazione|potenziamento|speciale",
            first: true),
        TermRule(.ownResources, 46, money + " propri*|ente|comun*|bilancio|decentrat*|intern*|fondo|fondi"),
        TermRule(.ownResources, 13, "stanziamento|importo|budget|incentivo", first: true),
        TermRule(.thirdPartyResources, 48, money + " terzi|estern*|eterofinanziat*|sponsor*|altri|altre"),
        TermRule(.thirdPartyResources, 49, "risorse etero finanziat*"),
        TermRule(.thirdPartyResources, 47, "carico terzi"),
        TermRule(.ownResources, 31, "importo|somma|somme|quota " + expected),
        TermRule(.ownResources, 32, "importo|somma|somme|quota destinat*|stanziat*|riconosciut*"),
        TermRule(.ownResources, 69, sum + " nett*", without: "lord*"),
        TermRule(
            .thirdPartyResources, 70, sum + " nett* terzi|estern*|eterofinanziat*|sponsor*", without: "lord*"),
        TermRule(.ownGross, 69, sum + " lord*", without: "nett*|dipendent*"),
        // What a person gets before taxes: without what the office pays on it.
        TermRule(.ownResources, 70, sum + " lord* dipendent*"),
        TermRule(.ownGross, 71, "costo|onere|spesa totale|complessiv* ente|amministrazion*"),
        TermRule(.ownGross, 68, "lord* oneri|irap|riflessi|contribut*", without: "nett*"),
        TermRule(.ownGross, 67, "comprensiv*|compresi|inclus* oneri|irap|riflessi", without: "nett*|esclus*"),
        TermRule(.ownGross, 71, "lord* propri*|ente|comun*|bilancio"),
        TermRule(.thirdPartyGross, 72, "lord* terzi|estern*|sponsor*|altri"),
        TermRule(.funder, 50, "finanziator*|erogator*|sponsor|finanziamento ent*|soggett*|fonte|provenienza"),
        TermRule(.funder, 14, "finanziatore|finanziatori|sponsor", first: true),
        TermRule(
            .resources, 25,
            "risors*|spes*|costo|budget finanziari*|economic*|euro|previst*|assegnat*|stanziat*|disponibil*|destinat*|richiest*"
        ),
    ]

    private static let sum = money + "|costo|spesa|spese|incentiv*|compens*|premio"
    private static let money =
        "risors*|somma|somme|quota|quote|import*|stanziament*|finanziament*|contribut*|fond*|budget|entrat*"

    private static let indicators = [
        TermRule(.indicator, 21, "indicator*|kpi|parametr*|misurator*|descrittor*", without: "finanziari*"),
        TermRule(
            .indicator, 63, "indicator*|kpi", first: true,
            without:
                "finanziari*|valor*|target|unita|formul*|tipo|tipologi*|consuntiv*|conseguit*|raggiunt*|realizzat*|"
                + weight + "|%"),
        TermRule(.indicator, 24, "ind|indic desc|descr|des|descrizion*|den|denom|denominazion*|nome"),
        TermRule(
            .computed, 64, "n|nr|num|numero|cod|codic*|id|prog|progressiv* indicator*|ind|indic", first: true),
        TermRule(
            .computed, 65, "cod|codic*|id indicator*", without: "titolo|titoli|denominazion*|descrizion*|nome"
        ),
        TermRule(.indicator, 12, "ind|indic", first: true),
        TermRule(.indicator, 11, "misura|metrica|grandezza|variabile|indice|indici", first: true),
        TermRule(
            .dimension, 35, "tipo|tipologi*|dimension*|natura|ambito|categori* indicator*|misur*", first: true
        ),
        TermRule(.dimension, 13, "dimension*", first: true),
        TermRule(.formula, 35, "formul*|calcol*|algoritm*|metodo|modalita calcol*|indicator*|misurazion*"),
        TermRule(.formula, 26, "formul*|algoritm*"),
        TermRule(.indicator, 28, "oggetto misurazion*|misura|rilevazion*"),
        TermRule(.indicator, 27, "come misura|misuriamo|verifica|verifichiamo"),
        TermRule(
            .indicator, 65, "come misura|misuriamo|verifichiamo raggiungiment*|obiettiv*|risultat*",
            first: true),
        TermRule(.indicator, 28, "criterio|criteri|element* misurazion*"),
        TermRule(.purpose, 19, "finalita|scopo|scopi"),
        TermRule(.unit, 37, "unita misura"),
        TermRule(.unit, 30, "um|udm", first: true),
        TermRule(.unit, 12, "unita", first: true, without: "organizzativ*|operativ*|strutt*|responsabil*"),
        TermRule(.dataSource, 27, "font*|origin* dat*|rilevazion*|informazion*"),
        TermRule(.dataSource, 18, "fonte|fonti", first: true),
        TermRule(.dataSource, 66, "dove verificabil*|reperibil*|trov* dat*", first: true),
        TermRule(.due, 66, "entro quando", first: true),
        TermRule(.due, 17, "scadenz*|tempistic*|termin*|tempi", first: true),
        TermRule(.due, 18, "entro", first: true),
    ]

    private static let values = [
        TermRule(.target, 28, "target|targhet|tagret|traget|terget|taget|targt|traguard*|standard|goal|tgt"),
        TermRule(
            .target, 29, expected,
            without:
                "risorse|spesa|costo|compens*|incentiv*|premio|finalit*|obiettiv*|obiett|ob|personale|peso|attivita|azion*|intervent*|bilanc*"
        ),
        TermRule(
            .target, 30, "raggiungere|conseguire|realizzare|ottenere", without: "obiettiv*|indicator*"),
        TermRule(.target, 26, "ra", first: true),
        TermRule(.target, 14, "va", first: true),
        TermRule(.target, 25, "obiettivo attes*"),
        TermRule(.target, 12, "soglia|soglie|meta|milestone", first: true),
        TermRule(.target, 32, "obiettivo numerico|quantitativo"),
        TermRule(.target, 42, "valor*|dato soglia|desiderat*|auspicat*"),
        TermRule(.target, 42, "quantita|numero|risultat*|ris|val|valor* previst*|attes*|programmat*"),
        TermRule(.target, 31, "entro quanto"),
        TermRule(.target, 33, "cosa attende|attendono|attendiamo|aspettiamo", without: "indicator*"),
        TermRule(.target, 32, "dove vogliamo arrivare", first: true),
        TermRule(.target, 29, "prev", first: true),
        TermRule(.target, 41, "valor*|livell*|indice ottimal*|stimat*"),
        TermRule(.target, 42, "indice|soglia attes*"),
        TermRule(.target, 13, "preventivo|preventivi", first: true),
        TermRule(.target, 45, "valor* obiettiv*", without: "pubblico"),
        TermRule(.target, 56, "target|traguard* inizial*|originari*|approvat*"),
        TermRule(
            .target, 57, "target|traguard*|valore rimodulat*|aggiornat*|variat*|rideterminat*|modificat*"),
        TermRule(.target, 44, "val|valor* att|prev"),
        TermRule(.actual, 44, "val|valor* cons|ragg|real"),
        TermRule(.actual, 43, "cons", first: true),
        TermRule(.actual, 14, "vr|vc", first: true),
        TermRule(.target, 30, "risultat* attes*"),
        TermRule(.target, 30, "cosa otteniamo|otterremo", first: true),
        TermRule(.target, 31, "risultat* misurabil*|verificabil*|programmat*"),
        TermRule(.actual, 46, reached, without: "grado|percentuale|%|grandezz*|voce|voci"),
        TermRule(.actual, 47, "target|valor*|performance|risultat*|dat* " + reached),
        TermRule(.actual, 48, "target|valor*|risultat* consuntiv*"),
        TermRule(.actual, 14, "stato|risultato|risultati|esiti", first: true),
        TermRule(.actual, 13, "realizzazione|rendicontazione|misurazione|rilevazione", first: true),
        TermRule(.actual, 14, "attuato|eseguito|eseguita", first: true),
        TermRule(.actual, 45, "verifica final*"),
        TermRule(.baseline, 50, "baseline"),
        TermRule(.baseline, 51, "base line"),
        TermRule(.baseline, 52, "partenza|storic*|inizial*"),
        TermRule(.baseline, 54, "valor*|dato|dati riferiment*", without: "anno|fonte"),
        TermRule(.baseline, 12, "base|benchmark|oggi", first: true),
        TermRule(.baseline, 53, "ultimo|ultima dato|valore|rilevazione disponibile|noto|nota", first: true),
        TermRule(.baseline, 54, "punto partenza", first: true),
        TermRule(.baseline, 54, "dove partiamo|partiti|siamo", first: true),
        TermRule(.baseline, 55, "valor*|dato ante"),
        TermRule(.baseline, 60, "precedent*"), TermRule(.baseline, 61, "anno prec"),
        TermRule(.baseline, 53, "serie storic*"),
        TermRule(.baseline, 57, "media|valor* triennio|quadriennio|quinquennio|triennal*"),
        TermRule(.baseline, 53, "stato|situazion*|livell*|valor*|dat* attual*|partenza"),
        TermRule(.actual, 24, "sal", first: true),
        TermRule(.achievement, 53, "%|percentual*|grado|livell*|tasso|misura " + progress),
        TermRule(.achievement, 31, "raggiungiment*|raggiung|conseguiment*"),
        TermRule(.achievement, 54, "%|percentual* realizzo|risultat*|ottenut*|conseg"),
        TermRule(.achievement, 7, "grado", first: true),
        TermRule(.achievement, 52, "raggiungiment*|conseguiment* obiettiv*", first: true),
        TermRule(
            .achievement, 54, "%|percentual*|perc|grado ragg*|real|realizzat*|conseguit*|raggiunt*|attuat*"),
        TermRule(.deviation, 55, "scostament*|scost|delta|differenz*"),
        TermRule(.computed, 56, "variazion*|var|trend|media"),
        TermRule(.computed, 65, "media ponderat*|pesat*"),
        // How far the phases have come is no figure of an indicator.
        TermRule(
            .computed, 72, progress + "|%|percentual*|stato|" + weight + " fase|fasi|azione|azioni",
            first: true),
        TermRule(.computed, 72, "%|percentual*|" + weight + " attivita"),
        TermRule(.barometer, 19, "barometr*|semafor*|esito|giudizio|valutazion*", first: true),
        TermRule(.weight, 57, weight),
        TermRule(.weight, 62, "punteggio|punti massim*|max|assegnabil*|attribuibil*", first: true),
        TermRule(.weight, 20, "p %", first: true),
        TermRule(.weight, 20, "moltiplicator*|coefficient*", first: true, without: "riduzion*"),
        TermRule(.weight, 21, "pond", first: true),
        TermRule(.weight, 22, "quanto conta|pesa", first: true),
        TermRule(.objectiveWeight, 61, weight + " obiettiv*|ob|obiett", without: "indicator*"),
        TermRule(.computed, 66, weight + " raggiunt*|ottenut*|conseguit*|realizzat*"),
        TermRule(.computed, 67, "fattor*|coefficient* conversion*|correzion*"),
        TermRule(.computed, 58, "punteggi*|punti ponderat*|pesat*|ottenut*|complessiv*|assegnat*"),
        TermRule(.computed, 59, "risultato ponderat*|pesat*"),
        TermRule(.computed, 60, "frequenz*|periodicita|cadenza", first: true),
        TermRule(.total, 70, "total*|tot", first: true),
    ]

    private static let rest = [
        TermRule(.key, 90, "chiave barometro", first: true),
        TermRule(
            .note, 62, "note|nota|osservazion*|motivazion*|comment*|annotazion*|giustificazion*|criticita",
            first: true),
        TermRule(.note, 9, "relazione", first: true, without: "performance|piano|piao|prestazion*"),
        TermRule(.note, 68, "causa|cause|motiv*|analisi scostament*|ritard*|mancat*"),
    ]

    /// Adjectives of an office or a service in its label: `Servizio comunale: …`, `SERVIZIO EROGATO …`.
    private static let qualifiers =
        "erogat*|offert*|svolt*|comunal*|municipal*|interessat*|proponent*|coinvolt*|capofila|prevalent*|appartenenz*"

    /// True for an adjective that stands in the label of an office or a service and begins no name of one.
    static func isQualifier(_ word: String) -> Bool { qualifierPattern.matches(word) }

    private static let qualifierPattern = WordPattern(qualifiers)

    /// True for a word that says that something is a value.
    static func isValue(_ word: String) -> Bool { valuePattern.matches(word) }

    private static let valuePattern = WordPattern("valor*|val|dato|dati|risultat*|quantita|misura")

    /// Words that belong to labels without telling a term.
    static let neutral = WordPattern(
        "performance|valor*|val|desc|descr|des|den|denom|dat*|risultat*|descrizion*|denominazion*|titol*|nome|annual*|anno|anni|esercizio|final*|%|"
            + "percentual*|numeric*|quantitativ*|qualitativ*|n|nr|numero|operativ*|gestion*|svilupp*|mantenimento|miglioramento|trasversal*|prioritari*|temporal*|economic*|specific*|esecutiv*|assegnat*|individual*|"
            + "organizzativ*|collegat*|relativ*|attribuit*|complessiv*|riferiment*|euro|gg|validare|ndv|oiv|sintetic*|"
            + "breve|estes*|esplicativ*|peg|" + qualifiers
            + "|ind|indic|perc|procediment*|misurazion*|strategic*|ragg|competent*|punti|triennal*|pluriennal*|intermedi*|primo|secondo|"
            + "terzo|i|ii|iii|iv|trim|sem|quadr|qual|quale|sono|altro|soggetti|esterni|organizzative|intendiamo|intendono|intende|si|ci|raggiungere|stakeholder*|contributor*|dimension*|formul*|grado|livell*|stato|attuazion*|monitoraggio|verific*|valutazion*|qualita|efficacia|"
            + "tipologi*|tipo|mappa|aggiuntiv*|ulterior*|dettagli*|efficienza|impatto|outcome|output|processo|politico|unita|calcolat*|proposto|proposta|semestr*|"
            + "incarico|netto|netta|netti|nette|lord*|oneri|carico|trimestr*|quadrimestr*|dicembre|giugno|settembre|gruppo|lavoro|base|previst*|attes*"
    )

    /// True where a word belongs to some label.
    static func knows(_ word: String) -> Bool { lexicon.knows(word) }

    /// The words of all rules.
    static let lexicon = Lexicon(all, neutral: neutral)

    /// Words that part others.
    static let stopWords: Set<String> = [
        "di", "del", "dell", "della", "dello", "dei", "degli", "delle", "da", "dal", "dall", "dalla", "al",
        "all",
        "alla", "allo", "ai", "agli", "alle", "per", "in", "nel", "nella", "il", "lo", "la", "l", "i", "gli",
        "le", "eventuale", "eventuali",
        "e", "ed", "o", "a", "con", "su", "sul", "sull", "sulla", "sullo", "sui", "sugli", "sulle", "d", "un",
        "una", "cui", "cd", "che", "ad",
    ]
}
