import Foundation
import Localization
import Model

/// The cards of the plan (PIAO, section 2.2).
struct PlanCards {
    private let session: PrintContext

    /// The plan of the session's year.
    init(_ session: PrintContext) {
        self.session = session
    }

    /// The document. Throws where the year has no plan.
    func document() throws -> ReportDraft {
        let plan = try session.plan()
        let chosen = try session.chosen(of: plan)
        var sections = session.has(.organisation) && !session.options.isExtract ? organisation : []
        if session.has(.results) { sections.append(SectionMaker { index(of: chosen) }) }
        if session.has(.objectives) {
            sections += chosen.lines.map { line in SectionMaker { section(of: line) } }
        }
        return session.document(
            kicker: tr("PIAO, section 2.2 – Performance"), title: tr("Performance plan"),
            acts: [plan.approval], sections: sections)
    }

    // MARK: Organisation

    private var organisation: [SectionMaker] {
        let sectors = session.municipality.sectors
        guard !sectors.isEmpty else { return [] }
        let title = tr("Organisation")
        var blocks: [Block] = [.heading(Heading(1, title)), .table(table(of: sectors, title: title))]
        let others = session.municipality.units.filter { unit in !sectors.contains { $0.id == unit.sectorID }
        }
        if !others.isEmpty {
            blocks.append(.paragraph(Paragraph(RichText(tr("Other offices")), .label)))
            blocks += others.map { .paragraph(Paragraph(RichText($0.name), .item)) }
        }
        for sector in sectors where !sector.duties.isEmpty {
            blocks.append(.heading(Heading(2, session.title(sector.codedName), unlisted: true)))
            blocks += Paragraph.paragraphs(of: sector.duties).map(Block.paragraph)
        }
        return [SectionMaker { ReportSection(title, orientation: .portrait, blocks: blocks) }]
    }

    private func table(of sectors: [Sector], title: String) -> ReportTable {
        let rows = sectors.flatMap { sector in
            let units = session.municipality.units.filter { $0.sectorID == sector.id }.map(\.name)
            var name = RichText(session.title(sector.codedName))
            if !units.isEmpty {
                name += RichText("\n" + units.map(session.title).joined(separator: "\n"), .dim)
            }
            guard !sector.tenures.isEmpty else {
                let blanks = Array(repeating: TableCell(""), count: 4)
                return [TableRow([TableCell(name, isHeader: true)] + blanks)]
            }
            return sector.tenures.enumerated().map { index, tenure in
                TableRow([
                    TableCell(index == 0 ? name : "", isHeader: index == 0),
                    TableCell(RichText(session.name(tenure.head))), TableCell(RichText(tenure.role.title)),
                    TableCell(RichText(tenure.from?.italian ?? "")),
                    TableCell(RichText(tenure.to?.italian ?? "")),
                ])
            }
        }
        let date = TableColumn(.fit(min: 48, max: 60))
        let named = [
            TableColumn(.share(3, min: 120)), TableColumn(.share(2, min: 90)),
            TableColumn(.fit(min: 48, max: 84)), date, date,
        ]
        let words = [
            tr("Sector"), tr("Head"), trc("tenure", "Role"), trc("tenure", "From"), trc("tenure", "To"),
        ]
        return ReportTable(title: title, columns: named, head: [ReportTable.head(words)], rows: rows)
    }

    // MARK: Index

    /// Lines, strategic objectives and the objectives that serve them.
    private func index(of plan: Plan) -> ReportSection {
        let title = tr("Lines and objectives")
        let rows = plan.lines.flatMap { line in
            [TableRow([TableCell(session.titleText(line.codedTitle), span: 3)], kind: .group)]
                + line.objectives.map { objective in
                    let aim = line.strategicObjectives.first { $0.id == objective.strategicObjectiveID }
                    return TableRow([
                        TableCell(RichText(session.title(aim?.codedTitle ?? ""))),
                        TableCell(session.titleText(objective.codedTitle)),
                        TableCell(RichText(session.title(objective.sector))),
                    ])
                }
        }
        let table = ReportTable(
            title: title,
            columns: [
                TableColumn(.share(2, min: 90)), TableColumn(.share(3, min: 120)),
                TableColumn(.share(2, min: 90)),
            ],
            head: [ReportTable.head([tr("Strategic objective"), tr("Objective"), tr("Sector")])], rows: rows)
        return ReportSection(
            title, orientation: .portrait,
            blocks: [.heading(Heading(1, title))] + [session.extractNote].compactMap(\.self) + [.table(table)]
        )
    }

    // MARK: Lines

    private func section(of line: StrategicLine) -> ReportSection {
        var blocks: [Block] = [.heading(session.heading(1, line.codedTitle))]
        // Right below the title: behind a long text it would begin a page, away from the line that it is of.
        if let delegates = session.field(tr("Members of the Giunta"), session.name(line.delegates)) {
            blocks.append(.card([delegates]))
        }
        blocks += Paragraph.paragraphs(of: line.definition).map(Block.paragraph)
        let served = Set(line.objectives.compactMap(\.strategicObjectiveID))
        for aim in line.strategicObjectives where !served.contains(aim.id) { blocks += self.blocks(of: aim) }
        var told: Set<UUID> = []
        var current: UUID?
        for objective in line.objectives {
            if let id = objective.strategicObjectiveID, id != current,
                let aim = line.strategicObjectives.first(where: { $0.id == id })
            {
                blocks += self.blocks(of: aim, isFirst: told.insert(id).inserted)
            }
            current = objective.strategicObjectiveID
            blocks += ObjectiveCard(objective, of: line, year: session.year, session: session).blocks
        }
        return ReportSection(
            session.title(line.codedTitle), orientation: .portrait, sharesPage: true, blocks: blocks)
    }

    /// A strategic objective above the objectives that serve it; what it means is said once.
    private func blocks(of aim: StrategicObjective, isFirst: Bool = true) -> [Block] {
        let title = RichText(tr("Strategic objective") + " " + session.title(aim.codedTitle))
        let definition = isFirst ? Paragraph.paragraphs(of: aim.definition) : []
        return ([Paragraph(title, .label)] + definition).map(Block.paragraph)
    }
}

extension Sector {
    /// Code and name.
    var codedName: String { [code, name].filter { !$0.isEmpty }.joined(separator: ". ") }
}

extension StrategicLine {
    /// Code and title.
    var codedTitle: String { [code, title].filter { !$0.isEmpty }.joined(separator: ". ") }
}

extension StrategicObjective {
    /// Code and title.
    var codedTitle: String { [code, title].filter { !$0.isEmpty }.joined(separator: " ") }
}

extension Objective {
    /// Code and title.
    var codedTitle: String { [code, title].filter { !$0.isEmpty }.joined(separator: " ") }
}
