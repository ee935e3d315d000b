import DocumentStore
import Foundation
import Model
import Testing
import ToolSupport

/// Many municipalities' data in databases.
@Suite struct GatherTests {
    static let hasDuckDB = PythonRun.interpreter(with: "duckdb") != nil
    static let hasSpark = PythonRun.interpreter(with: "pyspark") != nil
    static let hasPostgreSQL =
        (try? FileManager.default.contentsOfDirectory(atPath: "/usr/lib/postgresql"))?.isEmpty == false

    /// Archives in a folder, and what was gathered of them in another.
    private func gathered(_ scratch: Scratch, count: Int, seed: UInt64) throws -> String {
        var random = RandomArchives(seed: seed)
        let contents = (0..<(count - 1)).map { random.content($0) } + [RandomArchives.onTheEdge]
        for (number, content) in contents.enumerated() {
            let store = try ArchiveStore.create(
                at: URL(filePath: scratch.path("archivi/\(number)"), directoryHint: .isDirectory),
                content: content, summary: "", author: "prova",
                date: Date(timeIntervalSince1970: 0))
            #expect(store.close().isEmpty)
        }
        let run = try ToolRun(["gather", scratch.path("archivi"), "-o", scratch.path("dati")])
        try #require(run.code == 0, "\(run.errors)")
        return scratch.path("dati")
    }

    private func expectEqual(_ engine: String, _ folder: String) throws {
        let modules = ["duckdb": "duckdb", "spark": "pyspark"][engine] ?? "json"
        let report = try #require(
            try PythonRun.json("views.py", [engine, folder], with: modules) as? [String: Any])
        let compared = try #require(report["compared"] as? [String: Int])
        #expect(compared["municipalities"] == 40)
        #expect((compared["indicators"] ?? 0) > 300)
        #expect(compared["shown"] == RandomArchives.edges.count)
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

    @Test(
        .enabled(
            if: hasSpark, "SKIPPED: no Python with pyspark (pip install pyspark, Java; BAROMETRO_PYTHON)"))
    func theViewsOfSparkScoreAsTheCoreDoes() throws {
        let scratch = try Scratch()
        try expectEqual("spark", gathered(scratch, count: 40, seed: 13))
    }

    @Test func theCoreShowsWhatTheEdgesOfRoundingSay() throws {
        let scratch = try Scratch()
        let store = try ArchiveStore.create(
            at: URL(filePath: scratch.path("archivio"), directoryHint: .isDirectory),
            content: RandomArchives.onTheEdge, summary: "", author: "prova",
            date: Date(timeIntervalSince1970: 0))
        #expect(store.close().isEmpty)
        let lines = try ToolRun(["score", "--json", "--archive", scratch.path("archivio")]).json["lines"]
        let objectives = try #require((lines as? [[String: Any]])?.first?["objectives"] as? [[String: Any]])
        let indicators = try #require(objectives.first?["indicators"] as? [[String: Any]])
        #expect(indicators.count == RandomArchives.edges.count)
        for indicator in indicators {
            #expect(indicator["name"] as? String == "mostra \(indicator["displayed"] ?? "")")
        }
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
