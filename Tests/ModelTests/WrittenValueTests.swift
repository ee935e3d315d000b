import Foundation
import Testing

@testable import Model

/// Cells in the notations that offices use, made here piece by piece, and what a reader of Italian takes from them.
@Suite struct WrittenValueTests {
    /// What a phrase lets through, written down as a reader understands it: for one below, at and one above the figure.
    private struct Phrase {
        let words: String
        let admits: [Bool]
    }

    /// `non superiore a`, `maggiore o uguale`, `più di`, … with the figures that each lets through.
    private static let phrases: [Phrase] = {
        var all: [Phrase] = []
        for (adjective, above) in [("superiore", true), ("maggiore", true), ("inferiore", false), ("minore", false)] {
            let strict = above ? [false, false, true] : [true, false, false]
            let loose = above ? [false, true, true] : [true, true, false]
            let preposition = adjective.hasPrefix("ma") || adjective.hasPrefix("mi") ? ["di", "del"] : ["a", "al", "ad"]
            for word in preposition {
                all.append(Phrase(words: "\(adjective) \(word)", admits: strict))
                all.append(Phrase(words: "non \(adjective) \(word)", admits: strict.map { !$0 }))
            }
            for equal in ["\(adjective) o uguale a", "uguale o \(adjective) a", "pari o \(adjective) al"] {
                all.append(Phrase(words: equal, admits: loose))
            }
        }
        for words in ["almeno", "almeno il", "minimo", "min.", "non meno di", "non meno del", "≥", ">=", "=>", "> ="] {
            all.append(Phrase(words: words, admits: [false, true, true]))
        }
        for words in [
            "al massimo", "max", "max.", "massimo", "non oltre", "non oltre il", "non più di", "non piu' di",
            "non più del", "fino a", "fino ad un massimo di", "≤", "<=", "=<",
        ] {
            all.append(Phrase(words: words, admits: [true, true, false]))
        }
        for words in ["più di", "più del", "oltre", "oltre il", ">", "sopra il"] {
            all.append(Phrase(words: words, admits: [false, false, true]))
        }
        for words in ["meno di", "meno del", "<", "sotto il", "sotto"] {
            all.append(Phrase(words: words, admits: [true, false, false]))
        }
        return all
    }()

    /// A comparison as what it lets through.
    private static func admits(_ comparison: ReportedValue.Comparison?) -> [Bool]? {
        switch comparison {
        case .atLeast: [false, true, true]
        case .above: [false, false, true]
        case .atMost: [true, true, false]
        case .below: [true, false, false]
        case .by, nil: nil
        }
    }

    /// A whole number as offices write it, the groups of thousands put in from the right.
    private static func grouped(_ number: Int, by mark: String) -> String {
        var parts: [String] = []
        var rest = "\(number)"
        while rest.count > 3 {
            parts.insert(String(rest.suffix(3)), at: 0)
            rest = String(rest.dropLast(3))
        }
        return ([rest] + parts).joined(separator: mark)
    }

    @Test func phrasesOfAnyShapeAreReadAsTheySay() {
        for phrase in Self.phrases {
            for (figure, value) in [("80", "80"), ("1.234,5", "1234.5"), ("-10", "-10"), ("0", "0")] {
                for unit in ["", "%", " %", " per cento", " giorni", " €"] {
                    let cell = "\(phrase.words) \(figure)\(unit)"
                    for written in [cell, cell.uppercased(), "  \(cell) ", cell.replacing(" ", with: "\u{A0}")] {
                        let read = ReportedValue(reading: written)
                        #expect(read.number?.description == value, "\(written)")
                        #expect(Self.admits(read.comparison) == phrase.admits, "\(written)")
                        #expect(read.raw == written)
                    }
                }
            }
        }
    }

    /// cell | value | what it lets through
    @Test(arguments: [
        ("80 o più", "80", [false, true, true]), ("80% o superiore", "80", [false, true, true]),
        ("30 giorni max", "30", [true, true, false]), ("30 (massimo)", "30", [true, true, false]),
        ("30 al massimo", "30", [true, true, false]), ("80 (minimo)", "80", [false, true, true]),
        ("10 e oltre", "10", [false, true, true]), ("30 o meno", "30", [true, true, false]),
        ("non inferiore all'80%", "80", [false, true, true]), ("non superiore ai 30 giorni", "30", [true, true, false]),
        ("valore non inferiore a 80", "80", [false, true, true]), ("soglia minima 80", "80", [false, true, true]),
        ("almeno n. 12", "12", [false, true, true]), ("max Euro 100", "100", [true, true, false]),
        ("< 30", "30", [true, false, false]), (">30%", "30", [false, false, true]),
        ("≥80", "80", [false, true, true]), ("non < 80", "80", [false, true, true]),
        ("maggiore/uguale a 80", "80", [false, true, true]), ("almeno pari a 80", "80", [false, true, true]),
        ("Non Meno Dell’80 %", "80", [false, true, true]),
    ]) func phrasesStandInOtherPlacesToo(cell: String, value: String, admits: [Bool]) {
        let read = ReportedValue(reading: cell)
        #expect(read.number?.description == value, "\(cell)")
        #expect(Self.admits(read.comparison) == admits, "\(cell)")
    }

