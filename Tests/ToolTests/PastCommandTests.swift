import Foundation
import Model
import Sample
import Testing

@Suite struct PastCommandTests {
    @Test func aFrozenDocumentIsKeptWithItsActAndTheYearIsLocked() throws {
        let scratch = try Scratch()
        let archive = try scratch.sample()
        let year = "\(SampleArchive.year)"
        let run = try ToolRun([
            "freeze", "allegato-b", "--year", year, "--act", "12", "--date", "11/06/2026", "--lock",
            "--archive", archive,
        ])
        #expect(run.code == 0, "\(run.errors)")
        let list = try ToolRun(["freeze", "list", "--json", "--archive", archive])
        let frozen = try #require((try list.json["frozen"] as? [[String: Any]])?.first)
        #expect(frozen["name"] as? String == "\(year)/allegato-b-1")
        #expect((frozen["act"] as? [String: Any])?["date"] as? String == "2026-06-11")
        let pdf = try Data(
            contentsOf: URL(filePath: archive + "/published/\(year)/allegato-b-1/documento.pdf"))
        #expect(pdf.starts(with: Data("%PDF-".utf8)))
        let next = try ToolRun(["year", "unlock", year, "--reason", "Errata corrige", "--archive", archive])
        #expect(next.code == 0, "\(next.errors)")
        #expect(try ToolRun(["history", "--archive", archive]).text.contains("Errata corrige"))
        #expect(try ToolRun(["verify", "--archive", archive]).code == 0)
    }

    @Test func aDayThatIsNoneIsRefusedAndNothingIsFrozen() throws {
        let scratch = try Scratch()
        let archive = try scratch.sample()
        let run = try ToolRun([
            "freeze", "allegato-b", "--year", "\(SampleArchive.year)", "--act", "12", "--date", "31/09/2026",
            "--archive", archive,
        ])
        #expect(run.code == 2)
        #expect(run.errors.contains("31/09/2026"))
        #expect(!FileManager.default.fileExists(atPath: archive + "/published"))
    }

    @Test func aLockedYearRefusesAnImportThatChangesItAndSaysWhatToDo() throws {
        let scratch = try Scratch()
        let archive = try scratch.sample()
        let lock = try ToolRun(["year", "lock", "2026", "--reason", "Chiuso", "--archive", archive])
        #expect(lock.code == 2, "nothing of that year: \(lock.errors)")
        let importing = [
            "import", ToolRun.fixture("progetti-tabella.txt"), "--year", "\(SampleArchive.year)", "--replace",
            "--archive", archive,
        ]
        let year = "\(SampleArchive.year)"
        #expect(try ToolRun(["year", "lock", year, "--reason", "Chiuso", "--archive", archive]).code == 0)
        let refused = try ToolRun(importing)
        #expect(refused.code == 4)
        #expect(refused.errors.contains(year))
        #expect(
            try ToolRun(["year", "unlock", year, "--reason", "Riaperto", "--archive", archive]).code == 0)
        #expect(try ToolRun(importing).code == 0)
    }

    @Test func theNextYearIsMadeFromTheLastAndComparedWithNothing() throws {
        let scratch = try Scratch()
        let archive = try scratch.sample()
        let next = "\(SampleArchive.year + 1)"
        #expect(try ToolRun(["year", "new", next, "--archive", archive]).code == 0)
        let score = try ToolRun(["score", "--year", next, "--json", "--archive", archive])
        let former = try ToolRun(["score", "--year", "\(SampleArchive.year)", "--json", "--archive", archive])
        #expect((try score.json["lines"] as? [Any])?.count == (try former.json["lines"] as? [Any])?.count)
        #expect(try ToolRun(["year", "new", next, "--archive", archive]).code == 2)
    }

    @Test func aFrozenPlanIsComparedWithWhatTheArchiveSaysNow() throws {
        let scratch = try Scratch()
        let archive = try scratch.sample()
        let year = "\(SampleArchive.year)"
        let freeze = ["freeze", "piano", "--year", year, "--act", "3", "--date", "2025-01-31"]
        #expect(try ToolRun(freeze + ["--archive", archive]).code == 0)
        let same = try ToolRun(["compare", "--from", "\(year)/piano-1", "--json", "--archive", archive])
        #expect((try same.json["changes"] as? [Any])?.isEmpty == true)
        let importing = [
            "import", ToolRun.fixture("progetti-tabella.txt"), "--year", year, "--archive", archive,
        ]
        #expect(try ToolRun(importing).code == 0)
        let other = try ToolRun(["compare", "--from", "\(year)/piano-1", "--json", "--archive", archive])
        let changes = try #require(try other.json["changes"] as? [[String: Any]])
        #expect(Set(changes.compactMap { $0["document"] as? String }) == ["progetti-\(year)"])
        #expect(try ToolRun(["compare", "--from", "ieri", "--archive", archive]).code == 2)
    }

    @Test func thePastOfOneFieldIsOneQuestion() throws {
        let scratch = try Scratch()
        let archive = try scratch.sample()
        let plan = try #require(SampleArchive.content().plans[SampleArchive.year])
        let objective = plan.lines[0].objectives[0]
        let run = try ToolRun(["history", "--past", objective.id.uuidString + "/title", "--archive", archive])
        #expect(run.code == 0)
        #expect(run.text.split(separator: "\n").filter { !$0.hasPrefix(" ") }.count == 1)
        let none = try ToolRun(["history", "--past", UUID().uuidString, "--archive", archive])
        #expect(none.output.isEmpty)
        #expect(none.code == 2)
    }
}
