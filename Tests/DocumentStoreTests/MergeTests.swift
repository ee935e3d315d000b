import DocumentStore
import Foundation
import Model
import Sample
import Testing

/// An archive and a colleague's working archive that was made of a part of it.
struct Exchange {
    static let sector = "Servizi alla persona"
    let scratch: Scratch
    let main: ArchiveStore
    let working: ArchiveStore

    init(
        _ content: ArchiveContent = SampleArchive.content(),
        scope: BundleScope = BundleScope(sectors: [Exchange.sector])
    ) throws {
        scratch = try Scratch()
        main = try ArchiveStore.create(
            at: scratch.archive, content: content, summary: "Sample", author: "office", date: moment)
        let bytes = try main.exportBundle(scope, author: "office", at: moment)
        working = try Self.open(bytes, in: scratch, "colleague")
    }

    static func open(_ bytes: [UInt8], in scratch: Scratch, _ name: String) throws -> ArchiveStore {
        try ArchiveStore.create(
            at: scratch.folder.appending(path: name), fromBundle: bytes, summary: "Opened",
            author: "colleague", date: moment)
    }

    /// The bundle that the colleague sends back, with what they changed before.
    func returned(
        at date: Date = moment, _ edit: (inout ArchiveContent) throws -> Void = { _ in }
    ) throws -> [UInt8] {
        try working.change(edit)
        return try working.exportBundle(BundleScope(), author: "colleague", at: date)
    }

    @discardableResult
    func merge(
        _ bytes: [UInt8], _ decisions: [MergeConflict.ID: MergeSide] = [:]
    ) throws -> ArchiveStore.Receipt {
        let review = try main.review(bundle: bytes)
        return try main.merge(
            review, decisions: decisions, summary: "Merged", author: "office", at: moment)
    }

    /// Their side in every conflict of a review.
    func mergeTheirs(_ bytes: [UInt8]) throws {
        let conflicts = try main.review(bundle: bytes).conflicts
        try merge(bytes, Dictionary(uniqueKeysWithValues: conflicts.map { ($0.id, .theirs) }))
    }
}

extension ArchiveStore {
    func change(_ edit: (inout ArchiveContent) throws -> Void) throws {
        var new = content
        try edit(&new)
        try commit(new)
    }

    /// The objectives of the sample's plan by title.
    func objective(_ title: String) -> Objective? { content.objectives.first { $0.title == title } }
}

extension ArchiveContent {
    var plan: Plan {
        get { plans[SampleArchive.year] ?? Plan(id: UUID(), year: 0) }
        set { plans[SampleArchive.year] = newValue }
    }

    var objectives: [Objective] { plan.objectives }

    /// Changes the objective of that title.
    mutating func edit(_ title: String, _ change: (inout Objective) -> Void) {
        for line in plan.lines.indices {
            for index in plan.lines[line].objectives.indices
            where plan.lines[line].objectives[index].title == title {
                change(&plan.lines[line].objectives[index])
            }
        }
    }

    /// Puts the objective of that title at the end of another line, of whose aims it serves none.
    mutating func move(_ title: String, toLine line: Int) {
        guard var moved = objectives.first(where: { $0.title == title }) else { return }
        remove(title)
        moved.strategicObjectiveID = nil
        plan.lines[line].objectives.append(moved)
    }

    /// Takes the objective of that title away.
    mutating func remove(_ title: String) {
        for line in plan.lines.indices { plan.lines[line].objectives.removeAll { $0.title == title } }
    }
}

private let nursery = "Più posti negli asili nido"
private let canteen = "Ristorazione scolastica di qualità"
private let library = "Biblioteca: nuova sede e apertura serale"
private let taxes = "Rispettare i tempi di pagamento"

