/// The name that a layout gives to a label of cards.
struct LayoutLabel: Hashable, Sendable {
    /// The label as it is compared.
    let head: String
    /// What it stands for; nil for one that is left out.
    let term: FieldTerm?
    /// The year of its figures.
    let year: Int?

    /// The labels that layouts of cards name, by how they are compared; the first layout wins.
    static func all(_ layouts: [Layout]) -> [String: LayoutLabel] {
        var result: [String: LayoutLabel] = [:]
        for layout in layouts where layout.isOfCards && layout.isConsistent {
            for (index, head) in layout.signature.enumerated() where result[head] == nil {
                result[head] = LayoutLabel(head: head, term: layout.terms[index], year: layout.years[index])
            }
        }
        return result
    }
}
