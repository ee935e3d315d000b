import Foundation
import Model
import Sample
import Testing

@Suite struct ScoreCommandTests {
    @Test func scoresHaveTheAgreedShape() throws {
        let scratch = try Scratch()
        let run = try ToolRun(["score", "--year", "2025", "--json", "--archive", scratch.sample()])
        #expect(run.code == 0)
        let json = try run.json
        #expect(json["year"] as? Int == 2025)
        let lines = try #require(json["lines"] as? [[String: Any]])
        let objectives = try lines.flatMap { line in
            #expect(Set(["name", "achievement", "printed", "objectives"]).isSubset(of: line.keys))
            return try #require(line["objectives"] as? [[String: Any]])
        }
        for objective in objectives {
            #expect(Set(["title", "achievement", "weightSum", "indicators"]).isSubset(of: objective.keys))
        }
        let indicators = objectives.flatMap { $0["indicators"] as? [[String: Any]] ?? [] }
        let names = [
            "name", "target", "actual", "deviation", "weight", "achievement", "displayed", "neutralised",
            "line",
        ]
        for indicator in indicators { #expect(Set(names).isSubset(of: indicator.keys)) }
        #expect(
            indicators.count == SampleArchive.content().plans[2025]?.objectives.flatMap(\.indicators).count)
        #expect(lines[0]["achievement"] as? String == "98.88")
        let printed = SampleArchive.content().plans[2025]?.lines.first?.printedAchievement
        #expect(lines[0]["printed"] as? String == printed?.raw)
    }

    @Test func figuresAreDecimalStringsAndMissingOnesNull() throws {
        let scratch = try Scratch()
        let run = try ToolRun(["score", "--json", "--archive", scratch.sample()])
        let text = run.text
        #expect(text.contains("\"achievement\" : null"))
        #expect(text.contains("\"neutralised\" : true"))
        #expect(!text.contains("\"actual\" : 9"))
        #expect(text.contains("\"target\" : \"4000\""))
    }

    @Test func everyStepOfAScoreIsExplained() throws {
        let scratch = try Scratch()
        let archive = try scratch.sample()
        let run = try ToolRun(["score", "--explain", "Sedi con raccolta completa", "--archive", archive])
        #expect(run.code == 0)
        for words in [
            "Sedi con raccolta completa", "consuntivo ÷ target × 100", "consuntivo 9; target 12", "= 75",
            "Stampato: 75 %",
        ] { #expect(run.text.contains(words), "\(run.text)") }
    }

    @Test func anIndicatorIsFoundByItsIdentity() throws {
        let scratch = try Scratch()
        let archive = try scratch.sample()
        let indicator = try #require(SampleArchive.content().plans[2025]?.objectives.first?.indicators.first)
        let run = try ToolRun(["score", "--explain", indicator.id.uuidString, "--json", "--archive", archive])
        #expect(run.code == 0)
        #expect(try run.json["name"] as? String == indicator.name)
        #expect((try run.json["steps"] as? [Any])?.isEmpty == false)
    }

    @Test func severalOfANameAreListedWithTheirIdentities() throws {
        let scratch = try Scratch()
        let run = try ToolRun(["score", "--explain", "di", "--archive", scratch.sample()])
        #expect(run.code == 2)
        #expect(run.output.isEmpty)
        let listed = run.errors.split(separator: "\n").dropFirst().compactMap { line in
            line.split(separator: " ").first.flatMap { UUID(uuidString: String($0)) }
        }
        #expect(listed.count > 1)
    }

    @Test(arguments: [
        ["score", "--explain", "non esiste"], ["score", "--year", "1999"], ["score", "--nonsense"],
        ["score", "--lang", "tlh"], ["export", "csv", "-o", "-"], ["print", "allegato-z", "--year", "2025"],
        ["print", "allegato-b", "--year", "1999", "-o", "/tmp/x.pdf"], ["import"],
        ["import", "x", "--kind", "y"],
        ["chart", "--service", "Biblioteca", "-o", "x.doc"], ["frobnicate"],
    ]) func badUsageIsExitCode2WithWhatIsAskedFor(arguments: [String]) throws {
        let scratch = try Scratch()
        let archive = try scratch.sample()
        let isKnown = arguments.first != "frobnicate"
        let run = try ToolRun(arguments + (isKnown ? ["--archive", archive] : []))
        #expect(run.code == 2, "\(arguments)")
        #expect(run.output.isEmpty, "\(arguments)")
        #expect(!run.errors.isEmpty, "\(arguments)")
    }

    @Test func theLanguageCanBeChosen() throws {
        let scratch = try Scratch()
        let archive = try scratch.sample()
        let english = try ToolRun(["score", "--archive", archive, "--lang", "en"])
        #expect(english.text.contains("all objectives together"))
        #expect(try ToolRun(["score", "--archive", archive]).text.contains("tutti gli obiettivi insieme"))
    }

    @Test func helpIsDataAndDone() throws {
        let run = try ToolRun(["--help"])
        #expect(run.code == 0)
        #expect(run.errors.isEmpty)
        #expect(run.text.contains("import"))
    }
}

@Suite struct CheckCommandTests {
    @Test func findingsHaveTheAgreedShape() throws {
        let scratch = try Scratch()
        let run = try ToolRun(["check", "--json", "--archive", scratch.sample()])
        #expect(run.code == 0)
        let findings = try #require(try run.json["findings"] as? [[String: Any]])
        #expect(!findings.isEmpty)
        for finding in findings {
            #expect(Set(["code", "severity", "place", "written", "expected"]).isSubset(of: finding.keys))
            #expect(["error", "warning", "info"].contains(finding["severity"] as? String))
            let place = try #require(finding["place"] as? [String: Any])
            #expect(Set(["kind", "path", "file", "line"]).isSubset(of: place.keys))
        }
        let weights = try #require(findings.first { $0["code"] as? String == "objective-weights" })
        #expect(weights["written"] as? String == "95")
        #expect(weights["expected"] as? String == "100")
    }

