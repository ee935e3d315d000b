import Reading

/// Cards whose labels are numbered titles over their values: `1. Denominazione`, `2. Servizio proponente`, `3. Finalità`.
/// The titles become labels, those that nobody knows among them too, so that what stands below them belongs to no other.
enum NumberedLabels {
    /// The rows, with such titles as labels.
    static func labelled(_ rows: [DocumentRow]) -> [DocumentRow] {
        var result = rows
        var run: [(index: Int, label: String)] = []
        for index in rows.indices {
            guard let item = item(rows[index]) else { continue }
            if item.number != run.count + 1 {
                label(run, in: &result)
                run = []
            }
            if item.number == run.count + 1 { run.append((index, item.label)) }
        }
        label(run, in: &result)
        return result
    }

    /// Makes labels of the titles of a run, where most are known as such and one names what the card is of.
    private static func label(_ run: [(index: Int, label: String)], in rows: inout [DocumentRow]) {
        let guesses = run.map { CardLine.label($0.label) }
        let known = guesses.compactMap { $0?.term }
        let title = run.indices.first { index in
            guesses[index].map { names($0, run[index].label) } ?? false
        }
        guard run.count >= 4, known.count * 3 >= run.count * 2, Set(known).count >= 3, let title,
            isOver(1...1, run, title, rows), rows[run[title].index + 1].text.last != ".",
            run.indices.dropFirst().allSatisfy({ isOver(1...40, run, $0 - 1, rows) })
        else { return }
        for (index, label) in run {
            rows[index] = rows[index].asText(label + ":", block: rows[index].block)
        }
    }

    /// True for the label of a title: `2. Obiettivi` is a chapter about all of them.
    private static func names(_ guess: TermGuess, _ label: String) -> Bool {
        [.objective, .project].contains(guess.term) && !CardLine.isTitle(label, guess)
    }

    /// True where so many rows stand between a title of the run and the next one.
    private static func isOver(
        _ count: ClosedRange<Int>, _ run: [(index: Int, label: String)], _ place: Int, _ rows: [DocumentRow]
    ) -> Bool {
        guard place + 1 < run.count else { return true }
        return count.contains(run[place + 1].index - run[place].index - 1)
    }

    /// The number and the words of a short title; nil for sentences and other rows.
    private static func item(_ row: DocumentRow) -> (number: Int, label: String)? {
        guard row.cells.count == 1, row.text.utf8.count <= 80, row.text.first?.isNumber == true else {
            return nil
        }
        let digits = row.text.prefix { $0.isASCII && $0.isNumber }
        let rest = row.text[digits.endIndex...].drop { ".) –-".contains($0) }
        guard let number = Int(digits), rest.startIndex > digits.endIndex, number <= 30,
            rest.first?.isUppercase == true, !rest.contains(where: \.isNumber),
            rest.last.map({ $0.isLetter || ":)".contains($0) }) ?? false
        else { return nil }
        let label = rest.last == ":" ? rest.dropLast() : rest
        return label.contains(":") || label.split(separator: " ").count > 7 ? nil : (number, String(label))
    }
}
