import Foundation
import Model
import Reading
import Testing

@testable import Importing

/// A small generator of the same numbers in every run (xorshift64*).
struct SteadyRandom: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed | 1 }

    mutating func next() -> UInt64 {
        state ^= state >> 12
        state ^= state << 25
        state ^= state >> 27
        return state &* 2_685_821_657_736_338_717
    }
}

@Suite("Hostile and damaged text", .serialized)
struct HostileInputTests {
    private static let fixtures = [
        "relazione-tabella.txt", "relazione-altre-parole.txt", "relazione-schede.txt", "progetti-tabella.txt",
        "progetti-schede.txt", "tabelle-ignote.txt",
    ]

    @Test("However a document is cut and shuffled, every line is accounted for", arguments: fixtures)
    func ledgerSums(name: String) throws {
        let lines = try SourceText(bytes: fixtureBytes(name)).lines.map(\.raw)
        for seed in 1...60 {
            var random = SteadyRandom(seed: UInt64(seed))
            let text = mutilated(lines, &random).joined(separator: "\n")
            guard let source = try? SourceText(text: text) else { continue }
            for kind in [nil] + ImportKind.allCases.map(Optional.some) {
                let proposal = Importer.propose(source, file: name, kind: kind)
                let counts = proposal.lines
                #expect(counts.total == counts.blank + counts.bound + counts.unread)
                #expect(counts.total == source.lines.count)
                #expect(proposal.unread.count == counts.unread)
                #expect(proposal.unread.allSatisfy { !$0.text.isEmpty })
            }
        }
    }

    private func mutilated(_ lines: [String], _ random: inout SteadyRandom) -> [String] {
        var result = lines
        for _ in 0..<6 where !result.isEmpty {
            let index = Int.random(in: 0..<result.count, using: &random)
            var cells = result[index].split(separator: "\t", omittingEmptySubsequences: false).map(
                String.init)
            switch Int.random(in: 0..<6, using: &random) {
            case 0: result.remove(at: index)
            case 1: result.swapAt(index, Int.random(in: 0..<result.count, using: &random))
            case 2: cells.remove(at: Int.random(in: 0..<cells.count, using: &random))
            case 3: cells.insert("", at: Int.random(in: 0...cells.count, using: &random))
            case 4: cells.shuffle(using: &random)
            default: result.insert(String(result[index].prefix(result[index].count / 2)), at: index)
            }
            if result.indices.contains(index), cells.count > 1 {
                result[index] = cells.joined(separator: "\t")
            }
        }
        return result
    }

    @Test(
        "However often a piece repeats, every line is accounted for",
        arguments: [
            "*a ", "**a** ", "_a_ __b__ ", "$a", "$\\a$ ", "\\(", "\\( \\) ", "<b", "<b>", "<b><", "&amp;",
            "&a", "{", "\\frac{",
            "a\t", "\t", "Indicatore\tTarget\tPeso\n", "Obiettivo: x\nIndicatore: y\nTarget: 1\n", "\u{200B}",
            "è", "1.234\n",
            "Linea strategica n\n", "**a\n", "1 a b c\tTarget\tPeso\tIndicatore\tNote\t100%\tx\n",
            "| a | b |\n", "\"",
            "Responsabile\tObiettivo\tIndicatore\tTarget\n\t\tx\t1\n", "Progetto: a\nRisorse proprie: 1\n",
        ])
    func bounded(piece: String) throws {
        let bytes = Array(
            String(repeating: piece, count: TestSize.bytes(30_000, long: 150_000) / piece.utf8.count).utf8)
        var proposal: ImportProposal?
        do { proposal = try Importer.propose(bytes: bytes, file: "a.txt") } catch { #expect(error != .empty) }
        if let counts = proposal?.lines {
            #expect(counts.total == counts.blank + counts.bound + counts.unread)
        }
    }

    @Test("Findings of one code are bounded, and the rest is counted")
    func boundedFindings() throws {
        let text = String(repeating: "a\u{200B}b\n", count: ImportLimits.maximumNotesPerCode + 7)
        let proposal = Importer.propose(try SourceText(text: text), file: "a.txt")
        #expect(proposal.findings(.hiddenCharacters).count == ImportLimits.maximumNotesPerCode + 1)
        #expect(proposal.findings(.hiddenCharacters).last?.evidence["unlisted"] == "7")
    }

    @Test("Deeply nested TeX and many cells do not overflow")
    func nesting() {
        let deep = "$" + String(repeating: "\\frac{", count: 20_000) + "$"
        #expect(!CleanedText(deep).text.isEmpty)
        let wide = Array(repeating: "1", count: 5_000)
        #expect(RowAligner([ColumnProfile(.text)]).align(wide).cells.count == 1)
    }
}