    @Test func onlyStrictChecksEndWithCode1() throws {
        let scratch = try Scratch()
        let archive = try scratch.sample()
        #expect(try ToolRun(["check", "--archive", archive]).code == 0)
        let strict = try ToolRun(["check", "--strict", "--archive", archive])
        #expect(strict.code == 1)
        #expect(strict.text.contains("La somma dei pesi non è 100"))
    }

    @Test func aFindingOfAnImportedFileNamesFileAndLine() throws {
        let scratch = try Scratch()
        let archive = scratch.path("a")
        let file = ToolRun.fixture("relazione-tabella.txt")
        #expect(try ToolRun(["import", file, "--archive", archive]).code == 0)
        let findings = try #require(
            try ToolRun(["check", "--json", "--archive", archive]).json["findings"] as? [[String: Any]])
        let places = findings.compactMap { $0["place"] as? [String: Any] }
        #expect(places.contains { $0["file"] as? String == "relazione-tabella.txt" && $0["line"] is Int })
    }
}

@Suite struct PrintCommandTests {
    @Test(arguments: ["allegato-b", "allegato-c", "piano", "progetti", "relazione"])
    func eachDocumentIsAPDF(document: String) throws {
        let scratch = try Scratch()
        let archive = try scratch.sample()
        let file = scratch.path("\(document).pdf")
        let run = try ToolRun(["print", document, "--year", "2025", "-o", file, "--archive", archive])
        #expect(run.code == 0)
        #expect(try Data(contentsOf: URL(filePath: file)).starts(with: Data("%PDF-".utf8)))
        let piped = try ToolRun([
            "print", document, "--year", "2025", "--anonymous", "-o", "-", "--archive", archive,
        ])
        #expect(piped.output.starts(with: Data("%PDF-".utf8)))
        #expect(piped.errors.isEmpty)
    }

    @Test(arguments: [
        ("svg", Array("<?xml".utf8)), ("png", [0x89, 0x50, 0x4E, 0x47]), ("pdf", Array("%PDF-".utf8)),
    ]) func aChartIsDrawnInEachFormat(suffix: String, start: [UInt8]) throws {
        let scratch = try Scratch()
        let file = scratch.path("grafico.\(suffix)")
        let run = try ToolRun([
            "chart", "--service", "biblioteca", "-o", file, "--archive", scratch.sample(),
        ])
        #expect(run.code == 0, "\(run.errors)")
        #expect(try Data(contentsOf: URL(filePath: file)).starts(with: Data(start)))
    }

    @Test func aSeriesIsChosenByItsNameAndAServiceThatIsNotThereIsTold() throws {
        let scratch = try Scratch()
        let archive = try scratch.sample()
        let service = try #require(SampleArchive.content().services.services.first)
        let series = try #require(service.outputs.first { !$0.isHeading })
        let file = scratch.path("uno.svg")
        let run = try ToolRun([
            "chart", "--service", service.name, "--series", series.name, "-o", file, "--archive", archive,
        ])
        #expect(run.code == 0, "\(run.errors)")
        #expect(try String(contentsOfFile: file, encoding: .utf8).contains(series.name))
        let unknown = try ToolRun(["chart", "--service", "Faro", "-o", file, "--archive", archive])
        #expect(unknown.code == 2)
        #expect(unknown.errors.contains(service.name))
    }
}