    @Test(arguments: ["pari a 80", "uguale a 80", "= 80", "pari al 80%", "il 80%"])
    func aPhraseThatOnlyNamesTheFigureComparesNothing(cell: String) {
        let read = ReportedValue(reading: cell)
        #expect(read.number == ExactDecimal(80))
        #expect(read.comparison == nil)
    }

    /// Number words around whole numbers and decimals, each of which says one figure.
    @Test func figuresKeepTheirValueInEveryNotation() {
        for whole in [0, 7, 12, 999, 1000, 1234, 20_500, 1_234_567] {
            for (decimals, places) in [("", ""), (",5", ".5"), (",25", ".25"), (",00", "")] {
                for sign in ["", "-", "−", "–", "+"] {
                    let isNegative = !sign.isEmpty && sign != "+" && (whole != 0 || !places.isEmpty)
                    let value = (isNegative ? "-" : "") + "\(whole)" + places
                    for mark in ["", ".", "\u{A0}", "\u{202F}"] {
                        let digits = sign + Self.grouped(whole, by: mark) + decimals
                        for cell in [
                            digits, "n. \(digits)", "n° \(digits)", "Nr. \(digits)", "numero \(digits)",
                            "\(digits)*", "\(digits) (stima)",
                        ] {
                            let read = ReportedValue(reading: cell)
                            #expect(read.number?.description == value, "\(cell)")
                            #expect(read.unit == .none, "\(cell)")
                        }
                        for cell in ["€ \(digits)", "Euro \(digits)", "EUR \(digits)", "\(digits) €", "\(digits) euro"] {
                            let read = ReportedValue(reading: cell)
                            #expect(read.number?.description == value, "\(cell)")
                            #expect(read.unit == .euro, "\(cell)")
                        }
                    }
                }
            }
        }
    }

    /// What could be two figures, another figure, or none: a text, never a wrong figure.
    @Test(arguments: [
        "12 su 15", "12/15", "1/1", "(10)", "1 234,50", "1.200 1.150", "4.1", "18.30", "ore 9.30", "0.750", "00.500",
        "98.5%", "1,234.5", "1.23.456", "10-20", "tra 10 e 20", "da 10 a 20", "10÷20", "circa 80", "più o meno 80",
        "meno 10", "più 10%", "oltre ai 30", "> 80 e < 90", "almeno 80 max 90", "non 80", "non almeno 80", "12 e 30",
        "3 linee", "v. tab. 4.1", "10²", "½", "IV", "ottanta", "100 mila euro", "1,5 milioni", "80‰", "n. 12/2031",
        "n. 12 e n. 6", "3x4", "1e3", "0x10", "٣", "１２", "dicembre 2031", "31/12", "31/02/2031", "12/31/2031",
        "31/12/99", "31/12/131", "31/12/2031 15/01/2032", "non prima del 31/12/2031", "dopo il 31/12/2031",
        "32 dicembre 2031", "1/2/3", "superiore", "non inferiore a", "non inferiore a ottanta", "prima di 30",
    ]) func whatIsNotPlainlyOneFigureStaysText(cell: String) {
        #expect(ReportedValue(reading: cell).content == .text, "\(cell)")
    }

    @Test(arguments: ["non disp.", "Non disponibile", "non rilevato", "N.D.", "n/d", "non pervenuto"])
    func aMissingValueMayBeginWithNon(cell: String) {
        #expect(ReportedValue(reading: cell).missingKind == .notAvailable, "\(cell)")
    }

    @Test(arguments: ["non inferiore a 80", "non realizzato", "non meno del 10", "non oltre il 10%", "non so"])
    func aTextThatBeginsWithNonIsNoMissingValue(cell: String) {
        #expect(!ReportedValue(reading: cell).isMissing, "\(cell)")
    }

    /// Every day of two years, one of them a leap year, in each notation.
    @Test func daysAreReadInEveryNotation() throws {
        let months = ["gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto", "settembre",
            "ottobre", "novembre", "dicembre"]
        var day = try #require(CalendarDate(year: 2031, month: 1, day: 1))
        while day.year < 2033 {
            let (d, m, y) = (day.day, day.month, day.year)
            let name = months[m - 1]
            let cells = [
                "\(d)/\(m)/\(y)", "\(d)/\(m)/\(y % 100)", day.italian, "\(d).\(m).\(y)", "\(d)-\(m)-\(y)", day.iso,
                "\(d) \(name) \(y)", "\(d)° \(name.uppercased()) \(y)", "\(d) \(name.prefix(3)). \(y)",
                "\(d)-\(name.prefix(3))-\(y % 100)", "il \(d)/\(m)/\(y)", "\(d)/\(m)/\(y) (prorogato)",
            ]
            for cell in cells {
                let read = ReportedValue(reading: cell)
                #expect(read.date == day, "\(cell)")
                #expect(read.comparison == nil, "\(cell)")
            }
            for phrase in ["entro il", "entro e non oltre il", "entro", "entro la data del", "fino al"] {
                #expect(ReportedValue(reading: "\(phrase) \(cells[0])").comparison == .by, "\(phrase)")
                #expect(ReportedValue(reading: "\(phrase) \(cells[6])").date == day, "\(phrase)")
            }
            #expect(ReportedValue(reading: "prima del \(cells[0])").comparison == .below)
            day = try #require(day.next)
        }
    }
}
