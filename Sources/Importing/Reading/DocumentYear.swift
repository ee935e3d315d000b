/// The year of a document that does not name it in a title.
public enum DocumentYear {
    /// The year from 1990 to 2099 that most lines have; the later one where two are equal; nil where none occurs.
    public static func mostFrequent(_ lines: [SourceLine]) -> Int? {
        var counts: [Int: Int] = [:]
        for line in lines.prefix(5_000) {
            for cell in line.cells where cell.utf8.count <= ImportLimits.maximumLabelBytes {
                for word in MatchKey(cell).words where word.utf8.count == 4 {
                    guard let year = Int(word), (1990...2099).contains(year) else { continue }
                    counts[year, default: 0] += 1
                }
            }
        }
        return counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key
    }
}
