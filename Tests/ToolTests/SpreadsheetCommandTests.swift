import Exporting
import Foundation
import Model
import Sample
import Spreadsheets
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
            try PythonRun.json("calc.py", ["fill", template] + outputs, with: "uno") as? [String: Any])
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

    @Test(.enabled(if: hasCalc, "SKIPPED: LibreOffice Calc or python3-uno is not there"))
    func aTemplateOfServicesThatCalcFillsInComesBackFromEachFormatThatItSaves() throws {
        let scratch = try Scratch()
        let archive = try scratch.sample()
        let template = scratch.path("modello.xlsx")
        let make = try ToolRun([
            "template", "series", "--year", "2026", "--archive", archive, "-o", template,
        ])
        #expect(make.code == 0, "\(make.errors)")
        let outputs = ["ods", "xlsx", "csv"].map { scratch.path("compilato.\($0)") }
        let facts = try #require(
            try PythonRun.json("calc.py", ["fill", template] + outputs, with: "uno") as? [String: Any])
        #expect(facts["locked"] as? Bool == true && facts["open"] as? Bool == true)
        #expect(facts["hidden"] as? Bool == true)
        let names = try #require(facts["names"] as? [String])
        #expect(names.count > 10)
        for output in outputs {
            let copy = scratch.path("copia-\(URL(filePath: output).pathExtension)")
            try FileManager.default.copyItem(atPath: archive, toPath: copy)
            let written =
                FileManager.default.fileExists(atPath: output)
                ? output : output.replacing(".csv", with: "-Dati.csv")
            let back = try ToolRun(["import", written, "--archive", copy])
            #expect(back.code == 0, "\(output): \(back.errors)")
            #expect(back.errors.contains("aggiunti: 0"), "\(output): \(back.errors)")
            #expect(back.errors.contains("campi che non concordano: 0"), "\(output): \(back.errors)")
            let export = try ToolRun(["export", "json", "-o", "-", "--archive", copy])
            let content = try JSONDecoder().decode(ArchiveContent.self, from: export.output)
            let series = content.services.services.flatMap { $0.outputs + $0.users }.filter { !$0.isHeading }
            #expect(series.map(\.name) == names, "\(output)")
            for (row, own) in series.enumerated() {
                #expect(own.values[2026]?.number == ExactDecimal(plain: "\(100 + row).5"), "\(output)")
            }
        }
    }

    @Test(
        .enabled(
            if: hasCalc && hasOpenpyxl, "SKIPPED: LibreOffice Calc, python3-uno or openpyxl is not there"))
    func everyTableHasInCalcAndOpenpyxlTheTypesThatItShouldHave() throws {
        let scratch = try Scratch()
        let content = SampleArchive.content()
        let plan = try #require(content.plans[SampleArchive.year])
        let books = [
            ArchiveTables.workbook(of: content),
            ActualsTemplate.workbook(plan, of: content.municipality),
            SeriesTemplate.workbook(content.services, year: plan.year, of: content.municipality),
            Workbook(title: "", tables: [Answers(plan).table, Self.everyType]),
        ]
        var files: [(path: String, tables: [DataTable])] = []
        for (index, book) in books.enumerated() {
            for format in [TableFormat.xlsx, .ods] {
                files.append((scratch.path("\(index).\(format.rawValue)"), book.tables))
                try format.bytes(of: book).write(to: URL(filePath: files[files.count - 1].path))
            }
        }
        for (index, table) in books.flatMap(\.tables).enumerated() {
            files.append((scratch.path("\(index).csv"), [table]))
            try CSVText.italian(table).write(to: URL(filePath: files[files.count - 1].path))
        }
        let shown = try #require(
            try PythonRun.json("calc.py", ["show"] + files.map(\.path), with: "uno") as? [[[String: Any]]])
        for (file, sheets) in zip(files, shown) {
            try expect(sheets, toShow: file.tables, in: file.path, isText: file.path.hasSuffix(".csv"))
            guard file.path.hasSuffix(".xlsx") else { continue }
            let read = try #require(
                try PythonRun.json("workbook.py", ["show", file.path], with: "openpyxl") as? [[String: Any]])
            try expect(read, toShow: file.tables, in: "openpyxl " + file.path)
        }
    }

    /// A table with a cell of each type, and with texts that look like other types.
    private static var everyType: DataTable {
        let columns = [
            DataColumn("a", "Testo"), DataColumn("b", "Cifra", .number(decimals: 0)),
            DataColumn("c", "Quota", .percent), DataColumn("d", "Giorno", .date),
            DataColumn("e", "Mese", .month),
        ]
        let figures = ["0", "-1234.5", "1000000", "0.000001", "123456789012345", "97.3"]
        let days = [(2024, 2, 29), (2025, 12, 31), (1999, 1, 1), (2030, 10, 9), (2026, 6, 15), (2025, 1, 10)]
        let texts = ["=1+1", "n.d.", "'a", "+39", "Città «è»", "-"]
        return DataTable(
            "Tipi", columns: columns,
            rows: figures.indices.map { row in
                let figure = ExactDecimal(plain: figures[row]) ?? .zero
                return [
                    .text(texts[row]), .number(figure), row == 4 ? .empty : .percent(figure),
                    CalendarDate(year: days[row].0, month: days[row].1, day: days[row].2).map { .date($0) }
                        ?? .empty,
                    row == 0 ? .empty : .month(Month(year: days[row].0, number: days[row].1)),
                ]
            })
    }

    /// Every cell of tables in the sheets that another program shows, with its type and its value.
    private func expect(
        _ sheets: [[String: Any]], toShow tables: [DataTable], in place: String, isText: Bool = false
    ) throws {
        let own = sheets.suffix(tables.count)
        #expect(own.count == tables.count, "\(place)")
        for (sheet, table) in zip(own, tables) {
            #expect(sheet["formulas"] as? Int ?? 0 == 0, "\(place)")
            let rows = try #require(sheet["rows"] as? [[[Any]]])
            let top = table.lead.isEmpty ? 0 : table.lead.count + 1
            #expect(rows.count >= top + 1 + table.rows.count, "\(place) \(table.name)")
            for (index, cells) in table.rows.enumerated() where rows.count > top + 1 + index {
                let row = rows[top + 1 + index]
                for (column, cell) in cells.enumerated() {
                    let found = column < row.count ? row[column] : ["empty", ""]
                    let (kind, value) = (found[0] as? String ?? "", "\(found[1])")
                    #expect(
                        cell.isShown(as: kind, value, isText: isText),
                        "\(place) \(table.name) \(index + 1) \(table.columns[column].head): \(cell) is \(found)"
                    )
                }
            }
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

extension DataCell {
    /// Whether another program shows this cell as it is: a figure as a number, a day as a date, a share as a percentage, a
    /// text as a text.
    /// - Parameter isText: the file says no types, so that a text that looks like a figure may be one.
    fileprivate func isShown(as kind: String, _ value: String, isText: Bool) -> Bool {
        switch self {
        case .empty: return kind == "empty"
        case .number(let figure):
            if italian.count(where: \.isNumber) > 15 { return kind == "text" }
            return kind == "number" && Double(value) == Double(figure.description)
        case .percent(let share):
            guard kind == "percent", let read = Double(value), let told = Double(share.description) else {
                return false
            }
            return abs(read * 100 - told) < 1e-9 * max(1, abs(told))
        case .date: return kind == "date"
        case .month: return kind == "date" || isText && value == italian
        case .text(let text):
            guard isText else { return kind == "text" && value == text }
            return kind != "text" || value == text || value == "'" + text
        }
    }
}
