import Foundation
import Testing

@Suite struct BackupCommandTests {
    private func names(_ archive: String) throws -> [String] {
        let json = try ToolRun(["backup", "list", "--json", "--archive", archive]).json
        let list = try #require(json["backups"] as? [[String: Any]])
        return list.compactMap { $0["name"] as? String }
    }

    @Test func aBackupIsMadeListedRestoredAndDeleted() throws {
        let scratch = try Scratch()
        let archive = try scratch.sample()
        let made = try ToolRun(["backup", "make", "--archive", archive])
        #expect(made.code == 0)
        let name = made.text.trimmingCharacters(in: .newlines)
        #expect(name.hasSuffix("-a-mano"))
        // The day's automatic one came first.
        #expect(try names(archive).count == 2)
        let before = try ToolRun(["export", "json", "-o", "-", "--archive", archive]).output
        let file = ToolRun.fixture("relazione-tabella.txt")
        #expect(try ToolRun(["import", file, "--same-municipality", "--archive", archive]).code == 0)
        #expect(try ToolRun(["export", "json", "-o", "-", "--archive", archive]).output != before)
        let restored = try ToolRun(["backup", "restore", name, "--archive", archive])
        #expect(restored.code == 0, "\(restored.errors)")
        #expect(try ToolRun(["export", "json", "-o", "-", "--archive", archive]).output == before)
        #expect(try ToolRun(["verify", "--archive", archive]).code == 0)
        #expect(try ToolRun(["backup", "delete", name, "--archive", archive]).code == 0)
        #expect(try !names(archive).contains(name))
        #expect(try ToolRun(["backup", "delete", name, "--archive", archive]).code == 2)
    }

    @Test func aDamagedArchiveIsSetAsideForTheBackup() throws {
        let scratch = try Scratch()
        let archive = try scratch.sample()
        let name = try ToolRun(["backup", "make", "--archive", archive]).text
            .trimmingCharacters(in: .newlines)
        let before = try ToolRun(["export", "json", "-o", "-", "--archive", archive]).output
        _ = try scratch.file("esempio/documents/ente.json", Array("rotto".utf8))
        #expect(try ToolRun(["score", "--archive", archive]).code == 4)
        let restored = try ToolRun(["backup", "restore", name, "--archive", archive])
        #expect(restored.code == 0, "\(restored.errors)")
        #expect(restored.errors.contains("-danneggiato"))
        #expect(try ToolRun(["export", "json", "-o", "-", "--archive", archive]).output == before)
        let aside = try #require(try names(archive).first { $0.hasSuffix("-danneggiato") })
        #expect(
            try String(contentsOfFile: archive + "/backups/\(aside)/documents/ente.json", encoding: .utf8)
                == "rotto")
    }

    @Test func anImportGoesOnWithoutItsBackupAndSaysSo() throws {
        let scratch = try Scratch()
        let archive = try scratch.sample()
        _ = try scratch.file("esempio/backups", Array("a file".utf8))
        let run = try ToolRun([
            "import", ToolRun.fixture("relazione-tabella.txt"), "--same-municipality", "--archive", archive,
        ])
        #expect(run.code == 0)
        #expect(run.errors.contains("backups"))
    }

    @Test func aBrokenBackupIsRefusedWithItsPlace() throws {
        let scratch = try Scratch()
        let archive = try scratch.sample()
        let name = try ToolRun(["backup", "make", "--archive", archive]).text
            .trimmingCharacters(in: .newlines)
        _ = try scratch.file("esempio/backups/\(name)/documents/servizi.json", Array("{}".utf8))
        let run = try ToolRun(["backup", "restore", name, "--archive", archive])
        #expect(run.code == 4)
        #expect(run.errors.contains("\(name)/documents/servizi.json"))
        #expect(try ToolRun(["verify", "--archive", archive]).code == 0)
    }
}
