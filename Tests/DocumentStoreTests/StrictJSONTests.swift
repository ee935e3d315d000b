import DocumentStore
import Foundation
import Testing

@Suite struct StrictJSONTests {
    @Test(arguments: [
        ("{\"a\": 1, \"a\": 2}", JSONProblem.Reason.duplicateKey("a"), 1, 10),
        ("{\"b\": 1, \"a\": [2], \"b\": 3}", .duplicateKey("b"), 1, 20),
        ("{\"a\": 1, \"\\u0061\": 2}", .duplicateKey("a"), 1, 10),
        ("{\"\u{E9}\": 1, \"e\u{301}\": 2}", .duplicateKey("e\u{301}"), 1, 10),
        ("[1,\n 2,]", .trailingComma, 2, 3),
        ("{\n  \"a\": 1,\n}", .trailingComma, 2, 9),
        ("[1] 2", .trailingContent, 1, 5),
        ("[1, 2", .unexpectedEnd, 1, 6),
        ("[\"a\tb\"]", .controlCharacter, 1, 4),
        ("[\"\\ud800\"]", .badEscape, 1, 3),
        ("[01]", .badNumber, 1, 2),
        ("[1.]", .badNumber, 1, 2),
        ("", .unexpectedEnd, 1, 1),
        ("[è]", .unexpectedCharacter, 1, 2),
        ("[\"è\", x]", .unexpectedCharacter, 1, 7),
    ])
    func aProblemHasItsPlace(text: String, reason: JSONProblem.Reason, line: Int, column: Int) {
        #expect {
            try StrictJSON.read(Array(text.utf8))
        } throws: { error in
            guard let problem = error as? JSONProblem else { return false }
            return problem.reason == reason && problem.line == line && problem.column == column
        }
    }

    @Test func badUTF8IsPlacedAtItsByte() {
        #expect {
            try StrictJSON.read(Array("[\"ab".utf8) + [0xE8] + Array("\"]".utf8))
        } throws: { error in
            guard let problem = error as? JSONProblem else { return false }
            return problem.reason == .badUTF8 && problem.column == 5
        }
    }

    @Test func levelsAreCounted() throws {
        let deep = { (levels: Int) in
            Array((String(repeating: "[", count: levels) + String(repeating: "]", count: levels)).utf8)
        }
        _ = try StrictJSON.read(deep(64))
        #expect(throws: JSONProblem.self) { try StrictJSON.read(deep(65)) }
        #expect(throws: JSONProblem.self) { try StrictJSON.read(deep(1_000_000)) }
    }

    @Test func numbersKeepTheirText() throws {
        #expect(try StrictJSON.read(Array("9007199254740993".utf8)) == .number("9007199254740993"))
        #expect(try StrictJSON.read(Array("1e-999".utf8)) == .number("1e-999"))
    }

    @Test func whatIsWrittenIsReadAgain() throws {
        let tree = JSONValue.object([
            "b": .array([.null, .bool(true), .number("-1.50"), .string("à\n\"\\\u{1}/😀")]), "a": .object([:]),
            "c": .array([]),
        ])
        #expect(try StrictJSON.read(tree.archiveText) == tree)
        #expect(try StrictJSON.read(tree.lineText) == tree)
        #expect(tree.archiveText.starts(with: Array("{\n  \"a\": {},\n  \"b\": [\n    null,".utf8)))
    }

    static let corpus = URL(filePath: "../shared/corpora/json/test_parsing")
    static let hasCorpus = FileManager.default.fileExists(atPath: corpus.plainPathOfTest)

    /// The suite accepts equal names; we do not, for programs disagree on which one counts.
    static let refusedOnPurpose = ["y_object_duplicated_key.json", "y_object_duplicated_key_and_value.json"]

    @Test(.enabled(if: hasCorpus, "SKIPPED: ../shared/corpora/json is not there"))
    func thePublicCorpusIsAcceptedAndRefusedAsItsNamesSay() throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: Self.corpus.plainPathOfTest).sorted()
        var counts: [Character: Int] = [:]
        for name in names where name.hasSuffix(".json") {
            let bytes = [UInt8](try Data(contentsOf: Self.corpus.appending(path: name)))
            let accepted = (try? StrictJSON.read(bytes)) != nil
            let kind = name.first ?? "?"
            counts[kind, default: 0] += 1
            if kind == "y" { #expect(accepted != Self.refusedOnPurpose.contains(name), "\(name)") }
            if kind == "n" { #expect(!accepted, "\(name)") }
        }
        #expect(counts["y", default: 0] > 90)
        #expect(counts["n", default: 0] > 180)
        #expect(counts["i", default: 0] > 30)
    }
}
