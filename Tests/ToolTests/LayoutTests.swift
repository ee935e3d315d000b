import Foundation
import Testing
import ToolSupport

@Suite("Columns named by hand") struct LayoutTests {
    private static let table = """
        P.O.;Cosa;Quanto vale;Misura;Voluto;Ottenuto;Prot.
        Area 3;Verde urbano;60;alberi messi a dimora;3.500;3.724;12/A
        ;;;incontri con i quartieri;6;8;12/B
        Area 3;Manutenzione delle strade;40;km asfaltati;12,5;9,1;13

        """
    private static let layout = """
        {"name": "Settore 3",
         "signature": ["p o", "cosa", "quanto vale", "misura", "voluto", "ottenuto", "prot"],
         "terms": ["head", "objective", "objectiveWeight", "indicator", "target", "actual", null],
         "years": [null, null, null, null, null, null, null]}
        """

    private func files(_ scratch: Scratch) throws -> (table: String, layout: String) {
        let table = scratch.path("obiettivi.csv"), layout = scratch.path("settore.json")
        try Data(Self.table.utf8).write(to: URL(filePath: table))
        try Data(Self.layout.utf8).write(to: URL(filePath: layout))
        return (table, layout)
    }

    private func counts(_ run: ToolRun) throws -> [Int] {
        let documents = try #require(try run.json["documents"] as? [[String: Any]])
        let recognised = try #require(documents.first?["recognised"] as? [String: Int])
        return ["objectives", "indicators"].map { recognised[$0] ?? 0 }
    }

    @Test func aTableThatNobodyKnowsIsReadByItsLayout() throws {
        let scratch = try Scratch()
        let (table, layout) = try files(scratch)
        let import2025 = ["import", table, "--year", "2025", "--json", "--dry-run"]
        #expect(try ToolRun(import2025 + ["--archive", scratch.path("a")]).code == 3)
        let run = try ToolRun(import2025 + ["--layout", layout, "--archive", scratch.path("a")])
        #expect(run.code == 0)
        #expect(try counts(run) == [2, 3])
    }

    @Test func aLayoutThatIsKeptIsAppliedByItself() throws {
        let scratch = try Scratch()
        let (table, layout) = try files(scratch)
        let archive = ["--archive", scratch.path("a")]
        #expect(try ToolRun(["sample", scratch.path("a")]).code == 0)
        #expect(try ToolRun(["layouts", "add", layout] + archive).code == 0)
        #expect(try ToolRun(["layouts"] + archive).text == "Settore 3\n")
        #expect(try ToolRun(["layouts", "show", "Settore 3"] + archive).text.contains("voluto: Target"))
        let run = try ToolRun(["import", table, "--year", "2025", "--json", "--dry-run"] + archive)
        #expect(try counts(run) == [2, 3])
        #expect(try ToolRun(["verify"] + archive).code == 0)

        #expect(try ToolRun(["layouts", "rename", "Settore 3", "Settore 3"] + archive).code == 0)
        #expect(try ToolRun(["layouts", "rename", "Settore 3", " "] + archive).code == 2)
        #expect(try ToolRun(["layouts", "rename", "Settore 3", "Area 3"] + archive).text == "Area 3\n")
        #expect(try ToolRun(["layouts"] + archive).text == "Area 3\n")
        #expect(try ToolRun(["layouts", "rename", "Area 3", "Settore 3"] + archive).code == 0)
        let exported = try ToolRun(["layouts", "export", "Settore 3"] + archive)
        let known = try #require(JSONSerialization.jsonObject(with: exported.output) as? [String: Any])
        #expect(known["name"] as? String == "Settore 3")
        #expect(try ToolRun(["layouts", "remove", "Settore 3"] + archive).code == 0)
        #expect(try ToolRun(["layouts"] + archive).text.isEmpty)
        #expect(try ToolRun(["import", table, "--year", "2025", "--dry-run"] + archive).code == 3)
    }

