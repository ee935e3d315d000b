import Glibc
import Testing

@testable import Localization

/// Texts come out translated whatever language the test process itself runs in.
struct TranslateTests {
    @Test func `Italian comes from the catalogue, English from the source`() {
        #expect(Localization.with(.italian) { tr("January") } == "gennaio")
        #expect(Localization.with(.english) { tr("January") } == "January")
    }

    @Test func `another part of the process that sets the locale does not take our words away`() {
        let former = setlocale(LC_MESSAGES, nil).map { String(cString: $0) }
        defer { _ = setlocale(LC_MESSAGES, former) }
        setlocale(LC_MESSAGES, "C")
        #expect(Localization.with(.italian) { tr("January") } == "gennaio")
    }

    @Test func `a text that has no translation is shown as it is in the source`() {
        #expect(
            Localization.with(.italian) { tr("Not a text of {program}", ["program": "ours"]) }
                == "Not a text of ours")
    }

    @Test func `an empty text does not show the catalogue's header`() {
        #expect(Localization.with(.italian) { tr("") } == "")
    }

    @Test func `a context tells two meanings apart and is never shown`() {
        #expect(Localization.with(.italian) { trc("short month", "May") } == "mag")
        #expect(Localization.with(.italian) { trc("month", "May") } == "maggio")
        #expect(Localization.with(.italian) { trc("no such context", "May") } == "May")
    }

    @Test(arguments: [(0, "0 cats"), (1, "1 cat"), (2, "2 cats"), (1234, "1,234 cats"), (-1, "-1 cats")])
    func `a count chooses singular or plural and is grouped`(count: Int, expected: String) {
        #expect(Localization.with(.english) { trn("{count} cat", "{count} cats", count) } == expected)
    }

    @Test(arguments: [(0, "0 servizi"), (1, "1 servizio"), (2000, "2.000 servizi")])
    func `a count chooses the form that Italian has`(count: Int, expected: String) {
        #expect(Localization.with(.italian) { trn("{count} service", "{count} services", count) } == expected)
    }

    @Test func `another language is spoken in the tasks of a piece of work, not beside it`() async {
        let outside = Localization.language
        let other: Language = outside == .english ? .italian : .english
        await Localization.with(other) { Task { #expect(Localization.language == other) } }.value
        #expect(Localization.language == outside)
    }

    @Test(arguments: [
        ("{a} and {b}", "1 and {a}"),
        ("{a}{a}", "11"),
        ("{c} {a", "{c} {a"),
        ("{{a}}", "{1}"),
        ("}{", "}{"),
        ("no names", "no names"),
    ])
    func `names are filled in one pass and unknown ones stay`(text: String, expected: String) {
        #expect(filled(text, with: ["a": "1", "b": "{a}"]) == expected)
    }
}
