extension ReportDocument {
    /// Every text of the report in reading order, to be searched and checked.
    public var texts: [String] {
        let cover = titlePage.map { page in
            [page.municipality, page.kicker, page.title, page.subtitle] + page.details.flatMap(\.texts)
        }
        return ((cover ?? []) + sections.flatMap { $0.blocks.flatMap(\.texts) }).filter { !$0.isEmpty }
    }

    /// The headings that contents and outline list, in order.
    public var headings: [Heading] { sections.flatMap(\.headings) }

    /// The tables, in order.
    public var tables: [ReportTable] {
        sections.flatMap(\.blocks).compactMap { block in
            guard case .table(let table) = block else { return nil }
            return table
        }
    }
}

extension ReportSection {
    /// The headings that contents and outline list, in order.
    var headings: [Heading] {
        blocks.compactMap { block in
            guard case .heading(let heading) = block, !heading.isUnlisted else { return nil }
            return heading
        }
    }
}

extension CardField {
    /// Label and value.
    var texts: [String] { [label, text.plain] }
}

extension Block {
    /// Every text of the block in reading order.
    var texts: [String] {
        switch self {
        case .heading(let heading): [heading.text, heading.aside.plain]
        case .paragraph(let paragraph): [paragraph.text.plain]
        case .card(let fields): fields.flatMap(\.texts)
        case .table(let table): table.texts
        case .charts(let charts, _): charts.map(\.title)
        case .contents, .pageBreak: []
        }
    }
}

extension ReportTable {
    /// Every text of the table in reading order.
    var texts: [String] {
        (showsTitle ? [title] : []) + (head + rows).flatMap { $0.cells.map(\.text.plain) }
            + notes.map { $0.mark.isEmpty ? $0.text : "\($0.mark) \($0.text)" }
    }
}
