import Reading

/// Which of its two lists the figures of a service go to: what it gives, or for whom.
enum SeriesSide: Hashable, Sendable {
    case outputs, users

    /// The side that a label names with all its words: `Utenza servita`, `Chi serviamo`, `OUTPUT`; nil for any other text.
    init?(naming text: String) {
        guard text.utf8.count <= 80, let match = Self.labels.match(Self.unmarked(text)), match.isExact else {
            return nil
        }
        self = match.term
    }

    /// The same, or that of users where a text begins with them: `Utenti per fascia di età`. What begins with words of
    /// outputs may be the name of a service: `Attività produttive`.
    init?(leading text: String) {
        if let side = Self(naming: text) {
            self = side
            return
        }
        let text = Self.unmarked(text)
        guard text.utf8.count <= ImportLimits.maximumLabelBytes, !text.contains(":"),
            case let key = MatchKey(text),
            let start = Self.labels.start(key), start.match.term == .users,
            !key.words.dropFirst(start.words).contains(where: { Self.outputNouns.matches(String($0)) })
        else { return nil }
        self = .users
    }

    /// True for a line of nothing but words of both sides: `Attività svolta e utenza servita nel triennio:`.
    static func areBoth(in text: String) -> Bool {
        let words = LabelWords(unmarked(text)).words
        return words.contains(where: outputNouns.matches) && words.contains(where: userNouns.matches)
            && words.allSatisfy { outputNouns.matches($0) || userNouns.matches($0) || besides.matches($0) }
    }

    /// Without the colon at its end, and the number before it.
    private static func unmarked(_ text: String) -> String {
        let bare = ServiceWords.bare(text.hasSuffix(":") ? String(text.dropLast()) : text)
        // `Tabella 2 – Utenti serviti`
        guard let dash = bare.firstDash, case let words = MatchKey(bare[..<dash.lowerBound]).words,
            words.count == 2, let first = words.first,
            ["tabella", "tab", "prospetto", "quadro"].contains(first)
        else { return bare }
        return String(bare[dash.upperBound...])
    }

    private static let outputNouns = WordPattern(
        "output|outputs|prodott*|prestazion*|attivita|volum*|quantita|produzion*")
    private static let userNouns = WordPattern(
        "utent*|utenz*|destinatar*|beneficiar*|fruitor*|clienti|clientela|segment*|utilizzator*|usufruitor*")
    private static let besides = WordPattern(
        "dati|numeri|svolt*|erogat*|realizzat*|prodott*|servit*|seguit*|raggiunt*|assistit*|triennio|quinquennio|biennio|anni|anno|ultim*|servizi*|andamento|serie|storic*"
    )

    private static let labels = LabelRules<SeriesSide>([
        (
            .users,
            "utent*|utenz*|destinatar*|beneficiar*|fruitor*|clienti|clientela|segment*|utilizzator*|usufruitor*",
            "numer*|n|nr|num|dati|quantita|tipologi*|categori*|tipo|tipi|class*|fasc*|servizi*|seguit*|servit*|raggiunt*|assistit*|coinvolt*|accolt*|interessat*|attiv*|effettiv*|real*|potenzial*|final*|intern*|estern*|dirett*|indirett*|bacin*|presenze|descrizion*|ogni|utent*|utenz*|segment*|destinatar*|beneficiar*|anno|anni|triennio|quinquennio|ultim*|um|u|m|#"
        ),
        (
            .users,
            "chi serv*|raggiung*|assist*|segu*|usa|utilizz*|benefici*|usufrui*|accogl*|rivolg*|rivolt*|ricev*",
            "si|ci|e|abbiamo|il|servizi*|ne"
        ),
        (.users, "per chi", "e|il|servizi*"), (.users, "chi e", "a|il|rivolto|destinato|servizi*"),
        (
            .users, "cittadin*|persone|soggett*|popolazion*|pubblico|platea|famigli*|stakeholder",
            "servit*|raggiunt*|seguit*|assistit*|coinvolt*|riferiment*|servizi*|numer*|n"
        ),
        (
            .outputs, "output|outputs|prodott*|prestazion*|attivita|volum*|produzion*",
            "servizi*|erogat*|offert*|resi|rese|resa|prodott*|svolt*|realizzat*|effettuat*|quantita|quantitativ*|principal*|prestazion*|attivita|output|outputs|volum*|risultat*|dati|numer*|n|indicator*|tipologi*|categori*|voce|voci|descrizion*|anno|anni|triennio|quinquennio|ultim*|um|u|m|#"
        ),
        // `Quantità` alone is over figures of anything.
        (.outputs, "quantita erogat*|offert*|svolt*|realizzat*|effettuat*", "servizi*|numer*|n|dati|anno|#"),
        (.outputs, "servizi* erogat*|offert*|resi|prestat*", "numer*|n|dati|quantita|principal*|anno"),
        (.outputs, "indicator* attivita|output|prodott*", "servizi*|u|m|um|#"),
        (
            .outputs, "cosa produc*|facc*|fatto|offr*|erog*|realizz*|svolg*|prodotto|diamo",
            "che|si|abbiamo|il|servizi*"
        ),
    ])
}
