import Foundation
import Model
import Sample
import Testing

@Suite struct MergeCommandTests {
    private let scratch: Scratch
    private let archive: String

    init() throws {
        scratch = try Scratch()
        archive = try scratch.sample()
    }

    /// A bundle of the sector, and a working archive made of it.
    private func working() throws -> String {
        let bundle = scratch.path("parte.barometro")
        let export = try ToolRun([
            "export", "bundle", "--sector", "Servizi alla persona", "-o", bundle, "--archive", archive,
        ])
        try #require(export.code == 0, "\(export.errors)")
        let open = try ToolRun(["open-bundle", bundle, scratch.path("collega")])
        try #require(open.code == 0, "\(open.errors)")
        return scratch.path("collega")
    }

    /// What an archive says of the first indicator of an objective.
    private func actual(_ objective: String, in archive: String) throws -> String? {
        let run = try ToolRun(["export", "json", "-o", "-", "--archive", archive])
        let content = try JSONDecoder().decode(ArchiveContent.self, from: run.output)
        return content.plans[2031]?.objectives.first { $0.title == objective }?.indicators.first?.actual.raw
    }

    /// Takes a report into an archive that says another number of trees.
    private func importReport(_ trees: String, into archive: String) throws {
        let text = try String(contentsOfFile: ToolRun.fixture("relazione-tabella.txt"), encoding: .utf8)
        let report = text.replacingOccurrences(of: "1.234", with: trees)
        let file = try scratch.file("relazione.txt", Array(report.utf8))
        let run = try ToolRun(["import", file, "--replace", "--archive", archive])
        try #require(run.code == 0, "\(run.errors)")
    }

    @Test func aPartGoesToAColleagueAndBack() throws {
        let collega = try working()
        #expect(try ToolRun(["verify", "--archive", collega]).code == 0)
        let back = scratch.path("ritorno.barometro")
        #expect(try ToolRun(["export", "bundle", "-o", back, "--archive", collega]).code == 0)
        let run = try ToolRun(["merge", back, "--archive", archive])
        #expect(run.code == 0, "\(run.errors)")
        #expect(run.output.isEmpty)
        let again = try ToolRun(["merge", back, "--archive", archive])
        #expect(again.code == 0)
        #expect(again.errors != run.errors)
        #expect(try ToolRun(["verify", "--archive", archive]).code == 0)
    }

    @Test func conflictsAreToldAndDecided() throws {
        let archive = scratch.path("comune")
        let collega = scratch.path("collega")
        let (out, back) = (scratch.path("parte.barometro"), scratch.path("ritorno.barometro"))
        try importReport("1.234", into: archive)
        let export = try ToolRun([
            "export", "bundle", "--sector", "Settore Verde", "-o", out, "--archive", archive,
        ])
        try #require(export.code == 0, "\(export.errors)")
        try #require(try ToolRun(["open-bundle", out, collega]).code == 0)
        try importReport("1.250", into: archive)
        try importReport("1.260", into: collega)
        try #require(try ToolRun(["export", "bundle", "-o", back, "--archive", collega]).code == 0)
        let dry = try ToolRun(["merge", back, "--dry-run", "--json", "--archive", archive])
        #expect(dry.code == 0, "\(dry.errors)")
        let conflicts = try #require(try dry.json["conflicts"] as? [[String: Any]])
        let changes = try #require(try dry.json["changes"] as? [[String: Any]])
        let differ = try #require(conflicts.first { ($0["path"] as? [String])?.last == "actual" })
        #expect(differ["document"] as? String == "piano-2031")
        #expect(differ["kind"] as? String == "value")
        #expect((differ["base"] as? [String: Any])?["raw"] as? String == "1.234")
        #expect((differ["ours"] as? [String: Any])?["raw"] as? String == "1.250")
        #expect((differ["theirs"] as? [String: Any])?["raw"] as? String == "1.260")
        #expect(changes.allSatisfy { $0["before"] != nil && $0["after"] != nil })
        #expect(dry.errors.contains("\(conflicts.count)"))
        #expect(try actual("Nuovi alberi", in: archive) == "1.250")
        let merged = try ToolRun(["merge", back, "--theirs", "--archive", archive])
        #expect(merged.code == 0, "\(merged.errors)")
        #expect(try actual("Nuovi alberi", in: archive) == "1.260")
        #expect(try ToolRun(["history", "--archive", archive]).text.contains("ritorno.barometro"))
        #expect(try ToolRun(["verify", "--archive", archive]).code == 0)
    }

    @Test func aBundleIsRecognisedWhenImported() throws {
        let collega = try working()
        let back = scratch.path("ritorno.json")
        try #require(try ToolRun(["export", "bundle", "-o", back, "--archive", collega]).code == 0)
        for kind in ["auto", "bundle"] {
            let run = try ToolRun([
                "import", back, "--kind", kind, "--dry-run", "--json", "--archive", archive,
            ])
            #expect(run.code == 0, "\(run.errors)")
            #expect(try run.json["conflicts"] is [Any])
        }
        let two = try ToolRun([
            "import", back, ToolRun.fixture("relazione-tabella.txt"), "--archive", archive,
        ])
        #expect(two.code == 2)
    }

    @Test func whatIsNoBundleIsUnreadableAndAnotherArchiveRefuses() throws {
        let text = try scratch.file("testo.barometro", Array("niente".utf8))
        for command in [["merge", text, "--archive", archive], ["open-bundle", text, scratch.path("x")]] {
            let run = try ToolRun(command)
            #expect(run.code == 3)
            #expect(run.errors.contains("testo.barometro"))
        }
        #expect(try ToolRun(["merge", scratch.path("manca"), "--archive", archive]).code == 3)
        let bundle = scratch.path("parte.barometro")
        try #require(try ToolRun(["export", "bundle", "-o", bundle, "--archive", archive]).code == 0)
        let other = try ToolRun(["merge", bundle, "--archive", try scratch.sample("altro")])
        #expect(other.code == 4)
        #expect(try ToolRun(["open-bundle", bundle, archive]).code == 4)
        #expect(try ToolRun(["merge", bundle, "--archive", scratch.path("nessuno")]).code == 4)
    }

    @Test func aWorkingArchiveGoesBackWhole() throws {
        let collega = try working()
        let run = try ToolRun([
            "export", "bundle", "--year", "2025", "-o", scratch.path("a"), "--archive", collega,
        ])
        #expect(run.code == 2)
        #expect(!scratch.exists("a"))
    }

    @Test func servicesAreChosenByName() throws {
        let run = try ToolRun([
            "export", "json", "--service", "Biblioteca", "-o", "-", "--archive", archive,
        ])
        let content = try JSONDecoder().decode(ArchiveContent.self, from: run.output)
        #expect(content.services.services.map(\.name) == ["Biblioteca"])
        #expect(content.plans.isEmpty)
    }
}
