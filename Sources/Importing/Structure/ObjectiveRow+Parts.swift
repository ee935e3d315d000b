/// Cells that hold more than their column says.
extension ObjectiveRow {
    /// `Rete dei sentieri (peso 40%)`: the weight behind the title, where no column is for it.
    mutating func partTitle() {
        guard let title = cells[.objective], let parts = WeightText.parted(title) else { return }
        cells[.objective] = parts.title
        cells[.objectiveWeight] = parts.weight
    }

    /// `A. Bianchi` over `Settore Ambiente` in the cell of the person who answers, where no column is for offices.
    mutating func partHead() {
        guard let head = cells[.head] else { return }
        let words = head.split(separator: " ")
        guard
            let first = words.indices.dropFirst(2).first(where: { index in
                words[index].first?.isUppercase == true
                    && LabelReader.guess(String(words[index]))?.term == .sector
            }), first + 1 < words.count, case let person = words[..<first].joined(separator: " "),
            // `Responsabile del Servizio Finanziario` names nobody.
            PersonName.isPerson(person) || PersonName.isTitled(person)
        else { return }
        cells[.head] = person
        cells[.sector] = words[first...].joined(separator: " ")
    }
}
