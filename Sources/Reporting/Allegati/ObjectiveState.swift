import Localization
import Model
import Scoring

/// An objective with its indicators, as it stands.
struct ObjectiveState {
    private let objective: Objective
    private let score: ObjectiveScore?
    private let line: StrategicLine
    private let session: PrintContext

    /// An objective of a line.
    init(_ objective: Objective, score: ObjectiveScore?, line: StrategicLine, session: PrintContext) {
        self.objective = objective
        self.score = score
        self.line = line
        self.session = session
    }

    /// Heading, card, indicators, notes, changes.
    var blocks: [Block] {
        let aside = score?.text(session.profile) ?? ""
        var blocks: [Block] = [.heading(session.heading(2, objective.codedTitle, aside: aside))]
        let fields = fields
        if !fields.isEmpty { blocks.append(.card(fields)) }
        if !objective.indicators.isEmpty {
            var table = IndicatorReportTable(objective, score: score, session: session)
            blocks.append(.table(table.table()))
        }
        if score?.isPartial == true, let without = score?.leftOut.words {
            blocks.append(.note(tr("The figure is partial: {without}.", ["without": without])))
        }
        blocks += Paragraph.paragraphs(of: objective.note, .note).map(Block.paragraph)
        return blocks + changes + explanations
            + session.findings(about: [objective.id] + objective.indicators.map(\.id))
    }

    private var fields: [CardField] {
        let aim = line.strategicObjectives.first { $0.id == objective.strategicObjectiveID }
        return [
            session.field(tr("Sector"), session.title(objective.sector)),
            session.field(tr("Head"), session.name(objective.head)),
            session.field(
                tr("Other sectors"), objective.otherSectors.map(session.title).joined(separator: "; ")),
            session.field(tr("Strategic objective"), session.title(aim?.codedTitle ?? "")),
            session.field(tr("Definition"), objective.definition),
            session.field(tr("Marks"), objective.tags.map(\.title).joined(separator: ", ")),
            session.field(tr("Weight"), objective.weight.map { ItalianNumber.write($0) } ?? ""),
            session.field(tr("DUP references"), objective.dupReferences.joined(separator: ", ")),
        ].compactMap(\.self)
    }

    /// How each achievement comes about: the steps with their figures.
    private var explanations: [Block] {
        guard session.options.hasExplanations, let score else { return [] }
        let items = objective.indicators.compactMap { indicator -> Block? in
            guard let member = score.members.first(where: { $0.score.id == indicator.id }) else { return nil }
            let explanation = Explanation(of: indicator, score: member.score, profile: session.profile)
            let steps = explanation.printedSteps
            let series = session.content.seriesFigure(for: indicator, year: session.year)
            let words =
                [series?.words(beside: indicator)].compactMap(\.self)
                + (steps.isEmpty ? [explanation.outcomeWords] : steps)
            let name = indicator.name + (indicator.name.hasSuffix(".") ? " " : ". ")
            return .paragraph(
                Paragraph(RichText(name, .strong) + RichText(words.joined(separator: "; ")), .item))
        }
        guard !items.isEmpty else { return [] }
        return [.paragraph(Paragraph(RichText(tr("How the achievements come about")), .label))] + items
    }

    private var changes: [Block] {
        guard !objective.reprogrammings.isEmpty else { return [] }
        return [.paragraph(Paragraph(RichText(tr("Changes made in the year")), .label))]
            + objective.reprogrammings.map { .paragraph(Paragraph($0.text, .item)) }
    }
}

extension Reprogramming {
    /// What changed, when and why.
    var text: RichText {
        let day = date.map { $0.italian + ": " } ?? ""
        return RichText(day) + RichText(change) + RichText(reason.isEmpty ? "" : " – " + reason, .dim)
    }
}
