import Model
import Reading

/// Divides a document into maps and each map into its parts, by titles and by the heads of tables where titles are
/// lost. What stands within the parts is left to their readers.
struct ServiceOutline {
    /// The document.
    private(set) var reading: Reading
    /// The maps found so far.
    var blocks: [ServiceBlock] = []

    private let rows: [ServiceRow]
    /// The document's format tells headings.
    private let hasHeadings: Bool
    private var index = 0
    private var awaited: ServiceTitle?
    private var isRepeatedTitle = false
    /// A service above was named behind its label: `Servizio: Biblioteca civica`.
    private var hasLabelledName = false
    /// The row above is a label with its value.
    private var isInCard = false
    /// The parts whose titles or heads were found.
    var found: Set<ServicePart> = []
    /// The part that the name of the sheet says.
    private(set) var sheetPart: ServicePart?
    /// The table whose rows name their services, and that of the last row.
    var wide: ServicesTable?
    var wideService: Int?

    /// Goes through the rows of a document.
    init(_ document: DocumentRows, _ reading: Reading) {
        self.reading = reading
        rows = ServiceRow.all(of: document, &self.reading)
        hasHeadings = rows.contains(where: \.isHeading)
        while index < rows.count {
            let isInCard = isInCard
            self.isInCard = false
            take(rows[index], isInCard: isInCard)
            index += 1
        }
    }

    private mutating func take(_ row: ServiceRow, isInCard: Bool) {
        if let sheet = row.sheet { begin(sheet, row) }
        if takeWide(row) { return }
        if isAwaitedValue(row), takeAwaited(row) { return }
        if takeRunningName(row) || takeTitle(row) || takePart(row, isInCard: isInCard) || takePageMark(row)
            || takeHead(row)
            || takeForm(row)
        {
            return
        }
        if takeAwaited(row) || takeBeforeParts(row) { return }
        append(row)
    }

    private mutating func append(_ row: ServiceRow) {
        guard let block = blocks.indices.last, let part = blocks[block].parts.indices.last else { return }
        blocks[block].parts[part].rows.append(row)
    }

    mutating func bind(_ row: ServiceRow, as reason: LayoutReason) -> Bool {
        for line in row.lines { reading.ledger.bind(line, as: reason) }
        return true
    }

    mutating func bind(_ row: ServiceRow, to field: String) {
        for line in row.lines { reading.ledger.bind(line, to: "service." + field) }
    }

    private var current: PartBlock? { blocks.last?.parts.last }

    /// The row below.
    var following: ServiceRow? { rows[safe: index + 1] }

    /// The part whose title stands alone above.
    var partOfTitle: ServicePart? { current.flatMap { $0.rows.isEmpty ? $0.part : nil } }

    /// A sheet is named after a part, or after the service whose parts its rows are.
    private mutating func begin(_ sheet: String, _ row: ServiceRow) {
        sheetPart = PartLabel(sheet: sheet)?.part
        wide = nil
        awaited = nil
        guard sheetPart == nil else { return }
        let own = rows[index...].prefix { $0.sheet == nil || $0.number == row.number }.prefix(60)
        guard !own.contains(where: { TitleLabel($0)?.title == .service }),
            Set(own.compactMap { PartLabel($0)?.part }).count > 1,
            !own.contains(where: { ServicesTable($0, next: $0, part: nil) != nil })
        else { return }
        open(ServiceBlock.Title(text: sheet, line: row.number))
    }

    private var isBeforeParts: Bool { blocks.last?.parts.isEmpty ?? false }
}

// MARK: - Titles

extension ServiceOutline {
    private mutating func takeTitle(_ row: ServiceRow) -> Bool {
        guard row.filled.count <= 2 else { return false }
        guard let label = TitleLabel(row) else { return takeUnlabelled(row) }
        switch label.title {
        case .banner: return !row.isTabular && bind(row, as: .sectionTitle)
        case .service: return takeService(label, row)
        case .head: return takeHead(label, row)
        case .sector where isBeforeParts && label.isSure: return take(label.value, as: .sector, row)
        // `Area vasta` over its content is a service, though an office may be called so.
        case .sector: return row.isHeading && contentFollows(index) && takeUnlabelled(row)
        }
    }

