import Model
import Reading

/// Divides a document into maps and each map into its parts, by titles and by the headers of tables where titles are
/// lost. What stands within the parts is left to their readers.
struct MapOutliner {
    /// The document.
    var reading: Reading
    /// The maps found so far.
    private(set) var blocks: [MapBlock] = []

    private let lines: [SourceLine]
    /// The document's format tells headings.
    private let hasHeadings: Bool
    private var index = 0
    private var followsGap = false
    private var awaited: MapTitle?
    private var isRepeatedTitle = false

    /// An outliner that has seen nothing yet.
    init(_ reading: Reading) {
        self.reading = reading
        lines = reading.lines.flatMap(HTMLRows.expanded)
        hasHeadings = lines.contains(where: \.isHeading)
    }

    /// Goes through the document.
    mutating func run() {
        while index < lines.count {
            let line = lines[index]
            if line.isBlank || line.cells.isEmpty {
                followsGap = true
            } else {
                take(line)
                followsGap = false
            }
            index += 1
        }
    }

    private mutating func take(_ line: SourceLine) {
        if MapRow.isRule(line) {
            reading.ledger.bind(line.number, as: .separator)
            return
        }
        if isAwaitedValue(line), takeAwaited(line) { return }
        if takeRunningName(line) || takeTitle(line) || takeSection(line) || takePageMark(line)
            || takeHeader(line) || takeForm(line)
        {
            return
        }
        if takeAwaited(line) || takeBeforeSections(line) { return }
        append(MapRow(line, followsGap: followsGap))
    }

    private mutating func append(_ row: MapRow) {
        guard let block = blocks.indices.last, let section = blocks[block].sections.indices.last else {
            return
        }
        blocks[block].sections[section].rows.append(row)
    }
}

// MARK: - Titles

extension MapOutliner {
    private mutating func takeTitle(_ line: SourceLine) -> Bool {
        guard line.filledCells <= 2 else { return false }
        guard let label = TitleLabel(line) else { return takeUnlabelled(line) }
        switch label.title {
        case .banner:
            guard !line.isTabular else { return false }
            reading.ledger.bind(line.number, as: .sectionTitle)
            return true
        case .service: return takeService(label, line)
        case .head: return takeHead(label, line)
        case .sector:
            guard isBeforeSections, label.isSure else { return false }
            return take(label.value, as: .sector, line)
        case .other: return false
        }
    }

    private var isBeforeSections: Bool { blocks.last.map { $0.sections.isEmpty } ?? false }

    private mutating func takeService(_ label: TitleLabel, _ line: SourceLine) -> Bool {
        // `Servizio sociale professionale` is a name, not a label with its value.
        if line.isHeading, !label.isSure, !label.isCapital { return takeUnlabelled(line) }
        guard
            label.isSure && (label.isCapital || blocks.isEmpty || isBeforeSections) || opensMap(after: index)
        else {
            return false
        }
        if let current = blocks.last, !label.value.isEmpty,
            MatchKey(current.name.text) == MatchKey(label.value), !current.sections.isEmpty
        {
            isRepeatedTitle = true
            reading.ledger.bind(line.number, as: .repeatedHeader)
            return true
        }
        open(MapBlock.Title(text: label.value, line: line.number))
        if label.value.isEmpty {
            awaited = .service
            reading.ledger.bind(line.number, as: .sectionTitle)
        } else {
            reading.ledger.bind(line.number, to: "service.name")
        }
        return true
    }

    /// A heading without a label over who answers for a service, or over its content: the name of the service.
    private mutating func takeUnlabelled(_ line: SourceLine) -> Bool {
        guard line.filledCells == 1, !line.isTabular,
            line.isHeading || followsGap && !line.text.contains(":"),
            line.text.utf8.count <= 120, line.text.first?.isUppercase == true,
            blocks.last.map(\.isPastContent) ?? true, SectionLabel(line) == nil,
            beginsMap(after: index, isHeading: line.isHeading)
        else { return false }
        reading.tell(
            .headingAssumed, .info, line: line.number, at: .service, field: "name", written: line.text)
        open(MapBlock.Title(text: line.text, line: line.number))
        reading.ledger.bind(line.number, to: "service.name")
        return true
    }

    /// True where the next line says who answers for a service, or under a heading also where its content begins.
    private func beginsMap(after position: Int, isHeading: Bool) -> Bool {
        guard let next = lines[(position + 1)...].first(where: { !$0.isBlank && !$0.cells.isEmpty }) else {
            return false
        }
        if let label = TitleLabel(next), label.isSure, isHeading || !label.value.isEmpty {
            return label.title == .head || label.title == .sector && opensMap(after: position)
        }
        return isHeading
            && SectionLabel(next).map { $0.section == .content || $0.section == .elements } ?? false
    }

