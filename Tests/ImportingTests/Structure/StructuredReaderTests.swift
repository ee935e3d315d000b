import Model
import Testing

@testable import Importing

@Suite("Documents of any layout, by structure and terms")
struct StructuredReaderTests {
    private func proposal(_ text: String) throws -> ImportProposal {
        try Importer.propose(bytes: Array(text.utf8), file: "prova.txt")
    }

    private func report(_ rows: String...) throws -> ImportProposal {
        let head = "Responsabile\tObiettivo\tIndicatore\tTarget atteso\tTarget Consuntivo\tPeso"
        let cover =
            "COMUNE DI BORGOPROVA\n\nRelazione sulla Performance 2031\nLINEA STRATEGICA SUI GIARDINI\n\n"
        return try proposal(cover + ([head] + rows).joined(separator: "\n"))
    }

    @Test(
        "A complete row is never moved, whatever words stand for its figures",
        arguments: [
            ("sì", "sì"), ("fatto", "fatto"), ("X", "X"), ("12 su 15", "10 su 15"),
            ("approvato", "approvato"),
        ])
    func completeRow(_ target: String, _ actual: String) throws {
        let found = try report(
            "Rossi\tVerde\tAlberi\t10\t10\t50", "\t\tRegolamento\t\(target)\t\(actual)\t50")
        let objective = try #require(found.objectives.first)
        #expect(found.objectives.count == 1)
        #expect(objective.indicators.map(\.name) == ["Alberi", "Regolamento"])
        #expect(objective.indicators.last?.target.raw == target)
        #expect(objective.indicators.last?.weight.raw == "50")
    }

    @Test(
        "A cell in another notation says nothing about the rest of its column",
        arguments: [
            "18.30", "92.5", "4.25", "1.2345", "1,234.5", "ore 9.30", "v. tab. 4.1", "entro il 31.12",
        ])
    func notation(_ other: String) throws {
        let found = try report(
            "Rossi\tVerde\tAlberi\t1.200,00\t1.150\t50", "Rossi\tVerde\tOrario\t18\t\(other)\t50")
        #expect(found.objectives.first?.indicators.first?.actual.number == ExactDecimal(1150))
    }

    @Test("A group of thousands never begins with 0")
    func leadingZero() {
        #expect(ColumnNotation(["0.750", "0.500"]).value("0.750").number == ItalianNumber.read("0,75"))
    }

    @Test("Quotes that wrap a whole cell are no text")
    func quotes() throws {
        let found = try report("\"Rossi\"\t\"Verde\"\t\"Alberi\"\t\"10\"\t\"5\"\t\"100\"")
        #expect(found.objectives.first?.title == "Verde")
        #expect(found.objectives.first?.indicators.first?.actual.number == ExactDecimal(5))
    }

    @Test("Totals and page footers are no indicators, and are listed")
    func totals() throws {
        let found = try report(
            "Rossi\tVerde\tAlberi\t10\t10\t50", "\tRelazione 2031 - Pagina 3 di 10\t\t\t\t3",
            "\t\tAiuole\t8\t6\t50",
            "Totale\t\t\t18\t16\t100")
        #expect(found.objectives.map(\.title) == ["Verde"])
        #expect(found.objectives.first?.indicators.map(\.name) == ["Alberi", "Aiuole"])
        #expect(found.unread.map(\.line) == [8, 10])
    }

    @Test(
        "Rows that sum or that pages repeat are no indicators, wherever their words stand",
        arguments: [
            "Totale\t\t\t18\t16\t100", "TOTALE GENERALE\t\t\t18\t16\t100", "\t\tTotale\t18\t16\t100",
            "\tTotali\t\t\t\t100", "Somma\t\t\t18\t16\t100", "\t\tSubtotale\t\t\t100",
            "\t\tSub totale\t\t\t100", "\t\t\t\tTotale\t100", "\t\tMedia\t9\t8\t", "\t\t\t\t\t3",
            "3\t\t\t\t\t",
            "Pag. 3/10\t\t\t\t\t", "\t\tPagina 3 di 10\t\t\t", "- 3 -\t\t\t\t\t",
            "Comune di Borgoprova\tRelazione 2031\t\t\t\t3",
            "Responsabile\tObiettivo\tIndicatore\tTarget atteso\tTarget Consuntivo\tPeso",
        ])
    func furniture(_ row: String) throws {
        let found = try report("Rossi\tVerde\tAlberi\t10\t10\t50", row, "\t\tAiuole\t8\t6\t50")
        #expect(found.objectives.map(\.title) == ["Verde"])
        #expect(found.objectives.first?.indicators.map(\.name) == ["Alberi", "Aiuole"])
        #expect(found.objectives.first?.indicators.map(\.weight.raw) == ["50", "50"])
    }

    @Test("Quotes of spreadsheets are no text", arguments: ["\"", "“”", "=\""])
    func otherQuotes(_ marks: String) throws {
        let (open, close) = marks == "“”" ? ("“", "”") : (marks, "\"")
        let row = ["Rossi", "Verde", "Alberi", "10", "5", "100"].map { open + $0 + close }
        let found = try report(row.joined(separator: "\t"))
        #expect(found.objectives.first?.title == "Verde")
        #expect(found.objectives.first?.indicators.first?.target.number == ExactDecimal(10))
    }

