import Model

/// Tables of figures with a row a year: a column of years and one of values, which become a column a year.
enum YearRows: BlockReshaping {
    static func reshaped(_ rows: [DocumentRow], from block: Int) -> [DocumentRow]? {
        guard let index = rows.prefix(5).firstIndex(where: { years(in: $0) != nil }),
            let year = years(in: rows[index])
        else { return nil }
        let (head, body) = (rows[index], rows[(index + 1)...])
        guard let value = value(in: head) else { return turned(head, body, year, rows[..<index], block) }
        // What stands under no head would be lost.
        guard body.count > 1,
            body.allSatisfy({ row in
                self.year(row.cell(year)) != nil && row.filled.allSatisfy(head.filled.contains)
            })
        else { return nil }
        let names = head.filled.filter { $0 != year && $0 != value }
        var groups: [(names: [String], rows: [DocumentRow])] = []
        var numbers: [[String]: Int] = [:]
        for row in body {
            let name = names.map { row.cell($0) }
            if let number = numbers[name] {
                groups[number].rows.append(row)
            } else {
                numbers[name] = groups.count
                groups.append((name, [row]))
            }
        }
        let all = Set(body.compactMap { self.year($0.cell(year)) }).sorted()
        guard all.count > 1, groups.allSatisfy({ isSeries($0.rows, year) }) else { return nil }
        let heads = head.with(cells: names.map { head.cell($0) } + all.map(String.init), block: block)
        return rows[..<index] + [heads]
            + groups.map { group in
                let cells = all.map { wanted in
                    group.rows.first { self.year($0.cell(year)) == wanted }?.cell(value) ?? ""
                }
                let lines = group.rows[0].lines.lowerBound..<(group.rows.last ?? head).lines.upperBound
                return group.rows[0].with(cells: group.names + cells, block: block, lines: lines)
            }
    }

    /// A column a series: `Anno | Prestiti | Iscritti`, figures in each of its cells.
    private static func turned(
        _ head: DocumentRow, _ body: ArraySlice<DocumentRow>, _ year: Int, _ above: ArraySlice<DocumentRow>,
        _ block: Int
    ) -> [DocumentRow]? {
        let lower = body.first.flatMap { isLowerHead($0, below: head, year) ? $0 : nil }
        let body = lower == nil ? body : body.dropFirst()
        let heads = lower ?? head
        let names = heads.filled.filter { $0 != year }
        let years = body.compactMap { self.year($0.cell(year)) }
        guard head.filled.first == year, !names.isEmpty, years.count > 1, years.count == body.count,
            Set(years).count == years.count,
            body.allSatisfy({ row in
                row.filled.allSatisfy { $0 == year || names.contains($0) }
                    && names.allSatisfy { row.cell($0).isEmpty || CellShape(row.cell($0)).isFigure }
            }), let last = body.last
        else { return nil }
        let lines = head.lines.lowerBound..<last.lines.upperBound
        return above + [head.with(cells: [""] + years.map(String.init), block: block)]
            + names.flatMap { name in
                let blanks = years.map { _ in "" }
                let group = lower != nil && !head.cell(name).isEmpty ? head.cell(name) : nil
                return (group.map { [head.with(cells: [$0] + blanks, block: block)] } ?? [])
                    + [
                        head.with(
                            cells: [heads.cells[name]] + body.map { $0.cell(name) }, block: block,
                            lines: lines)
                    ]
            }
    }

    /// `Prestiti | Acquisti | Iscritti` below `Anno | Output | Utenti`: the names of the series below those of their sides,
    /// the first of which stands over a name.
    private static func isLowerHead(_ row: DocumentRow, below head: DocumentRow, _ year: Int) -> Bool {
        row.cell(year).isEmpty && row.filled.count > 1 && row.filled.count + 1 >= head.filled.count
            && row.filled.allSatisfy { row.cells[$0].contains(where: \.isLetter) }
            && head.filled.allSatisfy {
                $0 == year || row.filled.contains($0) && SeriesSide(leading: head.cells[$0]) != nil
            }
    }

    /// Each year once.
    private static func isSeries(_ rows: [DocumentRow], _ column: Int) -> Bool {
        let years = rows.compactMap { year($0.cell(column)) }
        return Set(years).count == years.count
    }

    private static func year(_ cell: String) -> Int? {
        guard case .year(let year)? = PeriodHead(cell) else { return nil }
        return year
    }

    /// The column of years in a head that names no target and no weight; nil in any other row.
    private static func years(in row: DocumentRow) -> Int? {
        guard row.filled.count > 1,
            !row.filled.contains(where: { index in
                // `Incidenti rilevati` is the name of a series.
                let term = LabelReader.guess(row.cells[index]).flatMap {
                    $0.confidence == 100 ? $0.term : nil
                }
                return [.target, .actual, .weight, .objectiveWeight, .achievement, .objective, .note]
                    .contains(term)
            })
        else { return nil }
        return row.filled.first { ["anno", "anni", "esercizio"].contains(MatchKey(row.cells[$0]).text) }
    }

    /// The one column whose head says no more than that it holds a value.
    private static func value(in row: DocumentRow) -> Int? {
        let found = row.filled.filter { index in
            LabelReader.isValue(row.cells[index]) || MatchKey(row.cells[index]).text == "numero"
        }
        return found.count == 1 ? found[0] : nil
    }
}
