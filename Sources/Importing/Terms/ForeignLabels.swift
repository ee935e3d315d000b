/// Labels in the other languages of offices: German in the province of Bolzano, French in the Aosta Valley. Whole labels
/// alone, for their words are those of other things in Italian.
enum ForeignLabels {
    /// What a label in German or French stands for; nil for any other.
    static func term(_ text: String) -> FieldTerm? {
        let words = MatchKey(text).words.filter { !($0.utf8.count == 4 && Int($0) != nil) }
        return terms[words.joined(separator: " ")]
    }

    private static let terms: [String: FieldTerm] = {
        var result: [String: FieldTerm] = [:]
        for (term, labels) in all {
            for label in labels { result[MatchKey(label).text] = term }
        }
        return result
    }()

    private static let all: [(FieldTerm, [String])] = [
        (
            .objective,
            [
                "Ziel", "Ziele", "operatives Ziel", "Leistungsziel", "objectif", "objectifs",
                "objectif opérationnel",
            ]
        ),
        (.strategicObjective, ["strategisches Ziel", "objectif stratégique"]),
        (.line, ["strategischer Bereich", "Schwerpunkt", "axe stratégique"]),
        (
            .indicator,
            [
                "Indikator", "Indikatoren", "Kennzahl", "Leistungsindikator", "indicateur", "indicateurs",
                "indicateur de résultat",
            ]
        ),
        (
            .target,
            [
                "Zielwert", "Sollwert", "Soll", "Plan", "valeur cible", "cible", "résultat attendu",
                "valeur attendue",
            ]
        ),
        (
            .actual,
            [
                "Istwert", "Ist", "Ergebnis", "erreichter Wert", "réalisé", "valeur réalisée", "résultat",
                "résultat atteint", "valeur atteinte",
            ]
        ),
        (.baseline, ["Ausgangswert", "Basiswert", "Vorjahr", "valeur de départ", "valeur initiale"]),
        (.weight, ["Gewichtung", "Gewicht", "Gewichtung %", "Gewicht %", "poids", "poids %", "pondération"]),
        (
            .head,
            [
                "Verantwortlicher", "Verantwortliche", "Verantwortliche Person", "Führungskraft",
                "responsable", "dirigeant",
            ]
        ),
        (
            .sector,
            [
                "Abteilung", "Dienststelle", "Amt", "Bereich", "Organisationseinheit", "secteur", "service",
                "bureau", "structure",
            ]
        ),
        (.unit, ["Einheit", "Maßeinheit", "unité", "unité de mesure"]),
        (.number, ["Nr.", "Nr. Ziel", "Ziel Nr.", "Zielnummer", "n° objectif", "Kodex", "numéro", "code"]),
        (
            .achievement,
            [
                "Erreichungsgrad", "Zielerreichung", "Zielerreichungsgrad", "taux de réalisation",
                "degré de réalisation",
            ]
        ),
        (.deviation, ["Abweichung", "écart"]),
        (.note, ["Anmerkungen", "Bemerkungen", "remarques", "observations"]),
        (.definition, ["Beschreibung", "description"]),
        (.due, ["Frist", "Fälligkeit", "échéance", "délai"]),
        (.formula, ["Berechnungsformel", "formule", "formule de calcul"]),
    ]
}
