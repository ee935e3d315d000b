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

    @Test func lettersOfTheWestAreReducedAsAllOthers() {
        for value in UInt32(0)...0x17F {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let text = "Co\(scalar)sa \(scalar) x\(scalar)"
            // An ellipsis is no letter, and beyond those that have a table of their own.
            #expect(MatchKey(text) == MatchKey(text + "…"), "U+\(String(value, radix: 16))")
        }
        #expect(MatchKey("Città – PERCENTUALE è più: 50%").text == "citta percentuale e piu 50%")
        #expect(MatchKey("Citta\u{300}").text == "citta")
    }

    @Test func aPartOfATitleIsFound() {
        let title = MatchKey("Relazione sulla performance 2031")
        #expect(title.contains(MatchKey("SULLA performance")))
        #expect(title.contains(title))
        #expect(title.contains(MatchKey("")))
        #expect(!title.contains(MatchKey("relazioni")))
        #expect(!MatchKey("sulla").contains(title))
    }

    @Test("Slips within the length's tolerance")
    func slips() {
        #expect(vocabulary.match("Stutture")?.term == .facilities)
        #expect(vocabulary.match("Criteria")?.term == .criteria)
        #expect(vocabulary.match("Criteria di segmentazione adottati")?.term == .criteria)
        #expect(vocabulary.match("RESPONSÀBILE:")?.term == .head)
        #expect(vocabulary.match("Notte") == nil)
        #expect(vocabulary.match("Responsabilità") == nil)
    }

    @Test("Slips are counted as a plain table of all cells counts them")
    func slipCount() {
        var random = SteadyRandom(seed: 7)
        for _ in 0..<2_000 {
            let left = word(&random)
            let right = Bool.random(using: &random) ? word(&random) : slipped(left, &random)
            let expected = plainDistance(Array(left.utf8), Array(right.utf8))
            for limit in 0...3 {
                let counted = MatchKey(left).distance(to: MatchKey(right), limit: limit)
                #expect(counted == (expected <= limit ? expected : nil), "\(left) \(right) \(limit)")
            }
        }
    }

    private func word(_ random: inout SteadyRandom) -> String {
        String(
            (0..<Int.random(in: 1...9, using: &random)).map { _ in "abcd".randomElement(using: &random) ?? "a"
            })
    }

    private func slipped(_ word: String, _ random: inout SteadyRandom) -> String {
        var letters = Array(word)
        for _ in 0..<Int.random(in: 0...3, using: &random) where !letters.isEmpty {
            let index = Int.random(in: 0..<letters.count, using: &random)
            switch Int.random(in: 0..<4, using: &random) {
            case 0: letters.remove(at: index)
            case 1: letters.insert("e", at: index)
            case 2: letters[index] = "f"
            default: letters.swapAt(index, min(index + 1, letters.count - 1))
            }
        }
        return letters.isEmpty ? "a" : String(letters)
    }

    /// The textbook recurrence of the optimal string alignment distance, all cells.
    private func plainDistance(_ left: [UInt8], _ right: [UInt8]) -> Int {
        var table = Array(repeating: Array(repeating: 0, count: right.count + 1), count: left.count + 1)
        for row in 0...left.count {
            for column in 0...right.count {
                guard row > 0, column > 0 else {
                    table[row][column] = row + column
                    continue
                }
                let same = left[row - 1] == right[column - 1] ? 0 : 1
                var best = min(
                    table[row - 1][column] + 1, table[row][column - 1] + 1, table[row - 1][column - 1] + same)
                if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1]
                {
                    best = min(best, table[row - 2][column - 2] + 1)
                }
                table[row][column] = best
            }
        }
        return table[left.count][right.count]
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
