import Testing

@testable import Importing

@Suite("Header words are recognised as written and misspelt")
struct VocabularyTests {
    private enum Word: Hashable { case facilities, criteria, head, note, users }
    private let vocabulary = Vocabulary<Word>([
        (.facilities, ["Strutture", "Strutture erogative"]),
        (.criteria, ["Criterio", "Criteri di segmentazione adottati"]),
        (.head, ["Responsabile"]), (.note, ["Note"]), (.users, ["Utenti seguiti"]),
    ])

    @Test("Slips within the length's tolerance")
    func slips() {
        #expect(vocabulary.match("Stutture")?.term == .facilities)
        #expect(vocabulary.match("Criteria")?.term == .criteria)
        #expect(vocabulary.match("Criteria di segmentazione adottati")?.term == .criteria)
        #expect(vocabulary.match("RESPONSÀBILE:")?.term == .head)
        #expect(vocabulary.match("Notte") == nil)
        #expect(vocabulary.match("Responsabilità") == nil)
    }

    @Test("A label before a colon, or whole words at the start")
    func starts() {
        #expect(vocabulary.matchStart("RESPONSABILE: ROSSO VERDE")?.rest == "ROSSO VERDE")
        #expect(vocabulary.matchStart("Responsabile ROSSO VERDE")?.rest == "ROSSO VERDE")
        #expect(vocabulary.matchStart("Responsabil: ROSSO")?.term == .head)
        #expect(vocabulary.matchStart("Utenti seguiti (per ogni segmento)")?.rest == "(per ogni segmento)")
        #expect(vocabulary.matchStart("Notevole: sì") == nil)
    }
}
