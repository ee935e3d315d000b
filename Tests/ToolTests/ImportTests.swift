import Foundation
import Testing

@Suite struct ImportTests {
    @Test func severalDocumentsMakeAnArchive() throws {
        let scratch = try Scratch()
        let archive = scratch.path("a")
        let run = try ToolRun([
            "import", ToolRun.fixture("relazione-tabella.txt"), ToolRun.fixture("progetti-tabella.txt"),
            "--json",
            "--archive", archive,
        ])
        #expect(run.code == 0)
        let documents = try #require(try run.json["documents"] as? [[String: Any]])
        #expect(documents.map { $0["file"] as? String } == ["relazione-tabella.txt", "progetti-tabella.txt"])
        #expect(documents.map { $0["kind"] as? String } == ["relazione", "progetti"])
        for document in documents {
            let lines = try #require(document["lines"] as? [String: Int])
            #expect(
                lines["total"] == lines["blank", default: 0] + lines["bound", default: 0]
                    + lines["unread", default: 0])
            #expect((document["unread"] as? [[String: Any]])?.count == lines["unread"])
            #expect(document["recognised"] is [String: Int])
            #expect(document["findings"] is [Any])
        }
        #expect(scratch.exists("a/documents/piano-2031.json"))
        #expect(scratch.exists("a/documents/progetti-2033.json"))
        #expect(try ToolRun(["verify", "--archive", archive]).code == 0)
    }

    @Test func theArchiveLiesAmongTheUsersDataUnlessToldOtherwise() throws {
        let scratch = try Scratch()
        let run = try ToolRun(
            ["import", ToolRun.fixture("relazione-tabella.txt")],
            environment: ["XDG_DATA_HOME": scratch.path("dati")])
        #expect(run.code == 0)
        #expect(scratch.exists("dati/barometro/archivio/archive.json"))
    }

    @Test func aDryRunChangesNothing() throws {
        let scratch = try Scratch()
        let run = try ToolRun([
            "import", ToolRun.fixture("relazione-tabella.txt"), "--dry-run", "--archive", scratch.path("a"),
        ])
        #expect(run.code == 0)
        #expect(run.errors.contains("Elementi che verrebbero aggiunti"))
        #expect(!scratch.exists("a"))
    }

    @Test func importingTwiceAddsNothing() throws {
        let scratch = try Scratch()
        let arguments = ["import", ToolRun.fixture("relazione-tabella.txt"), "--archive", scratch.path("a")]
        #expect(try ToolRun(arguments).code == 0)
        let first = try Data(contentsOf: URL(filePath: scratch.path("a/history/piano-2031.jsonl")))
        let second = try ToolRun(arguments)
        #expect(second.code == 0)
        #expect(second.errors.contains("Elementi aggiunti: 0"))
        #expect(try Data(contentsOf: URL(filePath: scratch.path("a/history/piano-2031.jsonl"))) == first)
    }

    @Test(
        "A name that is much like one of the archive is told with its score, and is the same where that is asked for"
    )
    func alikeNames() throws {
        let scratch = try Scratch()
        let archive = ["--year", "2031", "--archive", scratch.path("a")]
        func file(_ title: String) throws -> String {
            let path = scratch.path("\(title.count).csv")
            try Data("Obiettivo;Indicatore;Target;Consuntivo\n\(title);km asfaltati;12,5;9,1\n".utf8)
                .write(to: URL(filePath: path))
            return path
        }
        #expect(try ToolRun(["import", try file("Manutenzione delle strade")] + archive).code == 0)
        let other = try file("Manutenzione della strada")
        let dry = try ToolRun(["import", other, "--dry-run"] + archive)
        #expect(dry.errors.contains("«Manutenzione della strada»"))
        #expect(dry.errors.contains("«Manutenzione delle strade»"))
        #expect(dry.errors.contains("su 100"))
        #expect(try ToolRun(["import", other, "--alike", "20"] + archive).code == 2)
        let before = try ToolRun(["export", "json", "-o", "-", "--archive", scratch.path("a")]).output
        #expect(try ToolRun(["import", other, "--alike", "80"] + archive).code == 0)
        #expect(try ToolRun(["export", "json", "-o", "-", "--archive", scratch.path("a")]).output == before)
        let added = try ToolRun(["import", other] + archive)
        #expect(added.errors.contains("Elementi aggiunti: 1"))
    }

    @Test(
        "A document of another municipality is refused with both names, until a person says that it is meant")
    func otherMunicipality() throws {
        let scratch = try Scratch()
        let archive = ["--archive", scratch.path("a")]
        #expect(try ToolRun(["import", ToolRun.fixture("relazione-tabella.txt")] + archive).code == 0)
        let document = scratch.path("altrove.txt")
        try Data(
            "Comune di Altrove\nPiano 2031\n\nObiettivo\tIndicatore\tTarget\nPonti\tponti\t3\nViali\tviali\t4\n"
                .utf8
        ).write(to: URL(filePath: document))
        let before = try ToolRun(["export", "json", "-o", "-"] + archive).output
        let run = try ToolRun(["import", document] + archive)
        #expect(run.code == 3)
        #expect(run.errors.contains("Comune di Altrove"))
        #expect(try ToolRun(["export", "json", "-o", "-"] + archive).output == before)
        #expect(try ToolRun(["import", document, "--same-municipality"] + archive).code == 0)
        let after = try ToolRun(["export", "json", "-o", "-"] + archive).output
        #expect(String(decoding: after, as: UTF8.self).contains("Ponti"))
    }

    @Test func theYearCanBeGiven() throws {
        let scratch = try Scratch()
        let run = try ToolRun([
            "import", ToolRun.fixture("relazione-tabella.txt"), "--year", "2027", "--kind", "relazione",
            "--archive",
            scratch.path("a"),
        ])
        #expect(run.code == 0)
        #expect(scratch.exists("a/documents/piano-2027.json"))
    }

    @Test func linesThatNothingTookAreListed() throws {
        let scratch = try Scratch()
        let text = "Targa\tTipo\nAA000AA\tautocarro\n\n\nUna frase in nessuna tabella.\nE un'altra.\n"
        let file = try scratch.file("mezzi.txt", Array(text.utf8))
        let run = try ToolRun(["import", file, "--json", "--archive", scratch.path("a")])
        #expect(run.code == 3)
        let document = try #require((try run.json["documents"] as? [[String: Any]])?.first)
        let unread = try #require(document["unread"] as? [[String: Any]])
        #expect(unread.contains { $0["text"] as? String == "Una frase in nessuna tabella." })
        #expect(!scratch.exists("a"))
        #expect(run.errors.contains("nessun archivio è stato creato"))
    }

    @Test func windows1252IsReadAndTold() throws {
        let scratch = try Scratch()
        let text = try String(contentsOfFile: ToolRun.fixture("relazione-tabella.txt"), encoding: .utf8)
            .replacingOccurrences(of: "Area Programmazione", with: "Area Qualità")
        let bytes = try #require(text.data(using: .windowsCP1252, allowLossyConversion: true))
        let file = try scratch.file("vecchia.txt", [UInt8](bytes))
        let run = try ToolRun(["import", file, "--archive", scratch.path("a")])
        #expect(run.code == 0)
        #expect(run.errors.contains("Windows-1252"))
        #expect(run.errors.contains("vecchia.txt"))
    }
}

