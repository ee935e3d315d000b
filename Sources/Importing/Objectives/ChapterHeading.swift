/// Tells the headings of a report's texts: presentation, context, method.
enum ChapterHeading {
    /// True for a text that is one of the usual titles, numbered or not, and for any other heading over a text.
    static func isHeading(_ row: DocumentRow, _ line: SourceLine, before next: Piece?, isInChapter: Bool)
        -> Bool
    {
        let text = row.text
        guard text.utf8.count <= 100, text.contains(where: \.isLetter), !HeadingResult.isResult(text) else {
            return false
        }
        if isUsual(text) { return true }
        guard row.kind == .heading, isInChapter || line.headingLevel > 0, case .text(let below)? = next else {
            return false
        }
        return below.kind != .heading
    }

    /// True for the usual title of a chapter, numbered or not.
    static func isUsual(_ text: String) -> Bool {
        guard let last = text.last, !".;,:".contains(last) else { return false }
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
                "Il ciclo della performance", "Quadro normativo", "Riferimenti normativi", "Risultati",
                "I risultati", "Risultati raggiunti",
                "I risultati raggiunti", "Obiettivi", "Gli obiettivi",
            ]
        )
    ])
}
