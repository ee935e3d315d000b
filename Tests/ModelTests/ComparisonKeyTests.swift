import Testing

@testable import Model

@Suite("Names are compared without case, accents and punctuation")
struct ComparisonKeyTests {
    @Test(
        "ASCII and other text follow one rule",
        arguments: [
            ("Settore  TECNICO - n. 3", "settore tecnico n 3"), ("a^b`c-d", "abc d"), ("a^b`c-dè", "abc de"),
            ("  (Uffici) ", "uffici"), ("Città d'Arte", "citta d arte"), ("--", ""), ("", ""),
        ])
    func keys(text: String, key: String) {
        #expect(text.comparisonKey == key)
    }
}