/// What cannot be read ends with one message that names it, exit code 3, and nothing written.
@Suite struct BadInputTests {
    private func refuses(_ path: String, saying words: String) throws {
        let scratch = try Scratch()
        let good = ToolRun.fixture("relazione-tabella.txt")
        let run = try ToolRun(["import", good, path, "--archive", scratch.path("a")])
        #expect(run.code == 3, "\(path)")
        #expect(run.output.isEmpty, "\(path)")
        #expect(run.errors.contains(words), "\(run.errors)")
        #expect(run.errors.contains(URL(filePath: path).lastPathComponent), "\(run.errors)")
        #expect(run.errors.split(separator: "\n").count == 1, "\(run.errors)")
        #expect(!scratch.exists("a"), "\(path)")
    }

    @Test func noFile() throws {
        try refuses("/nessuna/parte/piano.txt", saying: "non c’è")
    }

    @Test func aFolder() throws {
        try refuses(ToolRun.root.path(percentEncoded: false), saying: "cartella")
    }

    @Test func aPipe() throws {
        let scratch = try Scratch()
        #expect(mkfifo(scratch.path("pipe.txt"), 0o600) == 0)
        try refuses(scratch.path("pipe.txt"), saying: "pipe")
    }

    @Test func aDevice() throws {
        try refuses("/dev/zero", saying: "dispositivo")
    }

    @Test(.enabled(if: geteuid() != 0, "SKIPPED: root may read every file")) func whatMayNotBeRead() throws {
        let scratch = try Scratch()
        let file = try scratch.file("chiuso.txt", Array("x".utf8))
        #expect(chmod(file, 0) == 0)
        try refuses(file, saying: "permesso")
    }

    @Test func anEmptyFile() throws {
        let scratch = try Scratch()
        try refuses(scratch.file("vuoto.txt", []), saying: "vuoto")
    }

    @Test func aFileWithNULBytes() throws {
        let scratch = try Scratch()
        try refuses(scratch.file("nul.txt", Array("riga\nal\u{0}tra\n".utf8)), saying: "riga 2")
    }

    @Test(arguments: [
        ("foto.txt", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0], "immagine"),
        ("doc.txt", Array("%PDF-1.7\n".utf8) + [0xE2, 0xE3], "PDF"),
        ("foglio.xlsx", [0x50, 0x4B, 3, 4, 20, 0, 0, 0, 8, 0], "foglio"),
    ]) func aBinaryFile(name: String, bytes: [UInt8], words: String) throws {
        let scratch = try Scratch()
        try refuses(scratch.file(name, bytes), saying: words)
    }

    @Test func aHugeFileIsRefusedByItsSizeBeforeItIsRead() throws {
        let scratch = try Scratch()
        let file = try scratch.file("enorme.txt", [])
        #expect(truncate(file, 1 << 30) == 0)
        try refuses(file, saying: "il limite è")
    }
}