    private mutating func takeService(_ label: TitleLabel, _ row: ServiceRow) -> Bool {
        // `Servizio sociale professionale` is a name, not a label with its value.
        if row.isHeading, !label.isSure, !label.isCapital { return takeUnlabelled(row) }
        guard
            label.isSure
                && (label.isCapital || blocks.isEmpty || isBeforeParts || hasLabelledName && row.followsGap)
                || opensMap(after: index)
        else { return false }
        hasLabelledName =
            hasLabelledName
            || label.isSure && !label.value.isEmpty && row.text.lowercased().hasPrefix("servizio")
        if let current = blocks.last, !label.value.isEmpty, !current.parts.isEmpty,
            MatchKey(current.name.text) == MatchKey(label.value)
        {
            isRepeatedTitle = true
            return bind(row, as: .repeatedHeader)
        }
        open(ServiceBlock.Title(text: label.value, line: row.number))
        guard label.value.isEmpty else {
            bind(row, to: "name")
            isInCard = true
            return true
        }
        awaited = .service
        return bind(row, as: .sectionTitle)
    }

    /// A heading without a label over who answers for a service, or over its content: the name of the service.
    private mutating func takeUnlabelled(_ row: ServiceRow) -> Bool {
        guard row.filled.count == 1, !row.isTabular,
            row.isHeading || row.followsGap && !row.text.contains(":"),
            row.text.utf8.count <= 120, row.text.first?.isUppercase == true,
            blocks.last.map(\.isPastContent) ?? true, PartLabel(row) == nil,
            beginsMap(after: index, isHeading: row.isHeading), UnpartedHead(row.text) == nil
        else { return false }
        reading.tell(
            .headingAssumed, .info, line: row.number, at: .service, field: "name", written: row.text)
        open(ServiceBlock.Title(text: row.text, line: row.number))
        bind(row, to: "name")
        return true
    }

    /// True where the next row says who answers for a service, or under a heading also where its content begins.
    private func beginsMap(after position: Int, isHeading: Bool) -> Bool {
        guard let next = rows[safe: position + 1] else { return false }
        if let label = TitleLabel(next), label.isSure, isHeading || !label.value.isEmpty {
            return label.title == .head || label.title == .sector && opensMap(after: position)
        }
        return isHeading && contentFollows(position)
    }

    /// True where the content of a service begins within a few rows, before any other heading.
    private func contentFollows(_ position: Int) -> Bool {
        for next in rows[(position + 1)...].prefix(4) {
            if Self.beginsContent(next) { return true }
            if next.isHeading { return false }
        }
        return false
    }

    private static func beginsContent(_ row: ServiceRow) -> Bool {
        PartLabel(row).map { $0.part == .content || $0.part == .elements } ?? false
    }

    private mutating func takeHead(_ label: TitleLabel, _ row: ServiceRow) -> Bool {
        if isBeforeParts, blocks.last?.head == nil { return take(label.value, as: .head, row) }
        guard label.isSure || (label.isCapital && opensMap(after: index)) else { return false }
        if let head = blocks.last?.head, head.text == label.value, isRepeatedTitle || isBeforeParts {
            return bind(row, as: .repeatedHeader)
        }
        guard opensMap(after: index), blocks.last.map(\.isPastContent) ?? true else { return false }
        openUnnamed(row)
        return take(label.value, as: .head, row)
    }

    private mutating func take(_ value: String, as title: ServiceTitle, _ row: ServiceRow) -> Bool {
        guard let block = blocks.indices.last else { return false }
        guard !value.isEmpty else {
            awaited = title
            return bind(row, as: .sectionTitle)
        }
        isInCard = true
        set(ServiceBlock.Title(text: value, line: row.number), as: title, of: block)
        bind(row, to: title == .service ? "name" : "\(title)")
        return true
    }

    /// Sets a title of a map.
    mutating func set(_ found: ServiceBlock.Title, as title: ServiceTitle, of block: Int) {
        switch title {
        case .service: blocks[block].name = found
        case .head: blocks[block].head = found
        case .sector: blocks[block].sector = found
        case .banner: return
        }
    }

    /// The map of the service that a row names, a new one where there is none.
    mutating func block(named name: String, _ row: ServiceRow) -> Int {
        let key = MatchKey(name)
        if let known = blocks.firstIndex(where: { MatchKey($0.name.text) == key }) { return known }
        open(ServiceBlock.Title(text: name, line: row.number))
        bind(row, to: "name")
        return blocks.count - 1
    }

    /// The name of the service at the top of its next pages, or over its own heading.
    private mutating func takeRunningName(_ row: ServiceRow) -> Bool {
        guard hasHeadings, row.filled.count == 1, !row.isTabular, !row.isHeading, !row.text.contains(":")
        else { return false }
        let key = MatchKey(row.text)
        let isOverHeading = rows[safe: index + 1].map { $0.isHeading && MatchKey($0.text) == key } ?? false
        // At the top of a page of a document with headings of its own; elsewhere a row may have the service's name.
        let isNamed = blocks.last.map { !$0.parts.isEmpty && MatchKey($0.name.text) == key } ?? false
        guard isOverHeading || isNamed && row.followsGap, !key.isEmpty else { return false }
        return bind(row, as: .pageHeader)
    }

