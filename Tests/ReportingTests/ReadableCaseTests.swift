import Testing

@testable import Reporting

/// Titles that somebody wrote in capitals are printed as a reader reads them.
@Suite struct ReadableCaseTests {
    private func cases(_ title: String) -> ReadableCase {
        ReadableCase(titles: [title], texts: ReadableCaseTests.texts)
    }

    private static let texts = [
        "Il Comune di Cremona cura la città. La città cresce con il PNRR e con l'ERP.",
        "Progetti del PNRR per la biblioteca di Cremona; la comunità partecipa.",
        "Con la PA digitale e la smart city",
    ]

    @Test(arguments: [
        ("LINEA STRATEGICA SULL'AMBIENTE", "Linea strategica sull'ambiente"),
        ("LA CITTA' E LA COMUNITA'", "La città e la comunità"),
        ("BIBLIOTECA DI CREMONA", "Biblioteca di Cremona"),
        ("LINEA SU SMART CITY E PA EFFICIENTE", "Linea su smart city e PA efficiente"),
        ("PROGETTI DEL PNRR", "Progetti del PNRR"),
        ("MANUTENZIONE PATRIMONIO ERP", "Manutenzione patrimonio ERP"),
        ("01. AMMINISTRAZIONE E BILANCIO", "01. Amministrazione e bilancio"),
        ("10.1 PROGETTO \"OLTRE I CONFINI\"", "10.1 Progetto \"Oltre i confini\""),
        ("FASE II DEL PIANO", "Fase II del piano"), ("", ""),
    ])
    func `capitals become small letters, names and abbreviations stay`(written: String, read: String) {
        #expect(cases(written).title(written) == read)
    }

    @Test(arguments: [
        "PNRR Missione 5: Interventi nel Parco", "Rete bibliotecaria", "IMU", "Adesione ai bandi PNRR",
        "Sportello SUAP e SUE",
    ])
    func `what is not written in capitals stays as it is`(title: String) {
        #expect(cases(title).title(title) == title)
    }
}
