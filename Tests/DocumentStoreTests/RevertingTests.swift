import DocumentStore
import Foundation
import Model
import Sample
import Testing

@Suite struct RevertingTests {
    private let name = DocumentName.plan(SampleArchive.year)
    private let start = SampleArchive.content()

    @Test func aFormerFigureComesBackAndLaterEditsStay() throws {
        var later = start
        try edit(&later) { $0.lines[0].objectives[0].indicators[0].actual = .notEntered }
        let changes = inverted(start, later)
        try edit(&later) { $0.lines[0].objectives[0].note = "Dopo" }
        var expected = start
        try edit(&expected) { $0.lines[0].objectives[0].note = "Dopo" }
        #expect(try later.putting(changes, in: name) == expected)
    }

    @Test func aFieldIsPutBackWhereItsEntityIsByNow() throws {
        var later = start
        try edit(&later) { $0.lines[0].objectives[0].title = "Altro titolo" }
        let changes = inverted(start, later)
        try edit(&later) {
            var moved = $0.lines[0].objectives.removeFirst()
            moved.strategicObjectiveID = nil
            $0.lines[2].objectives.append(moved)
        }
        let back = try later.putting(changes, in: name)
        #expect(back.plans[SampleArchive.year]?.lines[2].objectives.last?.title == title(of: 0))
    }

    @Test func whatWasTakenAwayComesBackInItsPlace() throws {
        var later = start
        try edit(&later) { $0.lines[0].objectives.remove(at: 1) }
        #expect(try later.putting(inverted(start, later), in: name) == start)
        try edit(&later) { $0.lines[0].objectives[0].note = "Dopo" }
        let back = try later.putting(inverted(start, later).filter { $0.path.count == 4 }, in: name)
        #expect(
            back.plans[SampleArchive.year]?.lines[0].objectives.map(\.id.uuidString).sorted()
                == ids(start).sorted())
    }

    @Test func whatWasAddedGoesAndWhatMovedGoesBack() throws {
        var later = start
        try edit(&later) {
            $0.lines[0].objectives.append(Objective(id: UUID(naming: ["neu"]), title: "Nuovo"))
        }
        #expect(try later.putting(inverted(start, later), in: name) == start)
        later = start
        try edit(&later) {
            var moved = $0.lines[0].objectives.removeFirst()
            moved.strategicObjectiveID = nil
            $0.lines[2].objectives.append(moved)
        }
        let changes = inverted(start, later)
        let last = try #require(later.plans[SampleArchive.year]?.lines[2].objectives.indices.last)
        try edit(&later) { $0.lines[2].objectives[last].note = "Dopo" }
        var expected = start
        try edit(&expected) { $0.lines[0].objectives[0].note = "Dopo" }
        #expect(try later.putting(changes, in: name) == expected)
    }

    @Test func aFormerOrderComesBackAndNewOnesStay() throws {
        var later = start
        try edit(&later) { $0.lines.swapAt(0, 2) }
        let changes = inverted(start, later)
        try edit(&later) { $0.lines.insert(StrategicLine(id: UUID(naming: ["neu"]), title: "Nuova"), at: 0) }
        let back = try later.putting(changes, in: name)
        let ids = back.plans[SampleArchive.year]?.lines.map(\.id)
        #expect(ids == (start.plans[SampleArchive.year]?.lines.map(\.id) ?? []) + [UUID(naming: ["neu"])])
    }

    @Test func whatIsGoneOrNamesWhatIsGoneIsRefused() throws {
        var later = start
        try edit(&later) { $0.lines[0].objectives[0].note = "Nota" }
        let note = inverted(start, later)
        try edit(&later) { $0.lines[0].objectives.removeFirst() }
        #expect(throws: RevertProblem.gone(identity: ids(start)[0])) { try later.putting(note, in: name) }
        #expect(throws: RevertProblem.documentGone(.plan(1999))) {
            try later.putting(note, in: .plan(1999))
        }

        later = start
        let strategic = try #require(
            start.plans[SampleArchive.year]?.lines[0].objectives[0].strategicObjectiveID)
        try edit(&later) {
            for index in $0.lines[0].objectives.indices {
                $0.lines[0].objectives[index].strategicObjectiveID = nil
            }
        }
        let names = inverted(start, later)
        try edit(&later) { $0.lines[0].strategicObjectives.removeAll() }
        #expect(throws: RevertProblem.dangling(identity: strategic.uuidString)) {
            try later.putting(names, in: name)
        }
    }

    @Test func aValueThatTheDocumentCannotHoldIsRefused() throws {
        let line = try #require(start.plans[SampleArchive.year]?.lines[0])
        let path = ["lines", line.id.uuidString, "title"]
        let change = TreeChange(kind: .value, path: path, before: .string(line.title), after: .number("7"))
        #expect {
            try start.putting([change], in: name)
        } throws: { error in
            guard case .undecodable(let field, _)? = error as? RevertProblem else { return false }
            return field.last == "title"
        }
    }

    @Test func aLockIsNeitherPutBackNorTakenAway() throws {
        var later = start
        later.municipality.locks = [
            YearLock(
                id: UUID(), year: 2025, reason: "Approvata", author: "Ufficio", date: .earliest,
                profile: start.municipality.profile)
        ]
        let changes = start.changes(to: later).map(\.change.inverted)
        #expect(throws: RevertProblem.lock) { try later.putting(changes, in: .municipality) }
    }

    private func title(of index: Int) -> String? {
        start.plans[SampleArchive.year]?.lines[0].objectives[index].title
    }

    private func ids(_ content: ArchiveContent) -> [String] {
        content.plans[SampleArchive.year]?.lines[0].objectives.map(\.id.uuidString) ?? []
    }

    private func edit(_ content: inout ArchiveContent, _ change: (inout Plan) -> Void) throws {
        var plan = try #require(content.plans[SampleArchive.year])
        change(&plan)
        content.plans[SampleArchive.year] = plan
    }

    private func inverted(_ before: ArchiveContent, _ after: ArchiveContent) -> [TreeChange] {
        before.changes(to: after).map(\.change.inverted)
    }
}
