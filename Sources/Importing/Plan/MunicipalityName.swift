/// The name of the municipality: on the cover, and again at the top of pages.
struct MunicipalityName {
    /// The name as first written in the form that says most: `Comune di …` before `Città di …`.
    private(set) var name: String?
    private var keys: Set<String> = []

    private static let openings = [
        "comune di ", "citta di ", "comune della ", "unione dei comuni ", "comunita montana ",
    ]
    private static let openEnds: Set<String> = ["comune di", "citta di", "unione dei comuni", "comune della"]

    /// The number of items that the name takes at the position; nil where there is no name. It is learned at the top of
    /// the document, and known again elsewhere only where a line holds nothing else.
    mutating func take(_ items: [PlanItem], at position: Int, isCover: Bool) -> Int? {
        let item = items[position]
        guard item.cells.count == 1, item.text.utf8.count <= 80 else { return nil }
        let key = MatchKey(item.text).text
        let opens = Self.openEnds.contains(key) || Self.openings.contains { key.hasPrefix($0) }
        guard opens else { return nil }
        var texts = [item.text]
        if items.indices.contains(position + 1), isTail(items[position + 1]) {
            texts.append(items[position + 1].text)
        }
        for count in (1...texts.count).reversed() {
            let text = texts[..<count].joined(separator: " ")
            let whole = MatchKey(text).text
            if keys.contains(Self.place(whole)) {
                learn(text, whole)
                return count
            }
            guard name == nil || isCover, !Self.openEnds.contains(whole), isName(text) else { continue }
            if count == 2, !Self.openEnds.contains(key) { continue }
            learn(text, whole)
            return count
        }
        return nil
    }

    private func isTail(_ item: PlanItem) -> Bool {
        !item.gapBefore && item.cells.count == 1 && item.label == nil && item.text.utf8.count <= 40
    }

    private func isName(_ text: String) -> Bool {
        guard let last = text.last, !".:;,".contains(last) else { return false }
        let words = text.split(separator: " ")
        return (2...8).contains(words.count) && words.last?.contains(where: \.isUppercase) == true
    }

    private mutating func learn(_ text: String, _ key: String) {
        keys.insert(Self.place(key))
        let isCommune = key.hasPrefix("comune")
        if name == nil || (isCommune && name.map { !MatchKey($0).text.hasPrefix("comune") } == true) {
            name = text
        }
    }

    /// The name of the place alone.
    private static func place(_ key: String) -> String {
        openings.first { key.hasPrefix($0) }.map { String(key.dropFirst($0.count)) } ?? key
    }
}