    private mutating func takeHead(_ label: TitleLabel, _ line: SourceLine) -> Bool {
        if isBeforeSections, blocks.last?.head == nil { return take(label.value, as: .head, line) }
        guard label.isSure || (label.isCapital && opensMap(after: index)) else { return false }
        if let head = blocks.last?.head, head.text == label.value, isRepeatedTitle || isBeforeSections {
            reading.ledger.bind(line.number, as: .repeatedHeader)
            return true
        }
        guard opensMap(after: index), blocks.last.map(\.isPastContent) ?? true else { return false }
        openUnnamed(line)
        return take(label.value, as: .head, line)
    }

    private mutating func take(_ value: String, as title: MapTitle, _ line: SourceLine) -> Bool {
        guard let block = blocks.indices.last else { return false }
        guard !value.isEmpty else {
            awaited = title
            reading.ledger.bind(line.number, as: .sectionTitle)
            return true
        }
        let found = MapBlock.Title(text: value, line: line.number)
        switch title {
        case .service: blocks[block].name = found
        case .head: blocks[block].head = found
        case .sector: blocks[block].sector = found
        case .banner, .other: return false
        }
        reading.ledger.bind(line.number, to: title == .service ? "service.name" : "service.\(title)")
        return true
    }

    /// The name of the service at the top of its next pages, or over its own heading.
    private mutating func takeRunningName(_ line: SourceLine) -> Bool {
        guard line.filledCells == 1, !line.isTabular, !line.isHeading, !line.text.contains(":") else {
            return false
        }
        let key = MatchKey(line.text)
        let next = lines[(index + 1)...].first { !$0.isBlank && !$0.cells.isEmpty }
        let isOverHeading = next.map { $0.isHeading && MatchKey($0.text) == key } ?? false
        // At the top of a page of a document with headings of its own; elsewhere a row may have the service's name.
        let isNamed = blocks.last.map { !$0.sections.isEmpty && MatchKey($0.name.text) == key } ?? false
        guard isOverHeading || isNamed && followsGap && hasHeadings, !key.isEmpty else { return false }
        reading.ledger.bind(line.number, as: .pageHeader)
        return true
    }

    /// True for a line after a label alone that is surely no label itself.
    private func isAwaitedValue(_ line: SourceLine) -> Bool {
        awaited != nil && !line.isHeading && SectionLabel(line) == nil
            && TitleLabel(line).map { !$0.isSure } ?? true
    }

    /// The value of a label that stood alone on the line before.
    private mutating func takeAwaited(_ line: SourceLine) -> Bool {
        guard let title = awaited, line.filledCells == 1, isBeforeSections else { return false }
        awaited = nil
        return take(line.text, as: title, line)
    }

    /// Lines between the titles and the first part: the rest of a name, or texts without a field.
    private mutating func takeBeforeSections(_ line: SourceLine) -> Bool {
        guard let block = blocks.indices.last, isBeforeSections else { return false }
        let text = line.text
        let known = blocks[block]
        if known.head == nil, known.sector == nil, known.remarks.isEmpty, !followsGap, line.filledCells == 1,
            !known.name.text.isEmpty, text.utf8.count <= 100, !text.contains(":")
        {
            blocks[block].name.text = TextJoin.join(known.name.text, text)
            reading.ledger.bind(line.number, to: "service.name")
            reading.tell(
                .textJoined, .info, line: line.number, at: .service, path: [blocks[block].name.text],
                field: "name",
                written: text, expected: blocks[block].name.text)
            return true
        }
        blocks[block].remarks.append(MapBlock.Title(text: text, line: line.number))
        reading.ledger.bind(line.number, to: "service.remarks")
        return true
    }

    private mutating func open(_ name: MapBlock.Title) {
        blocks.append(MapBlock(name: name))
        awaited = nil
        isRepeatedTitle = false
    }

    private mutating func openUnnamed(_ line: SourceLine) {
        let name = isRepeatedTitle ? blocks.last?.name.text ?? "" : ""
        if name.isEmpty {
            reading.tell(
                .headingAssumed, .warning, line: line.number, at: .service, field: "name", written: line.text)
        }
        open(MapBlock.Title(text: name, line: line.number))
    }

    /// True where the next lines are titles with which a map begins: who answers for it, or its content.
    private func opensMap(after position: Int) -> Bool {
        let next = lines[(position + 1)...].lazy.filter { !$0.isBlank && !$0.cells.isEmpty }.prefix(4)
        return next.contains { line in
            if let label = TitleLabel(line), label.title == .head, label.isSure { return true }
            return SectionLabel(line).map { $0.section == .content || $0.section == .elements } ?? false
        }
    }
}

// MARK: - Parts

