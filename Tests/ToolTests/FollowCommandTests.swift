import DocumentStore
import Foundation
import Model
import Sample
import Testing

/// Indicators over the years and the series of their actuals, by commands.
@Suite struct FollowCommandTests {
    /// The sample with the plan of the year after, of which nobody has decided what it goes on with.
    private func archive(_ scratch: Scratch) throws -> String {
        var content = SampleArchive.content()
        var next = try #require(content.plans[2025]).next(year: 2026)
        for line in next.lines.indices {
            for objective in next.lines[line].objectives.indices {
                for index in next.lines[line].objectives[objective].indicators.indices {
                    next.lines[line].objectives[objective].indicators[index].continuity = nil
                }
            }
        }
        content.plans[2026] = next
        let path = scratch.path("archivio")
        let store = try ArchiveStore.create(
            at: URL(filePath: path, directoryHint: .isDirectory), content: content, summary: "",
            author: "prova",
            date: Date(timeIntervalSince1970: 0))
        #expect(store.close().isEmpty)
        return path
    }

    @Test func matchesAreShownWithTheirScoreAndFollowedOnceTheyAreConfirmed() throws {
        let scratch = try Scratch()
        let archive = try archive(scratch)
        let shown = try ToolRun(["follow", "propose", "--year", "2026", "--json", "--archive", archive])
        #expect(shown.code == 0, "\(shown.errors)")
        let proposals = try #require(try shown.json["proposals"] as? [[String: Any]])
        #expect(proposals.count == SampleArchive.content().plans[2025]?.indicatorCount)
        #expect(proposals.allSatisfy { $0["score"] as? Int == 100 && $0["formerYear"] as? Int == 2025 })
        #expect(try ToolRun(["follow", "--archive", archive]).text.isEmpty)
        let confirmed = try ToolRun([
            "follow", "propose", "--year", "2026", "--least", "100", "--confirm", "--archive", archive,
        ])
        #expect(confirmed.code == 0, "\(confirmed.errors)")
        let followed = try ToolRun(["follow", "show", "--json", "--archive", archive]).json
        let indicators = try #require(followed["indicators"] as? [[String: Any]])
        #expect(indicators.count == proposals.count)
        let years = try #require(indicators[0]["years"] as? [[String: Any]])
        #expect(years.map { $0["year"] as? Int } == [2025, 2026])
        #expect(try ToolRun(["verify", "--archive", archive]).code == 0)
    }

    @Test func aSeriesGivesTheActualAndTheExplanationNamesIt() throws {
        let scratch = try Scratch()
        let archive = try archive(scratch)
        let content = SampleArchive.content()
        let service = try #require(
            content.services.services.first { $0.outputs.contains { $0.values[2025]?.number != nil } })
        let series = try #require(service.outputs.first { $0.values[2025]?.number != nil })
        let name = "Sedi con raccolta completa"
        let common = ["--year", "2025", "--archive", archive]
        let chosen = try ToolRun(
            ["actual", name, "--service", service.name, "--series", series.name] + common)
        #expect(chosen.code == 0, "\(chosen.errors)")
        // What was typed stays, which is told.
        let kept = try ToolRun(["score", "--explain", name] + common)
        #expect(kept.text.contains("Target consuntivo: 9"))
        #expect(kept.text.contains(series.name))
        let checked = try ToolRun(["check", "--json"] + common).text
        #expect(checked.contains("actual-series-mismatch"))
        #expect(try ToolRun(["actual", name, "--replace"] + common).code == 0)
        let taken = try ToolRun(["score", "--explain", name, "--json"] + common).json
        let inputs = try #require(taken["inputs"] as? [[String: Any]])
        let actual = try #require(inputs.first { $0["field"] as? String == "actual" })
        #expect(actual["raw"] as? String == series.values[2025]?.raw)
        #expect((actual["series"] as? [String: String])?["name"] == series.name)
        #expect(try ToolRun(["actual", name, "--typed"] + common).code == 0)
        #expect(try !ToolRun(["score", "--explain", name] + common).text.contains(series.name))
    }

    @Test func decisionsAreMadeOneByOneAndTakenBack() throws {
        let scratch = try Scratch()
        let archive = try archive(scratch)
        let indicator = try #require(SampleArchive.content().plans[2025]?.objectives[0].indicators[0])
        let own = try #require(
            SampleArchive.content().plans[2025]?.next(year: 2026).objectives[0].indicators[0])
        let base = ["follow", "decide", own.id.uuidString, "--year", "2026", "--archive", archive]
        #expect(try ToolRun(base + ["--former", indicator.id.uuidString]).code == 0)
        #expect(try ToolRun(["follow", "--archive", archive]).text.contains(indicator.name))
        #expect(try ToolRun(base + ["--undecided"]).code == 0)
        #expect(try ToolRun(["follow", "--archive", archive]).text.isEmpty)
        #expect(try ToolRun(base).code == 2)
        #expect(try ToolRun(base + ["--former", "Non c'è"]).code == 2)
    }
}
