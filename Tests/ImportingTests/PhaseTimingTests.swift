import Model
import Testing

@testable import Importing

@Suite("When a phase takes place, by its words")
struct PhaseTimingTests {
    /// `1-3`, `12`, `11/2025-1/2026`; `?` after what is assumed, `!` for what cannot be read.
    private func read(_ text: String) -> String {
        guard let timing = PhaseTiming.find(in: text, year: 2025) else { return "none" }
        let spans = timing.spans.map { span in
            let words = [span.from, span.to].map {
                $0.year == 2025 ? "\($0.number)" : "\($0.number)/\($0.year)"
            }
            return words[0] == words[1] ? words[0] : words.joined(separator: "-")
        }
        return spans.joined(separator: " ") + (timing.isUnreadable ? "!" : timing.isAssumed ? "?" : "")
    }

    @Test(
        "Months and days",
        arguments: [
            ("Analisi: GENNAIO - FEBBRAIO", "1-2"), ("Analisi GENNAIO – MARZO", "1-3"),
            ("Analisi (tempi febbraio - giugno)", "2-6"), ("Analisi; GEN-DIC", "1-12"),
            ("Verifiche: APRILE/AGOSTO/DICEMBRE", "4 8 12"), ("Verifiche APR/SETT/DIC", "4 9 12"),
            ("Prova (FEBBRAIO - APRILE / SETTEMBRE-DICEMBRE)", "2-4 9-12"), ("Prova (LUGLIO)", "7"),
            ("Prova. Da GENNAIO a MAGGIO.", "1-5"), ("Prova - MAGGIO E OTTOBRE", "5 10"),
            ("Prova, MARZO, GIUGNO", "3 6"), ("Prova - FEBB - DIC", "2-12"), ("Prova TUTTO L'ANNO", "1-12"),
            ("Prova, durante l'anno", "1-12"), ("Prova entro fine anno", "12"),
            ("Prova entro il 31/10/2025", "10"), ("Prova: 30/09/25;", "9"),
            ("Prova dal 01/03/2025 al 30/06/2025", "3-6"), ("Prova 03/2025 - 06/2025", "3-6"),
            ("Prova entro il 30 settembre", "9"), ("Prova: 1° aprile - 15 maggio", "4-5"),
            ("Prova - I quadrimestre", "1-4"), ("Prova II e III trimestre", "4-6 7-9"),
            ("Prova: secondo semestre", "7-12"), ("Prova 1° trimestre 2025", "1-3"),
            ("GENNAIO-MARZO: prova", "1-3"), ("Piano 2025/2027 - OTTOBRE-DICEMBRE", "10-12"),
            ("Atti dal 1965 al 1985 (2000 atti) APRILE - DICEMBRE", "4-12"),
            ("Via A 31/10/25, via B 30/06/25, via C 30/11/25;", "10 6 11"),
            ("Al 15/05/2025 l'avvio; al 30/09/2025: il 30% dell'importo", "5 9"),
            ("Prova da settembre 2025 a marzo 2026", "9-3/2026"), ("Prova SETEMBRE - DICEMBRE", "9-12"),
            ("APRILE) prova", "4"),
        ])
    func readable(text: String, expected: String) {
        #expect(read(text) == expected)
    }

    @Test(
        "What could mean something else is told",
        arguments: [
            ("Prova GENNAIO/MARZO", "1-3?"), ("Prova GENNAIO/FEBBRAIO", "1-2"),
            ("Prova GENNAIO APRILE", "1-4?"),
            ("Prova NOVEMBRE - FEBBRAIO", "11-2/2026?"), ("Prova APRILE - AGOSTO - DICEMBRE", "4 8 12?"),
            ("Nei mesi di giugno e luglio la prova del campo", "6 7?"),
        ])
    func assumed(text: String, expected: String) {
        #expect(read(text) == expected)
    }

    @Test(
        "What no calendar has, or has no end, is not read",
        arguments: [
            ("Chiusura: 31/09/25", "!"), ("Prova da settembre", "!"), ("Prova V trimestre", "none"),
            ("Prova - 5° trimestre", "!"), ("Prova a lavori finiti", "none"), ("Prova del 2025", "none"),
            ("", "none"), ("Marta e Mario", "none"), ("Prova da aprire", "none"), ("Prova fase 1/3", "none"),
        ])
    func unreadable(text: String, expected: String) {
        #expect(read(text) == expected)
    }

    @Test(
        "The title is what stands before or behind the words",
        arguments: [
            ("Analisi dei dati (tempi febbraio - giugno)", "Analisi dei dati"),
            ("Analisi dei dati - da GENNAIO a DICEMBRE;", "Analisi dei dati"),
            ("MARZO: analisi dei dati", "analisi dei dati"),
            ("Atti (2000 atti) APRILE - DICEMBRE", "Atti (2000 atti)"),
            ("Verifica nel corso dell'anno (marzo - aprile)", "Verifica nel corso dell'anno"),
            ("Via A 31/10/25, via B 30/06/25", "Via A 31/10/25, via B 30/06/25"),
        ])
    func titles(text: String, expected: String) {
        #expect(PhaseTiming.find(in: text, year: 2025)?.title == expected)
    }
}