extension MapOutliner {
    private mutating func takeSection(_ line: SourceLine) -> Bool {
        guard let label = SectionLabel(line) else { return false }
        let current = blocks.last?.sections.last
        if let current, current.section.isSeries, label.isRowOfFigures { return false }
        if let current, !label.accepts(in: current.section) || isHeader(label, line, of: current) {
            return false
        }
        if label.section.isContent { openMapIfLost(label.section, line) }
        if blocks.isEmpty { openUnnamed(line) }
        if label.slips > 0, !label.isHeaderWord {
            reading.tellOnce(
                .headerMisspelt, .info, line: line.number, written: label.text, expected: label.phrase)
        }
        let row = MapRow(labelled: line, value: label.value, followsGap: followsGap)
        reading.ledger.bind(line.number, as: .sectionTitle)
        if let current = blocks.last?.sections.last, current.section == label.section, label.isBareOrHeader {
            let isHeader = label.isHeaderOfNames || label.isHeaderAlone
            append(isHeader ? MapRow(line, followsGap: followsGap) : row)
            return true
        }
        awaited = nil
        var block = MapSectionBlock(section: label.section, line: line.number)
        block.titleNamesColumn = label.isHeaderOfNames
        if !row.filled.isEmpty { block.rows = [row] }
        blocks[blocks.count - 1].sections.append(block)
        return true
    }

    /// True where the words of a title are the header of the current part's table: users who have a role.
    private func isHeader(_ label: SectionLabel, _ line: SourceLine, of current: MapSectionBlock) -> Bool {
        guard label.section != current.section, label.isBareOrHeader else { return false }
        // A part that only frames others, as the content of the service does, has no table whose header this could be.
        if label.isHeaderAlone, !current.section.isFrame {
            let isEmpty = current.rows.allSatisfy { HeaderRow($0.line).isWhole }
            return isEmpty && current.section.nameColumns.prefix(1).contains { label.names($0) }
        }
        let header = HeaderRow(line)
        // A name over the users beside the years: the header of the series.
        if current.section.isSeries, header.isWhole, header.years.count > 1 { return true }
        return current.section == .roles && header.terms.contains(.role)
    }

    /// A second content in one map means that the next map's title is lost.
    private mutating func openMapIfLost(_ section: MapSection, _ line: SourceLine) {
        guard let block = blocks.last, block.isPastContent, block.hasContent else { return }
        let isRepeated = block.sections.contains { $0.section == section || $0.section == .content }
        guard isRepeated || section != .accessories else { return }
        openUnnamed(line)
    }

    /// A header row that belongs to another part than the current one: the part's title is lost.
    private mutating func takeHeader(_ line: SourceLine) -> Bool {
        let current = blocks.last?.sections.last
        guard let section = HeaderRow(line).section(within: current?.section), section != current?.section
        else {
            return false
        }
        if section == .elements { openMapIfLost(section, line) }
        if blocks.isEmpty { openUnnamed(line) }
        open(section, line)
        return true
    }

    /// A box of the form of management, or a figure of staff below it, whose title is lost.
    private mutating func takeForm(_ line: SourceLine) -> Bool {
        guard let current = blocks.last?.sections.last?.section, !current.isContent,
            let found = FormRow.section(of: line), found != current,
            found == .management || current == .management
        else { return false }
        open(found, line)
        return true
    }

    /// Opens a part at a row of it, where its title is lost.
    private mutating func open(_ section: MapSection, _ line: SourceLine) {
        if blocks.last?.sections.last?.section.isFrame != true {
            reading.tell(
                .headingAssumed, .info, line: line.number, at: .service, path: [blocks.last?.name.text ?? ""],
                field: section.field, written: line.text)
        }
        var block = MapSectionBlock(section: section, line: line.number)
        block.rows = [MapRow(line, followsGap: followsGap)]
        blocks[blocks.count - 1].sections.append(block)
    }

    /// True where a figure alone on its line may be a cell of the part.
    private var takesFigures: Bool {
        guard let section = blocks.last?.sections.last?.section else { return false }
        return section.isSeries || section == .staff || section == .management
    }

    /// Page numbers and the name of the body at the top of a page.
    private mutating func takePageMark(_ line: SourceLine) -> Bool {
        guard line.filledCells == 1, !blocks.isEmpty else { return false }
        if DocumentCover.municipality(line.text) != nil, followsGap {
            reading.ledger.bind(line.number, as: .pageHeader)
            return true
        }
        let isBare = followsGap && !line.isTabular && line.trailingEmptyCells == 0 && !takesFigures
        guard PageNumber.isOne(line.text) || (isBare && PageNumber.isBare(line.text)) else { return false }
        reading.ledger.bind(line.number, as: .pageFooter)
        return true
    }
}
