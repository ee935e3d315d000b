import Foundation
import Model
import Sample
import Testing

@testable import ViewModels

/// What a person types in the fields of an indicator is read whole or kept as a text and told.
@MainActor @Suite struct TypedValueTests {
    /// cell | what it is: a figure, a day, yes or no, missing; – for a text
    private static let cells: [(String, String)] = [
        ("1.234,5", "1234.5"), ("1.250", "1250"), ("12,5", "12.5"), ("-10", "-10"), ("100 %", "100"),
        ("80%", "80"),
        ("almeno 80", "80"), ("non oltre 30 giorni", "30"), ("> 3", "3"), ("31/12/31", "2031-12-31"),
        ("31 dicembre 2031", "2031-12-31"), ("entro il 31.12.2031", "2031-12-31"), ("n.d.", "?"), ("-", "?"),
        ("/", "?"), ("92.5", "–"), ("4.1", "–"), ("18.30", "–"), ("1'234", "–"), ("1 234,5", "–"),
        ("10^3", "–"),
        ("1e3", "–"), ("8/10", "–"), ("12 su 15", "–"), ("80‰", "–"), ("½", "–"), ("30/02/2031", "–"),
        ("31/12", "–"), ("I semestre", "–"), ("ottanta", "–"), ("10-20", "–"), ("#N/D", "–"), ("(10)", "–"),
        ("sì", "–"), ("0.750", "–"), ("1,234.5", "–"),
    ]

    private func kind(_ value: ReportedValue) -> String {
        switch value.content {
        case .number(let number): number.description
        case .date(let date): date.iso
        case .onOff(let done): done ? "yes" : "no"
        case .text: "–"
        case .missing: "?"
        }
    }

    @Test func aTypedCellIsReadOrKeptAsATextAndTold() throws {
        let session = sampleSession()
        let indicator = try #require(session.indicator("Alberi censiti"))
        for (text, expected) in Self.cells {
            for field in [IndicatorField.target, .actual] {
                try session.perform(.indicator(indicator.id, field, text: text))
                let typed = try #require(session.content.indicator(indicator.id))
                let value = field == .target ? typed.target : typed.actual
                #expect(value.raw == text)
                #expect(kind(value) == expected, "\(text)")
                let state = session.score?.indicator(indicator.id)?.score.state
                let isTold = session.findings.contains { $0.place.entity == indicator.id && $0.leavesOut }
                if case .notAssessable = state {
                    #expect(isTold, "\(text)")
                } else {
                    #expect(!isTold, "\(text)")
                }
                if expected == "–" { #expect(state != .scored, "\(text)") }
                try session.undo()
            }
        }
    }

    @Test func aFigureOfAnotherNotationStaysWhenTheMeasureChanges() {
        var value = ReportedValue(reading: "1,25")
        value.raw = "1.250"
        #expect(value.rereading(as: .quantity).number == value.number)
        #expect(value.rereading(as: .percentage).unit == .percent)
        #expect(value.rereading(as: .percentage).number == value.number)
        #expect(ReportedValue(reading: "80", as: .percentage).rereading(as: .quantity).unit == .none)
        #expect(ReportedValue(reading: "fatto").rereading(as: .onOff).number == ExactDecimal(1))
        #expect(ReportedValue(reading: "1").rereading(as: .onOff).content == .onOff(true))
    }
}
