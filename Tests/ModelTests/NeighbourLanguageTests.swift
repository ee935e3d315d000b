import Testing

@testable import Model

/// What offices write where German or French is spoken beside Italian: the same values, in their words.
@Suite struct NeighbourLanguageTests {
    @Test(arguments: [
        ("30 Tage", "30 giorni"), ("5 Arbeitstage", "5 giorni lavorativi"), ("12 Stunden", "12 ore"),
        ("80 Prozent", "80 %"), ("30 jours", "30 giorni"), ("5 jours ouvrables", "5 giorni lavorativi"),
        ("2 heures", "2 ore"), ("6 mois", "6 mesi"), ("mindestens 80 %", "almeno 80 %"),
        ("höchstens 30 Tage", "al massimo 30 giorni"), ("nicht mehr als 30 Tage", "non più di 30 giorni"),
        ("weniger als 5", "meno di 5"), ("mehr als 5", "più di 5"), ("nicht weniger als 5", "non meno di 5"),
        ("bis 12", "fino a 12"), ("maximal 12", "al massimo 12"), ("au moins 80 %", "almeno 80 %"),
        ("au plus 30 jours", "al massimo 30 giorni"), ("pas plus de 12", "non più di 12"),
        ("moins de 5", "meno di 5"), ("plus de 5", "più di 5"), ("bis 31.12.2026", "entro il 31/12/2026"),
        ("bis zum 31. Dezember 2026", "entro il 31/12/2026"),
        ("spätestens am 1. März 2026", "entro il 1/3/2026"),
        ("innerhalb 30.06.2026", "entro il 30/6/2026"), ("1er janvier 2026", "1/1/2026"),
        ("avant le 31 décembre 2026", "prima del 31/12/2026"), ("ja", "sì"), ("nein", "no"), ("oui", "sì"),
        ("non", "no"), ("nicht erledigt", "non fatto"), ("k. A.", "n.d."), ("entfällt", "n.a."),
        ("non disponible", "n.d."),
    ])
    func isReadAsInItalian(_ foreign: String, _ italian: String) {
        let (read, like) = (ReportedValue(reading: foreign), ReportedValue(reading: italian))
        #expect(read.content == like.content, "\(foreign)")
        #expect(read.comparison == like.comparison, "\(foreign)")
        #expect(read.unit == like.unit, "\(foreign)")
        #expect(read.raw == foreign)
    }

    @Test(arguments: ["7 bis", "Mai", "plus 5", "das Amt", "12 oder so"])
    func staysAText(_ text: String) {
        #expect(ReportedValue(reading: text).comparison == nil, "\(text)")
    }
}
