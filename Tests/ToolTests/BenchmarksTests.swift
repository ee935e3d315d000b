import Foundation
import Testing
import ToolSupport

/// The benchmarks run on a small archive of their own and say what they measured; how long it took is not asked.
@Suite(.serialized) struct BenchmarksTests {
    private static let small = [
        "--times", "2", "--indicators", "24", "--objectives", "6", "--services", "2", "--series", "6",
        "--municipalities", "3",
    ]

    @Test(arguments: ["open", "edit", "score", "import", "rows", "print", "sheet", "merge", "gather"])
    func aBenchmarkTellsItsTimesAsJSON(name: String) throws {
        let run = try ToolRun(
            [name, "--json"] + BenchmarksTests.small, program: "barometro-benchmarks")
        try #require(run.code == 0, "\(run.errors)")
        let json = try run.json
        #expect(json["name"] as? String == name)
        #expect(json["indicators"] as? Int == 24)
        #expect(json["median_ms"] is Double)
        #expect(json["p99_ms"] is Double)
        #expect(json["peer"] != nil)
    }

    @Test func anArchiveThatIsGivenIsMeasuredAndLeftAsItIs() throws {
        let scratch = try Scratch()
        let archive = try scratch.sample()
        let before = try ToolRun(["history", "--json", "--archive", archive]).text
        let run = try ToolRun(
            ["edit", "--times", "2", "--archive", archive], program: "barometro-benchmarks")
        #expect(run.code == 0, "\(run.errors)")
        #expect(run.text.contains("median_ms"))
        #expect(try ToolRun(["history", "--json", "--archive", archive]).text == before)
    }

    @Test func aNameThatIsNoneIsRefused() throws {
        let run = try ToolRun(["window"], program: "barometro-benchmarks")
        #expect(run.code != 0)
        #expect(run.output.isEmpty)
    }
}