@Suite struct MergeTests {
    @Test func aPartHoldsTheSectorAndNothingOfOthers() throws {
        let exchange = try Exchange()
        let part = exchange.working.content
        let sectors = Set(part.objectives.map(\.sector))
        #expect(sectors == [Exchange.sector])
        #expect(Set(part.services.services.map(\.sector)) == [Exchange.sector])
        #expect(part.plan.lines.count == 1)
        #expect(part.municipality.sectors == exchange.main.content.municipality.sectors)
        #expect(exchange.working.workingScope == BundleScope(sectors: [Exchange.sector]))
        #expect(exchange.main.workingScope == nil)
    }

    @Test func chosenServicesComeAlone() throws {
        let service = try #require(SampleArchive.content().services.services.first)
        let exchange = try Exchange(scope: BundleScope(services: [service.id]))
        #expect(exchange.working.content.services.services == [service])
        #expect(exchange.working.content.plans.isEmpty)
        #expect(exchange.working.content.projects.isEmpty)
    }

    @Test func whatTheColleagueChangedIsTakenAndNothingElseChanges() throws {
        let exchange = try Exchange()
        let before = exchange.main.content
        let bytes = try exchange.returned { $0.edit(nursery) { $0.note = "Raggiunto" } }
        let review = try exchange.main.review(bundle: bytes)
        #expect(review.base == .history)
        #expect(review.conflicts.isEmpty)
        #expect(review.changes.map(\.change.after) == [.string("Raggiunto")])
        #expect(exchange.main.content == before)
        try exchange.merge(bytes)
        var expected = before
        expected.edit(nursery) { $0.note = "Raggiunto" }
        #expect(exchange.main.content == expected)
    }

    @Test func changesOfBothSidesStandTogether() throws {
        let exchange = try Exchange()
        try exchange.main.change { $0.edit(nursery) { $0.head = "Altro responsabile" } }
        try exchange.main.change { $0.edit(taxes) { $0.note = "Nostro" } }
        try exchange.merge(exchange.returned { $0.edit(nursery) { $0.note = "Raggiunto" } })
        #expect(exchange.main.objective(nursery)?.note == "Raggiunto")
        #expect(exchange.main.objective(nursery)?.head == "Altro responsabile")
        #expect(exchange.main.objective(taxes)?.note == "Nostro")
    }

    @Test func aValueThatBothChangedIsAConflictAndOursStays() throws {
        let exchange = try Exchange()
        try exchange.main.change { $0.edit(nursery) { $0.note = "Nostro" } }
        let bytes = try exchange.returned { $0.edit(nursery) { $0.note = "Loro" } }
        let review = try exchange.main.review(bundle: bytes)
        let conflict = try #require(review.conflicts.first)
        #expect(review.conflicts.count == 1)
        #expect(conflict.kind == .value)
        #expect(conflict.path.last == "note")
        #expect(conflict.ours == .string("Nostro"))
        #expect(conflict.theirs == .string("Loro"))
        #expect(review.changes.isEmpty)
        try exchange.merge(bytes)
        #expect(exchange.main.objective(nursery)?.note == "Nostro")
    }

    @Test func aConflictIsDecidedForTheColleague() throws {
        let exchange = try Exchange()
        try exchange.main.change { $0.edit(nursery) { $0.note = "Nostro" } }
        let bytes = try exchange.returned { $0.edit(nursery) { $0.note = "Loro" } }
        try exchange.mergeTheirs(bytes)
        #expect(exchange.main.objective(nursery)?.note == "Loro")
    }

    @Test func theSameChangeOnBothSidesIsNoConflict() throws {
        let exchange = try Exchange()
        try exchange.main.change { $0.edit(nursery) { $0.note = "Uguale" } }
        let review = try exchange.main.review(
            bundle: exchange.returned { $0.edit(nursery) { $0.note = "Uguale" } })
        #expect(review.conflicts.isEmpty)
        #expect(review.changes.isEmpty)
    }

