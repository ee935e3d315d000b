import Foundation
import Localization
import Model

/// An objective of the plan as a card: what, when, by what measured, by whom.
struct ObjectiveCard {
    private let objective: Objective
    private let line: StrategicLine
    private let year: Int
    private let session: PrintContext

    /// The card of an objective of a line.
    init(_ objective: Objective, of line: StrategicLine, year: Int, session: PrintContext) {
        self.objective = objective
        self.line = line
        self.year = year
        self.session = session
    }

    /// Heading, data, definition, timetable, critical factors, indicators, people.
    var blocks: [Block] {
        var blocks: [Block] = [.heading(session.heading(2, objective.codedTitle))]
        let fields = fields
        if !fields.isEmpty { blocks.append(.card(fields)) }
        blocks += Paragraph.paragraphs(of: objective.definition).map { paragraph in
            var paragraph = paragraph
            paragraph.field = tr("Definition")
            return .paragraph(paragraph)
        }
        if !objective.phases.isEmpty {
            blocks += [
                label(tr("Timetable")),
                .table(MonthChart(objective.phases, year: year, title: session.title).table),
            ]
        }
        if !objective.criticalFactors.isEmpty {
            blocks.append(label(tr("Critical factors")))
            blocks += Paragraph.paragraphs(of: objective.criticalFactors).map(Block.paragraph)
        }
        if !objective.indicators.isEmpty {
            var table = PlannedIndicators(objective.indicators)
            blocks += [label(tr("Indicators")), .table(table.table())]
        }
        return blocks + people + rest
    }

    private var fields: [CardField] {
        let aim = line.strategicObjectives.first { $0.id == objective.strategicObjectiveID }
        let goals = objective.sustainableGoals.map { String($0) }.joined(separator: ", ")
        return [
            session.field(tr("Strategic objective"), session.title(aim?.codedTitle ?? "")),
            session.field(tr("Sector"), session.title(objective.sector)),
            session.field(tr("Head"), session.name(objective.head)),
            session.field(
                tr("Other sectors"), objective.otherSectors.map(session.title).joined(separator: "; ")),
            session.field(tr("Marks"), objective.tags.map(\.title).joined(separator: ", ")),
            session.field(tr("DUP references"), objective.dupReferences.joined(separator: ", ")),
            session.field(tr("Goals of Agenda 2030"), goals),
            session.field(tr("Weight"), objective.weight.map { ItalianNumber.write($0) } ?? ""),
            session.field(tr("Due"), objective.due?.raw ?? ""),
            session.field(tr("Resources"), objective.resources),
        ].compactMap(\.self)
    }

    private var people: [Block] {
        guard !objective.participants.isEmpty else { return [] }
        let title = tr("People who take part")
        var participants = objective.participants.map { person in
            var person = person
            person.name = session.name(person.name)
            return person
        }
        // In the order of their numbers: that of the names would tell something of them.
        if session.options.isAnonymous {
            participants.sort { $0.name.compare($1.name, options: .numeric) == .orderedAscending }
        }
        return [label(title), .table(PeopleTable(participants, title: title).table)]
    }

    private var rest: [Block] {
        let changes = objective.reprogrammings.map { Block.paragraph(Paragraph($0.text, .item)) }
        return (changes.isEmpty ? [] : [label(tr("Changes made in the year"))] + changes)
            + Paragraph.paragraphs(of: objective.note, .note).map(Block.paragraph)
            + session.findings(
                about: [objective.id] + (objective.indicators.map(\.id) + objective.phases.map(\.id)))
    }

    private func label(_ text: String) -> Block {
        .paragraph(Paragraph(RichText(text), .label))
    }
}
