import Model

extension Reading {
    /// Tells the columns of which nothing is kept, and those whose term is a guess. `named`: the terms that are kept.
    mutating func tellUnknown(_ table: TableDraft, named: Set<FieldTerm> = FieldTerm.ofObjectives) {
        guard let line = table.headRows.first?.number else { return }
        for (index, head) in table.heads.enumerated()
        where !head.isEmpty && !table.leftOut.contains(index)
            && !(table.guesses[index].map { named.contains($0.term) } ?? false)
        {
            tell(.columnUnknown, .info, line: line, written: head)
        }
        // Of columns that a person named alike the first one with a cell is taken.
        for index in table.namedAgain {
            tell(.columnUnknown, .warning, line: line, written: table.heads[index])
        }
        let guessed = table.heads.indices.filter { table.guesses[$0]?.reason != .layout }
        for head in Set(guessed.map { table.heads[$0] }).sorted() {
            guard let match = FieldTerm.vocabulary.match(head), match.slips > 0 else { continue }
            tell(.headerMisspelt, .info, line: line, written: head, expected: match.phrase)
        }
        for column in table.unheaded { tell(column.cells, withoutHeadAt: line) }
        for (index, guess) in table.guesses.enumerated() {
            guard let guess, guess.confidence <= 60, guess.reason != .layout else { continue }
            tell(
                .headingAssumed, .warning, line: line, written: table.heads[index],
                expected: FieldTerm.vocabulary.phrase(of: guess.term) ?? "",
                evidence: ["term": guess.term.rawValue])
        }
    }

    /// Binds the heads of a table; those of its next pages repeat the first.
    mutating func bindHeads(of table: TableDraft) {
        for (order, row) in table.headRows.enumerated() {
            for line in row.lines { ledger.bind(line, as: order == 0 ? .tableHeader : .repeatedHeader) }
        }
    }

    /// Tells what was put right in a row.
    mutating func tell(_ repair: TableRows.Repair, _ table: TableDraft) {
        switch repair {
        case .shifted(let line, let written, let column, let count, let slide):
            tell(
                .cellShifted, .info, line: line, written: written, expected: table.heads[column],
                evidence: ["cells": String(count), "slide": String(slide)])
        case .leftover(let line, let cells):
            tell(.rowRepaired, .warning, line: line, written: cells.joined(separator: " | "))
        case .joined(let line, let text):
            tell(.textJoined, .info, line: line, written: text)
        case .broken(let lines, let written):
            tell(
                .rowRepaired, .info, line: lines[0], written: written,
                evidence: ["lines": lines.map(String.init).joined(separator: ", ")])
        }
    }
}
