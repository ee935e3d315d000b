import Reading

/// Headings of offices over those who head them, over tables and cards of objectives.
extension PieceScanner {
    /// An office whose name fills two lines, over who heads it; nil for any other line.
    func wrappedOffice(_ row: DocumentRow) -> DocumentRow? {
        guard row.kind != .cells, row.text.utf8.count >= 40, row.text.utf8.count <= 120,
            rows.indices.contains(index + 2), case let below = rows[index + 1], below.cells.count == 1,
            below.number == row.number + 1, below.page == row.page, isHead(rows[index + 2]), !isHead(below),
            below.text.utf8.count <= 60, below.text.first?.isLetter ?? false,
            CardLine.fields(below.text, below).isEmpty, CardLine.label(below.text) == nil,
            CardLine.headed(row.text, row, isSection: true)?.guess.term == .sector,
            CardLine.headed(below.text, below)?.guess.term != .objective
        else { return nil }
        return joined(row, below)
    }

    /// `Settore I - Segreteria` right over a table: the office that the table is of.
    func officeOverTable(_ row: DocumentRow) -> LabelledValue? {
        guard row.text.utf8.count <= 60, let last = row.text.last, last.isLetter || last == ")",
            rows.indices.contains(index), rows[index].kind == .cells, rows[index].filled.count > 2,
            let field = CardLine.headed(row.text, row, isSection: true), field.guess.term == .sector
        else { return nil }
        return field
    }

    /// A heading right over `Responsabile del servizio: …`: the office that the person heads; `Settore Cultura` over
    /// `Responsabile: …`, too.
    func officeOverHead(_ row: DocumentRow) -> LabelledValue? {
        // Its number in the document may stand before it.
        let unnumbered = ItemCode(leading: row.text).map { $0.rest(of: row.text) } ?? row.text
        if row.text.utf8.count <= 90, rows.indices.contains(index),
            isHead(rows[index])
        {
            if let named = CardLine.headed(unnumbered, row, isSection: true), named.guess.term == .sector {
                return named
            }
            // `DIPARTIMENTO RISORSE UMANE`, though labels have these words.
            if let (_, name) = CardLine.officeName(unnumbered) { return .office(name, row) }
        }
        if let office = officeBehindTitle(row) { return office }
        let name =
            ItemCode(leading: row.text).map { code in
                isOverParts(code)
                    || row.kind == .heading
                        && (isOverNamedObjective || isOverObjectives(firstRow(from: index + 1)))
                    || code.text.contains(".") && isOverObjectives(firstRow(from: index + 1))
                    ? code.rest(of: row.text) : ""
            } ?? row.text
        guard row.kind == .heading || !name.isEmpty && name != row.text,
            name.utf8.count <= (name == row.text ? 60 : 80),
            name.count(where: \.isLetter) >= 4, !name.contains(where: \.isNumber),
            rows.indices.contains(index),
            let head = CardLine.fields(rows[index].text, rows[index]).first, head.guess.term == .head,
            name != row.text || isOverObjectives(firstRow(from: index + 1)) || isOverTitle(index + 1)
                || isOverNamedObjective
                || MatchKey(head.label).words.dropFirst().contains(where: {
                    LabelReader.guess(String($0))?.term == .sector
                })
        else { return nil }
        return .office(name, row)
    }

    /// `PIANO DEGLI OBIETTIVI 2026 – TRIBUTI` right over who heads it: the office behind the title of the document.
    private func officeBehindTitle(_ row: DocumentRow) -> LabelledValue? {
        guard rows.indices.contains(index), isHead(rows[index]), row.text.utf8.count <= 160,
            let name = row.text.partsAtDashes.last, name.utf8.count < row.text.utf8.count,
            case let title = MatchKey(row.text.dropLast(name.count)).words,
            title.contains(where: { PeriodHead(String($0)) != nil }),
            title.contains(where: { DocumentCover.isTitle([$0]) }), name.count(where: \.isLetter) >= 4,
            !name.contains(where: { $0.isNumber || $0 == ":" }), name.first?.isUppercase ?? false,
            CardLine.label(name) == nil, !DocumentCover.isTitle(MatchKey(name).words)
        else { return nil }
        if let office = CardLine.headed(name, row, isSection: true), office.guess.term == .sector {
            return office
        }
        return .office(name, row)
    }

    /// True where a line that says that it is an objective's title stands soon below.
    private var isOverNamedObjective: Bool {
        rows[index...].prefix(6).contains { row in
            row.kind != .cells
                && (CardLine.fields(row.text, row).first.map { $0.guess.term == .objective } ?? false
                    || CardLine.isNumberedTitle(row.text) || CardLine.opensCard(row.text))
        }
    }

    /// True where one of the next lines is numbered below a number: `1.1 …` below `1. …`.
    func isOverParts(_ code: ItemCode) -> Bool {
        rows[index...].prefix(6).contains { row in
            ItemCode(leading: row.text).map { $0.text.hasPrefix(code.text + ".") } ?? false
        }
    }

    /// True where a heading that is no label stands at a row, and soon below it what is told of an objective: the title of
    /// what the office aims at.
    private func isOverTitle(_ index: Int) -> Bool {
        rows.indices.contains(index) && rows[index].kind == .heading
            && CardLine.fields(rows[index].text, rows[index]).isEmpty
            && CardLine.label(rows[index].text) == nil
            && (ItemCode(leading: rows[index].text)?.rest(of: rows[index].text) ?? rows[index].text).first?
                .isUppercase == true
            && rows[(index + 1)...].prefix(5).contains { row in
                row.kind == .cells || !CardLine.fields(row.text, row).isEmpty
                    || CardLine.label(row.text) != nil
            }
    }

    /// True for a line that names who heads an office: `Responsabile: …`.
    func isHead(_ row: DocumentRow?) -> Bool {
        row.map { CardLine.fields($0.text, $0).first?.guess.term == .head } ?? false
    }

    /// True where the head of an office, a table of objectives or the title of one stands at a row, or below a text there.
    func isOverCards(_ index: Int) -> Bool {
        let place = rows[index...].prefix(4).firstIndex { row in
            row.kind == .cells || row.kind == .heading || !CardLine.fields(row.text, row).isEmpty
        }
        guard let place else { return false }
        let row = rows[place]
        return isHead(row) || isOverObjectives(place) || row.kind == .heading
            || CardLine.fields(row.text, row).first.map { $0.guess.term == .objective } ?? false
            || row.kind == .cells && CardLine.label(row.cell(0))?.term == .objective
    }

    /// True where the head of a table of objectives stands at a row.
    private func isOverObjectives(_ index: Int) -> Bool {
        guard rows.indices.contains(index), rows[index].kind == .cells else { return false }
        guard rows[index].filled.count > 1 else {
            return CardLine.opensCard(rows[index].text) || CardLine.isCodeAlone(rows[index].text)
        }
        return rows[index].cells.contains { cell in
            CardLine.label(cell)?.term == .objective
                || DoubleHead(cell).map { $0.upper == .objective || $0.lower == .objective } ?? false
        }
    }

    /// The first row at a position or behind it that no page repeats.
    private func firstRow(from index: Int) -> Int {
        rows[min(index, rows.count)...].firstIndex { !furniture.holds($0) } ?? rows.count
    }
}