    /// True for a row after a label alone that is surely no label itself.
    private func isAwaitedValue(_ row: ServiceRow) -> Bool {
        awaited != nil && !row.isHeading && PartLabel(row) == nil
            && TitleLabel(row).map { !$0.isSure } ?? true
    }

    /// The value of a label that stood alone on the row before.
    private mutating func takeAwaited(_ row: ServiceRow) -> Bool {
        guard let title = awaited, row.filled.count == 1, isBeforeParts else { return false }
        awaited = nil
        return take(row.text, as: title, row)
    }

    /// Rows between the titles and the first part: the rest of a name, or texts without a field.
    private mutating func takeBeforeParts(_ row: ServiceRow) -> Bool {
        guard let block = blocks.indices.last, isBeforeParts else { return false }
        let text = row.text
        let known = blocks[block]
        if known.head == nil, known.sector == nil, known.remarks.isEmpty, !row.followsGap,
            !(rows[safe: index - 1]?.isHeading ?? false), row.filled.count == 1, !known.name.text.isEmpty,
            text.utf8.count <= 100, !text.contains(":")
        {
            let name = TextJoin.join(known.name.text, text)
            blocks[block].name.text = name
            bind(row, to: "name")
            reading.tell(
                .textJoined, .info, line: row.number, at: .service, path: [name], field: "name",
                written: text, expected: name)
            return true
        }
        blocks[block].remarks.append(ServiceBlock.Title(text: text, line: row.number))
        bind(row, to: "remarks")
        return true
    }

    private mutating func open(_ name: ServiceBlock.Title) {
        blocks.append(ServiceBlock(name: name))
        awaited = nil
        isRepeatedTitle = false
    }

    private mutating func openUnnamed(_ row: ServiceRow) {
        let name = isRepeatedTitle ? blocks.last?.name.text ?? "" : ""
        if name.isEmpty {
            reading.tell(
                .headingAssumed, .warning, line: row.number, at: .service, field: "name", written: row.text)
        }
        open(ServiceBlock.Title(text: name, line: row.number))
    }

    /// True where the next rows are titles with which a map begins: who answers for it, or its content.
    private func opensMap(after position: Int) -> Bool {
        rows[(position + 1)...].prefix(4).contains { row in
            if let label = TitleLabel(row), label.title == .head, label.isSure { return true }
            return Self.beginsContent(row)
        }
    }
}

// MARK: - Parts

extension ServiceOutline {
    private mutating func takePart(_ row: ServiceRow, isInCard: Bool) -> Bool {
        guard let label = PartLabel(row, isInCard: isInCard, isOverFigures: isOverFigures(row)) else {
            return false
        }
        if let current {
            if current.part.isSeries, label.isRowOfFigures { return false }
            if !label.accepts(in: current.part) || isHead(label, row, of: current) { return false }
        }
        // The head of its table right below the title of the part begins no other map.
        if label.part.isContent, partOfTitle != label.part { openMapIfLost(label.part, row) }
        if blocks.isEmpty { openUnnamed(row) }
        if let corrected = label.corrected, !label.isHeadWord {
            reading.tellOnce(
                .headerMisspelt, .info, line: row.number, written: label.text, expected: corrected)
        }
        found.insert(label.part)
        let rest = row.withoutLabel(value: label.value)
        self.isInCard = !label.isBareOrHead
        _ = bind(row, as: .sectionTitle)
        if current?.part == label.part, label.isBareOrHead {
            append(label.isHeadOfNames || label.isHeadAlone ? row : rest)
            return true
        }
        awaited = nil
        var block = PartBlock(part: label.part)
        block.titleNamesColumn = label.isHeadOfNames
        if !rest.filled.isEmpty { block.rows = [rest] }
        if block.rows.isEmpty, label.part.isSeries, let head = headGoingOn(below: row) {
            (block.rows, block.isHeadTold) = ([head], true)
        }
        blocks[blocks.count - 1].parts.append(block)
        return true
    }

    /// True for a line right above the years of a table, or a row of its own between the figures of one.
    private func isOverFigures(_ row: ServiceRow) -> Bool {
        row.filled.count == 1
            && (following.map { $0.head.years.count > 1 } ?? false || headGoingOn(below: row) != nil)
    }

