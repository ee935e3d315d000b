import DocumentStore
import Foundation
import Model
import Sample
import Testing
import UserMessages

@testable import ViewModels

@MainActor @Suite struct ChangeWordsTests {
    @Test func aReportedValueIsOneChangeWithItsTextsAsWritten() throws {
        let session = sampleSession()
        let objective = try #require(session.plan?.objectives.first { !$0.indicators.isEmpty })
        let indicator = objective.indicators[0]
        let words = try words(on: session) {
            try session.perform(.indicator(indicator.id, .actual, text: "circa 12 mila"))
        }
        #expect(words.map(\.field) == [IndicatorField.actual.title])
        #expect(words.map(\.before) == [indicator.actual.raw])
        #expect(words.map(\.after) == ["circa 12 mila"])
        let line = try #require(
            session.plan?.lines.first { $0.objectives.contains { $0.id == objective.id } })
        #expect(words.first?.place == [line.title, objective.title, indicator.name].joined(separator: " › "))
    }

    @Test func whatIsAddedTakenAwayAndReorderedIsNamed() throws {
        let session = sampleSession()
        let line = try #require(session.plan?.lines.first { $0.objectives.count > 1 })
        let removed = try words(on: session) { try session.perform(.remove(line.objectives[0].id)) }
        #expect(removed.map(\.kind) == [.removed])
        #expect(removed.map(\.field) == [FieldNames.entity(in: "objectives")])
        #expect(removed.map(\.before) == [line.objectives[0].title])
        #expect(removed.map(\.place) == [line.title])
        let added = try words(on: session) { try session.undo() }
        #expect(added.map(\.kind) == [.added], "an order that follows from an addition is not told twice")
        let moved = try words(on: session) {
            try session.perform(.moveObjective(line.objectives[1].id, toLine: line.id, position: 0))
        }
        #expect(moved.map(\.kind) == [.reordered])
    }

    @Test func anObjectiveThatGoesToAnotherLineIsMovedAndNotLost() throws {
        let session = sampleSession()
        let lines = try #require(session.plan?.lines)
        let objective = lines[0].objectives[0]
        let words = try words(on: session) {
            try session.perform(.moveObjective(objective.id, toLine: lines[3].id, position: 0))
        }
        let move = try #require(words.first { $0.kind == .moved })
        #expect(move.before == lines[0].title)
        #expect(move.after == lines[3].title)
        #expect(move.place.hasSuffix(objective.title))
        #expect(!words.contains { $0.kind == .removed || $0.kind == .added })
    }

    @Test func everyMemberThatTheSampleHasIsNamed() {
        var unnamed: Set<String> = []
        for tree in SampleArchive.content().trees { collect(tree, &unnamed) }
        #expect(unnamed.subtracting(["id", "net", "gross"]).sorted() == [])
    }

    @Test func aNewDocumentIsNamedAsAWhole() throws {
        let session = sampleSession()
        let words = try words(on: session) {
            try session.perform(.newYear(2031, from: session.year, targetsFromActuals: false))
        }
        #expect(words.map(\.kind) == [.added])
        #expect(words.map(\.place) == [DocumentName.plan(2031).title])
        #expect(words.allSatisfy { !$0.field.isEmpty })
    }

    @Test func anUnknownMemberKeepsItsName() {
        #expect(FieldNames.title(of: ["futureField"]) == "futureField")
        #expect(FieldNames.title(of: ["values", "2024"]).contains("2024"))
    }

    private func collect(_ tree: JSONValue, _ unnamed: inout Set<String>) {
        switch tree {
        case .object(let members):
            for (name, member) in members {
                if Int(name) == nil, FieldNames.title(of: [name]) == name { unnamed.insert(name) }
                if name != "sources" { collect(member, &unnamed) }
            }
        case .array(let elements): for element in elements { collect(element, &unnamed) }
        default: break
        }
    }

    private func words(on session: ArchiveSession, _ edit: () throws -> Void) rethrows -> [ChangeWords] {
        let before = session.content
        try edit()
        let names = EntityNames(session.content.trees)
        return ChangeWords.list(of: before.changes(to: session.content), names: names)
    }
}
