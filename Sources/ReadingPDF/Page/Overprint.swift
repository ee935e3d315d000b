/// Puts texts right that are printed over others: a spreadsheet prints a row that is too low for its text over the row
/// below, or above where cells are filled from the bottom. The lines that stand out belong to the cell that they come
/// from, so their text goes on in its last word, or stands before its first.
struct Overprint {
    private var words: [Word]
    private let pieces: [[Int]]
    private let pieceOf: [Int]

    /// How far apart lines of one cell stand at most, in sizes of their font.
    private static let pitch = 1.6

    /// From how many words on a page is left as it is: each is compared with those around it.
    private static let maximalWords = 20_000

    /// The words of a page, each text that overprints another taken into its own cell.
    static func resolved(_ words: [Word]) -> [Word] {
        guard words.count <= maximalWords else { return words }
        let pairs = overprinted(words)
        guard !pairs.isEmpty else { return words }
        var overprint = Overprint(words)
        return overprint.resolve(pairs)
    }

    private init(_ words: [Word]) {
        self.words = words
        pieces = Self.pieces(of: words)
        var owner = [Int](repeating: 0, count: words.count)
        for (index, piece) in pieces.enumerated() { for word in piece { owner[word] = index } }
        pieceOf = owner
    }

    // MARK: What overprints

    /// The words that share most of their place, by their numbers, the higher first; a word that is printed twice, as
    /// some programs make bold ones, is no such pair.
    private static func overprinted(_ words: [Word]) -> [(Int, Int)] {
        let order = words.indices.filter { words[$0].direction == .across }
            .sorted { words[$0].box.top < words[$1].box.top }
        var pairs: [(Int, Int)] = []
        for (position, index) in order.enumerated() {
            for other in order[(position + 1)...] {
                guard words[other].box.top < words[index].box.bottom else { break }
                if overprints(words[index], words[other]) { pairs.append((index, other)) }
            }
        }
        return pairs
    }

    private static func overprints(_ word: Word, _ other: Word) -> Bool {
        let height = min(word.box.height, other.box.height)
        let down = other.box.top - word.box.top
        return word.text != other.text && abs(word.size - other.size) < 0.2 * word.size
            && down > 0.08 * height && word.box.sharedHeight(other.box) > 0.4 * height
            && word.box.sharedWidth(other.box) > 0.25 * min(word.box.width, other.box.width)
    }

    /// Words of one font on one line that stand as close as words of a text, from left to right.
    private static func pieces(of words: [Word]) -> [[Int]] {
        let order = words.indices.sorted {
            let (one, two) = (words[$0], words[$1])
            return (one.box.top.rounded(), one.box.left) < (two.box.top.rounded(), two.box.left)
        }
        var pieces: [[Int]] = []
        for index in order {
            if let last = pieces.last?.last, follows(words[last], words[index]) {
                pieces[pieces.count - 1].append(index)
            } else {
                pieces.append([index])
            }
        }
        return pieces
    }

    private static func follows(_ word: Word, _ next: Word) -> Bool {
        word.font == next.font && abs(word.size - next.size) < 0.1 && word.direction == next.direction
            && abs(word.box.top - next.box.top) < 0.6 && next.box.left > word.box.left
            && next.box.left - word.box.right < 0.6 * max(word.size, 4)
    }

    // MARK: Where it goes

    /// Lines from the foot to the head, so that a text of several lines is gathered before it goes on.
    private mutating func resolve(_ pairs: [(Int, Int)]) -> [Word] {
        var goesUp: [Int: (word: Int, piece: Int)] = [:], goesDown: [Int: (word: Int, piece: Int)] = [:]
        for (higher, lower) in pairs {
            let above = neighbour(of: pieceOf[higher], upwards: true)
            let below = neighbour(of: pieceOf[lower], upwards: false)
            if let above, above.distance <= (below?.distance ?? .infinity) {
                goesUp[pieceOf[higher]] = (above.word, pieceOf[higher])
            } else if let below {
                goesDown[pieceOf[lower]] = (below.word, pieceOf[lower])
            }
        }
        var removed: Set<Int> = []
        for (piece, target) in goesUp.sorted(by: { top($0.key) > top($1.key) }) {
            words[target.word].text += " " + text(of: piece)
            removed.formUnion(pieces[piece])
        }
        for (piece, target) in goesDown.sorted(by: { top($0.key) < top($1.key) })
        where !removed.contains(target.word) && goesUp[piece] == nil {
            words[target.word].text = text(of: piece) + " " + words[target.word].text
            removed.formUnion(pieces[piece])
        }
        return words.indices.filter { !removed.contains($0) }.map { words[$0] }
    }

    private func top(_ piece: Int) -> Double { words[pieces[piece][0]].box.top }

    private func text(of piece: Int) -> String { pieces[piece].map { words[$0].text }.joined(separator: " ") }

    /// The word of the line above or below in the same cell that a piece goes on from: of the same font, at the
    /// distance of two lines, with the same left edge, middle or right edge.
    private func neighbour(of piece: Int, upwards: Bool) -> (word: Int, distance: Double)? {
        let box = pieces[piece].map { words[$0].box }.bounds ?? words[pieces[piece][0]].box
        let word = words[pieces[piece][0]]
        var best: (word: Int, distance: Double)?
        for candidate in pieces where candidate != pieces[piece] {
            let first = words[candidate[0]]
            let distance = (word.box.top - first.box.top) * (upwards ? 1 : -1)
            guard first.font == word.font, abs(first.size - word.size) < 0.1,
                distance > 0.7 * word.size, distance < Self.pitch * word.size,
                distance < best?.distance ?? .infinity,
                let other = candidate.map({ words[$0].box }).bounds,
                [other.left - box.left, other.centerX - box.centerX, other.right - box.right]
                    .contains(where: { abs($0) < 1.5 })
            else { continue }
            best = (upwards ? candidate[candidate.count - 1] : candidate[0], distance)
        }
        return best
    }
}