    /// The head with the years of the table that goes on below a row of its own; nil where another head follows, or none.
    private func headGoingOn(below row: ServiceRow) -> ServiceRow? {
        guard let current, current.part.isSeries, row.filled.count == 1, !row.followsGap, let following,
            following.filled.count > 1, following.head.years.count < 2
        else { return nil }
        return current.rows.last { $0.head.years.count > 1 }
    }

    /// True where the words of a title are the head of the current part's table: users who have a role.
    private func isHead(_ label: PartLabel, _ row: ServiceRow, of current: PartBlock) -> Bool {
        guard label.part != current.part, label.isBareOrHead else { return false }
        // A part that only frames others, as the content of the service does, has no table whose head this could be.
        if label.isHeadAlone, !current.part.isFrame {
            return label.names(current.part) && current.rows.allSatisfy { $0.head.isWhole }
        }
        let head = row.head
        // A name over the users beside the years: the head of the series.
        let isPartOfHead = head.isPartial && !head.columns.isEmpty
        if current.part.isSeries, head.isWhole || isPartOfHead, head.years.count > 1 { return true }
        return current.part == .roles && head.terms.contains(.role)
    }

    /// A second content in one map means that the next map's title is lost.
    private mutating func openMapIfLost(_ part: ServicePart, _ row: ServiceRow) {
        guard let block = blocks.last, block.isPastContent, block.hasContent else { return }
        let isRepeated = block.parts.contains { $0.part == part || $0.part == .content }
        guard isRepeated || part != .accessories else { return }
        openUnnamed(row)
    }

    /// A head that belongs to another part than the current one: the part's title is lost.
    private mutating func takeHead(_ row: ServiceRow) -> Bool {
        guard let part = sideOfFigures(row) ?? row.head.part(within: current?.part), part != current?.part
        else { return false }
        if part == .elements { openMapIfLost(part, row) }
        if blocks.isEmpty { openUnnamed(row) }
        open(part, row)
        return true
    }

    /// Users, where the head of another table of figures says so below that of the outputs; nil for any other row.
    private func sideOfFigures(_ row: ServiceRow) -> ServicePart? {
        guard let current, current.part == .outputs, row.head.years.count > 1,
            current.rows.contains(where: { $0.filled.count > 1 && $0.head.years.count < 2 }),
            let name = row.filled.first, PartHead.year(name.text) == nil,
            SeriesSide(leading: name.text) == .users
        else { return nil }
        return .users
    }

    /// A box of the form of management, or a figure of staff below it, whose title is lost.
    private mutating func takeForm(_ row: ServiceRow) -> Bool {
        guard let current = current?.part, !current.isContent, let found = Self.form(of: row),
            found != current, found == .management || current == .management
        else { return false }
        open(found, row)
        return true
    }

    /// The part of a row such as `Diretta X` or `Personale 5`; nil for any other row.
    private static func form(of row: ServiceRow) -> ServicePart? {
        guard row.filled.count == 2 else { return nil }
        let (label, value) = (row.filled[0].text, row.filled[1].text)
        if CellShape(value) == .mark, ManagementWords.boxes(in: label).count == 1 { return .management }
        let isPerson = ServiceWords.columns(in: label).contains { $0.term == .person && $0.isExact }
        return isPerson && CellShape(value) == .number ? .staff : nil
    }

    /// Opens a part at a row of it, where its title is lost.
    private mutating func open(_ part: ServicePart, _ row: ServiceRow) {
        if current?.part.isFrame != true {
            reading.tell(
                .headingAssumed, .info, line: row.number, at: .service, path: [blocks.last?.name.text ?? ""],
                field: part.field, written: row.text)
        }
        found.insert(part)
        blocks[blocks.count - 1].parts.append(PartBlock(part: part, rows: [row]))
    }

    /// Page numbers and the name of the body at the top of a page.
    private mutating func takePageMark(_ row: ServiceRow) -> Bool {
        guard row.filled.count == 1, !blocks.isEmpty else { return false }
        if row.followsGap, DocumentCover.municipality(row.text) != nil { return bind(row, as: .pageHeader) }
        // A figure alone may be a cell of some parts.
        let takesFigures =
            current.map { $0.part.isSeries || [.staff, .management].contains($0.part) } ?? false
        let isPage = row.text.utf8.count <= 24 && PageFurniture.namesPage(row.text)
        guard isPage || row.isBareNumber && !takesFigures else { return false }
        return bind(row, as: .pageFooter)
    }
}
