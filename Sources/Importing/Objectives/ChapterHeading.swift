/// Tells the headings of a report's texts: presentation, context, method.
enum ChapterHeading {
    /// A heading of Markdown, or a short line that is one of the usual titles, numbered or not.
    static func isHeading(_ line: SourceLine) -> Bool {
        let text = line.text
        guard !line.isTabular, text.utf8.count <= 100, text.contains(where: \.isLetter) else { return false }
        if line.headingLevel > 0 { return true }
        guard !text.hasSuffix("."), !text.hasSuffix(";"), !text.hasSuffix(",") else { return false }
        let unnumbered = text.drop { $0.isNumber || ".)- ".contains($0) }
        guard let first = unnumbered.first, first.isUppercase else { return false }
        return usual.matchStart(String(unnumbered)) != nil
    }

    /// The chapters that the guidelines 3/2018 ask for, and those that municipalities add to them.
    private static let usual = Vocabulary<Int>([
        (
            0,
            [
                "Presentazione", "Premessa", "Introduzione", "Contesto", "Analisi del contesto",
                "Il contesto", "Contesto esterno", "Contesto interno", "Sintesi", "Sintesi dei risultati",
                "Sintesi dei principali risultati", "Principali risultati", "I principali risultati",
                "Risorse", "Le risorse", "Risorse umane e finanziarie", "Metodo", "Metodologia",
                "Nota metodologica", "Metodo di misurazione", "Sistema di misurazione e valutazione",
                "Processo di misurazione e valutazione", "Il processo di misurazione",
                "Tempi di pagamento", "Pari opportunità", "Bilancio di genere", "Conclusioni",
                "Criticità e opportunità", "Performance organizzativa", "Performance individuale",
                "Il ciclo della performance", "Quadro normativo", "Riferimenti normativi",
            ]
        )
    ])
}
