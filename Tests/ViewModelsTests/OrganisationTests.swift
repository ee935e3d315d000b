import Foundation
import Model
import Testing

@testable import ViewModels

@MainActor @Suite struct OrganisationTests {
    @Test func sectorsHeadsAndServicesAreAddedNamedAndTakenOut() throws {
        let session = emptySession()
        let empty = session.content
        let sector = session.addingSector()
        try session.perform(sector.edit)
        let tenure = session.addingTenure(to: sector.id)
        try session.perform(tenure.edit)
        let unit = session.addingUnit(to: sector.id)
        try session.perform(unit.edit)
        let row = try #require(rows(of: sector.id, on: session).first)
        try session.perform(row.setting(.head, to: "Irene Bosco"))
        try session.perform(try #require(rows(of: sector.id, on: session).first).setting(.role, to: "ad int"))
        try session.perform(
            try #require(rows(of: sector.id, on: session).first).setting(.to, to: "30/06/2026"))
        let made = try #require(session.content.municipality.sectors.first?.tenures.first)
        #expect(made.head == "Irene Bosco")
        #expect(made.role == .interim)
        #expect(made.from == CalendarDate(year: 2026, month: 1, day: 1))
        #expect(made.to == CalendarDate(year: 2026, month: 6, day: 30))
        #expect(Completions(session.content).heads == ["Irene Bosco"])
        try session.perform(.organisation(.removeSector(sector.id)))
        #expect(session.content.municipality.units.first?.sectorID == nil)
        while session.history.nextUndo != nil { try session.undo() }
        #expect(session.content == empty)
    }

    @Test func theSectorsWrittenInAPlanAreAddedInOneStepWithTheHeadThatIsNamed() throws {
        let session = emptySession()
        try session.perform(try #require(session.addingLine()).edit)
        for (sector, head) in [
            ("Tributi", "Irene Bosco"), ("tributi ", "Irene Bosco"), ("Cultura", "Ada Rio"),
            ("Cultura", "Luca Pino"), ("", "Ada Rio"),
        ] {
            let objective = try #require(session.addingObjective(at: nil))
            try session.perform(objective.edit)
            try session.perform(.objective(objective.id, .sector, text: sector))
            try session.perform(.objective(objective.id, .head, text: head))
        }
        let service = session.addingService()
        try session.perform(service.edit)
        try session.perform(.service(service.id, .sector, text: "Demografici"))
        let before = session.content
        #expect(session.writtenSectors.mentions.map(\.name) == ["Tributi", "Cultura", "Demografici"])
        let first = try session.addWrittenSectors()
        let made = session.content.municipality.sectors
        #expect(made.map(\.name) == ["Tributi", "Cultura", "Demografici"])
        #expect(made.first?.id == first)
        #expect(made.map { $0.tenures.map(\.head) } == [["Irene Bosco"], [], []])
        #expect(made[0].tenures[0].from == nil, "no day is written anywhere")
        #expect(session.writtenSectors.mentions.isEmpty)
        try session.undo()
        #expect(session.content == before)
    }

    @Test func theYearsThatANewNameOfASectorReachesAreTold() throws {
        let session = sampleSession()
        let name = try #require(session.plan?.objectives.first?.sector)
        let mentions = SectorMentions(of: name, in: session.content)
        #expect(mentions.years.contains(session.year))
        #expect(mentions.renamedWords?.contains("\(session.year)") == true)
        try session.perform(session.locking(year: session.year, reason: "Delibera 1"))
        let later = SectorMentions(of: name, in: session.content)
        #expect(later.lockedYears == [session.year])
        #expect(!later.years.contains(session.year))
        #expect(SectorMentions(of: "nessuno", in: session.content).renamedWords == nil)
    }

    @Test func aSectorThatIsRenamedIsRenamedWhereItIsNamedButInLockedYears() throws {
        let session = sampleSession()
        let sector = try #require(
            session.content.municipality.sectors.first { sector in
                session.plan?.objectives.contains { $0.sector == sector.name } ?? false
            })
        let named = { (name: String) in session.plan?.objectives.filter { $0.sector == name }.count ?? 0 }
        let count = named(sector.name)
        let before = session.content
        var changed = sector
        changed.name = "Settore nuovo"
        try session.perform(.organisation(.sector(changed)))
        #expect(named(sector.name) == 0)
        #expect(named("Settore nuovo") == count)
        #expect(session.content.services.services.allSatisfy { $0.sector != sector.name })
        try session.undo()
        #expect(session.content == before)
        try session.perform(session.locking(year: session.year, reason: "chiuso"))
        try session.perform(.organisation(.sector(changed)))
        #expect(named(sector.name) == count)
    }

    @Test func theNextHeadBeginsTheDayAfterTheLastOne() throws {
        let session = emptySession()
        let sector = session.addingSector()
        try session.perform(sector.edit)
        try session.perform(session.addingTenure(to: sector.id).edit)
        try session.perform(
            try #require(rows(of: sector.id, on: session).first).setting(.to, to: "28/02/2026"))
        try session.perform(session.addingTenure(to: sector.id).edit)
        #expect(
            rows(of: sector.id, on: session).last?.tenure.from == CalendarDate(year: 2026, month: 3, day: 1))
    }

    @Test(arguments: ["31/02/2026", "domani", "2026"]) func aDayThatIsNoneIsRefused(text: String) throws {
        let row = TenureRow(Tenure(id: UUID(), head: "Irene Bosco", from: nil, to: nil), of: UUID())
        #expect(throws: EditRefusal.noDate(text)) { try row.setting(.from, to: text) }
    }

    @Test func aPeriodThatEndsBeforeItBeginsIsRefused() throws {
        let session = emptySession()
        let sector = session.addingSector()
        try session.perform(sector.edit)
        try session.perform(session.addingTenure(to: sector.id).edit)
        let row = try #require(rows(of: sector.id, on: session).first)
        let before = session.content
        #expect(throws: EditRefusal.endBeforeBeginning) {
            try session.perform(row.setting(.to, to: "31/12/2025"))
        }
        #expect(session.content == before)
    }

    @Test func completionsNameEachNameOnceHoweverItIsWritten() throws {
        let session = sampleSession()
        let names = Completions(session.content)
        #expect(names.sectors.count == Set(names.sectors.map(\.comparisonKey)).count)
        #expect(!names.heads.contains(""))
        let used = Set(session.plan?.objectives.map(\.head.comparisonKey) ?? []).subtracting([""])
        #expect(used.isSubset(of: Set(names.heads.map(\.comparisonKey))))
    }

    @Test func anotherRuleOfTheProfileChangesTheScoresAtOnce() throws {
        let session = emptySession()
        try session.perform(try #require(session.addingLine()).edit)
        let objective = try #require(session.addingObjective(at: nil))
        try session.perform(objective.edit)
        let indicator = session.addingIndicator(to: objective.id)
        try session.perform(indicator.edit)
        try session.perform(.indicatorChoice(indicator.id, .direction(.decreasing)))
        try session.perform(.indicator(indicator.id, .target, text: "20"))
        try session.perform(.indicator(indicator.id, .actual, text: "25"))
        #expect(session.score?.indicator(indicator.id)?.score.displayed == .zero)
        var profile = session.content.municipality.profile
        profile.decreasingRule = .decreasingRatio
        try session.perform(.organisation(.profile(profile)))
        #expect(session.score?.indicator(indicator.id)?.score.displayed == ExactDecimal(80))
    }

    @Test func aProfileThatCouldNotScoreIsRefused() throws {
        let session = emptySession()
        var profile = session.content.municipality.profile
        profile.barometer[0].from = ExactDecimal(10)
        #expect(throws: EditRefusal.noLowestBand) { try session.perform(.organisation(.profile(profile))) }
        profile = session.content.municipality.profile
        profile.barometer[1].from = profile.barometer[2].from
        #expect(throws: EditRefusal.sameBoundTwice) { try session.perform(.organisation(.profile(profile))) }
        profile = session.content.municipality.profile
        profile.irapRate = ExactDecimal(-1)
        #expect(throws: EditRefusal.notPerCent) { try session.perform(.organisation(.profile(profile))) }
    }

    @Test func eachRuleHasItsFormulaAndAnExampleThatIsComputed() {
        var profile = ScoringProfile()
        profile.bands = [
            ScoreBand(from: .zero, achievement: .zero),
            ScoreBand(from: ExactDecimal(50), achievement: ExactDecimal(60)),
        ]
        let form = ProfileForm(profile)
        #expect(form.rules.map(\.rule) == ScoringRule.allCases)
        #expect(form.rules.allSatisfy { !$0.formula.isEmpty })
        let examples = Dictionary(uniqueKeysWithValues: form.rules.map { ($0.rule, $0.example) })
        #expect(examples[.increasing]?.hasSuffix("75 %") == true)
        #expect(examples[.fromBaseline]?.hasSuffix("67 %") == true)
        #expect(examples[.bands]?.hasSuffix("60 %") == true)
        #expect(examples[.date]?.hasSuffix("0 %") == true)
    }

    @Test func bandsAreReadAsTheyAreWritten() throws {
        let bands = try BandText.read("80 = 100; 0:0;50 → 62,5")
        #expect(BandText.write(bands) == "0 → 0; 50 → 62,5; 80 → 100")
        #expect(try BandText.read(BandText.write(bands)) == bands)
        #expect(try BandText.read(" ; ") == [])
        #expect(throws: EditRefusal.noBand("abc")) { try BandText.read("0 → 0; abc") }
    }

    private func rows(of sector: UUID, on session: ArchiveSession) -> [TenureRow] {
        session.content.municipality.sectors.first { $0.id == sector }?.tenures.map {
            TenureRow($0, of: sector)
        } ?? []
    }
}
