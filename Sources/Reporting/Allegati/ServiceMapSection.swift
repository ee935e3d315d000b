import Localization
import Model

/// The map of one service as a section.
struct ServiceMapSection {
    private let map: ServiceMap
    private let level: Int
    private let session: PrintContext

    /// The section of a map, its heading at a level.
    init(_ map: ServiceMap, level: Int = 1, session: PrintContext) {
        self.map = map
        self.level = level
        self.session = session
    }

    /// The section: what, to whom, how.
    func section() -> ReportSection {
        let name = session.title(map.name)
        var title = Heading(level, name)
        title.field = tr("Service")
        var blocks: [Block] = [.heading(title)]
        blocks += card
        blocks += elements(map.elements, tr("Central element"))
        blocks += elements(map.accessoryElements, tr("Accessory elements"))
        blocks += figures(map.outputs, tr("Outputs of the service"), tr("Kind"))
        blocks += users
        blocks += delivery
        blocks += otherNotes
        if !map.remarks.isEmpty {
            blocks += [heading(tr("Remarks"), 2)] + text(map.remarks)
        }
        blocks += session.findings(about: [map.id] + map.series.map(\.id))
        return ReportSection(name, sharesPage: true, blocks: blocks)
    }

    private var card: [Block] {
        var fields: [CardField] = []
        if !map.head.isEmpty { fields.append(CardField(tr("Head"), RichText(session.name(map.head)))) }
        if !map.sector.isEmpty {
            fields.append(CardField(tr("Sector"), RichText(session.title(map.sector))))
        }
        return fields.isEmpty ? [] : [.card(fields)]
    }

    private func elements(_ elements: [ServiceElement], _ title: String) -> [Block] {
        pairs(
            elements.map { ($0.name, $0.description) }, title: title,
            head: [tr("Element"), tr("Description")])
    }

    private var users: [Block] {
        let criteria = map.criteria.map { Block.paragraph(Paragraph(RichText($0.name), .item)) }
        let blocks =
            (criteria.isEmpty ? [] : [label(tr("Criteria of segmentation"))] + criteria)
            + pairs(
                map.segments.map { ($0.name, $0.description) }, title: tr("Segments of users"),
                head: [tr("Segment"), tr("Description")], level: 3)
            + figures(map.users, tr("Users by segment"), tr("Segment"), level: 3)
        guard !blocks.isEmpty else { return [] }
        return [heading(tr("Users of the service"), 2)] + blocks
    }

    /// How the service is given: by whom, with how many people, with whose help, where.
    private var delivery: [Block] {
        var fields: [CardField] = []
        if let kind = map.management.kind {
            fields.append(CardField(tr("Form of management"), RichText(kind.title)))
        }
        if !map.management.note.isEmpty {
            fields.append(CardField(tr("About the management"), RichText(map.management.note)))
        }
        var notes = NoteBook()
        for figure in map.staff {
            let name = figure.name.isEmpty ? tr("Staff") : tr("Staff: {name}", ["name": figure.name])
            var field = CardField(name, notes.text(of: figure.value))
            if field.text.plain != figure.value.raw { field.written = figure.value.raw }
            fields.append(field)
        }
        let staffNotes = notes.notes.map {
            Block.paragraph(Paragraph(RichText($0.mark, .mark) + RichText(" " + $0.text), .note))
        }
        let blocks =
            (fields.isEmpty ? [] : [Block.card(fields)] + staffNotes)
            + pairs(
                map.roles.map { ($0.segment, $0.role) }, title: tr("Users who take part"),
                head: [tr("Segment"), tr("Role")], level: 3)
            + pairs(
                map.facilities.map { ($0.name, $0.note) }, title: tr("Places"),
                head: [tr("Place"), tr("Notes")], level: 3)
        guard !blocks.isEmpty else { return [] }
        return [heading(tr("How the service is given"), 2)] + blocks
    }

    /// Outputs or users over the years, with the notes that their figures call, and small charts.
    private func figures(_ series: [Series], _ title: String, _ nameHead: String, level: Int = 2) -> [Block] {
        guard !series.isEmpty else { return [] }
        let table = SeriesReportTable(series, title: title, nameHead: nameHead, footnotes: map.footnotes)
        return [heading(title, level), .table(table.table(hasTrends: session.options.hasCharts))]
    }

    /// Footnotes that no figure calls: they are printed all the same.
    private var otherNotes: [Block] {
        let tables = [map.outputs, map.users].map {
            SeriesReportTable($0, title: "", nameHead: "", footnotes: [])
        }
        return map.footnotes.filter { note in !tables.contains { $0.isCalled(note) } }.map { note in
            let mark = note.mark.isEmpty ? "" : note.mark + " "
            return .paragraph(Paragraph(RichText(mark + note.text), .note))
        }
    }

    private func pairs(_ rows: [(String, String)], title: String, head: [String], level: Int = 2) -> [Block] {
        guard !rows.isEmpty else { return [] }
        let table = ReportTable(
            title: title, columns: [TableColumn(.share(2, min: 90)), TableColumn(.share(5, min: 120))],
            head: [ReportTable.head(head)],
            rows: rows.map { TableRow([TableCell(RichText($0)), TableCell(RichText($1))]) })
        return [heading(title, level), .table(table)]
    }

    private func heading(_ title: String, _ level: Int) -> Block {
        level == 2 ? .heading(Heading(self.level + 1, title, unlisted: true)) : label(title)
    }

    private func label(_ title: String) -> Block {
        .paragraph(Paragraph(RichText(title), .label))
    }

    private func text(_ text: String) -> [Block] {
        Paragraph.paragraphs(of: text).map(Block.paragraph)
    }
}
