import Foundation
import Testing

@testable import Model

@Suite struct ReportedValueTests {
    @Test(
        arguments: [
            ("876*", "876", "", "*", nil), ("9.832****", "9832", "", "****", nil),
            ("1.467 (coinvolti nelle scuole)", "1467", "", nil, "(coinvolti nelle scuole)"),
            ("0 causa covid", "0", "", nil, "causa covid"), ("€ 3.644.607", "3644607", "€", nil, nil),
            ("5.331,00 €", "5331", "€", nil, nil), ("72,36%", "72.36", "%", nil, nil),
            ("30 giorni", "30", "giorni", nil, nil), ("-22,12", "-22.12", "", nil, nil),
        ] as [(String, String, String, String?, String?)])
    func figuresKeepWhatStandsAroundThem(
        raw: String, value: String, unit: String, mark: String?, note: String?
    ) {
        let read = ReportedValue(reading: raw)
        #expect(read.number?.description == value)
        #expect(read.unit.rawValue == unit)
        #expect(read.mark == mark)
        #expect(read.note == note)
        #expect(read.raw == raw)
    }

    /// What a printed page calls by a letter came back in round brackets, as if an office had written them.
    @Test(arguments: [
        ("7.000 ⟨al lordo di oneri⟩", "7000", "al lordo di oneri", "7.000"),
        ("294 ⟪sanzioni⟫", "294", "sanzioni", "294 sanzioni"),
        (
            ">= 80% ⟨con voti superiori a \"sufficiente\" (tutti)⟩", "80",
            "con voti superiori a \"sufficiente\" (tutti)", ">= 80%"
        ),
    ])
    func notesThatWereCalledComeBackAsTheyWere(cell: String, value: String, note: String, raw: String) {
        let read = ReportedValue(reading: cell)
        #expect(read.number?.description == value)
        #expect(read.note == note)
        #expect(read.raw == raw)
        let day = ReportedValue(reading: "31/12/2024 ⟨con proroga⟩")
        #expect(day.date?.iso == "2024-12-31" && day.note == "con proroga")
        for text in ["tre linee ⟨di ricerca⟩", "⟨sola⟩", "5 ⟩", "5 (a) ⟨b⟩"] {
            #expect(ReportedValue(reading: text).raw == text)
        }
        let called = CalledNote(figure: "12", note: "stima", isWritten: false)
        #expect(ReportedValue(reading: called.text).note == "stima")
    }

    @Test(arguments: [
        ("n.d.", ReportedValue.MissingKind.notAvailable), ("nd", .notAvailable), ("N.D.", .notAvailable),
        ("/", .notApplicable), ("//", .notApplicable), ("---", .notApplicable), ("", .notEntered),
        ("   ", .notEntered), ("….", .notEntered),
    ])
    func missingValuesKeepTheirKind(raw: String, kind: ReportedValue.MissingKind) {
        let read = ReportedValue(reading: raw)
        #expect(read.missingKind == kind)
        #expect(read.number == nil)
    }

    @Test(arguments: [
        "non realizzate", "3 linee di ricerca", "11 + 2 referenti", "1.2.3", "12 su analisi e 2 linee",
        "10/12",
    ])
    func whatIsNoFigureStaysText(raw: String) {
        #expect(ReportedValue(reading: raw).content == .text)
    }

    @Test(arguments: [
        (">= 80", ReportedValue.Comparison.atLeast), ("almeno 80", .atLeast), ("superiore a 80", .above),
        ("non oltre 80", .atMost), ("< 80", .below),
    ])
    func targetsKeepTheirComparison(raw: String, comparison: ReportedValue.Comparison) {
        let read = ReportedValue(reading: raw)
        #expect(read.comparison == comparison)
        #expect(read.number == ExactDecimal(80))
    }

    @Test func datesAndOnOffAreRead() {
        #expect(ReportedValue(reading: "entro il 31/12/2024").date?.iso == "2024-12-31")
        #expect(ReportedValue(reading: "31/02/2024").content == .text)
        #expect(ReportedValue(reading: "1", as: .onOff).content == .onOff(true))
        #expect(ReportedValue(reading: "Sì", as: .onOff).number == ExactDecimal(1))
        #expect(ReportedValue(reading: "non fatto", as: .onOff).content == .onOff(false))
        #expect(ReportedValue(reading: "12", as: .percentage).unit == .percent)
    }

    @Test(
        arguments: [
            ("raggiunto", true), ("Conseguita", true), ("pienamente realizzati", true),
            ("non raggiunto", false),
            ("Non attuate", false), ("parzialmente raggiunto", nil), ("non ancora concluso", nil),
            ("raggiunt", nil),
            ("raggiungimento", nil), ("quasi raggiunto", nil),
        ] as [(String, Bool?)])
    func judgementsAreDoneOrNotDone(raw: String, expected: Bool?) {
        #expect(ReportedValue(reading: raw).doneInWords == expected)
    }

    @Test(arguments: ["876*", ">= 72,36%", "n.d.", "31/12/2024", "una frase", "1.467 (di cui 3)", "€ 12,50"])
    func theArchiveGivesBackWhatItTook(raw: String) throws {
        let value = ReportedValue(reading: raw)
        let data = try JSONEncoder().encode(value)
        #expect(try JSONDecoder().decode(ReportedValue.self, from: data) == value)
    }

    @Test func aNumberInJSONIsRefusedWhereADecimalIsMeant() {
        let json = Data(#"{"kind":"number","raw":"1","value":1}"#.utf8)
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(ReportedValue.self, from: json) }
    }
}
