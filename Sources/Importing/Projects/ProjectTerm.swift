/// What the columns and labels of lists of performance projects stand for.
enum ProjectTerm: String, Hashable, Sendable, CaseIterable {
    case number, title, description, own, thirdParty, typeOrFunder, result, scope

    /// The words of documents: data, to be added to as other lists are met.
    static let vocabulary = Vocabulary<ProjectTerm>([
        (.number, ["N.", "Nr", "Num", "Numero", "N. progetto", "Progetto n."]),
        (
            .title,
            [
                "Obiettivi definiti nei documenti programmatici dell'ente", "Obiettivo", "Obiettivi",
                "Progetto",
                "Progetti", "Titolo", "Titolo del progetto", "Titolo progetto", "Denominazione",
                "Denominazione del progetto", "Nome progetto", "Obiettivo del DUP",
            ]
        ),
        (
            .description,
            [
                "Descrizione", "Descrizione sintetica", "Descrizione del progetto", "Contenuto", "Contenuti",
                "Finalità", "Attività previste",
            ]
        ),
        (
            .own,
            [
                "Risorse proprie", "Risorse dell'ente", "Risorse del fondo", "Fondo risorse decentrate",
                "Risorse proprie (euro)", "Risorse di bilancio", "Risorse", "Importo", "Budget",
                "Stanziamento",
                "Importo stanziato", "Risorse destinate",
            ]
        ),
        (
            .thirdParty,
            [
                "Risorse di terzi", "Risorse terzi", "Finanziamenti di terzi", "Risorse esterne",
                "Risorse etero finanziate", "Finanziamenti esterni", "Contributi di terzi",
            ]
        ),
        (
            .typeOrFunder,
            [
                "Tipologia obiettivo/ente finanziatore", "Ente finanziatore", "Tipologia obiettivo",
                "Tipologia",
                "Finanziatore", "Tipo", "Soggetto finanziatore",
            ]
        ),
        (
            .result,
            [
                "Risultato atteso", "Risultati attesi", "Risultato", "Indicatori di risultato", "Target",
                "Valore atteso",
            ]
        ),
        (.scope, ["Settore", "Servizio", "Area", "Settore/Servizio", "Struttura"]),
    ])

    /// What the column usually holds.
    var profile: ColumnProfile {
        switch self {
        case .own, .thirdParty: ColumnProfile(.figure)
        case .number: ColumnProfile(.any)
        case .title: ColumnProfile(.text, isUsuallyFilled: true)
        default: ColumnProfile(.text)
        }
    }
}
