import Model
import Reading

/// The words by which documents of services name their titles, parts and columns, by their stems. They are data: what
/// other municipalities write is added here.
enum ServiceWords {
    /// Titles above a map.
    static let titles = LabelRules<ServiceTitle>([
        (.banner, "analisi formula gestionale", "mapp*|servizi"),
        (.banner, "mappe|mappatura|schede|catalogo|elenco|carta servizi", "comunali|erogati|offerti"),
        (
            .service, "servizio",
            "denominazion*|nome|titolo|mappa|scheda|unita|n|nr|num|numero|erogat*|offert*|comunale|municipale|#"
        ),
        (
            .head, "responsabil*|dirigent*|titolar*|referent*|direttor*|coordinator*",
            "servizi*|settore|area|ufficio|nominativo|nome|responsabil*|dirigent*"
        ),
        (.head, "posizione organizzativa", "titolare"),
        (.head, "elevata qualificazione", "titolare"),
        (
            .sector, "settore|area|direzione|dipartimento|ripartizione",
            "appartenenza|competen*|riferimento|organizzativ*"
        ),
    ])

    /// Titles of the parts.
    static let parts = LabelRules<ServicePart>([
        (.content, "contenut*|oggett* servizi*", "che|cosa|erog*"),
        (.elements, "cosa offr*|facciamo", "che|si"),
        (.content, "cosa erog*", "che|si"),
        (.accessories, "element*|prestazion*|attivita|servizi* accessor*|complementar*|aggiuntiv*", ""),
        (
            .elements, "element*|prestazion*|attivita central*|principal*|fondamental*|essenzial*",
            "servizi*"
        ),
        (.outputs, "output|outputs", "servizi*|erogat*|prodott*|quantita|principal*|anno|#"),
        (.outputs, "prodott*|quantita|attivita|prestazioni erogat*|realizzat*|svolt*", "servizi*"),
        (.outputs, "prodotti servizi*", "erogat*"),
        (.outputs, "volumi|quantita|dati|numeri|indicatori attivita|prestazioni", "servizi*|#"),
        (
            .roles, "segment*|utent*|utenza|categorie coinvolt* erogazion*", "servizi*|utenz*|utent*"
        ),
        (.roles, "segment*|utent*|categorie coinvolt*", "utenz*|utent*"),
        (.roles, "coinvolgimento|partecipazione utent*|utenza", "erogazion*|servizi*"),
        (
            .users, "utent*|utenza seguit*|servit*|raggiunt*|assistit*",
            "ogni|segment*|numero|n|servizi*|anno|#"
        ),
        (.criteria, "criteri|criterio segmentazione", "adottati|adottato|utenza|utenti"),
        (.segments, "segmenti|segmento utenza|utenti", "servizi*|individuat*"),
        (.segments, "tipologie|categorie utenza|utenti", "servizi*"),
        (.users, "utenti|utenza segment*", "numero|n|ogni|anno"),
        (.users, "numero|n utenti", "segment*|ogni|servizi*"),
        (.audience, "utenza|destinatari servizi*", ""),
        (.audience, "chi erog*|rivol*", "si|e|ci|il|servizi*"),
        (.delivery, "sistema|modalita erogazion*", "servizi*"),
        (.delivery, "come erog*|funziona", "servizi*"),
        (.management, "come gestito|gestita", "e|servizi*"),
        (.management, "forma|forme|modalita|tipo|tipologia gestional*|gestione", "servizi*"),
        (.staff, "risorse umane", "coinvolt*|impiegat*|assegnat*|dedicat*|servizi*"),
        (.staff, "personale coinvolt*|impiegat*|addett*|assegnat*|dedicat*", "servizi*"),
        (.facilities, "strutture|struttura erogativ*|erogazione", "servizi*|sedi"),
        (.facilities, "sedi|sede|luoghi|luogo erogazion*|servizi*", "struttur*"),
        (.facilities, "strutture sedi", ""),
    ])

    /// Titles of the parts that any text may have too: they are such as headings, names of sheets, and in cards.
    static let headings = LabelRules<ServicePart>([
        (.elements, "prestazioni|attivita|elementi", "offert*|erogat*|svolt*|servizi*"),
        (.outputs, "output|prodotti|volumi|risultati", "attivita|servizi*|erogat*|#"),
        (.segments, "utenti|utenza|destinatari|beneficiari|segmenti", "finali|servizi*"),
        (.management, "gestione", "servizi*"),
        (.staff, "personale|addetti|organico|operatori|dipendenti", "servizi*|numero|n"),
        (.roles, "ruoli", "utenti|utenza"),
        (.facilities, "sedi|sede|strutture|luoghi|ubicazione", "orari|indirizzi"),
    ])

    /// True for a title of a part of a map, whatever stands around it.
    static func namesPart(_ text: String) -> Bool {
        let title = bare(text)
        return title.utf8.count <= 60 && parts.match(title) ?? headings.match(title) != nil
    }

    /// Heads of columns.
    private static let columnRules = LabelRules<ServiceColumn>([
        (.accessory, "elemento|elementi|prestazion* accessor*", ""),
        (.element, "elemento|elementi", "central*|principal*"),
        (.element, "prestazione|prestazioni", "principal*"),
        (.element, "denominazione", ""),
        (.output, "output", "tipologi*"),
        (.output, "prodotto|indicatore|attivita|voce", ""),
        (.segment, "segmento|segmenti", "utenza|utenti"),
        (.segment, "tipologia|categoria utenza", ""),
        (.segment, "categoria utenti", ""),
        (.segment, "utenti|utenza", ""),
        (.output, "tipologia", ""),
        (.criterion, "criteri|criterio", "adottato|adottati"),
        (.role, "ruolo", "erogazione|autoerogazione|servizio|svolto|nel"),
        (.facility, "strutture|struttura|sede|sedi|luogo|luoghi", ""),
        (.person, "personale|categoria|qualifica", ""),
        (.person, "profilo", "professionale"),
        (.person, "area professionale", ""),
        (.description, "descrizione", "sintetica"),
        (.description, "contenuto|specifica", ""),
        (.note, "note|nota|indirizzo|ubicazione|recapiti|osservazioni", ""),
        (.unit, "unita misura", ""),
        (.unit, "um|misura", ""),
        (.unit, "u m", ""),
        (.quantity, "quantita|valore|valori|numero|n|unita|dati|anno|anni", ""),
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

    /// The heads in a cell: one, or two that a lost tab has glued (`Segmenti di utenza Descrizione`).
    static func columns(in cell: String) -> [LabelRules<ServiceColumn>.Match] {
        guard cell.utf8.count <= 60, let first = cell.utf8.first, first >= 0x41 else { return [] }
        let key = MatchKey(cell)
        return columnRules.match(key).map { [$0] } ?? columnRules.pair(key) ?? []
    }
}
