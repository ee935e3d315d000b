import Foundation
import Model

/// The lines, strategic objectives and sectors found so far, each once, however often the document prints it.
struct PlanOutline {
    /// The sectors, in the order of the document.
    var sectors: [Sector] = []
    /// The strategic lines with what stands under them.
    var lines: [StrategicLine] = []
    private let year: Int
    private var sectorNames = HeadingIndex()
    private var lineTitles = HeadingIndex()
    private var strategicTitles = HeadingIndex()
    /// Where each strategic objective of `strategicTitles` stands.
    private var strategicPlaces: [(line: Int, objective: Int)] = []

    /// An outline with nothing in it.
    init(year: Int) {
        self.year = year
    }

    /// The line with this number and title, made where it is new.
    mutating func line(_ heading: CodedHeading, at numbers: [Int], _ reading: inout Reading) -> Int {
        if let known = knownLine(heading) { return known }
        var line = StrategicLine(
            id: reading.identifiers.identity("plan", String(year), "line", heading.title),
            title: heading.title)
        line.code = heading.code
        line.sources["title"] = reading.source(numbers)
        lines.append(line)
        lineTitles.add(heading)
        return lines.count - 1
    }

    /// The known line of this heading: nearly the same title, and the same number where both have one.
    func knownLine(_ heading: CodedHeading) -> Int? { lineTitles.find(heading) }

    /// The strategic objective under the line, made where it is new.
    mutating func strategic(
        _ heading: CodedHeading, under line: Int, at numbers: [Int], _ reading: inout Reading
    ) -> UUID? {
        guard lines.indices.contains(line) else { return nil }
        if let known = knownStrategic(heading), known.line == line { return known.objective.id }
        var objective = StrategicObjective(
            id: reading.identifiers.identity(
                "plan", String(year), "line", lines[line].title, "strategic", heading.title),
            title: heading.title)
        objective.code = heading.code
        objective.sources["title"] = reading.source(numbers)
        strategicPlaces.append((line, lines[line].strategicObjectives.count))
        strategicTitles.add(heading)
        lines[line].strategicObjectives.append(objective)
        return objective.id
    }

    /// The known strategic objective of this heading and the line that it stands under.
    func knownStrategic(_ heading: CodedHeading) -> (line: Int, objective: StrategicObjective)? {
        strategicTitles.find(heading).map { index in
            let (line, objective) = strategicPlaces[index]
            return (line, lines[line].strategicObjectives[objective])
        }
    }

    /// The line whose number is the first level of a strategic objective's.
    func line(rootOf heading: CodedHeading) -> Int? {
        heading.levels > 1 ? lineTitles.first(withRoot: heading.root) : nil
    }

    /// The line without a title, if there is one.
    var untitledLine: Int? { lineTitles.find(exactly: "") }

    /// The known sector that a text names, with or without its number.
    func knownSector(_ text: String) -> Int? {
        guard text.utf8.count <= ImportLimits.maximumLabelBytes else { return nil }
        if let exact = sectorNames.find(exactly: text) { return exact }
        return CodedHeading.read(text).flatMap { sectorNames.find($0) }
    }

    /// The known sector whose name a text begins, where a page cut the rest off.
    func sectorBegun(by text: String) -> Int? {
        guard let heading = CodedHeading.read(text) else { return nil }
        let key = MatchKey(heading.title).bytes
        guard key.count >= 4, let found = sectorNames.first(withRoot: heading.root) else { return nil }
        let known = MatchKey(sectors[found].name).bytes
        return known.count > key.count && known.starts(with: key) ? found : nil
    }

    /// The sector with this heading, made where it is new.
    mutating func sector(_ heading: CodedHeading, at numbers: [Int], _ reading: inout Reading) -> Int {
        if let known = sectorNames.find(heading) { return known }
        var sector = Sector(id: reading.identifiers.identity("sector", heading.title), name: heading.title)
        sector.code = heading.code
        sector.sources["name"] = reading.source(numbers)
        if !heading.code.isEmpty { sector.sources["code"] = sector.sources["name"] }
        sectors.append(sector)
        sectorNames.add(heading)
        return sectors.count - 1
    }
}

/// Headings by number and title, found again although a letter is wrong.
struct HeadingIndex {
    private struct Entry {
        let key: MatchKey
        let code: String
    }

    /// Beyond so many headings only exact titles are found: no plan has as many, and each look takes longer.
    private static let nearLimit = 300

    private var entries: [Entry] = []
    private var exact: [MatchKey: [Int]] = [:]
    private var roots: [String: Int] = [:]

    /// Adds the next heading.
    mutating func add(_ heading: CodedHeading) {
        let key = MatchKey(heading.title)
        exact[key, default: []].append(entries.count)
        if !heading.code.isEmpty, roots[heading.root] == nil { roots[heading.root] = entries.count }
        entries.append(Entry(key: key, code: CodedHeading.reduced(heading.code)))
    }

    /// The heading with the same title, or nearly, and no other number.
    func find(_ heading: CodedHeading) -> Int? {
        let key = MatchKey(heading.title)
        let code = CodedHeading.reduced(heading.code)
        func agrees(_ index: Int) -> Bool {
            code.isEmpty || entries[index].code.isEmpty || entries[index].code == code
        }
        if let same = exact[key]?.first(where: agrees) { return same }
        guard entries.count <= Self.nearLimit, !code.isEmpty else { return nil }
        return entries.indices.first { index in
            let known = entries[index].key
            return entries[index].code == code
                && known.distance(to: key, limit: min(known.tolerance, key.tolerance)) != nil
        }
    }

    /// The heading whose title the whole text is.
    func find(exactly text: String) -> Int? { exact[MatchKey(text)]?.first }

    /// The first heading whose number has this first level.
    func first(withRoot root: String) -> Int? { roots[root] }
}
