/// A line that says what an indicator looks at, alone or with its direction: `Efficacia`, `Output · Decrescente`.
struct IndicatorKindLine: Hashable, Sendable {
    /// The words for what it looks at; nil where only the direction is said.
    let dimension: String?
    /// True where less is better.
    let isDecreasing: Bool

    /// Nil for a line that says anything else.
    init?(_ line: String) {
        guard line.utf8.count <= 80 else { return nil }
        let parts = line.split { "·•|".contains($0) }.map { String($0).trimmingWhitespace() }
        let dimension = parts.first { FormTerm.dimensions.match($0) != nil }
        let isDecreasing = parts.contains { Self.saysLess($0) }
        let isIncreasing = parts.contains { MatchKey($0).words.first == "crescente" }
        let said = (dimension == nil ? 0 : 1) + (isDecreasing || isIncreasing ? 1 : 0)
        guard said > 0, said == parts.count else { return nil }
        (self.dimension, self.isDecreasing) = (dimension, isDecreasing)
    }

    private static func saysLess(_ text: String) -> Bool { MatchKey(text).words.first == "decrescente" }
}
