import Foundation
import Model
import Testing

@testable import ViewModels

@MainActor @Suite struct FindingDetailTests {
    @Test func aTotalShowsTheRowsThatItSumsAndIsMendedByOneEdit() throws {
        let session = sampleSession()
        let finding = try #require(session.findings.first { $0.code == .seriesTotalMismatch })
        let detail = FindingDetail(finding, in: session.content)
        let rows = try #require(detail.rows)
        #expect(rows.rows.last?.isFound == true)
        let column = try #require(rows.found)
        #expect(rows.rows.last?.cells[column] == finding.written)
        #expect(rows.rows.contains { $0.name == finding.evidence["first"] })
        #expect(rows.rows.contains { $0.name == finding.evidence["last"] })
        #expect(detail.figures.map(\.text).prefix(2) == [finding.written, finding.expected])
        try session.perform(try #require(detail.repair).edit)
        #expect(!session.findings.contains(finding))
        try session.undo()
        #expect(session.findings.contains(finding))
    }

    @Test func everyFindingOfTheSampleSaysWhatItIsAndWhere() {
        let session = sampleSession()
        #expect(session.findings.count > 10)
        for finding in session.findings {
            let detail = FindingDetail(finding, in: session.content)
            #expect(!detail.kind.isEmpty)
            #expect(!detail.sentence.isEmpty || !detail.figures.isEmpty, "\(finding.code)")
        }
    }

    @Test func theFindingAboutALineLeadsToTheLine() throws {
        let session = sampleSession()
        let line = try #require(session.plan?.lines.first)
        try session.perform(.plan(.printedAchievement(line: line.id, text: "1,00")))
        let finding = try #require(
            session.findings.first { $0.code == .lineAchievementMismatch && $0.place.entity == line.id })
        let detail = FindingDetail(finding, in: session.content)
        #expect(detail.destination == Destination(.plan, item: line.id, field: "printedAchievement"))
        try session.perform(try #require(detail.repair).edit)
        #expect(
            !session.findings.contains { $0.code == .lineAchievementMismatch && $0.place.entity == line.id })
    }

    @Test func anAnsweredFindingIsListedWithItsReasonAndOpenedAgain() throws {
        let session = sampleSession()
        let before = AnsweredFinding.all(in: session.content).count
        let finding = try #require(session.findings.first { $0.code == .deviationMismatch })
        try session.perform(session.dismissal(of: finding, reason: "Refuso nella stampa"))
        let answers = AnsweredFinding.all(in: session.content)
        #expect(answers.count == before + 1)
        let answer = try #require(answers.first { $0.reason == "Refuso nella stampa" })
        #expect(answer.destination?.part == finding.place.entity)
        try session.perform(answer.reopening)
        #expect(session.findings.contains(finding))
        #expect(AnsweredFinding.all(in: session.content).count == before)
    }
}
