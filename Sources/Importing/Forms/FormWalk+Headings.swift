import Model

extension FormWalk {
    /// The heading of a part of the document.
    mutating func takeSection(_ item: FormItem) -> Bool {
        guard let label = item.label, label.rest.isEmpty else { return false }
        let next: Part
        switch label.term {
        case .structurePart: next = .structure
        case .linesPart: next = .lines
        case .indexPart: next = .index
        case .cardsPart: next = .cards
        default: return false
        }
        // Within a card these words are a sentence's.
        if part == .cards, card?.block == .indicator, !item.gapBefore { return false }
        enter(next)
        reading.layout(item.lines, .sectionTitle)
        if let misspelt = label.misspelt {
            reading.tell(.headerMisspelt, .info, line: item.line, written: item.text, expected: misspelt)
        }
        return true
    }

    /// Goes over to another part; the headings of the part before hold no longer.
    mutating func enter(_ next: Part) {
        finishPart()
        part = next
        sector = nil
        line = nil
        strategic = nil
    }

    /// Labels of the outline, of the index and of a card, wherever they stand.
    mutating func takeOutlineLabel(_ item: FormItem, at position: Int) -> Bool {
        guard let label = item.label else { return false }
        if let misspelt = label.misspelt, label.term.opensHeading {
            reading.tell(.headerMisspelt, .info, line: item.line, written: item.text, expected: misspelt)
        }
        switch label.term {
        case .line: expect(.line, label, item, at: position)
        case .strategicObjective: expect(.strategic, label, item, at: position)
        case .objectiveList:
            if part == .cards { return false }
            if part != .index { move(to: .index, item) }
            reading.layout(item.lines, .tableHeader)
        case .objective:
            beginCard(label, item)
        case let term where term.belongsToCard && part != .cards:
            guard label.rest.isEmpty || term == .indicator else { return false }
            move(to: .cards, item)
            openCard(at: item)
            reading.tell(.headingAssumed, .warning, line: item.line, at: .objective, field: "title")
            return false
        default: return false
        }
        return true
    }

    /// Goes over to a part whose heading is lost; lines and strategic objectives told just before stay in force.
    private mutating func move(to next: Part, _ item: FormItem) {
        let kept = (sector, line, strategic)
        let waiting = awaited
        awaited = nil
        finishPart()
        awaited = waiting
        part = next
        (sector, line, strategic) = kept
        if next == .index { setIndexHeading() }
    }

    private mutating func expect(_ what: Awaited, _ label: FormLabel, _ item: FormItem, at position: Int) {
        if !standsInCard(at: position) { finishCard() }
        if part == .index { index.finish(&reading) }
        if part == .structure { structure.finish(&outline, &reading) }
        if let awaited { reading.layout(awaited.lines, .emptyLabel) }
        reading.layout(item.lines, .sectionTitle)
        awaited = (what, item.lines)
        guard !label.rest.isEmpty else { return }
        awaited = nil
        let text = label.code.isEmpty ? label.rest : label.code + " - " + label.rest
        let heading = CodedHeading.read(text) ?? CodedHeading(title: text)
        set(what, heading, item)
    }

    /// True where the label is one of the open card's own lines: a block of the card comes before the next card.
    private func standsInCard(at position: Int) -> Bool {
        guard let card, card.isAtTop else { return false }
        for following in items[(position + 1)...].prefix(60) {
            guard let term = following.term else { continue }
            if term == .objective || term == .objectiveList { return card.isEmpty }
            if term.belongsToCard || term == .definition || IndicatorReader.takes(term) { return true }
        }
        return true
    }

    /// The heading that a label announced.
    mutating func takeAwaited(_ item: FormItem, at position: Int) -> Bool {
        guard let waiting = awaited, item.label == nil || item.text.utf8.count > 60 else { return false }
        awaited = nil
        let heading = CodedHeading.read(item.text)
        guard item.text.utf8.count <= 240, heading != nil || !item.text.hasSuffix(".") else {
            reading.layout(waiting.lines, .emptyLabel)
            return false
        }
        // The heading of a strategic objective under the label of a line, and the reverse, are told apart by their number.
        var what = waiting.what
        if let heading, !heading.code.isEmpty {
            if what == .line, heading.levels > 1, outline.knownStrategic(heading) != nil { what = .strategic }
            if what == .strategic, heading.levels == 1, outline.knownLine(heading) != nil { what = .line }
        }
        set(what, heading ?? CodedHeading(title: item.text), item)
        return true
    }

