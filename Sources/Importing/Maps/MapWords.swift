import Model
import Reading

/// The words by which maps of services name their parts, their columns and their titles. They are the words of
/// documents, so they stay in the documents' language.
enum MapWords {
    /// Titles above a map.
    static let titles = Vocabulary<MapTitle>([
        (
            .banner,
            [
                "analisi della formula gestionale - mappe dei servizi", "analisi della formula gestionale",
                "mappe dei servizi", "mappatura dei servizi", "schede dei servizi", "catalogo dei servizi",
            ]
        ),
        (
            .service,
            [
                "servizio", "denominazione del servizio", "denominazione servizio", "nome del servizio",
                "mappa del servizio", "scheda del servizio", "scheda servizio", "titolo del servizio",
            ]
        ),
        (
            .head,
            [
                "responsabile", "responsabile del servizio", "responsabile di servizio", "dirigente",
                "dirigente responsabile", "dirigente del servizio", "titolare", "referente",
                "referente del servizio", "posizione organizzativa", "elevata qualificazione",
            ]
        ),
        (
            .sector,
            ["settore", "settore di appartenenza", "area", "direzione", "dipartimento", "ripartizione"]
        ),
        (.other, ["responsabile del procedimento", "note", "nota", "sede", "contatti", "orari", "sito web"]),
    ])

    /// The first words of titles above a map, for a quick refusal of other lines.
    static let openTitles: Set<Substring> = [
        "analisi", "mappe", "mappatura", "schede", "catalogo", "servizio", "denominazione", "nome", "mappa",
        "scheda",
        "titolo", "responsabile", "dirigente", "titolare", "referente", "posizione", "elevata", "settore",
        "area",
        "direzione", "dipartimento", "ripartizione", "note", "nota", "sede", "contatti", "orari", "sito",
    ]

    /// Titles of the parts.
    static let sections = Vocabulary<MapSection>([
        (
            .content,
            [
                "contenuto del servizio", "contenuti del servizio", "oggetto del servizio", "che cosa erogo",
                "cosa eroghiamo", "contenuto del servizio che cosa erogo",
            ]
        ),
        (
            .elements,
            [
                "elemento centrale", "elementi centrali", "elemento principale", "elementi principali",
                "prestazioni principali", "attività principali",
            ]
        ),
        (
            .accessories,
            [
                "elementi accessori", "elemento accessorio", "prestazioni accessorie", "attività accessorie",
                "servizi accessori",
            ]
        ),
        (
            .outputs,
            [
                "output del servizio", "output", "outputs del servizio", "output erogati",
                "prodotti del servizio", "prodotti erogati", "quantità erogate", "attività erogate",
            ]
        ),
        (
            .audience,
            ["utenza del servizio", "a chi lo erogo", "a chi lo eroghiamo", "destinatari del servizio"]
        ),
        (
            .criteria,
            [
                "criteri di segmentazione adottati", "criteri di segmentazione", "criterio di segmentazione",
                "criteri di segmentazione dell'utenza",
            ]
        ),
        (
            .segments,
            [
                "segmenti di utenza", "segmenti d'utenza", "tipologie di utenza", "categorie di utenza",
                "categorie di utenti",
            ]
        ),
        (
            .users,
            [
                "utenti seguiti per ogni segmento", "utenti seguiti", "utenti serviti", "utenti raggiunti",
                "utenti per segmento", "numero di utenti", "utenti seguiti per segmento",
                "utenti serviti per segmento",
            ]
        ),
        (
            .delivery,
            [
                "sistema di erogazione del servizio", "modalità di erogazione del servizio",
                "modalità di erogazione", "come lo erogo", "come lo eroghiamo",
            ]
        ),
        (
            .management,
            [
                "forma gestionale", "forma di gestione", "forme gestionali", "modalità di gestione",
                "modalità gestionale",
            ]
        ),
        (
            .staff,
            [
                "risorse umane coinvolte", "risorse umane", "personale coinvolto", "personale impiegato",
                "risorse umane impiegate",
            ]
        ),
        (
            .roles,
            [
                "segmenti di utenza coinvolti nell'erogazione del servizio",
                "segmenti di utenza coinvolti nell'erogazione", "segmenti di utenza coinvolti",
                "utenti coinvolti nell'erogazione", "utenti coinvolti nell'erogazione del servizio",
                "coinvolgimento dell'utenza",
            ]
        ),
        (
            .facilities,
            [
                "strutture erogative", "strutture di erogazione", "sedi di erogazione", "sedi del servizio",
                "strutture e sedi", "luoghi di erogazione",
            ]
        ),
    ])

