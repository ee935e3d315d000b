import Localization
import Model

/// An objective of the plan as a card: what, when, by what measured, by whom.
struct ObjectiveCard {
    private let objective: Objective
    private let line: StrategicLine
    private let year: Int
    private let desk: PrintDesk

    /// The card of an objective of a line.
    init(_ objective: Objective, of line: StrategicLine, year: Int, desk: PrintDesk) {
        self.objective = objective
        self.line = line
        self.year = year
        self.desk = desk
    }

    /// Heading, data, definition, timetable, critical factors, indicators, people.
    var blocks: [Block] {
        var blocks: [Block] = [.heading(Heading(2, objective.codedTitle))]
        let fields = fields
        if !fields.isEmpty { blocks.append(.card(fields)) }
        blocks += Paragraph.paragraphs(of: objective.definition).map(Block.paragraph)
        if !objective.phases.isEmpty {
            blocks += [label(tr("Timetable")), .table(MonthChart(objective.phases, year: year).table)]
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
            desk.field(tr("Strategic objective"), aim?.codedTitle ?? ""),
            desk.field(tr("Sector"), objective.sector), desk.field(tr("Head"), desk.name(objective.head)),
            desk.field(tr("Other sectors"), objective.otherSectors.joined(separator: "; ")),
            desk.field(tr("Marks"), objective.tags.map(\.title).joined(separator: ", ")),
            desk.field(tr("DUP references"), objective.dupReferences.joined(separator: ", ")),
            desk.field(tr("Goals of Agenda 2030"), goals),
            desk.field(tr("Weight"), objective.weight.map { ItalianNumber.write($0) } ?? ""),
            desk.field(tr("Due"), objective.due?.raw ?? ""),
            desk.field(tr("Resources"), objective.resources),
        ].compactMap(\.self)
    }

    private var people: [Block] {
        guard !objective.participants.isEmpty else { return [] }
        let title = tr("People who take part")
        guard !desk.options.isAnonymous else {
            let count = trn("{count} person", "{count} people", objective.participants.count)
            return [label(title), .paragraph(Paragraph(RichText(count)))]
        }
        return [label(title), .table(PeopleTable(objective.participants, title: title).table)]
    }

    private var rest: [Block] {
        let changes = objective.reprogrammings.map { Block.paragraph(Paragraph($0.text, .item)) }
        return (changes.isEmpty ? [] : [label(tr("Changes made in the year"))] + changes)
            + Paragraph.paragraphs(of: objective.note, .note).map(Block.paragraph)
    }

    private func label(_ text: String) -> Block {
        .paragraph(Paragraph(RichText(text), .label))
    }
}
