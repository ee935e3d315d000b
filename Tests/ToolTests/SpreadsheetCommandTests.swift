import Foundation
import Model
import Sample
import Testing
import ToolSupport

/// Tables and templates as other programs see them: openpyxl, LibreOffice Calc, frictionless.
@Suite struct SpreadsheetCommandTests {
    static let hasOpenpyxl = PythonRun.interpreter(with: "openpyxl") != nil
    static let hasCalc =
        PythonRun.interpreter(with: "uno") != nil
        && FileManager.default.isExecutableFile(atPath: "/usr/bin/soffice")
    static let hasFrictionless = PythonRun.interpreter(with: "frictionless") != nil

    /// The sample without what its indicators reached, and its path.
    private func unanswered(_ scratch: Scratch) throws -> String {
        let archive = try scratch.sample()
        // The next year's plan has the same indicators, and nothing reached.
        let run = try ToolRun(["year", "new", "2026", "--archive", archive])
        try #require(run.code == 0, "\(run.errors)")
        return archive
    }

    private func status(_ archive: String) throws -> (asked: Int, reported: Int) {
        let offices = try #require(
            try ToolRun(["template", "status", "--year", "2026", "--archive", archive, "--json"]).json[
                "offices"]
                as? [[String: Any]])
        let sum = { (name: String) in offices.reduce(0) { $0 + ($1[name] as? Int ?? 0) } }
        return (sum("indicators"), sum("reported"))
    }

    /// What an archive says of the indicators of 2026 that were filled in: `riga 3` as the note of the one that has
    /// 103,5.
    private func expectEveryValue(of names: [String], in archive: String, _ from: String) throws {
        let run = try ToolRun(["export", "json", "-o", "-", "--archive", archive])
        let content = try JSONDecoder().decode(ArchiveContent.self, from: run.output)
        let indicators = content.plans[2026]?.objectives.flatMap(\.indicators) ?? []
        #expect(indicators.count == names.count, "\(from)")
        for (row, name) in names.enumerated() {
            let found = indicators.first { $0.note == "riga \(row)" }
            #expect(found?.name == name, "\(from)")
            #expect(found?.actual.number == ExactDecimal(plain: "\(100 + row).5"), "\(from): \(name)")
        }
    }

    private func indicatorCount(_ archive: String) throws -> Int {
        let lines = try #require(
            try ToolRun(["score", "--year", "2026", "--archive", archive, "--json"]).json["lines"]
                as? [[String: Any]])
        return lines.flatMap { $0["objectives"] as? [[String: Any]] ?? [] }
            .reduce(0) { $0 + (($1["indicators"] as? [Any])?.count ?? 0) }
    }

    @Test(.enabled(if: hasOpenpyxl, "SKIPPED: the Debian package python3-openpyxl is not there"))
    func aWorkbookHasTypedCellsAFrozenHeadAndLists() throws {
        let scratch = try Scratch()
        let archive = try scratch.sample()
        let file = scratch.path("tabelle.xlsx")
        #expect(try ToolRun(["export", "xlsx", "--archive", archive, "-o", file]).code == 0)
        let sheets = try #require(
            try PythonRun.json("workbook.py", ["show", file], with: "openpyxl") as? [[String: Any]])
        #expect(sheets.count == 8)
        for sheet in sheets {
            #expect(sheet["frozen"] as? String == "A2")
            #expect((sheet["repeated"] as? String)?.contains("1") == true)
        }
        let rows = try #require(sheets[0]["rows"] as? [[[Any]]])
        let heads = rows[0].map { $0[1] as? String ?? "" }
        let target = try #require(heads.firstIndex(of: "Target atteso"))
        let kinds = Set(rows.dropFirst().map { $0[target][0] as? String ?? "" })
        #expect(kinds.isSuperset(of: ["number", "percent"]), "\(kinds)")
        // A share of 81 % is 0.81 and no neighbour of it.
        let shares = rows.dropFirst().flatMap { $0 }.filter { $0[0] as? String == "percent" }
        #expect(shares.count > 10)
        for share in shares { #expect((share[1] as? String ?? "").count <= 6, "\(share)") }
        #expect((sheets[0]["validations"] as? [String])?.contains("list") == true)
    }

    @Test(.enabled(if: hasOpenpyxl, "SKIPPED: the Debian package python3-openpyxl is not there"))
    func aTemplateThatOpenpyxlFillsInAndSortsComesBack() throws {
        let scratch = try Scratch()
        let archive = try unanswered(scratch)
        let (template, filled) = (scratch.path("modello.xlsx"), scratch.path("compilato.xlsx"))
        let make = try ToolRun([
            "template", "actuals", "--year", "2026", "--archive", archive, "-o", template,
        ])
        #expect(make.code == 0, "\(make.errors)")
        let sheets = try #require(
            try PythonRun.json("workbook.py", ["show", template], with: "openpyxl") as? [[String: Any]])
        #expect(sheets.count == 2)
        #expect(sheets[1]["protected"] as? Bool == true)
        #expect((sheets[1]["hidden"] as? [String])?.isEmpty == false)
        _ = try PythonRun.json("workbook.py", ["fill", template, filled], with: "openpyxl")
        let count = try indicatorCount(archive)
        let back = try ToolRun(["import", filled, "--archive", archive])
        #expect(back.code == 0, "\(back.errors)")
        let now = try status(archive)
        #expect(now.reported == now.asked && now.asked == count)
        #expect(try indicatorCount(archive) == count)
    }

    @Test(
        .enabled(if: hasCalc, "SKIPPED: LibreOffice Calc or python3-uno is not there"),
        arguments: ["xlsx", "ods"])
    func aTemplateThatCalcFillsInComesBackFromEachFormatThatItSaves(_ format: String) throws {
        let scratch = try Scratch()
        let archive = try unanswered(scratch)
        let template = scratch.path("modello.\(format)")
        #expect(
            try ToolRun(["template", "actuals", "--year", "2026", "--archive", archive, "-o", template]).code
                == 0)
        let outputs = ["ods", "xlsx", "csv"].map { scratch.path("compilato.\($0)") }
        let facts = try #require(
            try PythonRun.json("calc.py", [template] + outputs, with: "uno") as? [String: Any])
        #expect(facts["protected"] as? Bool == true)
        #expect(facts["locked"] as? Bool == true && facts["open"] as? Bool == true)
        #expect(facts["hidden"] as? Bool == true)
        #expect((facts["validations"] as? [String])?.contains("LIST") == true)
        let count = try indicatorCount(archive)
        #expect(facts["rows"] as? Int == count)
        for output in outputs {
            let copy = scratch.path("copia-\(URL(filePath: output).pathExtension)")
            try FileManager.default.copyItem(atPath: archive, toPath: copy)
            let written =
                FileManager.default.fileExists(atPath: output)
                ? output : output.replacing(".csv", with: "-Consuntivi.csv")
            let back = try ToolRun(["import", written, "--archive", copy])
            #expect(back.code == 0, "\(output): \(back.errors)")
            #expect(back.errors.contains("campi che non concordano: 0"), "\(output): \(back.errors)")
            try expectEveryValue(of: #require(facts["names"] as? [String]), in: copy, output)
        }
    }

    @Test(arguments: ["xlsx", "ods"]) func theTablesOfAnArchiveComeBackWithoutADifference(_ format: String)
        throws
    {
        let scratch = try Scratch()
        let archive = try scratch.sample()
        let file = scratch.path("tabelle.\(format)")
        #expect(try ToolRun(["export", format, "--archive", archive, "-o", file]).code == 0)
        let back = try ToolRun(["import", file, "--dry-run", "--archive", archive])
        #expect(
            back.errors.contains("aggiunti: 0; campi che verrebbero riempiti: 0; campi che non concordano: 0")
        )
    }

    @Test func templatesAreMadeForEachSectorAndStatusTellsWhoIsMissing() throws {
        let scratch = try Scratch()
        let archive = try unanswered(scratch)
        let run = try ToolRun([
            "template", "actuals", "--year", "2026", "--each", "sector", "--archive", archive, "-o",
            scratch.path("modelli"),
        ])
        #expect(run.code == 0, "\(run.errors)")
        let names = run.text.split(separator: "\n")
        #expect(names.count > 1)
        for name in names { #expect(scratch.exists("modelli/\(name)")) }
        let now = try status(archive)
        #expect(now.reported < now.asked)
        #expect(
            try ToolRun([
                "template", "actuals", "--head", "Nessuno che sia qui", "--year", "2026", "--archive",
                archive, "-o",
                scratch.path("a.xlsx"),
            ]).code == 2)
    }

    @Test(
        .enabled(
            if: hasFrictionless,
            "SKIPPED: no Python with frictionless (pip install frictionless; BAROMETRO_PYTHON)"))
    func aPackageOfOpenDataIsValid() throws {
        let scratch = try Scratch()
        let archive = try scratch.sample()
        let folder = scratch.path("dati")
        let run = try ToolRun([
            "export", "open-data", "--istat", "099999", "--names", "--archive", archive, "-o", folder,
        ])
        #expect(run.code == 0, "\(run.errors)")
        let report = try #require(
            try PythonRun.json("datapackage.py", [folder], with: "frictionless") as? [String: Any])
        #expect(report["valid"] as? Bool == true, "\(report["problems"] ?? "")")
        let rows = try #require(report["rows"] as? [String: Int])
        #expect(Set(rows.keys) == ["indicators", "objectives", "series", "projects", "scoring", "people"])
        #expect(rows.values.allSatisfy { $0 > 0 })
        if let triples = report["triples"] as? Int { #expect(triples > 40) }
    }

    @Test func openDataTellsNoNamesUnlessAsked() throws {
        let scratch = try Scratch()
        let archive = try scratch.sample()
        let objectives = SampleArchive.content().plans.values.flatMap(\.objectives)
        let names = Set(objectives.flatMap { [$0.head] + $0.participants.map(\.name) }).subtracting([""])
        try #require(names.count > 3)
        for (folder, flags) in [("senza", []), ("con", ["--names"])] as [(String, [String])] {
            #expect(
                try ToolRun(
                    ["export", "open-data", "--archive", archive, "-o", scratch.path(folder)] + flags
                ).code == 0)
        }
        func text(_ folder: String) throws -> String {
            try FileManager.default.contentsOfDirectory(atPath: scratch.path(folder)).map {
                try String(contentsOfFile: scratch.path(folder + "/" + $0), encoding: .utf8)
            }.joined()
        }
        let (without, with) = (try text("senza"), try text("con"))
        for name in names { #expect(!without.contains(name), "\(name)") }
        #expect(names.contains { with.contains($0) })
        #expect(!scratch.exists("senza/people.csv") && scratch.exists("con/people.csv"))
    }

    @Test func theSameRowsStandInEachFormatOfOpenData() throws {
        let scratch = try Scratch()
        let folder = scratch.path("dati")
        _ = try ToolRun(["export", "open-data", "--archive", scratch.sample(), "-o", folder])
        let lines = try String(contentsOfFile: folder + "/indicators.jsonl", encoding: .utf8)
            .split(separator: "\n")
        let typed = try #require(
            try JSONSerialization.jsonObject(
                with: Data(contentsOf: URL(filePath: folder + "/indicators.json"))) as? [String: Any])
        #expect((typed["rows"] as? [Any])?.count == lines.count)
        let schema = try #require(typed["schema"] as? [[String: Any]])
        let score = try #require(schema.first { $0["name"] as? String == "score" })
        #expect(score["type"] as? String == "DECIMAL" && (score["precision"] as? Int ?? 0) >= 3)
        for line in lines {
            let row = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
            #expect(row?.count == schema.count)
        }
    }
}
