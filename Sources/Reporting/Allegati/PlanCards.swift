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
    func document() throws -> ReportDocument {
        let plan = try session.plan()
        var sections = organisation
        sections.append(index(of: plan))
        sections += plan.lines.map { line in section(of: line) }
        return session.document(
            kicker: tr("PIAO, section 2.2 – Performance"), title: tr("Performance plan"),
            acts: [plan.approval], sections: sections)
    }

    // MARK: Organisation

    private var organisation: [ReportSection] {
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
            blocks.append(.heading(Heading(2, sector.codedName, unlisted: true)))
            blocks += Paragraph.paragraphs(of: sector.duties).map(Block.paragraph)
        }
        return [ReportSection(title, orientation: .portrait, blocks: blocks)]
    }

    private func table(of sectors: [Sector], title: String) -> ReportTable {
        let rows = sectors.flatMap { sector in
            let units = session.municipality.units.filter { $0.sectorID == sector.id }.map(\.name)
            var name = RichText(sector.codedName)
            if !units.isEmpty { name += RichText("\n" + units.joined(separator: "\n"), .dim) }
            guard !sector.tenures.isEmpty, !session.options.isAnonymous else {
                return [TableRow([TableCell(name, isHeader: true)])]
            }
            return sector.tenures.enumerated().map { index, tenure in
                TableRow([
                    TableCell(index == 0 ? name : "", isHeader: index == 0),
                    TableCell(RichText(tenure.head)), TableCell(RichText(tenure.role.title)),
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
            tr("Sector"), tr("Head"), trc("tenure", "As"), trc("tenure", "From"), trc("tenure", "To"),
        ]
        return session.options.isAnonymous
            ? ReportTable(
                title: title, columns: [named[0]], head: [ReportTable.head([words[0]])], rows: rows)
            : ReportTable(title: title, columns: named, head: [ReportTable.head(words)], rows: rows)
    }

    // MARK: Index

    /// Lines, strategic objectives and the objectives that serve them.
    private func index(of plan: Plan) -> ReportSection {
        let title = tr("Lines and objectives")
        let rows = plan.lines.flatMap { line in
            [TableRow([TableCell(RichText(line.codedTitle), span: 3)], kind: .group)]
                + line.objectives.map { objective in
                    let aim = line.strategicObjectives.first { $0.id == objective.strategicObjectiveID }
                    return TableRow([
                        TableCell(RichText(aim?.codedTitle ?? "")), TableCell(RichText(objective.codedTitle)),
                        TableCell(RichText(objective.sector)),
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
            title, orientation: .portrait, blocks: [.heading(Heading(1, title)), .table(table)])
    }

    // MARK: Lines

    private func section(of line: StrategicLine) -> ReportSection {
        var blocks: [Block] = [.heading(Heading(1, line.codedTitle))]
        blocks += Paragraph.paragraphs(of: line.definition).map(Block.paragraph)
        if let delegates = session.field(tr("Members of the Giunta"), session.name(line.delegates)) {
            blocks.append(.card([delegates]))
        }
        for aim in line.strategicObjectives {
            blocks.append(
                .paragraph(Paragraph(RichText(tr("Strategic objective") + " " + aim.codedTitle), .label)))
            blocks += Paragraph.paragraphs(of: aim.definition).map(Block.paragraph)
        }
        for objective in line.objectives {
            blocks += ObjectiveCard(objective, of: line, year: session.year, session: session).blocks
        }
        return ReportSection(line.codedTitle, orientation: .portrait, blocks: blocks)
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
