import Foundation
import Testing
import ToolSupport

/// What cannot be done is refused with code 2, in Italian, with one full stop a sentence and what to do.
@Suite struct RefusalTests {
    private func requireRefusal(_ run: ToolRun, saying words: [String]) {
        #expect(run.code == 2, "\(run.errors)")
        #expect(run.output.isEmpty)
        for word in words { #expect(run.errors.contains(word), "\(run.errors)") }
        #expect(!run.errors.contains(".."), "\(run.errors)")
        for english in [
            "Error", "error:", "Usage", "Missing", "Unknown", "could not", "file doesn", "invalid", "See '",
        ] {
            #expect(!run.errors.contains(english), "\(run.errors)")
        }
    }

    /// arguments | what is said
    @Test(
        arguments: [
            (["score", "--nonsense"], ["Non c’è un’opzione --nonsense."]),
            (["score", "--yera", "3"], ["--yera", "Forse si intende --year."]),
            (["frobnicate"], ["«frobnicate» qui non è previsto."]), (["score", "a", "b"], ["«a»", "«b»"]),
            (
                ["print", "allegato-z", "--year", "2025", "-o", "x"],
                ["allegato-z", "allegato-b", "relazione"]
            ),
            (["print", "piano"], ["Manca --year <anno>."]),
            (["print", "piano", "--year", "abc", "-o", "x"], ["abc", "--year"]),
            (["score", "--year"], ["--year <anno> richiede un valore."]),
            (["check", "--strict=yes"], ["--strict", "yes"]),
            (["import"], ["<file>"]), (["export", "docx", "-o", "-"], ["csv", "json", "bundle"]),
            (["year"], ["Manca un comando."]),
            (["year", "lock"], ["<anno>"]), ([], ["Manca un comando."]), (["-x"], ["-x"]),
            (["freeze"], ["<documento>"]),
            (["score", "--archive", ""], ["--archive richiede una cartella."]),
            (["score", "--archive", "  "], ["--archive"]),
            (["score", "--lang", "tlh"], ["tlh"]),
            (["help", "nulla"], ["«nulla»", "score", "Sceglierne uno."]),
            (["score", "--year", "2025.5"], ["2025.5", "un numero intero"]), (["chart"], ["--service"]),
            (["chart", "--service", "x", "-o", "x.jpg"], [".svg, .png o .pdf"]), (["merge"], ["<file>"]),
            (["year", "lock", "2025"], ["Manca --reason"]), (["freeze", "make", "piano"], ["--year"]),
            (["open-bundle", "x"], ["<cartella>"]), (["backup", "delete"], ["<nome>"]),
            (["layouts", "export"], ["<nome>"]), (["tables"], ["<file>"]), (["sample"], ["<cartella>"]),
            (["compare"], ["--from"]), (["import", "x", "--kind", "boh"], ["boh", "relazione"]),
            (["verify", "x"], ["«x»"]), (["score", "--json=1"], ["--json"]),
        ] as [([String], [String])]) func badUsageIsToldInItalian(arguments: [String], words: [String]) throws
    {
        requireRefusal(try ToolRun(arguments), saying: words)
    }

    @Test func aNameThatIsNotThereIsBadUsageForEveryCommand() throws {
        let scratch = try Scratch()
        let archive = try scratch.sample()
        let out = scratch.path("x.pdf")
        let commands = [
            ["chart", "--service", "Nulla", "-o", out],
            ["chart", "--service", "Biblioteca", "--series", "Nulla", "-o", out],
            ["export", "bundle", "--sector", "Nulla", "-o", out],
            ["export", "bundle", "--service", "Nulla", "-o", out],
            ["history", "--document", "nulla"], ["backup", "restore", "nulla"],
            ["backup", "delete", "nulla"],
            ["layouts", "export", "nulla"], ["layouts", "remove", "nulla"], ["score", "--explain", "nulla"],
            ["score", "--year", "1999"], ["check", "--year", "1999"],
            ["year", "lock", "1999", "--reason", "p"], ["year", "unlock", "1999", "--reason", "p"],
            ["freeze", "make", "piano", "--year", "2025", "--act", "1", "--date", "31/02/2026"],
            ["compare", "--from", "nulla"],
        ]
        for command in commands {
            let run = try ToolRun(command + ["--archive", archive])
            requireRefusal(run, saying: ["."])
        }
        #expect(!scratch.exists("x.pdf"))
    }

    @Test func anEmptyNameOfAnArchiveMakesNone() throws {
        let scratch = try Scratch()
        let file = try scratch.file("base.txt", ReportDraft.text(["Verde|Alberi|10|10|100"]))
        let run = try ToolRun(["import", file, "--archive", ""])
        requireRefusal(run, saying: ["--archive richiede una cartella"])
        #expect(!FileManager.default.fileExists(atPath: "archive.json"))
    }

    @Test func helpIsItalianThroughout() throws {
        for arguments in [
            ["--help"], ["score", "--help"], ["help", "year"], ["freeze", "make", "-h"], ["print", "--help"],
            ["export", "--help"], ["import", "--help"], ["chart", "--help"],
        ] {
            let run = try ToolRun(arguments)
            #expect(run.code == 0)
            for english in [
                "USAGE", "OVERVIEW", "OPTIONS", "ARGUMENTS", "Show help", "detailed help", "(default",
                "default:", "values:",
                "<year>",
            ] {
                #expect(!run.text.contains(english), "\(run.text)")
            }
            #expect(run.text.contains("Uso: barometroctl"))
        }
    }

    @Test func aPlaceThatIsNotThereIsNamedInItalian() throws {
        let scratch = try Scratch()
        let archive = try scratch.sample()
        let place = scratch.path("nessuna/x")
        let commands = [
            ["print", "piano", "--year", "2025", "-o", place + ".pdf"],
            ["chart", "--service", "Biblioteca", "-o", place + ".svg"],
            ["export", "json", "-o", place + ".json"],
            ["export", "bundle", "-o", place + ".barometro"],
        ]
        for command in commands {
            let run = try ToolRun(command + ["--archive", archive])
            requireRefusal(
                run, saying: ["nessuna/x", "la cartella non c’è.", "Scegliere un altro posto con -o."])
        }
        let folder = try ToolRun([
            "print", "piano", "--year", "2025", "-o", scratch.path("esempio"), "--archive", archive,
        ])
        requireRefusal(folder, saying: ["Scegliere un altro posto"])
        let full = try ToolRun(["print", "piano", "--year", "2025", "-o", "/dev/full", "--archive", archive])
        requireRefusal(full, saying: ["il disco è pieno"])
        let none = try ToolRun(["print", "piano", "--year", "2025", "-o", "", "--archive", archive])
        requireRefusal(none, saying: ["-o richiede il nome di un file."])
    }

    @Test func aProtectedFileIsNotReplacedAndAnotherKeepsItsPermissions() throws {
        let scratch = try Scratch()
        let archive = try scratch.sample()
        let file = try scratch.file("protetto.pdf", Array("vecchio".utf8))
        chmod(file, 0o444)
        let command = ["print", "piano", "--year", "2025", "-o", file, "--archive", archive]
        requireRefusal(try ToolRun(command), saying: ["protetto.pdf", "il file è protetto da scrittura."])
        for (name, rest) in [
            ("x.svg", ["chart", "--service", "Biblioteca"]), ("x.png", ["chart", "--service", "Biblioteca"]),
            ("x.pdf", ["chart", "--service", "Biblioteca"]), ("x.json", ["export", "json"]),
            ("x.barometro", ["export", "bundle"]),
        ] {
            let other = try scratch.file(name, Array("vecchio".utf8))
            chmod(other, 0o444)
            let run = try ToolRun(rest + ["-o", other, "--archive", archive])
            requireRefusal(run, saying: [name, "il file è protetto da scrittura."])
            #expect(try String(contentsOfFile: other, encoding: .utf8) == "vecchio")
        }
        #expect(try String(contentsOfFile: file, encoding: .utf8) == "vecchio")
        chmod(file, 0o640)
        #expect(try ToolRun(command).code == 0)
        let attributes = try FileManager.default.attributesOfItem(atPath: file)
        #expect(attributes[.posixPermissions] as? Int == 0o640)
    }

    @Test(arguments: ["allegato-b", "allegato-c", "piano", "progetti", "relazione"])
    func aYearWithoutDataIsNeitherPrintedNorFrozen(document: String) throws {
        let scratch = try Scratch()
        let archive = try scratch.sample()
        for year in ["1999", "2050", "0", "-1"] {
            let file = scratch.path("x.pdf")
            let print = try ToolRun(["print", document, "--year=\(year)", "-o", file, "--archive", archive])
            requireRefusal(print, saying: ["L’archivio non ha", year])
            #expect(!scratch.exists("x.pdf"))
            let freeze = try ToolRun([
                "freeze", "make", document, "--year=\(year)", "--act", "12", "--date", "2026-11-28",
                "--archive", archive,
            ])
            requireRefusal(freeze, saying: ["L’archivio non ha"])
        }
        #expect(try ToolRun(["freeze", "list", "--archive", archive]).text.isEmpty)
    }

    @Test(arguments: ["-1.000\t-300\t-200", "5\t3\t0", "7\t1\t-2"])
    func anIndexDoesNotStartFromZeroOrBelow(figures: String) throws {
        let scratch = try Scratch()
        let archive = try ReportDraft.services(figures, in: scratch)
        let file = scratch.path("x.svg")
        let command = ["chart", "--service", "Ludoteca", "-o", file, "--archive", archive]
        requireRefusal(
            try ToolRun(command + ["--base-100"]),
            saying: ["Nessuna serie ha un primo dato sopra lo 0 da cui far partire un indice."])
        #expect(!scratch.exists("x.svg"))
        #expect(try ToolRun(command).code == 0)
    }
}

/// Characters that no font has.
@Suite struct MissingCharacterTests {
    @Test func aCharacterWithoutAFontIsToldAndKeptAsText() throws {
        let scratch = try Scratch()
        let archive = try ReportDraft.archive(["Verde|Alberi \u{10A80}\u{10A81} αβγ|10|10|100"], in: scratch)
        let file = scratch.path("x.pdf")
        let run = try ToolRun(["print", "piano", "--year", "2031", "-o", file, "--archive", archive])
        #expect(run.code == 0)
        #expect(run.errors.contains("U+10A80"), "\(run.errors)")
        #expect(run.errors.contains("Pagina "), "\(run.errors)")
        #expect(!run.errors.contains("U+03B1"), "\(run.errors)")
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/pdftotext")
        process.arguments = ["-layout", file, scratch.path("x.txt")]
        try process.run()
        process.waitUntilExit()
        let text = try String(contentsOfFile: scratch.path("x.txt"), encoding: .utf8)
        #expect(text.unicodeScalars.contains("\u{10A80}"))
        #expect(text.contains("αβγ"))
        #expect(!text.contains("10A"))
    }

    @Test(arguments: ["x.svg", "x.png", "x.pdf"]) func aChartTellsThemToo(name: String) throws {
        let scratch = try Scratch()
        let archive = try ReportDraft.services("7\t5\t3", in: scratch, named: "Ludoteca \u{10A80}")
        let run = try ToolRun([
            "chart", "--service", "Ludoteca \u{10A80}", "-o", scratch.path(name), "--archive", archive,
        ])
        #expect(run.code == 0)
        #expect(run.errors.contains("U+10A80"), "\(run.errors)")
        #expect(run.errors.contains("«Ludoteca"), "\(run.errors)")
    }
}
