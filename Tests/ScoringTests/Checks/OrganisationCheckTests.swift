import Model
import Testing

@testable import Scoring

@Suite struct OrganisationCheckTests {
    /// tenures of one sector in 2024 | gaps; another sector is covered all year
    @Test(arguments: [
        (["2024-01-01/2024-12-31"], []), (["2024-01-01/2024-04-30"], ["01/05/2024–31/12/2024"]),
        (["2024-01-01/2024-04-30", "2024-05-01/2024-12-31"], []),
        (["2024-05-01/2024-12-31", "2024-01-01/2024-04-30"], []),
        (["2024-01-01/2024-02-28", "2024-03-01/2024-12-31"], ["29/02/2024–29/02/2024"]),
        (
            ["2024-02-01/2024-03-31", "2024-06-01/2024-11-30"],
            ["01/01/2024–31/01/2024", "01/04/2024–31/05/2024", "01/12/2024–31/12/2024"]
        ),
        (["/"], []), (["2019-03-01/"], []), (["/2024-06-30"], ["01/07/2024–31/12/2024"]),
        (["2024-01-01/2024-08-31", "2024-03-01/2024-05-31"], ["01/09/2024–31/12/2024"]),
        (["2022-01-01/2022-12-31"], []),
    ])
    func tenureGaps(tenures: [String], gaps: [String]) {
        var municipality = Municipality(id: Making.id("m"), name: "Comune di Prova")
        municipality.sectors = [
            sector("Tributi", tenures), sector("Verde", ["2024-01-01/2024-12-31"]),
        ]
        var plan = Making.plan([])
        plan.year = 2024
        let findings = Checks.run(content: Making.content(plan: plan, municipality: municipality))
            .filter { $0.code == .tenureGap }
        #expect(findings.map(\.expected) == gaps)
    }

    @Test func aSectorOfThePlanWithoutAnyHeadIsTold() {
        var municipality = Municipality(id: Making.id("m"), name: "Comune di Prova")
        municipality.sectors = [
            sector("Tributi", []), sector("Altro", []), sector("Verde", ["2024-01-01/2024-12-31"]),
        ]
        var objective = Making.objective("o", [])
        objective.sector = "02. TRIBUTI"
        municipality.sectors[0].code = "02"
        var plan = Making.plan([objective])
        plan.year = 2024
        let told = Checks.run(content: Making.content(plan: plan, municipality: municipality))
            .filter { $0.code == .tenureGap }
        #expect(told.map(\.place.path) == [["Tributi"]])
        #expect(told.map(\.expected) == ["01/01/2024–31/12/2024"])
    }

    @Test func withoutAnyTenureInTheArchiveNothingIsTold() {
        var municipality = Municipality(id: Making.id("m"), name: "Comune di Prova")
        municipality.sectors = [sector("Tributi", []), sector("Verde", ["2023-01-01/2023-12-31"])]
        let plan = Making.plan([Making.objective("o", [])])
        let content = Making.content(plan: plan, municipality: municipality)
        #expect(Checks.run(content: content).told(.tenureGap).isEmpty)
    }

    private func sector(_ name: String, _ tenures: [String]) -> Sector {
        var sector = Sector(id: Making.id("sector \(name)"), name: name)
        sector.tenures = tenures.enumerated().map { index, text in
            let days = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
            return Tenure(
                id: Making.id("\(name) \(index)"), head: "Titolare \(index)",
                from: CalendarDate(iso: days[0]),
                to: CalendarDate(iso: days[1]))
        }
        return sector
    }
}

@Suite struct ProjectCheckTests {
    private func findings(
        own: [(net: String, gross: String)], printed: String? = nil, scope: String = ""
    ) -> [Finding] {
        var book = ProjectBook(id: Making.id("book"), year: 2026)
        book.projects = own.enumerated().map { index, amount in
            var project = PerformanceProject(id: Making.id("p\(index)"), title: "Progetto \(index)")
            let gross = amount.gross.isEmpty ? nil : ReportedValue(reading: amount.gross, as: .euro)
            project.ownResources = ProjectAmount(
                net: ReportedValue(reading: amount.net, as: .euro), gross: gross)
            return project
        }
        book.printedOwnTotal = printed.map { ReportedValue(reading: $0) }
        return Checks.run(content: Making.content(book: book))
    }

    /// net | gross | what is told
    @Test(arguments: [
        ("5291,00", "7.000", ""), ("66.000,00", "87.318,00", ""), ("66.000,00", "87.318", ""),
        ("3780,00", "5.000", "warning 5.000 → 5.000,94"), ("3.780", "5.000", ""),
        ("3779,29", "5.000", ""), ("10.000", "13.320", "warning 13.320 → 13.230,00"), ("10.000", "", ""),
        ("10.000,00", "13.230,03", "warning 13.230,03 → 13.230,00"), ("10.000,01", "13.230,01", ""),
    ])
    func grossAgainstNet(net: String, gross: String, told: String) {
        #expect(self.findings(own: [(net, "sette")]).told(.valueUnreadable).contains("warning sette → "))
        let findings = findings(own: [(net, gross)]).told(.grossNetMismatch)
        #expect(findings == (told.isEmpty ? [] : [told]))
    }

    /// amount | what is told about it
    @Test(arguments: [
        ("5.291,00", []), ("7.000", []), ("EUR 5.291", []), ("0", []), ("n.d.", []), ("12,50", []),
        ("7,000", ["warning 7,000 → 7.000"]), ("10%", ["warning 10% → "]),
        ("fino a 5.000", ["warning fino a 5.000 → "]), ("5.000-6.000", ["warning 5.000-6.000 → "]),
    ])
    func anAmountThatMayBeAnotherIsAsked(amount: String, expected: [String]) {
        let told = findings(own: [(amount, ""), ("1.000,00", "")]).told(.valueAmbiguous)
        #expect(told == expected, "\(amount)")
    }

    @Test func printedTotals() {
        let amounts = ["30.000,00", "15.000,00", "7.000,00"].map { ($0, "") }
        #expect(findings(own: amounts, printed: "52.000,00").told(.projectTotalMismatch).isEmpty)
        #expect(
            findings(own: amounts, printed: "25.000,00").told(.projectTotalMismatch)
                == ["error 25.000,00 → 52.000,00"])
        #expect(
            findings(own: amounts + [("da definire", "")], printed: "60.000").told(.projectTotalMismatch)
                .isEmpty)
        #expect(
            findings(own: amounts + [("da definire", "")], printed: "60.000").told(.valueUnreadable)
                == ["warning da definire → "])
        #expect(
            findings(own: [("1.000", "1.323"), ("2.000", "2.646")], printed: "3.969")
                .told(.projectTotalMismatch) == ["info 3.969 → 3.000"])
    }

    @Test func theProfileRatesAreEditable() {
        var municipality = Municipality(id: Making.id("m"), name: "Comune di Prova")
        municipality.profile.irapRate = .zero
        var book = ProjectBook(id: Making.id("book"), year: 2026)
        var project = PerformanceProject(id: Making.id("p"), title: "Progetto")
        project.ownResources = ProjectAmount(
            net: ReportedValue(reading: "10.000,00"), gross: ReportedValue(reading: "12.380,00"))
        book.projects = [project]
        let content = Making.content(book: book, municipality: municipality)
        #expect(Checks.run(content: content).told(.grossNetMismatch).isEmpty)
        #expect(Checks.run(content: Making.content(book: book)).told(.grossNetMismatch).count == 1)
    }
}
