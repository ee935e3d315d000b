/// Where the characters and tab stops of a printed plain text stand.
struct PrintedGrid {
    /// How wide a character is, in points.
    private let advance: Double
    /// Where lines begin.
    private let left: Double
    /// How wide lines are at most.
    private let width: Double
    /// How far tab stops stand from one another; 0 where there are none.
    private let stop: Double
    /// From one line to the next.
    let pitch: Double

    /// What stands for a blank that may be a tab.
    static let unsure: Character = "\u{1F}"

    /// What stands where a line broke and had room for one tab more.
    static let room: Character = "\u{1E}"

    /// Distances of tab stops that programs have: 1,25 cm, half an inch, 1 cm, an inch, 2 cm.
    private static let stops = [35.433, 36.0, 28.346, 72.0, 56.693]

    /// Nil where the words are of several widths or sizes.
    init?(_ pages: [[TextLine]]) {
        let lines = Array(pages.joined()), words = lines.flatMap(\.words)
        let widths = words.filter { $0.text.unicodeScalars.count >= 4 }.map {
            $0.box.width / Double($0.text.unicodeScalars.count)
        }.sorted()
        guard widths.count >= 20, let size = words.first?.size else { return nil }
        let advance = widths[widths.count / 2]
        let even = widths.count { abs($0 - advance) < 0.03 * advance }
        guard even * 100 >= widths.count * 97,
            words.allSatisfy({ abs($0.size - size) < 0.3 && $0.direction == .across })
        else { return nil }
        self.advance = advance
        let left = words.map(\.box.left).min() ?? 0
        self.left = left
        width = (words.map(\.box.right).max() ?? 0) - left
        pitch = Self.pitch(pages)
        stop = Self.stop(in: lines, left, advance)
    }

    private static func pitch(_ pages: [[TextLine]]) -> Double {
        let gaps = pages.flatMap { lines in
            zip(lines, lines.dropFirst()).map { $1.box.top - $0.box.top }
        }.sorted()
        return gaps.isEmpty ? 0 : gaps[gaps.count / 2]
    }

    /// The distance of which the words that stand off the grid of characters are multiples, as it is in this print.
    private static func stop(in lines: [TextLine], _ left: Double, _ advance: Double) -> Double {
        let off = lines.flatMap { line in
            zip([nil] + line.words.map(Optional.some), line.words).compactMap { before, word -> Double? in
                let gap = (word.box.left - (before?.box.right ?? left)) / advance
                return gap > 0.3 && abs(gap - gap.rounded()) > 0.08 ? word.box.left - left : nil
            }
        }
        guard off.count >= 3 else { return 0 }
        let stop = stops.first { stop in
            off.count { abs($0 / stop - ($0 / stop).rounded()) * stop < 0.7 } * 10 >= off.count * 9
        }
        guard let stop else { return 0 }
        let exact = off.filter { ($0 / stop).rounded() > 0 }.map { $0 / ($0 / stop).rounded() }.sorted()
        return exact.isEmpty ? stop : exact[exact.count / 2]
    }

    /// The line with the blanks and tabs between its words.
    func text(of line: TextLine) -> String {
        var text = ""
        var before: Word?
        for word in line.words {
            text += separator(before, word) + cells(of: word)
            before = word
        }
        return text
    }

    /// What stands between a word and the one before it, or the edge of the paper.
    private func separator(_ before: Word?, _ word: Word) -> String {
        let end = before?.box.right ?? left
        let gap = (word.box.left - end) / advance, place = word.box.left - left
        if before == nil, gap < 0.1 { return "" }
        if let before, abs(gap - 1) < 0.05 {
            return isAtStop(place) && (word.hasDigit && !before.hasDigit || word.beginsWithCapital)
                ? String(Self.unsure) : " "
        }
        if isAtStop(place) {
            return String(repeating: "\t", count: max(1, stops(from: end - left, to: place)))
        }
        return String(repeating: " ", count: max(1, Int(min(gap, 1000).rounded())))
    }

    private func isAtStop(_ place: Double) -> Bool {
        stop > 0 && (place / stop).rounded() > 0 && abs(place / stop - (place / stop).rounded()) * stop < 0.4
    }

    /// A word wider than its characters holds a tab of next to no width where one of them begins at a stop.
    private func cells(of word: Word) -> String {
        let text = word.text.unicodeScalars
        let extra = word.box.width - Double(text.count) * advance
        guard stop > 0, extra > 0.04 * advance, extra < 0.96 * advance else { return word.text }
        let places = (1..<max(text.count, 2)).filter {
            isAtStop(word.box.left - left + Double($0) * advance + extra)
        }
        guard places.count == 1, let place = places.first else { return word.text }
        return String(text.prefix(place)) + "\t" + String(text.dropFirst(place))
    }

    private func stops(from start: Double, to end: Double) -> Int {
        Int((end / stop + 0.02).rounded(.down)) - Int((start / stop + 0.02).rounded(.down))
    }

    /// True where a word of some width had no room behind what ends there, with a blank between.
    func isFull(upTo end: Double, before word: Double) -> Bool { end - left + advance + word > width + 0.1 }

    /// How many tabs stand hidden at the end of a line, at least, where another one and a word did not fit behind them.
    func hiddenTabs(after end: Double, beforeWordOf word: Double) -> Int {
        guard stop > 0 else { return 0 }
        var hidden = 0
        let next = ((end - left) / stop + 0.02).rounded(.down) + 1
        while (next + Double(hidden)) * stop + word <= width + 0.1, hidden < 50 { hidden += 1 }
        return hidden
    }

    /// True where so many tabs fit behind what ends there.
    func hasRoom(forTabs tabs: Int, after end: Double) -> Bool {
        stop > 0 && (((end - left) / stop + 0.02).rounded(.down) + Double(tabs)) * stop <= width + 0.1
    }
}
