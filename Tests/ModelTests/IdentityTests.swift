import Foundation
import Testing

@testable import Model

@Suite struct IdentityTests {
    @Test func theSameNamesGiveTheSameIdentity() {
        #expect(UUID(naming: ["plan", "2022"]) == UUID(naming: ["plan", "2022"]))
        #expect(UUID(naming: ["plan", "2022"]) != UUID(naming: ["plan2", "022"]))
        #expect(UUID(naming: ["a"]).uuidString.dropFirst(14).first == "8")
    }

    @Test func anIdentityIsReadAsDocumentsHaveIt() {
        for _ in 0..<100 {
            let identity = UUID()
            #expect(UUID(plain: identity.uuidString) == identity)
            #expect(UUID(plain: identity.uuidString.lowercased()) == identity)
        }
        let text = "6BA7B810-9DAD-11D1-80B4-00C04FD430C8"
        #expect(UUID(plain: text)?.uuidString == text)
        for wrong in [
            "", "-", String(text.dropLast()), text + "0", text.replacing("-", with: "0"), "{\(text)}",
        ] {
            #expect(UUID(plain: wrong) == nil)
        }
        #expect(UUID(plain: text.replacing("B", with: "G")) == nil)
        #expect(UUID(plain: "é" + text.dropFirst(2)) == nil)
    }

    @Test func namesCompareWithoutCaseAccentsAndSigns() {
        #expect("Città  d'arte".comparisonKey == "citta d arte")
        #expect("  RESPONSABILE: ".comparisonKey == "responsabile")
    }

    @Test func aSourceIsFoundByTheNearestName() {
        var sources = Sources()
        sources["values"] = Source(file: "mappe.txt", line: 12, text: "riga")
        #expect(sources["values.2019"]?.line == 12)
        #expect(sources["head"] == nil)
        sources["name"] = Source(file: "mappe.txt", line: 11, text: "nome")
        #expect(sources["head"]?.line == 11)
        sources[""] = Source(file: "mappe.txt", line: 9, text: "scheda")
        #expect(sources["head"]?.line == 9)
    }

    @Test func theCalendarKnowsLeapYears() {
        #expect(CalendarDate(year: 2024, month: 2, day: 29) != nil)
        #expect(CalendarDate(year: 2023, month: 2, day: 29) == nil)
        let first = CalendarDate(year: 2024, month: 2, day: 28)
        #expect(first?.next?.next == CalendarDate(year: 2024, month: 3, day: 1))
        #expect(CalendarDate(year: 2024, month: 12, day: 31)?.next?.iso == "2025-01-01")
        let days = CalendarDate(year: 2025, month: 1, day: 1).map(\.dayNumber) ?? 0
        #expect(days - (CalendarDate(year: 2024, month: 1, day: 1)?.dayNumber ?? 0) == 366)
    }

    @Test func anIndicatorWithoutWeightInTheScoreIsNeutralised() {
        var indicator = Indicator(id: UUID(naming: ["i"]), name: "Pratiche")
        #expect(!indicator.isNeutralised)
        indicator.weight = ReportedValue(reading: "0")
        #expect(indicator.isNeutralised)
    }
}
