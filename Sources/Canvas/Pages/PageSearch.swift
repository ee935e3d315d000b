import Foundation
import Reporting

/// A place where words stand in a document's pages.
public struct PagePlace: Hashable, Sendable {
    /// The page, from 0.
    public var page: Int
    /// The lines in which they stand, in points.
    public var areas: [Rectangle]
}

extension PageLayout {
    /// The places of words, in reading order. Case and accents make no difference, and words that go on in the next line
    /// are found too; a whole line is marked where they stand in it. Empty words stand nowhere.
    public func places(of words: String) -> [PagePlace] {
        let wanted = PageText.folded(words.split(whereSeparator: \.isWhitespace).joined(separator: " "))
        guard !wanted.isEmpty else { return [] }
        return pages.indices.flatMap { page in
            PageText(pages[page]).lines(of: wanted).map { PagePlace(page: page, areas: $0.map(\.area)) }
        }
    }
}

/// The text of a page with where each of its lines begins.
private struct PageText {
    private var text: [Character] = []
    private var lines: [(start: Int, text: PlacedText)] = []

    init(_ page: Page) {
        for line in page.texts {
            lines.append((text.count, line))
            let isParted = line.plain.hasSuffix(TextEngine.softHyphen)
            let words = isParted ? String(line.plain.dropLast()) : line.plain + " "
            text += Array(PageText.folded(words))
        }
    }

    static func folded(_ text: String) -> String {
        text.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
    }

    /// The lines in which each occurrence stands.
    func lines(of wanted: String) -> [[PlacedText]] {
        let wanted = Array(wanted)
        var found: [[PlacedText]] = []
        var start = 0
        while start + wanted.count <= text.count {
            if text[start..<start + wanted.count].elementsEqual(wanted) {
                found.append(lines(from: start, to: start + wanted.count - 1))
                start += wanted.count
            } else {
                start += 1
            }
        }
        return found
    }

    private func lines(from first: Int, to last: Int) -> [PlacedText] {
        let begin = lines.lastIndex { $0.start <= first } ?? 0
        let end = lines.lastIndex { $0.start <= last } ?? begin
        return lines[begin...end].map(\.text)
    }
}

extension PlacedText {
    /// Where it stands on its page.
    var area: Rectangle {
        let size = spans.map(\.style.size.points).max() ?? 0
        return Rectangle(x: origin.x - 1, y: origin.y - size, width: width + 2, height: size * 1.3)
    }
}