    @Test func nextYearsHeadsSayTheirOwnYears() throws {
        let scratch = try Scratch()
        let layout = scratch.path("serie.json"), table = scratch.path("serie.csv")
        let terms = #""terms": ["indicator", "period", "period"], "years": [null, 2021, 2022]"#
        let text = #"{"name": "Serie", "signature": ["cose", "rilevazione", "rilevazione"], \#(terms)}"#
        try Data(text.utf8).write(to: URL(filePath: layout))
        try Data("Servizio: Biblioteca\n\nCose;Rilevazione 2023;Rilevazione 2024\nPrestiti;10;12\n".utf8)
            .write(to: URL(filePath: table))
        let archive = ["--archive", scratch.path("a")]
        #expect(try ToolRun(["import", table, "--layout", layout] + archive).code == 0)
        let exported = try ToolRun(["export", "json", "-o", "-"] + archive).text
        #expect(exported.contains("\"2023\"") && exported.contains("\"2024\""))
        #expect(!exported.contains("\"2021\"") && !exported.contains("\"2022\""))
    }

    @Test func aLayoutOfTheSameNameForOtherHeadsStaysBesideIt() throws {
        let scratch = try Scratch()
        let (_, layout) = try files(scratch)
        let archive = ["--archive", scratch.path("a")]
        let other = scratch.path("altro.json")
        try Data(Self.layout.replacing("\"voluto\"", with: "\"atteso\"").utf8).write(to: URL(filePath: other))
        #expect(try ToolRun(["sample", scratch.path("a")]).code == 0)
        for file in [layout, other, layout] {
            #expect(try ToolRun(["layouts", "add", file] + archive).code == 0)
        }
        #expect(try ToolRun(["layouts"] + archive).text == "Settore 3\nSettore 3 2\n")
    }

    @Test func aNameIsKeptAsItIsAndNamesNoFile() throws {
        let scratch = try Scratch()
        _ = try files(scratch)
        let evil = scratch.path("evil.json")
        try Data(Self.layout.replacing("Settore 3", with: "../../fuori").utf8).write(to: URL(filePath: evil))
        #expect(try ToolRun(["sample", scratch.path("a")]).code == 0)
        #expect(try ToolRun(["layouts", "add", evil, "--archive", scratch.path("a")]).code == 0)
        #expect(!scratch.exists("fuori.json"))
        #expect(try ToolRun(["layouts", "--archive", scratch.path("a")]).text == "../../fuori\n")
    }

    @Test func aLayoutStandsInTheHistoryAndGoesWithAPart() throws {
        let scratch = try Scratch()
        let (_, layout) = try files(scratch)
        let (archive, part) = (["--archive", scratch.path("a")], scratch.path("parte.barometro"))
        let working = ["--archive", scratch.path("b")]
        #expect(try ToolRun(["sample", scratch.path("a")]).code == 0)
        #expect(try ToolRun(["layouts", "add", layout] + archive).code == 0)
        #expect(try ToolRun(["history"] + archive).text.contains("Settore 3"))
        #expect(try ToolRun(["export", "bundle", "-o", part] + archive).code == 0)
        #expect(try ToolRun(["open-bundle", part, scratch.path("b")]).code == 0)
        #expect(try ToolRun(["layouts"] + working).text == "Settore 3\n")

        // A colleague's layout comes back with the part.
        let other = scratch.path("altro.json")
        let words = Self.layout.replacing("\"voluto\"", with: "\"atteso\"")
        try Data(words.replacing("Settore 3", with: "Settore 4").utf8).write(to: URL(filePath: other))
        #expect(try ToolRun(["layouts", "add", other] + working).code == 0)
        #expect(try ToolRun(["export", "bundle", "-o", part] + working).code == 0)
        #expect(try ToolRun(["merge", part] + archive).code == 0)
        #expect(try ToolRun(["layouts"] + archive).text == "Settore 3\nSettore 4\n")
        #expect(try ToolRun(["verify"] + archive).code == 0)
    }