    @Test(
        "A name that goes on after a word that asks for more is one name",
        arguments: [
            ("Alberi nei", "Parchi Nord"), ("Alberi e", "Aiuole"), ("Alberi piantati", "nei viali"),
            ("Alberi-", "Aiuole"),
        ])
    func openName(_ first: String, _ second: String) throws {
        let found = try report("Rossi\tVerde\t\(first)\t10\t10\t100", "\t\t\(second)\t\t\t")
        #expect(found.objectives.first?.indicators.count == 1)
        #expect(found.objectives.first?.indicators.first?.weight.raw == "100")
        #expect(!found.findings(.textJoined).isEmpty)
    }

    @Test("A name that goes on in the next row is one name")
    func wrappedName() throws {
        let found = try report(
            "Rossi\tVerde\tAlberi piantati nei viali\t10\t10\t100", "\t\te nei parchi\t\t\t")
        #expect(found.objectives.first?.indicators.map(\.name) == ["Alberi piantati nei viali e nei parchi"])
        #expect(!found.findings(.textJoined).isEmpty)
    }

    @Test(
        "The weight beside the objective is the objective's, three target years, and figures of the budget left alone"
    )
    func threeYears() throws {
        let found = try proposal(
            """
            PIANO DEGLI OBIETTIVI 2022-2024
            N°\tPeso\tObiettivo\tIndicatore\tBaseline 2021\tTARGET 2022\tTARGET 2023\tTARGET 2024\tResponsabile
            1\t40%\tPiste ciclabili\tkm\t3\talmeno 4\t5\tidem\tArea 1
            2\t60%\tScuole\tclassi\t-\t<= 20\t18\t=\tArea 2

            Valori 2021\tIndicatori finanziari\tTarget
            0\tDebiti fuori bilancio\t<1%
            """)
        #expect(found.objectives.map(\.weight) == [ExactDecimal(40), ExactDecimal(60)])
        let first = try #require(found.objectives.first?.indicators.first)
        #expect(first.target.raw == "almeno 4")
        #expect(first.laterTargets.mapValues(\.raw) == [2023: "5", 2024: "5"])
        #expect(first.baseline?.raw == "3")
        #expect(found.objectives.flatMap(\.indicators).count == 2)
        #expect(found.unread.map(\.line) == [6, 7])
    }

    @Test("Cards: label and value on one line or on two, the weight by what it stands beside")
    func cards() throws {
        for isOneLine in [true, false] {
            let join = isOneLine ? ": " : "\n"
            let lines = [
                ("Obiettivo operativo", "Riparare le fontane"), ("Settore", "Opere"),
                ("Titolare di P.O.", "A. B."), ("Peso", "70"),
            ]
            let indicator = [("Indicatore", "fontane riparate"), ("Valore atteso", "12"), ("Peso", "100")]
            let text =
                "Piano della performance 2030\n\nScheda obiettivo 1\n\n"
                + (lines + indicator).map { $0.0 + join + $0.1 }.joined(separator: "\n")
            let objective = try #require(try proposal(text).objectives.first)
            #expect(objective.title == "Riparare le fontane")
            #expect(objective.head == "A. B.")
            #expect(objective.sector == "Opere")
            #expect(objective.weight == ExactDecimal(70))
            #expect(objective.indicators.first?.target.raw == "12")
            #expect(objective.indicators.first?.weight.raw == "100")
        }
    }

    @Test("Series by years under a service, whatever names its columns")
    func series() throws {
        let found = try proposal(
            "Servizi in cifre 2030\n\nSERVIZIO MENSA\n\nVoce\t31/12/2029\t31/12/2030\nPasti\t1.200\tn.d.\n")
        #expect(found.kind == .mappe)
        #expect(found.parts.services.map(\.name) == ["MENSA"])
        #expect(
            found.parts.services.first?.outputs.first?.values.mapValues(\.raw) == [
                2029: "1.200", 2030: "n.d.",
            ])
    }

    @Test("Line ends of any kind end a line")
    func lineEnds() throws {
        let rows = "Obiettivo\tIndicatore\tTarget\u{2028}Verde\tAlberi\t10\u{85}Blu\tFontane\t3"
        #expect(try proposal("Piano 2030\u{0B}" + rows).objectives.map(\.title) == ["Verde", "Blu"])
    }

    @Test("A layout of a person's names columns that no word tells, and is applied instead of guesses")
    func layout() throws {
        let text = "Anno 2030\n\nAlfa\tBeta\tGamma\tDelta\nA\tVerde\t10\tAlberi\nB\tBlu\t3\tFontane\n"
        let layout = Layout(
            name: "prova", heads: ["Alfa", "Beta", "Gamma", "Delta"],
            terms: [nil, .objective, .target, .indicator], year: 2030)
        let found = try Importer.propose(bytes: Array(text.utf8), file: "a.txt", layouts: [layout])
        #expect(found.objectives.map(\.title) == ["Verde", "Blu"])
        #expect(found.objectives.flatMap(\.indicators).map(\.name) == ["Alberi", "Fontane"])
    }
}