    private mutating func set(_ what: Awaited, _ heading: CodedHeading, _ item: FormItem) {
        switch what {
        case .line:
            if part == .lines {
                lineSection.open(heading, item, &outline, &reading)
                return
            }
            line = outline.line(heading, at: item.lines, &reading)
            strategic = nil
            for number in item.lines { reading.ledger.bind(number, to: "line.title") }
        case .strategic:
            setStrategic(heading, item)
        }
        setIndexHeading()
    }

    /// Sets the strategic objective; where its number is of another line than the one in force, that line is meant.
    private mutating func setStrategic(_ heading: CodedHeading, _ item: FormItem) {
        if let rooted = outline.line(rootOf: heading), rooted != line {
            reading.tell(
                .headingAssumed, line == nil ? .info : .warning, line: item.line, at: .line,
                written: item.text,
                expected: outline.lines[rooted].title)
            line = rooted
        }
        let place = line ?? fallbackLine(item)
        line = place
        strategic = outline.strategic(heading, under: place, at: item.lines, &reading)
        for number in item.lines { reading.ledger.bind(number, to: "strategicObjective.title") }
    }

    /// A line without a title, for objectives whose line the document does not tell.
    mutating func fallbackLine(_ item: FormItem?) -> Int {
        let heading = CodedHeading(title: "")
        if let known = outline.untitledLine {
            return known
        }
        reading.tell(.headingAssumed, .warning, line: item?.line ?? 1, at: .line, field: "title")
        return outline.line(heading, at: [], &reading)
    }

    /// The entries of the index that come are of the line and the strategic objective in force.
    private mutating func setIndexHeading() {
        let line = line.map { outline.lines[$0] }
        let found = line?.strategicObjectives.first { $0.id == strategic }
        index.heading = IndexReader.Heading(line: line?.title ?? "", strategicObjective: found?.title ?? "")
    }

    /// A heading whose label is lost: a strategic objective, a line or a sector that is known or stands where one must.
    mutating func takeStrayHeading(_ item: FormItem, at position: Int) -> Bool {
        guard part != .structure, part != .lines, item.cells.count == 1, item.text.utf8.count <= 240,
            item.label == nil || item.label?.term.belongsToCard != true
        else { return false }
        let follows = next(position)?.term
        if part != .cover, let heading = CodedHeading.read(item.text), heading.word.isEmpty {
            if heading.levels == 2, isStrategic(heading, follows: follows) {
                return takeStray(.strategic, heading, item)
            }
            if heading.levels == 1, outline.knownLine(heading) != nil, isHeading(next(position)) {
                return takeStray(.line, heading, item)
            }
        }
        return part != .index && takeSector(item, beforeHeading: isHeading(next(position)))
    }

    /// True for a label of the outline, or a heading of it whose label is lost.
    private func isHeading(_ item: FormItem?) -> Bool {
        guard let item else { return false }
        if let term = item.term { return term.opensHeading }
        guard item.cells.count == 1, let heading = CodedHeading.read(item.text), heading.word.isEmpty else {
            return false
        }
        return outline.knownLine(heading) != nil || outline.knownStrategic(heading) != nil
    }

    private func isStrategic(_ heading: CodedHeading, follows: FormTerm?) -> Bool {
        if outline.knownStrategic(heading) != nil { return true }
        return follows == .objective || follows == .objectiveList
    }

    private mutating func takeStray(_ what: Awaited, _ heading: CodedHeading, _ item: FormItem) -> Bool {
        finishCard()
        if part == .index { index.finish(&reading) }
        let rooted = what == .strategic ? outline.line(rootOf: heading) : nil
        // Where the line changes, too, that is told in its place.
        if rooted == nil || rooted == line {
            reading.tell(.headingAssumed, .info, line: item.line, at: .line, written: item.text)
        }
        set(what, heading, item)
        return true
    }

    /// The heading of a sector's cards: a known sector, or a heading in capitals, before a label of the outline.
    private mutating func takeSector(_ item: FormItem, beforeHeading: Bool) -> Bool {
        guard beforeHeading || (card == nil && part == .cards),
            card == nil || card?.texts[.head] != nil
        else {
            return false
        }
        let heading: CodedHeading
        if let known = outline.knownSector(item.text) {
            heading = CodedHeading(code: outline.sectors[known].code, title: outline.sectors[known].name)
        } else if beforeHeading, let found = StructureReader.heading(item, isAlone: true) {
            heading = found
        } else {
            return false
        }
        finishCard()
        sector = outline.sector(heading, at: item.lines, &reading)
        sectorLines = item.lines
        for number in item.lines { reading.ledger.bind(number, to: "sector.name") }
        return true
    }
}
