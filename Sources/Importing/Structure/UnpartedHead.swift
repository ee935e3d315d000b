import Model

/// The head of a table whose cells nothing but a blank parts: labels, one behind the other.
struct UnpartedHead {
    /// What a column holds.
    private enum Content {
        case text, figure, weight, note
        var isFigure: Bool { self == .figure || self == .weight }
    }

    /// The labels, from left to right; empty for a first column that has none.
    private(set) var labels: [String] = []
    private var contents: [Content] = []

    /// The most words of a head, of one of its labels, of a row and of a figure in it.
    private static let maximalHead = 24, maximalLabel = 5, maximalRow = 60, maximalFigure = 3

    /// The first column of text.
    var firstText: Int { contents.firstIndex(of: .text) ?? 0 }

    /// The head that a line is; nil where some word of it is of no label, or where two columns of text stand side by
    /// side, which nothing would tell apart.
    init?(_ line: String) {
        guard line.utf8.count <= ImportLimits.maximumLabelBytes * 2, line.last != ".", line.last != ":",
            !(CardLine.label(line).map { CardLine.isTitle(line, $0) } ?? false)
        else { return nil }
        let words = line.split(separator: " ").map(String.init)
        guard (2...Self.maximalHead).contains(words.count), takeLabels(words) || takePeriods(words),
            labels.count > 1, contents.contains(where: \.isFigure),
            zip(contents, contents.dropFirst()).allSatisfy({ $0.isFigure || $1.isFigure }),
            contents.dropLast().allSatisfy({ $0 != .note }),
            // `PEG 2025` is the title of a document.
            labels.count > 2 || labels.allSatisfy({ Int($0) == nil })
        else { return nil }
        let terms = labels.compactMap { CardLine.label($0) }.map {
            [$0.term.rawValue, $0.year.map(String.init) ?? ""]
        }
        guard Set(terms).count == terms.count else { return nil }
    }

    /// The labels that the words of a text are, one behind the other; nil where some word is of none.
    static func labels(of text: String) -> [String]? {
        let words = text.split(separator: " ").map(String.init)
        var head = UnpartedHead()
        guard (2...maximalHead).contains(words.count), head.takeLabels(words) else { return nil }
        return head.labels
    }

    private init() {}

    /// Takes words as labels, each as short as it can be; a word with a capital begins one where others are small.
    private mutating func takeLabels(_ words: [String]) -> Bool {
        let areCapitals = words.allSatisfy { $0 == $0.uppercased() }
        var failed: Set<Int> = []
        var ends: [Int] = []
        var start = 0
        var least = 1
        while start < words.count {
            let found = failed.contains(start) ? nil : labelled(words, from: start, least, areCapitals)
            if let (count, content) = found {
                labels.append(words[start..<start + count].joined(separator: " "))
                contents.append(content)
                ends.append(start)
                (start, least) = (start + count, 1)
            } else {
                // No label begins here: the one before must be longer.
                failed.insert(start)
                guard let last = ends.popLast() else { return false }
                least = start - last + 1
                start = last
                labels.removeLast()
                contents.removeLast()
            }
        }
        return true
    }

    /// The shortest label from a word on, of so many words at least.
    private func labelled(_ words: [String], from start: Int, _ least: Int, _ areCapitals: Bool)
        -> (count: Int, content: Content)?
    {
        guard areCapitals || words[start].first?.isLowercase != true else { return nil }
        let most = min(Self.maximalLabel, words.count - start)
        guard least <= most else { return nil }
        for count in least...most {
            let label = words[start..<start + count]
            if !areCapitals, label.dropFirst().contains(where: { $0.first?.isUppercase == true }) {
                return nil
            }
            if let content = Self.content(of: label.joined(separator: " ")) { return (count, content) }
        }
        return nil
    }

    /// Takes years, two at least, and before them a label of any words or none.
    private mutating func takePeriods(_ words: [String]) -> Bool {
        let years = words.reversed().prefix { word in
            PeriodHead.year(of: word) != nil
        }
        let name = words.dropLast(years.count)
        guard years.count > 1, name.count <= 4, name.allSatisfy({ !$0.contains(where: \.isNumber) }) else {
            return false
        }
        labels = [name.joined(separator: " ")] + years.reversed()
        contents = [.text] + years.map { _ in .figure }
        return true
    }

    private static func content(of label: String) -> Content? {
        if PeriodHead.year(of: label) != nil { return .figure }
        guard let term = CardLine.label(label)?.term else { return nil }
        switch term {
        case .note: return .note
        case .due: return .figure
        case .weight, .objectiveWeight, .achievement: return .weight
        case .period, .month, .total, .computed, .key, .barometer: return nil
        default: return term.profile.content == .figure ? .figure : .text
        }
    }
}

// MARK: - Rows

extension UnpartedHead {
    /// How the words from one on are parted into cells: in how many ways (two stand for any more), and how many words
    /// the first cell takes in the one way.
    private struct Parting {
        var ways = 0
        var count = 0
    }

    /// The cells of a row, one a column; nil where the line is no row of them, or is one in more than one way.
    func cells(of line: String) -> [String]? {
        let words = line.split(separator: " ").map(String.init)
        guard words.count >= contents.count - 1, words.count <= Self.maximalRow else { return nil }
        // From the last column to the first, from the last word to the first.
        var partings = [Array(repeating: Parting(), count: words.count) + [Parting(ways: 1)]]
        for column in contents.indices.reversed() {
            let next = partings[0]
            partings.insert(
                (0...words.count).map { start in
                    var parting = Parting()
                    for count in counts(column, words[start...]) where next[start + count].ways > 0 {
                        parting.ways = min(2, parting.ways + next[start + count].ways)
                        parting.count = count
                    }
                    return parting
                }, at: 0)
        }
        guard partings[0][0].ways == 1 else { return nil }
        var start = 0
        return contents.indices.map { column in
            let count = partings[column][start].count
            defer { start += count }
            return words[start..<start + count].joined(separator: " ")
        }
    }

    /// How many of the words may be the cell of a column.
    private func counts(_ column: Int, _ words: ArraySlice<String>) -> [Int] {
        switch contents[column] {
        case .figure, .weight:
            return (1...Self.maximalFigure).filter { count in
                guard count <= words.count else { return false }
                let cell = words.prefix(count).joined(separator: " ")
                return Self.isFigure(cell)
                    && (contents[column] == .figure || !cell.contains(where: \.isLetter))
            }
        case .text:
            var hasLetters = false
            return words.indices.compactMap { index in
                hasLetters = hasLetters || Self.hasLetters(words[index])
                return hasLetters && !Self.isFigure(words[index]) ? index - words.startIndex + 1 : nil
            }
        case .note:
            guard let first = words.first else { return [0] }
            return words.contains(where: Self.hasLetters) && !Self.isFigure(first) ? [words.count] : []
        }
    }

    /// Whether a line holds no figure.
    static func isText(_ line: String) -> Bool {
        !line.split(separator: " ").contains { isFigure(String($0)) }
    }

    private static func hasLetters(_ word: String) -> Bool { word.count(where: \.isLetter) > 1 }

    private static func isFigure(_ cell: String) -> Bool {
        guard cell.utf8.count <= 24,
            cell.split(separator: " ").count(where: { $0.contains(where: \.isNumber) }) <= 1,
            cell.count(where: { $0 == "€" || $0 == "%" }) <= 1
        else { return false }
        switch CellShape(cell) {
        case .number, .percent, .date, .missing: return true
        case .word: return ReportedValue(reading: cell, as: .onOff).doneInWords != nil
        case .empty, .mark, .text: return false
        }
    }
}
