import Model

/// The year that a plan is about.
enum PlanYear {
    /// The year of the document: the first of its title (`PIAO 2024-2026` is the plan of 2024), else the one that its days
    /// name most often, the earlier of two that are as frequent. The line is where it was found.
    static func find(in lines: [SourceLine]) -> (year: Int, line: Int, isTitle: Bool)? {
        for line in lines.prefix(200) where line.cells.count == 1 && line.text.utf8.count <= 120 {
            guard titles.contains(where: MatchKey(line.text).text.contains),
                let year = years(in: line.text).first
            else { continue }
            return (year, line.number, true)
        }
        return mostFrequent(in: lines).map { ($0.0, $0.1, false) }
    }

    private static let titles = [
        "piao", "p i a o", "piano integrato", "piano della performance", "piano delle performance",
        "piano degli obiettivi", "piano dettagliato", "peg", "piano esecutivo",
    ]

    private static func mostFrequent(in lines: [SourceLine]) -> (Int, Int)? {
        var counts: [Int: (count: Int, line: Int)] = [:]
        for line in lines where line.text.utf8.count <= 400 {
            for token in line.text.split(whereSeparator: { !$0.isNumber && !"/.-".contains($0) }) {
                guard let day = CalendarDate(italian: String(token)) else { continue }
                counts[day.year, default: (0, line.number)].count += 1
            }
        }
        let best = counts.sorted { ($0.value.count, -$0.key) > ($1.value.count, -$1.key) }.first
        return best.map { ($0.key, $0.value.line) }
    }

    private static func years(in text: String) -> [Int] {
        text.split { !$0.isNumber }.compactMap { piece in
            guard piece.utf8.count == 4, let value = Int(piece), (1990...2099).contains(value) else {
                return nil
            }
            return value
        }
    }
}
