import Model
import Testing

@testable import Scoring

@Suite struct IndexCheckTests {
    private let titles = [
        "Un bilancio sano", "Censimento del verde", "Sportello digitale per i cittadini",
        "Formazione interna al personale in materia di contratti",
        "Formazione interna al personale in materia di appalti",
    ]

    private func plan(_ change: (inout Plan) -> Void) -> [Finding] {
        var objectives = titles.map { Making.objective($0, []) }
        let aim = StrategicObjective(id: Making.id("aim"), title: "Progetto comune")
        for index in objectives.indices {
            objectives[index].sector = "Tributi"
            objectives[index].strategicObjectiveID = aim.id
            objectives[index].due = ReportedValue(reading: "31/12/2022")
            objectives[index].tags = [.pnrr]
        }
        var plan = Making.plan(objectives)
        plan.lines[0].strategicObjectives = [aim]
        plan.index = titles.map { title in
            var entry = IndexEntry(
                id: Making.id("entry \(title)"), title: title, line: "Una linea",
                strategicObjective: "PROGETTO COMUNE", sector: "02. TRIBUTI")
            entry.due = ReportedValue(reading: "entro il 31/12/2022")
            entry.tags = [.pnrr]
            return entry
        }
        change(&plan)
        return Checks.run(content: Making.content(plan: plan)).filter { $0.code == .indexMismatch }
    }

    private func told(_ change: (inout Plan) -> Void) -> [String] {
        plan(change).map { "\($0.severity.rawValue) \($0.evidence["difference"] ?? "")" }
    }

    @Test func anIndexThatAgreesTellsNothing() {
        #expect(told { _ in }.isEmpty)
        #expect(told { $0.index.reverse() }.isEmpty)
    }

    @Test func aPlanWithoutIndexTellsNothing() {
        #expect(told { $0.index = [] }.isEmpty)
    }

    @Test func missingEitherWay() {
        #expect(told { $0.index.removeLast() } == ["error missing-entry"])
        #expect(told { $0.lines[0].objectives.removeFirst() } == ["error missing-card"])
        #expect(
            told {
                $0.index[1].title = "Nuovo parco giochi in periferia"
            } == ["error missing-card", "error missing-entry"])
    }

    @Test func differingFields() {
        #expect(told { $0.index[0].sector = "Settore Cultura" } == ["warning sector"])
        #expect(told { $0.index[0].sector = "" }.isEmpty)
        #expect(told { $0.index[0].strategicObjective = "Altro" } == ["warning strategicObjective"])
        #expect(told { $0.index[0].due = ReportedValue(reading: "30/06/2022") } == ["warning due"])
        #expect(told { $0.index[0].tags = [.pnrr, .training] } == ["info tags"])
        #expect(told { $0.lines[0].objectives[0].tags = [.pnrr, .training] }.isEmpty)
        #expect(
            told { $0.index[2].title = "Sportello digitale per i cittadini e le imprese" } == ["info title"])
    }

    @Test func slipsOfThePenAreNoDifference() {
        #expect(told { $0.index[2].title = "Sportelo digitale per i CITTADINI" }.isEmpty)
    }

    @Test func aSectorWithoutAnyCardLacksItsSection() {
        let missing = told { plan in
            plan.index[1].sector = "07. Verde"
            plan.lines[0].objectives.remove(at: 1)
        }
        #expect(missing == ["warning missing-card"])
    }

    @Test func titlesThatShareMostWordsArePairedWithTheRightCard() {
        let findings = plan { plan in
            plan.index[3].title = "Formazione interna al personale in materia di contratti pubblici"
            plan.index[4].title = "Formazione interna dei dipendenti in materia di appalti"
        }
        #expect(findings.map(\.expected) == [titles[3], titles[4]])
        #expect(findings.allSatisfy { $0.severity == .info })
    }

    @Test func printedCounts() {
        let set = { (count: String) in
            { (plan: inout Plan) in
                plan.lines[0].printedCounts.operational = ReportedValue(reading: count)
            }
        }
        #expect(told(set("5")).isEmpty)
        #expect(told(set("4")) == ["warning count"])
    }
}
