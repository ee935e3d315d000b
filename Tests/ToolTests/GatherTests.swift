import DocumentStore
import Foundation
import Model
import Testing
import ToolSupport

/// Many municipalities' data in databases.
@Suite struct GatherTests {
    static let hasDuckDB = PythonRun.interpreter(with: "duckdb") != nil
    static let hasPostgreSQL =
        (try? FileManager.default.contentsOfDirectory(atPath: "/usr/lib/postgresql"))?.isEmpty == false

    /// Archives in a folder, and what was gathered of them in another.
    private func gathered(_ scratch: Scratch, count: Int, seed: UInt64) throws -> String {
        var random = RandomArchives(seed: seed)
        for number in 0..<count {
            let store = try ArchiveStore.create(
                at: URL(filePath: scratch.path("archivi/\(number)"), directoryHint: .isDirectory),
                content: random.content(number), summary: "", author: "prova",
                date: Date(timeIntervalSince1970: 0))
            #expect(store.close().isEmpty)
        }
        let run = try ToolRun(["gather", scratch.path("archivi"), "-o", scratch.path("dati")])
        try #require(run.code == 0, "\(run.errors)")
        return scratch.path("dati")
    }

    private func expectEqual(_ engine: String, _ folder: String) throws {
        let modules = engine == "duckdb" ? "duckdb" : "json"
        let report = try #require(
            try PythonRun.json("views.py", [engine, folder], with: modules) as? [String: Any])
        let compared = try #require(report["compared"] as? [String: Int])
        #expect(compared["municipalities"] == 40)
        #expect((compared["indicators"] ?? 0) > 300)
        #expect((report["differing"] as? [[String]])?.isEmpty == true, "\(report["differing"] ?? "")")
    }

    @Test(.enabled(if: hasDuckDB, "SKIPPED: no Python with duckdb (pip install duckdb; BAROMETRO_PYTHON)"))
    func theViewsOfDuckDBScoreAsTheCoreDoes() throws {
        let scratch = try Scratch()
        try expectEqual("duckdb", gathered(scratch, count: 40, seed: 7))
    }

    @Test(.enabled(if: hasPostgreSQL, "SKIPPED: the Debian package postgresql is not there"))
    func theViewsOfPostgreSQLScoreAsTheCoreDoes() throws {
        let scratch = try Scratch()
        let folder = try gathered(scratch, count: 40, seed: 11)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: scratch.path("."))
        try expectEqual("postgresql", folder)
    }

    @Test func aFolderThatHoldsNoArchiveIsRefusedAndADamagedOneIsTold() throws {
        let scratch = try Scratch()
        #expect(try ToolRun(["gather", scratch.path("."), "-o", scratch.path("dati")]).code == 3)
        _ = try scratch.sample("archivi/buono")
        try FileManager.default.createDirectory(
            atPath: scratch.path("archivi/rotto"), withIntermediateDirectories: true)
        try Data("{".utf8).write(to: URL(filePath: scratch.path("archivi/rotto/archive.json")))
        let run = try ToolRun(["gather", scratch.path("archivi"), "-o", scratch.path("dati")])
        #expect(run.code == 4)
        #expect(run.errors.contains("rotto"))
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: scratch.path("dati")).contains("indicators"))
    }
}
