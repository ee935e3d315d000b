import Foundation
import Model
import Testing
import ToolSupport

/// A plan as a report in a table says it, changed at random by an office and by a colleague.
private struct RandomReport {
    struct Row: Equatable {
        var objective: String
        var indicator: String
        var actual: String
    }

    var rows: [Row] = (0..<6).map {
        Row(objective: "Obiettivo \($0)", indicator: "Misura \($0)", actual: "10")
    }

    mutating func change(_ state: inout UInt64) {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        let place = Int(state >> 33) % rows.count
        rows[place].actual = "\(10 + Int(state >> 40) % 90)"
    }

    var text: String {
        let head =
            "COMUNE DI BORGOPROVA\n\nRelazione sulla Performance 2031\nLINEA STRATEGICA SUI GIARDINI\n\n"
        let columns = "Responsabile\tObiettivo\tIndicatore\tTarget atteso\tTarget Consuntivo\tPeso\n"
        return head + columns
            + rows.map { "Rossetti Prova\t\($0.objective)\t\($0.indicator)\t10\t\($0.actual)\t100\n" }
            .joined()
    }
}

/// Random histories of an office and a colleague, as commands.
@Suite struct MergeHistoryTests {
    private let scratch: Scratch
    private var archive: String { scratch.path("comune") }
    private var working: String { scratch.path("collega") }

    init() throws { scratch = try Scratch() }

    private func take(_ report: RandomReport, into archive: String) throws {
        let file = try scratch.file("relazione.txt", Array(report.text.utf8))
        let run = try ToolRun(["import", file, "--replace", "--archive", archive])
        try #require(run.code == 0, "\(run.errors)")
    }

    private func actuals(in archive: String) throws -> [String: String] {
        let run = try ToolRun(["export", "json", "-o", "-", "--archive", archive])
        let content = try JSONDecoder().decode(ArchiveContent.self, from: run.output)
        let objectives = content.plans[2031]?.objectives ?? []
        return Dictionary(
            uniqueKeysWithValues: objectives.map { ($0.title, $0.indicators.first?.actual.raw ?? "") })
    }

    private func send(_ name: String, from archive: String) throws -> String {
        let path = scratch.path(name)
        let run = try ToolRun(["export", "bundle", "-o", path, "--archive", archive])
        try #require(run.code == 0, "\(run.errors)")
        return path
    }

    private func conflicts(_ bundle: String, _ options: [String] = []) throws -> [[String: Any]] {
        let run = try ToolRun(["merge", bundle, "--dry-run", "--json", "--archive", archive] + options)
        try #require(run.code == 0, "\(run.errors)")
        return try #require(try run.json["conflicts"] as? [[String: Any]])
    }

    /// The archive and the colleague's, both with the same report.
    private func start(_ report: RandomReport) throws {
        try take(report, into: archive)
        try #require(
            try ToolRun(["open-bundle", try send("parte.barometro", from: archive), working]).code == 0)
    }

    @Test(arguments: [1, 2, 3]) func eachFigureIsTheOneThatWasChangedOrAConflict(seed: UInt64) throws {
        let former = RandomReport()
        try start(former)
        var (ours, theirs, state) = (former, former, seed)
        for _ in 0..<3 { ours.change(&state) }
        for _ in 0..<3 { theirs.change(&state) }
        try take(ours, into: archive)
        try take(theirs, into: working)
        let back = try send("ritorno.barometro", from: working)
        let both = former.rows.indices.filter {
            let (was, mine, other) = (former.rows[$0].actual, ours.rows[$0].actual, theirs.rows[$0].actual)
            return mine != was && other != was && mine != other
        }
        #expect(try conflicts(back).count == both.count)
        try #require(try ToolRun(["merge", back, "--archive", archive]).code == 0)
        let result = try actuals(in: archive)
        for (index, row) in former.rows.enumerated() {
            let mine = ours.rows[index].actual
            let expected = mine == row.actual ? theirs.rows[index].actual : mine
            #expect(result[row.objective] == expected, "seed \(seed)")
        }
        // Once more changes nothing; from the beginning, only what was decided otherwise is asked again.
        #expect(try conflicts(back).isEmpty)
        try #require(try ToolRun(["merge", back, "--again", "--archive", archive]).code == 0)
        #expect(try actuals(in: archive) == result, "seed \(seed)")
        #expect(try ToolRun(["verify", "--archive", archive]).code == 0)
    }

    @Test func mergingAgainUndoesNoLaterDecisionInSilence() throws {
        var report = RandomReport()
        try start(report)
        report.rows[0].actual = "12"
        try take(report, into: working)
        let back = try send("ritorno.barometro", from: working)
        try #require(try ToolRun(["merge", back, "--archive", archive]).code == 0)
        #expect(try actuals(in: archive)["Obiettivo 0"] == "12")
        // The office goes back to what stood there, and that stays.
        try take(RandomReport(), into: archive)
        let told = try conflicts(back, ["--again"])
        #expect(told.compactMap { ($0["path"] as? [String])?.last } == ["actual"])
        #expect(told.compactMap { ($0["ours"] as? [String: Any])?["raw"] as? String } == ["10"])
        #expect(told.compactMap { ($0["theirs"] as? [String: Any])?["raw"] as? String } == ["12"])
        try #require(try ToolRun(["merge", back, "--again", "--archive", archive]).code == 0)
        #expect(try actuals(in: archive)["Obiettivo 0"] == "10")
    }
}