    @Test func aFigureIsNeverMixedOfTwo() throws {
        let exchange = try Exchange()
        let ours = ReportedValue(number: ExactDecimal(7), unit: .percent)
        let theirs = ReportedValue(.number(ExactDecimal(9)), raw: "nove", note: "circa")
        try exchange.main.change { $0.edit(nursery) { $0.indicators[0].actual = ours } }
        let bytes = try exchange.returned { $0.edit(nursery) { $0.indicators[0].actual = theirs } }
        #expect(try exchange.main.review(bundle: bytes).conflicts.count == 1)
        try exchange.merge(bytes)
        #expect(exchange.main.objective(nursery)?.indicators[0].actual == ours)
    }

    @Test func anObjectiveThatTheColleagueAddedComesAfterItsPredecessor() throws {
        let exchange = try Exchange()
        let new = Objective(id: UUID(), title: "Nuovo")
        let bytes = try exchange.returned { $0.plan.lines[0].objectives.insert(new, at: 1) }
        try exchange.merge(bytes)
        let line = try #require(exchange.main.content.plan.lines.first { $0.objectives.contains(new) })
        #expect(line.objectives.firstIndex(of: new) == 1)
        #expect(line.objectives[0].title == nursery)
    }

    @Test func anObjectiveThatTheColleagueTookAwayGoes() throws {
        let exchange = try Exchange()
        let count = exchange.main.content.objectives.count
        try exchange.merge(exchange.returned { $0.remove(canteen) })
        #expect(exchange.main.objective(canteen) == nil)
        #expect(exchange.main.content.objectives.count == count - 1)
    }

    @Test func whatWeChangedIsNotTakenAwayByItself() throws {
        let exchange = try Exchange()
        try exchange.main.change { $0.edit(canteen) { $0.note = "Nostro" } }
        let bytes = try exchange.returned { $0.remove(canteen) }
        let conflict = try #require(try exchange.main.review(bundle: bytes).conflicts.first)
        #expect(conflict.kind == .removedThere)
        #expect(conflict.theirs == nil)
        try exchange.merge(bytes)
        #expect(exchange.main.objective(canteen)?.note == "Nostro")
    }

    @Test func whatWeTookAwayAndTheyChangedIsAConflict() throws {
        let exchange = try Exchange()
        try exchange.main.change { $0.remove(canteen) }
        let bytes = try exchange.returned { $0.edit(canteen) { $0.note = "Loro" } }
        let conflict = try #require(try exchange.main.review(bundle: bytes).conflicts.first)
        #expect(conflict.kind == .removedHere)
        #expect(conflict.ours == nil)
        try exchange.mergeTheirs(bytes)
        #expect(exchange.main.objective(canteen)?.note == "Loro")
    }

    @Test func whatWeTookAwayDoesNotComeBackWithALaterBundle() throws {
        let exchange = try Exchange()
        let new = Objective(id: UUID(), title: "Nuovo")
        let first = try exchange.returned { $0.plan.lines[0].objectives.append(new) }
        try exchange.merge(first)
        try exchange.main.change { $0.remove("Nuovo") }
        let second = try exchange.returned { $0.edit(nursery) { $0.note = "Dopo" } }
        let review = try exchange.main.review(bundle: second)
        #expect(review.conflicts.isEmpty)
        try exchange.merge(second)
        #expect(exchange.main.objective("Nuovo") == nil)
        #expect(exchange.main.objective(nursery)?.note == "Dopo")
    }

    @Test func aLineWithObjectivesOfOthersKeepsThemWhateverIsDecided() throws {
        var content = SampleArchive.content()
        content.edit(canteen) { $0.sector = "Polizia locale" }
        let exchange = try Exchange(content)
        try exchange.mergeTheirs(exchange.returned { $0.plan.lines.removeAll() })
        #expect(exchange.main.objective(canteen) != nil)
        #expect(exchange.main.objective(nursery) == nil)
    }