    /// Headers of columns.
    private static let columns = Vocabulary<MapColumn>(columnPhrases)

    private static let columnPhrases: [(MapColumn, [String])] = [
        (.element, ["elemento", "elementi", "elemento centrale", "prestazione", "denominazione"]),
        (.accessory, ["elementi accessori", "elemento accessorio", "prestazione accessoria"]),
        (
            .output,
            ["tipologia", "tipologia di output", "output", "prodotto", "indicatore", "attività", "voce"]
        ),
        (.criterion, ["criterio", "criteri", "criterio adottato", "criteri adottati"]),
        (
            .segment,
            [
                "segmenti di utenza", "segmento di utenza", "segmento", "segmenti", "utenti", "utenza",
                "tipologia di utenza", "categoria di utenti",
            ]
        ),
        (
            .role,
            [
                "ruolo", "ruolo nell'erogazione del servizio", "ruolo nell'erogazione nel servizio",
                "ruolo nell'autoerogazione nel servizio", "ruolo nell'autoerogazione del servizio",
                "ruolo nell'erogazione", "ruolo svolto",
            ]
        ),
        (.facility, ["strutture", "struttura", "sede", "sedi", "luogo", "luoghi"]),
        (
            .person,
            ["personale", "profilo", "profilo professionale", "categoria", "area professionale", "qualifica"]
        ),
        (.description, ["descrizione", "descrizione sintetica", "contenuto", "specifica"]),
        (.note, ["note", "nota", "indirizzo", "ubicazione", "recapiti", "osservazioni"]),
        (
            .quantity,
            ["quantità", "quantita", "valore", "valori", "numero", "n.", "unità", "dati", "anno", "anni"]
        ),
        (.unit, ["unità di misura", "u.m.", "um", "misura"]),
    ]

    /// Ways of running a service.
    static let management = Vocabulary<ManagementKind>([
        (.direct, ["diretta", "gestione diretta", "in economia", "interna", "gestione interna"]),
        (
            .outsourced,
            [
                "esternalizzata", "gestione esternalizzata", "esterna", "gestione esterna", "indiretta",
                "gestione indiretta", "affidata a terzi", "in appalto", "in concessione",
            ]
        ),
        (.mixed, ["mista", "gestione mista"]),
    ])

    /// The label without what stands around it in titles: `1) Elemento centrale`, `Utenza (a chi lo erogo?)`.
    static func bare(_ cell: String) -> String {
        var body = cell[...]
        if let mark = body.prefix(6).firstIndex(where: { ").-–".contains($0) }),
            body[..<mark].allSatisfy({ $0.isNumber || $0 == "." }) || body[..<mark].count == 1
        {
            body = body[body.index(after: mark)...].drop { ").-– 0123456789".contains($0) }
        }
        if body.last == ")", let open = body.firstIndex(of: "("), open > body.startIndex {
            body = body[..<open]
        }
        return String(body.trimmedEnds)
    }

    /// The header words of a cell: one, or two that a lost tab has glued (`Segmenti di utenza Descrizione`).
    static func columns(in cell: String) -> [ColumnMatch] {
        guard cell.utf8.count <= 60, cell.utf8.contains(where: { $0 >= 0x41 }) else { return [] }
        if let match = columns.match(cell) {
            return [ColumnMatch(term: match.term, phrase: match.phrase, slips: match.slips)]
        }
        let words = MatchKey(cell).words
        guard (2...8).contains(words.count) else { return [] }
        for cut in 1..<words.count {
            let head = words[..<cut].joined(separator: " ")
            guard let first = exactColumns[head] else { continue }
            let tail = words[cut...].joined(separator: " ")
            guard let last = exactColumns[tail] else { continue }
            return [
                ColumnMatch(term: first, phrase: head, slips: 0),
                ColumnMatch(term: last, phrase: tail, slips: 0),
            ]
        }
        return []
    }

    /// A header word found in a cell.
    struct ColumnMatch {
        /// What the column holds.
        let term: MapColumn
        /// The phrase that the cell was taken for.
        let phrase: String
        /// The slips between the two.
        let slips: Int
    }

    private static let exactColumns: [String: MapColumn] = Dictionary(
        columnPhrases.flatMap { term, phrases in phrases.map { (MatchKey($0).text, term) } },
        uniquingKeysWith: { first, _ in first })
}
