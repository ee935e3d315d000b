import Exporting

/// The words of templates. They are those by which a filled in template is read again, and Italian whatever language the
/// program speaks: a template is a document of an Italian office.
enum TemplateWords {
    /// The head of the column with the identity of each row.
    static let key = "Chiave Barometro"
    /// The first sheet.
    static let instructions = "Istruzioni"
    static let line = "Linea strategica"
    static let objective = "Obiettivo"
    static let sector = "Settore"
    static let head = "Responsabile"
    static let indicator = "Indicatore"
    static let formula = "Formula di calcolo"
    static let unit = "Unità di misura"
    static let weight = "Peso"
    static let note = "Note"
    static let service = "Servizio"
    static let series = "Serie"
    static let kind = "Gruppo"

    /// The head of the targets of a year.
    static func target(_ year: Int) -> String { "Target \(year)" }
    /// The head of what was reached in a year.
    static func actual(_ year: Int) -> String { "Consuntivo \(year)" }

    static let actualsSheet = "Consuntivi"
    static let seriesSheet = "Dati"

    static func actualsTitle(_ year: Int) -> String { "Consuntivi degli indicatori, anno \(year)" }
    static func seriesTitle(_ year: Int) -> String { "Dati dei servizi, anno \(year)" }

    /// What is told of a cell for what was reached.
    static let actualPrompt = "Una cifra, una data oppure sì o no; n.d. dove il dato non c'è."
    /// What is told of a cell for a figure of a service.
    static let seriesPrompt = "La cifra dell'anno; n.d. dove il dato non c'è, / dove il servizio non c'era."

    /// How a template of actuals is filled in.
    static func actualsInstructions(_ year: Int) -> [String] {
        [
            "Come si compila",
            "Nel foglio «\(actualsSheet)» ogni riga chiede una cifra: va scritta nella colonna «\(actual(year))».",
            "La colonna «\(note)» raccoglie che cosa spiega il risultato e le cause di ciò che si è scostato.",
            "Una cella vuota vuol dire: non ancora comunicato. Dove il dato non esiste si scrive n.d.",
            "Le altre colonne sono protette, senza parola segreta: ciò che vi cambia è mostrato a chi riceve il foglio, che decide.",
            "Le righe si possono ordinare, spostare e togliere; sotto l'ultima se ne possono aggiungere.",
            "Il foglio torna indietro così com'è, come XLSX, ODS o CSV: il programma riconosce ogni riga dalla colonna nascosta «\(key)».",
        ]
    }

    /// How a template of series is filled in.
    static func seriesInstructions(_ year: Int) -> [String] {
        [
            "Come si compila",
            "Nel foglio «\(seriesSheet)» ogni riga chiede una cifra: va scritta nella colonna «\(year)».",
            "Le colonne prima di quella mostrano che cosa fu comunicato negli anni passati; sono protette, senza parola segreta.",
            "Una cella vuota vuol dire: non ancora comunicato. Dove il dato non esiste si scrive n.d., dove il servizio non c'era /.",
            "Le righe si possono ordinare, spostare e togliere; sotto l'ultima se ne possono aggiungere.",
            "Il foglio torna indietro così com'è, come XLSX, ODS o CSV: il programma riconosce ogni riga dalla colonna nascosta «\(key)».",
        ]
    }
}
