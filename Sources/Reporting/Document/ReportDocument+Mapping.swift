extension ReportDocument {
    /// Changes every text of the document, what the file says about itself included.
    mutating func mapTexts(_ change: (String) -> String) {
        titlePage?.mapTexts(change)
        for section in sections.indices { sections[section].mapTexts(change) }
        metadata.title = change(metadata.title)
        metadata.author = change(metadata.author)
        metadata.subject = change(metadata.subject)
    }
}

extension ReportSection {
    /// Changes every text of the section.
    mutating func mapTexts(_ change: (String) -> String) {
        runningHeader = change(runningHeader)
        for block in blocks.indices { blocks[block].mapTexts(change) }
    }
}

extension Heading {
    /// Changes the words of the heading and what stands beside it.
    mutating func mapTexts(_ change: (String) -> String) {
        text = change(text)
        aside.mapTexts(change)
    }
}

extension TitlePage {
    fileprivate mutating func mapTexts(_ change: (String) -> String) {
        municipality = change(municipality)
        kicker = change(kicker)
        title = change(title)
        subtitle = change(subtitle)
        for index in details.indices { details[index].mapTexts(change) }
    }
}

extension CardField {
    fileprivate mutating func mapTexts(_ change: (String) -> String) {
        label = change(label)
        text.mapTexts(change)
        written = written.map(change)
    }
}

extension RichText {
    fileprivate mutating func mapTexts(_ change: (String) -> String) {
        for index in runs.indices { runs[index].text = change(runs[index].text) }
    }
}

extension Block {
    fileprivate mutating func mapTexts(_ change: (String) -> String) {
        switch self {
        case .heading(var heading):
            heading.mapTexts(change)
            self = .heading(heading)
        case .paragraph(var paragraph):
            paragraph.text.mapTexts(change)
            self = .paragraph(paragraph)
        case .card(var fields):
            for index in fields.indices { fields[index].mapTexts(change) }
            self = .card(fields)
        case .table(var table):
            table.mapTexts(change)
            self = .table(table)
        case .charts(var charts, let perRow):
            for index in charts.indices { charts[index].mapTexts(change) }
            self = .charts(charts, perRow: perRow)
        case .contents, .pageBreak: break
        }
    }
}

extension TrendChart {
    fileprivate mutating func mapTexts(_ change: (String) -> String) {
        title = change(title)
        for index in series.indices { series[index].name = change(series[index].name) }
    }
}

extension ReportTable {
    fileprivate mutating func mapTexts(_ change: (String) -> String) {
        title = change(title)
        for index in head.indices { head[index].mapTexts(change) }
        for index in rows.indices { rows[index].mapTexts(change) }
        for index in notes.indices {
            notes[index].text = change(notes[index].text)
            notes[index].besideFigure = notes[index].besideFigure.map(change)
        }
    }
}

extension TableRow {
    fileprivate mutating func mapTexts(_ change: (String) -> String) {
        for index in cells.indices {
            cells[index].text.mapTexts(change)
            if let name = cells[index].trend?.name { cells[index].trend?.name = change(name) }
        }
    }
}
