import Reading

/// The figure of a weight that says what it is a part of (`35/100`, `35 su 100`, `35 punti`), or by how much it multiplies
/// (`x 2`, `× 1,5`).
enum WeightText {
    /// The figure alone; any other text as it is.
    static func figure(_ text: String) -> String {
        // Most are digits alone.
        if text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) { return text }
        if let sign = text.first, "xX×".contains(sign) {
            let factor = String(text.dropFirst().trimmedEnds)
            return factor.isEmpty || !CellShape(factor).isFigure ? text : factor
        }
        let figure = text.prefix { $0.isNumber || ",.".contains($0) }
        let rest = MatchKey(text[figure.endIndex...]).words.map(String.init)
        let isPart = text[figure.endIndex...].contains("/") ? rest == ["100"] : rest == ["su", "100"]
        let isPoints = ["punti", "pt", "p"].contains(rest.joined())
        return !figure.isEmpty && (isPart || isPoints) ? String(figure) : text
    }

    /// The title and the weight of `Rete dei sentieri (peso 40%)`, `Rete dei sentieri [peso: 40]`, `Rete dei sentieri – peso
    /// 40`, `Rete dei sentieri; peso 40`; nil for a title without one.
    static func parted(_ title: String) -> (title: String, weight: String)? {
        // One of the signs, or the first byte of the dash.
        guard title.utf8.contains(where: { "([-;,".utf8.contains($0) || $0 == 0xE2 }),
            let start = title.lastIndex(where: { "([–-;,".contains($0) }), start > title.startIndex
        else {
            return nil
        }
        let isOpen = "([".contains(title[start])
        var inner = title[title.index(after: start)...].trimmedEnds
        if isOpen {
            guard let last = inner.popLast(), ")]".contains(last) else { return nil }
        }
        let words = inner.split { " :=".contains($0) }
        guard (2...3).contains(words.count), let last = words.last, CellShape(figure(String(last))).isFigure,
            let term = CardLine.label(words.dropLast().joined(separator: " "))?.term,
            [.weight, .objectiveWeight].contains(term)
        else { return nil }
        let name = title[..<start].trimmedEnds
        return name.contains(where: \.isLetter) ? (String(name), figure(String(last))) : nil
    }
}