    @Test func aLayoutComesBackWithABackup() throws {
        let scratch = try Scratch()
        let (_, layout) = try files(scratch)
        let archive = ["--archive", scratch.path("a")]
        #expect(try ToolRun(["sample", scratch.path("a")]).code == 0)
        #expect(try ToolRun(["layouts", "add", layout] + archive).code == 0)
        let made = try ToolRun(["backup", "make"] + archive).text.trimmingCharacters(in: .newlines)
        #expect(try ToolRun(["layouts", "remove", "Settore 3"] + archive).code == 0)
        #expect(try ToolRun(["layouts"] + archive).text.isEmpty)
        #expect(try ToolRun(["backup", "restore", made] + archive).code == 0)
        #expect(try ToolRun(["layouts"] + archive).text == "Settore 3\n")
    }

    @Test func aLayoutThatFitsNothingIsToldWithTheWayToOneThatDoes() throws {
        let scratch = try Scratch()
        let (table, layout) = try files(scratch)
        let other = scratch.path("altro.csv")
        try Data("Obiettivo;Indicatore;Target\nVerde;alberi;3\n".utf8).write(to: URL(filePath: other))
        let archive = ["--year", "2025", "--json", "--dry-run", "--archive", scratch.path("a")]
        let unused = try ToolRun(["import", other, "--layout", layout] + archive)
        #expect(unused.code == 0)
        #expect(unused.errors.contains("settore.json") && unused.errors.contains("altro.csv"))
        #expect(unused.errors.contains("barometroctl tables"))
        let used = try ToolRun(["import", table, "--layout", layout] + archive)
        #expect(!used.errors.contains("settore.json"))
    }

    @Test func layoutsOfLabelsAndOfTextsAreKeptShownExportedAndRemoved() throws {
        let scratch = try Scratch()
        let archive = ["--archive", scratch.path("a")]
        #expect(try ToolRun(["sample", scratch.path("a")]).code == 0)
        let texts = """
            {"name": "Testi", "signature": [], "terms": [], "years": [],
             "namedLines": [{"line": 3, "text": "almeno trecento alberi", "term": "target"}]}
            """
        let cards = """
            {"name": "Schede", "signature": ["quanto si aspetta"], "terms": ["target"], "years": [null],
             "cards": true}
            """
        for (name, text) in [("Testi", texts), ("Schede", cards)] {
            let file = scratch.path(name + ".json"), copy = scratch.path(name + "-2.json")
            try Data(text.utf8).write(to: URL(filePath: file))
            #expect(try ToolRun(["layouts", "add", file] + archive).code == 0)
            #expect(try ToolRun(["layouts", "export", name, "-o", copy] + archive).code == 0)
            #expect(try ToolRun(["layouts", "remove", name] + archive).code == 0)
            #expect(try ToolRun(["layouts", "add", copy] + archive).code == 0)
        }
        #expect(try ToolRun(["layouts"] + archive).text == "Schede\nTesti\n")
        #expect(
            try ToolRun(["layouts", "show", "Testi"] + archive).text.contains("«almeno trecento alberi»"))
        #expect(
            try ToolRun(["layouts", "show", "Schede"] + archive).text == "quanto si aspetta: Target\n")
        #expect(try ToolRun(["verify"] + archive).code == 0)
    }

    @Test(
        "What is no layout is refused and named",
        arguments: ["{}", "x", "{\"name\":\"a\",\"signature\":[\"b\"],\"terms\":[],\"years\":[]}", "[]"])
    func refused(text: String) throws {
        let scratch = try Scratch()
        let (table, _) = try files(scratch)
        let bad = scratch.path("bad.json")
        try Data(text.utf8).write(to: URL(filePath: bad))
        let run = try ToolRun(["import", table, "--layout", bad, "--archive", scratch.path("a")])
        #expect(run.code == 3)
        #expect(run.errors.contains("bad.json"))
        #expect(!scratch.exists("a"))
    }
}
