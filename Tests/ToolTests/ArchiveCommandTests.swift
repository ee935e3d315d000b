import Exporting
import Foundation
import Model
import Sample
import Testing

@Suite struct ArchiveCommandTests {
    @Test func theSampleIsWholeAndIsNotMadeTwice() throws {
        let scratch = try Scratch()
        let archive = try scratch.sample()
        let verified = try ToolRun(["verify", "--archive", archive])
        #expect(verified.code == 0)
        #expect(verified.output.isEmpty)
        let again = try ToolRun(["sample", archive])
        #expect(again.code == 4)
        #expect(again.errors.contains(archive))
    }

    @Test func anAlteredHistoryIsNamedWithItsLine() throws {
        let scratch = try Scratch()
        let archive = try scratch.sample()
        let path = archive + "/history/servizi.jsonl"
        let text = try String(contentsOfFile: path, encoding: .utf8)
        try text.replacingOccurrences(of: "Biblioteca", with: "Bibliobus").write(
            toFile: path, atomically: true, encoding: .utf8)
        let run = try ToolRun(["verify", "--archive", archive])
        #expect(run.code == 4)
        #expect(run.text.contains("servizi.jsonl"))
        #expect(run.text.contains("riga 1"))
    }

    @Test func whereThereIsNoArchiveThatIsSaid() throws {
        let scratch = try Scratch()
        for command in [["score"], ["check"], ["verify"], ["history"], ["export", "json", "-o", "-"]] {
            let run = try ToolRun(command + ["--archive", scratch.path("niente")])
            #expect(run.code == 4, "\(command)")
            #expect(run.output.isEmpty, "\(command)")
            #expect(run.errors.contains("niente"), "\(run.errors)")
        }
        #expect(!scratch.exists("niente"))
    }

    @Test func aNewerFormatIsRefusedWithBothVersions() throws {
        let scratch = try Scratch()
        let archive = try scratch.sample()
        let path = archive + "/archive.json"
        let text = try String(contentsOfFile: path, encoding: .utf8)
        let present = try #require(text.firstMatch(of: /"format": (\d+)/)).1
        try text.replacing("\"format\": \(present)", with: "\"format\": 97").write(
            toFile: path, atomically: true, encoding: .utf8)
        let run = try ToolRun(["score", "--archive", archive])
        #expect(run.code == 4)
        #expect(run.errors.contains("97"))
        #expect(
            run.errors.contains("fino a \(present)") || run.errors.contains("fino al \(present)"),
            "\(run.errors)")
    }

    @Test func whoHasTheArchiveOpenIsNamed() throws {
        let scratch = try Scratch()
        let archive = try scratch.sample()
        _ = try scratch.file(
            "esempio/lock", Array("{\"host\": \"ufficio-3\", \"process\": 77, \"user\": \"segreteria\"}".utf8)
        )
        let run = try ToolRun(["import", ToolRun.fixture("relazione-tabella.txt"), "--archive", archive])
        #expect(run.code == 4)
        for word in ["segreteria", "ufficio-3", "77"] { #expect(run.errors.contains(word), "\(run.errors)") }
        #expect(try ToolRun(["score", "--archive", archive]).code == 0)
    }

    @Test func theHistoryTellsWhoWhenAndWhat() throws {
        let scratch = try Scratch()
        let archive = try scratch.sample()
        let file = ToolRun.fixture("relazione-tabella.txt")
        #expect(try ToolRun(["import", file, "--same-municipality", "--archive", archive]).code == 0)
        let run = try ToolRun(["history", "--document", "piano-2031", "--archive", archive])
        #expect(run.code == 0)
        #expect(run.text.contains("Importazione di relazione-tabella.txt"))
        let json = try ToolRun(["history", "--json", "--archive", archive]).json
        let entries = try #require(json["entries"] as? [[String: Any]])
        #expect(entries.count == 5 || entries.count == 6)
        #expect(entries.allSatisfy { $0["author"] is String && $0["at"] is String && $0["changes"] is [Any] })
        #expect(try ToolRun(["history", "--document", "altro", "--archive", archive]).code == 2)
    }

    @Test func theExportHoldsTheWholeArchive() throws {
        let scratch = try Scratch()
        let archive = try scratch.sample()
        let run = try ToolRun(["export", "json", "-o", "-", "--archive", archive])
        #expect(run.code == 0)
        #expect(try JSONDecoder().decode(ArchiveContent.self, from: run.output) == SampleArchive.content())
        let file = scratch.path("tutto.json")
        #expect(try ToolRun(["export", "json", "-o", file, "--archive", archive]).code == 0)
        #expect(try Data(contentsOf: URL(filePath: file)) == run.output)
    }

    @Test func anExportOfASectorHoldsNoOther() throws {
        let scratch = try Scratch()
        let archive = try scratch.sample()
        let content = SampleArchive.content()
        let sector = try #require(content.plans[SampleArchive.year]?.objectives.first?.sector)
        let run = try ToolRun([
            "export", "json", "--sector", sector.uppercased(), "-o", "-", "--archive", archive,
        ])
        #expect(run.code == 0)
        let part = try JSONDecoder().decode(ArchiveContent.self, from: run.output)
        #expect(Set(part.plans.values.flatMap(\.objectives).map(\.sector)) == [sector])
        let unknown = try ToolRun(["export", "json", "--sector", "Marina", "-o", "-", "--archive", archive])
        #expect(unknown.code == 2)
        #expect(unknown.errors.contains(sector))
    }

    @Test func anOutputThatCannotBeWrittenIsTold() throws {
        let scratch = try Scratch()
        let archive = try scratch.sample()
        let run = try ToolRun(["export", "json", "-o", scratch.path("no/no.json"), "--archive", archive])
        #expect(run.code == 2)
        #expect(run.errors.contains("no.json"))
    }

    @Test func aResultThatDoesNotArriveIsNoResult() throws {
        let scratch = try Scratch()
        let archive = try scratch.sample()
        let run = try ToolRun(["export", "json", "-o", "/dev/full", "--archive", archive])
        #expect(run.code == 2)
        #expect(run.errors.contains("/dev/full"))
    }

    @Test func whatATerminalWouldObeyIsNotPassedOn() throws {
        let scratch = try Scratch()
        let run = try ToolRun([
            "import", scratch.path("a\u{1B}[2Jb\u{202E}.txt"), "--archive", scratch.path("x"),
        ])
        #expect(run.code == 3)
        #expect(!run.errors.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" })
    }
}