    @Test func theOrderOfTheColleagueIsTakenAndOthersKeepTheirPlaces() throws {
        var content = SampleArchive.content()
        content.edit(canteen) { $0.sector = "Polizia locale" }
        let exchange = try Exchange(content)
        let before = exchange.main.content.plan.lines[2].objectives.map(\.title)
        try #require(before.firstIndex(of: canteen) == 1)
        try exchange.merge(exchange.returned { $0.plan.lines[0].objectives.reverse() })
        let after = exchange.main.content.plan.lines[2].objectives.map(\.title)
        #expect(after == [before[3], canteen, before[2], before[0]])
    }

    @Test func twoOrdersAreAConflict() throws {
        let exchange = try Exchange()
        try exchange.main.change { $0.plan.lines[2].objectives.swapAt(0, 1) }
        let bytes = try exchange.returned { $0.plan.lines[0].objectives.reverse() }
        let review = try exchange.main.review(bundle: bytes)
        #expect(review.conflicts.map(\.kind) == [.order])
        let reversed = exchange.working.content.plan.lines[0].objectives
        try exchange.mergeTheirs(bytes)
        #expect(exchange.main.content.plan.lines[2].objectives == reversed)
    }

    @Test func anObjectiveThatMovedToAnotherLineTakesOurEditAlong() throws {
        let exchange = try Exchange(scope: BundleScope())
        try exchange.main.change { $0.edit(canteen) { $0.head = "Nostro" } }
        let bytes = try exchange.returned { content in
            content.move(canteen, toLine: 0)
            content.edit(canteen) { $0.note = "Loro" }
        }
        let review = try exchange.main.review(bundle: bytes)
        #expect(review.conflicts.isEmpty)
        try exchange.merge(bytes)
        let found = try #require(exchange.main.content.plan.lines[0].objectives.last)
        #expect(found.title == canteen)
        #expect(found.head == "Nostro")
        #expect(found.note == "Loro")
        #expect(exchange.main.content.objectives.count { $0.title == canteen } == 1)
    }

    @Test func whatWeTookAwayDoesNotComeBackWhereTheyMovedIt() throws {
        let exchange = try Exchange(scope: BundleScope())
        try exchange.main.change { $0.remove(canteen) }
        let bytes = try exchange.returned { $0.move(canteen, toLine: 0) }
        let review = try exchange.main.review(bundle: bytes)
        #expect(review.conflicts.map(\.kind) == [.removedHere])
        try exchange.merge(bytes)
        #expect(exchange.main.objective(canteen) == nil)
    }

    @Test func whatWeMovedAndTheyTookAwayIsAConflict() throws {
        let exchange = try Exchange(scope: BundleScope())
        try exchange.main.change { $0.move(canteen, toLine: 0) }
        let bytes = try exchange.returned { $0.remove(canteen) }
        let review = try exchange.main.review(bundle: bytes)
        #expect(review.conflicts.map(\.kind) == [.removedThere])
        try exchange.merge(bytes)
        #expect(exchange.main.content.plan.lines[0].objectives.last?.title == canteen)
    }

    @Test func whatWeChangedAndMovedIntoALineOfOursAndTheyTookAwayIsAConflict() throws {
        let exchange = try Exchange(scope: BundleScope())
        try exchange.main.change { content in
            content.plan.lines.append(StrategicLine(id: UUID(naming: ["ours"]), title: "Nostra"))
            content.move(canteen, toLine: content.plan.lines.count - 1)
            content.edit(canteen) { $0.note = "Nostro" }
        }
        let bytes = try exchange.returned { $0.remove(canteen) }
        let review = try exchange.main.review(bundle: bytes)
        #expect(review.conflicts.map(\.kind) == [.removedThere])
        try exchange.merge(bytes)
        #expect(exchange.main.objective(canteen)?.note == "Nostro")
        try exchange.main.merge(
            exchange.main.review(bundle: bytes, isAgain: true),
            decisions: Dictionary(uniqueKeysWithValues: review.conflicts.map { ($0.id, .theirs) }),
            summary: "Again", author: "office", at: moment)
        #expect(exchange.main.objective(canteen) == nil)
    }

