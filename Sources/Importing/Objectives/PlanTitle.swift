import Model
import Reading

/// The title of an objective, parted from the references and marks around it.
struct PlanTitle: Sendable {
    /// The title on one line; empty where the lines hold none.
    private(set) var text = ""
    /// The references to the DUP.
    private(set) var references: [String] = []
    /// The marks.
    private(set) var tags: [Tag] = []
    /// The lines of the title, of the references and of the marks.
    private(set) var titleLines: [Int] = []
    private(set) var referenceLines: [Int] = []
    private(set) var tagLines: [Int] = []
    /// Words taken for `obiettivo`, as written, with their line.
    private(set) var misspelt: [(line: Int, word: String)] = []

    /// How many lines at most, and how long at most in bytes, a title is where no index tells.
    private static let reach = 6
    private static let bytes = 400

    /// Parts the lines.
    init(_ parts: some Collection<FormPassage.Part>) {
        var marks: [(text: String, lines: [Int])] = []
        for part in parts {
            var body = PlanText.bullet(part.text)?.rest ?? part.text
            if let found = PlanReferences.read(body) {
                for code in found.codes where !references.contains(code) { references.append(code) }
                referenceLines += part.lines
                body = found.rest
            }
            guard !body.isEmpty else { continue }
            let found = PlanTags.read(body, continuing: !tags.isEmpty)
            if let found { take(found, part) }
            if found?.isWhole == true {
                marks.append((body, part.lines))
            } else {
                if found != nil { body = PlanTags.withoutTrailing(PlanTags.afterLeading(body) ?? body) }
                text = TextJoin.join(text, body)
                titleLines += part.lines
            }
        }
        // A title that is nothing but marks is still the title.
        guard text.isEmpty, !marks.isEmpty else { return }
        text = marks.map(\.text).joined(separator: " ")
        titleLines = marks.flatMap(\.lines)
    }

    private mutating func take(_ found: PlanTags, _ part: FormPassage.Part) {
        PlanTags.merge(found.tags, into: &tags)
        tagLines += part.lines
        if let word = found.misspelt { misspelt.append((part.lines.first ?? 0, word)) }
    }

    /// True where the lines hold references or marks and no other word.
    private static func isAside(_ part: FormPassage.Part) -> Bool {
        let body = PlanText.bullet(part.text)?.rest ?? part.text
        if let found = PlanReferences.read(body) {
            return found.rest.isEmpty || PlanTags.read(found.rest)?.isWhole == true
        }
        return PlanTags.read(body, continuing: true)?.isWhole == true
    }

    /// How many of the lines make up the title: as many as give a title of the index, else the first one with what
    /// belongs to it. With `isAll` there is nothing but title, unless it is too long for one.
    static func length(
        of parts: [FormPassage.Part], index: [TitleKey], isAll: Bool
    ) -> (count: Int, entry: Int?) {
        let most = min(parts.count, 8)
        for count in (0...most).reversed() where count > 0 {
            let title = PlanTitle(parts[..<count]).text
            guard title.utf8.count <= 4 * bytes else { continue }
            let key = TitleKey(title)
            if let entry = nearest(key, in: index) { return (count, entry) }
        }
        if isAll, parts.reduce(0, { $0 + $1.text.utf8.count }) <= bytes { return (parts.count, nil) }
        return (shortest(parts), nil)
    }

    private static func nearest(_ key: TitleKey, in index: [TitleKey]) -> Int? {
        guard !key.whole.isEmpty else { return nil }
        return index.firstIndex { $0.whole == key.whole } ?? index.firstIndex { $0.isNear(key) }
    }

    private static func shortest(_ parts: [FormPassage.Part]) -> Int {
        guard let first = parts.firstIndex(where: { !isAside($0) }) else { return parts.count }
        var count = first + 1
        while count < parts.count, count < first + reach, goesOn(parts[first..<count], parts[count]) {
            count += 1
        }
        while count < parts.count, isAside(parts[count]) { count += 1 }
        return count
    }

    private static func goesOn(_ taken: ArraySlice<FormPassage.Part>, _ next: FormPassage.Part) -> Bool {
        guard let first = taken.first, let last = taken.last, !isAside(next), !last.text.hasSuffix("."),
            PlanText.bullet(next.text) == nil
        else { return false }
        if TextJoin.isCut(last.text, before: next.text) { return true }
        let length = taken.reduce(0) { $0 + $1.text.utf8.count }
        return !next.gapBefore && next.text.utf8.count <= 120 && length + next.text.utf8.count <= bytes
            && PlanText.isUppercase(first.text) == PlanText.isUppercase(next.text)
    }
}

/// A title as titles are compared: the whole of it, however long.
struct TitleKey: Hashable, Sendable {
    /// Lower case, no accents, no punctuation.
    let whole: String
    private let start: MatchKey
    private let end: MatchKey

    /// Reduces a title.
    init(_ title: String) {
        whole = title.comparisonKey
        start = MatchKey(whole)
        end = MatchKey(whole.suffix(ImportLimits.maximumLabelBytes))
    }

    /// The same but for a slip or two.
    func isNear(_ other: TitleKey) -> Bool {
        let limit = min(start.tolerance, other.start.tolerance)
        return abs(whole.utf8.count - other.whole.utf8.count) <= limit
            && start.distance(to: other.start, limit: limit) != nil
            && end.distance(to: other.end, limit: limit) != nil
    }
}
