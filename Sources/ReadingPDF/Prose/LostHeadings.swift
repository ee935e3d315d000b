import Reading

/// Headings that the outline of a file names and none of its pages shows: what a program left out when it printed, such
/// as the title before a table at the head of a page.
struct LostHeadings {
    private var headings: [Int: [Block.Content]] = [:]

    /// The entries that lead to the head of a page and whose words stand on no page.
    init(_ bookmarks: [Bookmark], pages: [PageContent]) {
        guard !bookmarks.isEmpty else { return }
        let shown = Self.letters(pages.flatMap { $0.words.map(\.text) }.joined())
        for bookmark in bookmarks {
            let title = bookmark.title.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            let letters = Self.letters(title)
            guard title.contains(" "), !Self.isFileName(title), !letters.isEmpty, !shown.contains(letters),
                let page = pages.first(where: { $0.number == bookmark.page }), Self.isHead(bookmark, of: page)
            else { continue }
            headings[bookmark.page, default: []].append(.heading(title, level: bookmark.level))
        }
    }

    /// Those that belong to the head of a page.
    func atHead(of page: Int) -> [Block.Content] { headings[page] ?? [] }

    /// Whether an entry leads to a place above all words of its page.
    private static func isHead(_ bookmark: Bookmark, of page: PageContent) -> Bool {
        guard let top = bookmark.top, let first = page.words.map(\.box.top).min() else { return true }
        return top <= first
    }

    /// The letters and figures of a text, by which it is found however it is set.
    private static func letters(_ text: String) -> String {
        text.lowercased().filter { $0.isLetter || $0.isNumber }
    }

    /// `Allegato A.pdf`: the name of a file that was bound in.
    private static func isFileName(_ title: String) -> Bool {
        title.wholeMatch(of: /.*\.\p{Alphabetic}{2,4}/) != nil
    }
}
