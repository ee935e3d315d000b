/// Text that is drawn but not to be seen. A spreadsheet draws the whole text of a cell that goes over two pages on both
/// of them, and cuts off what belongs to the other page, so that it would stand over the head and below the last row.
enum ClippedText {
    /// From how many words on a page nothing is looked for: each is compared with the texts of its line.
    private static let maximalWords = 20_000

    /// The words that lie outside of what is to be seen, by the texts that are painted where they stand.
    static func cut(_ words: [Word], runs: [TextRun]) -> [Word: TextRun.Cut] {
        guard words.count <= maximalWords, runs.contains(where: { $0.cut != nil }) else { return [:] }
        let byLine = Dictionary(grouping: runs.filter { abs($0.y) < 1e6 }) { Int($0.y.rounded(.down)) }
        let found = words.map { word in candidates(word, byLine) }
        let lines = heights(zip(words, found))
        var cut: [Word: TextRun.Cut] = [:]
        for (word, runs) in zip(words, found) {
            // Two texts may be painted over one another: which one is the word is told by where its font stands.
            let line = word.box.top + word.box.height * (lines[word.font] ?? 0.75)
            cut[word] = runs.min { abs($0.y - line) < abs($1.y - line) }?.cut
        }
        return cut
    }

    /// The last text before or at the beginning of a word on each of the lines that it may stand on.
    private static func candidates(_ word: Word, _ byLine: [Int: [TextRun]]) -> [TextRun] {
        let box = word.box
        guard word.direction == .across, abs(box.top) < 1e6, box.height < 1000 else { return [] }
        let lines = box.top + box.height * 0.4...box.bottom + box.height * 0.1
        var last: [Double: TextRun] = [:]
        for key in Int(lines.lowerBound.rounded(.down))...Int(lines.upperBound.rounded(.down)) {
            for run in byLine[key] ?? [] where lines.contains(run.y) && run.x < box.left + 0.6 {
                if last[run.y].map({ $0.x < run.x }) ?? true { last[run.y] = run }
            }
        }
        return Array(last.values)
    }

    /// How far down in the boxes of their words the fonts have their line, from 0 to 1.
    private static func heights(_ words: some Sequence<(Word, [TextRun])>) -> [String: Double] {
        var shares: [String: [Double]] = [:]
        for (word, runs) in words where runs.count == 1 && word.box.height > 0 {
            shares[word.font, default: []].append((runs[0].y - word.box.top) / word.box.height)
        }
        return shares.mapValues { $0.sorted()[$0.count / 2] }
    }

    /// Takes out of two pages that follow one another what each has of the other's: nothing that is not to be seen on
    /// the other one is taken out.
    static func resolve(_ page: inout PageDrawing, _ next: inout PageDrawing) {
        let above = next.words.filter { next.cut[$0] == .above }
        guard !above.isEmpty else { return }
        let below = page.words.filter { page.cut[$0] == .below }
        let seen = Set(page.words.filter { page.cut[$0] == nil }.map(\.text))
        let seenNext = Set(next.words.filter { next.cut[$0] == nil }.map(\.text))
        if above.allSatisfy({ seen.contains($0.text) }) {
            next.words.removeAll { next.cut[$0] == .above }
        }
        if below.allSatisfy({ seenNext.contains($0.text) }) {
            page.words.removeAll { page.cut[$0] == .below }
        }
    }
}
