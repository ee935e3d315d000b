import Foundation
import Model

extension FormWalk {
    /// Begins a card at its label.
    mutating func beginCard(_ label: FormLabel, _ item: FormItem) {
        if part != .cards { enterCards() }
        // `Scheda obiettivo n. 3` over `Obiettivo`: one card.
        if var open = card, open.isUntitled {
            open.code = open.code.isEmpty ? label.code : open.code
            open.labelLines += item.lines
            if !label.rest.isEmpty { open.begin(label.rest, item) }
            open.block = .head
            card = open
            return
        }
        openCard(at: item)
        card?.code = label.code
        card?.labelLines = item.lines
        guard !label.rest.isEmpty else { return }
        card?.labelLines = []
        card?.begin(label.rest, item)
    }

    private mutating func enterCards() {
        let kept = (sector, line, strategic)
        finishPart()
        part = .cards
        (sector, line, strategic) = kept
    }

    /// Begins a card at an item that stays to be read.
    mutating func openCard(at item: FormItem) {
        finishCard()
        card = CardReader(year: year, firstLine: item.line)
    }

    /// Gives an item to the card in the making.
    mutating func takeCard(_ item: FormItem, at position: Int) {
        guard card != nil else {
            if let term = item.term, term.belongsToCard {
                reading.tell(.headingAssumed, .warning, line: item.line, at: .objective, field: "title")
                openCard(at: item)
                _ = card?.take(item, &reading)
            } else if opensCard(item, at: position) {
                beginStrayCard(item)
            }
            return
        }
        if card?.block == .participants, isStrayTitle(item, at: position) { return beginStrayCard(item) }
        if card?.block != .indicator, item.isChoice, next(position)?.isChoice == true {
            card?.openLostIndicator(nil, at: item.line, &reading)
        }
        if card?.take(item, &reading) == true { return }
        if isStrayTitle(item, at: position) { return beginStrayCard(item) }
        if card?.block == .indicator, item.cells.count == 1, next(position)?.isChoice == true {
            card?.openLostIndicator(item, at: item.line, &reading)
            return
        }
        reading.tell(.textMisplaced, .warning, line: item.line, at: .objective, written: item.text)
    }

    /// A card whose label is lost.
    private mutating func beginStrayCard(_ item: FormItem) {
        reading.tell(.headingAssumed, .warning, line: item.line, at: .objective, written: item.text)
        openCard(at: item)
        _ = card?.take(item.asText, &reading)
    }

    /// After the people of a card, a text that is no name and stands before a block that only cards have.
    private func isStrayTitle(_ item: FormItem, at position: Int) -> Bool {
        guard item.cells.count == 1, item.label == nil, !item.isChoice,
            card?.block == .participants || card?.block == .indicator
        else {
            return false
        }
        if PlanReferences.read(item.text) != nil { return true }
        guard card?.block == .participants, card?.participants.isEmpty == false,
            !ParticipantReader.isName(item.text),
            !ParticipantReader.isGrade(item.text), item.text.contains(where: \.isLetter)
        else { return false }
        return opensCard(item, at: position)
    }

    /// True where a label of a card's block comes before the next heading.
    private func opensCard(_ item: FormItem, at position: Int) -> Bool {
        guard item.text.utf8.count <= 600, item.cells.count == 1 else { return false }
        for following in items[(position + 1)...].prefix(40) {
            guard let term = following.term else { continue }
            if term == .phases || term == .factors || term == .indicator || term == .definition {
                return true
            }
            if term.opensBlock { return false }
        }
        return false
    }

    /// Ends the card in the making; it becomes an objective once the whole index is known.
    mutating func finishCard() {
        guard var done = card else { return }
        card = nil
        done.closeIndicator()
        guard !done.isEmpty else {
            reading.layout(done.labelLines, .emptyLabel)
            return
        }
        var context = CardContext(year: year)
        context.strategicObjectiveID = strategic
        if let sector, outline.sectors.indices.contains(sector) {
            context.sector = outline.sectors[sector].name
            context.sectorLines = sectorLines
        }
        finishedCards.append((done, line, context))
    }

    /// Puts everything together.
    mutating func finish() -> ImportParts {
        makeObjectives()
        plan.lines = outline.lines
        plan.index = index.entries
        var parts = ImportParts()
        parts.municipalityName = municipality
        parts.sectors = outline.sectors
        parts.plan = plan
        return parts
    }

    private mutating func makeObjectives() {
        let keys = index.entries.map { TitleKey($0.title) }
        var fromLabels = 0
        var firstLine: Int?
        for (card, line, context) in finishedCards {
            let place = line ?? fallbackLine(items.first { $0.line == card.firstLine })
            var context = context
            context.indexKeys = keys
            context.index = index.entries
            context.line = outline.lines[place].title
            var card = card
            let (objective, count) = card.objective(context, &reading)
            outline.lines[place].objectives.append(objective)
            fromLabels += count
            if count > 0, firstLine == nil { firstLine = card.firstLine }
        }
        guard fromLabels > 0 else { return }
        reading.tell(
            .measureFromLabel, .info, line: firstLine ?? 1, at: .plan, field: "measure",
            evidence: ["indicators": "\(fromLabels)"])
    }
}
