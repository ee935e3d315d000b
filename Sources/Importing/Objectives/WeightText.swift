/// The figure of a weight that says what it is a part of: `35/100`, `35 su 100`, `35 punti`.
enum WeightText {
    /// The figure alone; any other text as it is.
    static func figure(_ text: String) -> String {
        let figure = text.prefix { $0.isNumber || ",.".contains($0) }
        let rest = MatchKey(text[figure.endIndex...]).words.map(String.init)
        let isPart = text[figure.endIndex...].contains("/") ? rest == ["100"] : rest == ["su", "100"]
        let isPoints = ["punti", "pt", "p"].contains(rest.joined())
        return !figure.isEmpty && (isPart || isPoints) ? String(figure) : text
    }
}