    @Test func whatWeMovedIntoALineOfOursTakesTheirEditAlong() throws {
        let exchange = try Exchange(scope: BundleScope())
        try exchange.main.change { content in
            content.plan.lines.append(StrategicLine(id: UUID(naming: ["ours"]), title: "Nostra"))
            content.move(canteen, toLine: content.plan.lines.count - 1)
        }
        let bytes = try exchange.returned { $0.edit(canteen) { $0.note = "Loro" } }
        #expect(try exchange.main.review(bundle: bytes).conflicts.isEmpty)
        try exchange.merge(bytes)
        #expect(exchange.main.content.plan.lines.last?.objectives.map(\.note) == ["Loro"])
    }

    @Test func twoPlacesAreAConflict() throws {
        let exchange = try Exchange(scope: BundleScope())
        try exchange.main.change { $0.move(canteen, toLine: 0) }
        let bytes = try exchange.returned { $0.move(canteen, toLine: 1) }
        let review = try exchange.main.review(bundle: bytes)
        #expect(review.conflicts.map(\.kind) == [.place])
        try exchange.mergeTheirs(bytes)
        #expect(exchange.main.content.plan.lines[1].objectives.last?.title == canteen)
        #expect(exchange.main.content.objectives.count { $0.title == canteen } == 1)
    }

    @Test func aReferenceThatWouldNameNothingIsAConflict() throws {
        let exchange = try Exchange(scope: BundleScope())
        let strategic = StrategicObjective(id: UUID(), title: "Nuovo")
        try exchange.main.change { $0.plan.lines[2].strategicObjectives.append(strategic) }
        let shared = try exchange.main.exportBundle(BundleScope(), author: "office", at: moment)
        let working = try Exchange.open(shared, in: exchange.scratch, "second")
        try working.change { $0.plan.lines[2].strategicObjectives.removeAll { $0.id == strategic.id } }
        let bytes = try working.exportBundle(BundleScope(), author: "colleague", at: moment)
        try exchange.main.change { $0.edit(nursery) { $0.strategicObjectiveID = strategic.id } }
        let review = try exchange.main.review(bundle: bytes)
        #expect(review.conflicts.map(\.kind) == [.reference])
        try exchange.mergeTheirs(bytes)
        #expect(exchange.main.content.plan.lines[2].strategicObjectives.contains(strategic))
        #expect(try ArchiveStore.verify(at: exchange.scratch.archive).isEmpty)
    }

    @Test func twoThatAddTheSameThingFillEachOthersFields() throws {
        let exchange = try Exchange()
        let id = UUID()
        var ours = Objective(id: id, title: "Nuovo")
        ours.head = "Nostro"
        var theirs = Objective(id: id, title: "Nuovo")
        theirs.note = "Loro"
        try exchange.main.change { $0.plan.lines[2].objectives.append(ours) }
        let bytes = try exchange.returned { $0.plan.lines[0].objectives.append(theirs) }
        try exchange.merge(bytes)
        #expect(exchange.main.objective("Nuovo")?.head == "Nostro")
        #expect(exchange.main.objective("Nuovo")?.note == "Loro")
    }

    @Test func aLockComesOffByNoFile() throws {
        let exchange = try Exchange()
        let lock = YearLock(
            id: UUID(), year: 2020, reason: "Approvato", author: "office",
            date: .earliest, profile: ScoringProfile())
        try exchange.main.change { $0.municipality.locks = [lock] }
        let bytes = try exchange.main.exportBundle(BundleScope(), author: "office", at: moment)
        let working = try Exchange.open(bytes, in: exchange.scratch, "second")
        try working.change { $0.municipality.locks = [] }
        let back = try working.exportBundle(BundleScope(), author: "colleague", at: moment)
        let conflict = try #require(try exchange.main.review(bundle: back).conflicts.first)
        #expect(conflict.path == ["locks"])
        #expect(!conflict.canTakeTheirs)
        try exchange.mergeTheirs(back)
        #expect(exchange.main.content.municipality.locks == [lock])
    }
}
