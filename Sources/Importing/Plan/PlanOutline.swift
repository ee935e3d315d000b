import Foundation
import Model

/// The lines, strategic objectives and sectors found so far, each once, however often the document prints it.
struct PlanOutline {
    /// The sectors, in the order of the document.
    var sectors: [Sector] = []
    /// The strategic lines with what stands under them.
    var lines: [StrategicLine] = []
    private let year: Int

    /// An outline with nothing in it.
    init(year: Int) {
        self.year = year
    }

    /// The line with this number and title, made where it is new.
    mutating func line(_ heading: CodedHeading, at numbers: [Int], _ reading: inout Reading) -> Int {
        if let known = knownLine(heading) { return known }
        var line = StrategicLine(
            id: reading.mint.identity("plan", String(year), "line", heading.title), title: heading.title)
        line.code = heading.code
        line.sources["title"] = reading.source(numbers)
        lines.append(line)
        return lines.count - 1
    }

    /// The known line of this heading: the same title, or the same number and nearly the same title.
    func knownLine(_ heading: CodedHeading) -> Int? {
        let key = MatchKey(heading.title)
        return lines.firstIndex { line in
            let known = MatchKey(line.title)
            if known == key { return heading.code.isEmpty || line.code.isEmpty || line.code == heading.code }
            return !heading.code.isEmpty && line.code == heading.code
                && known.distance(to: key, limit: known.tolerance) != nil
        }
    }

    /// The strategic objective under the line, made where it is new.
    mutating func strategic(
        _ heading: CodedHeading, under line: Int, at numbers: [Int], _ reading: inout Reading
    ) -> UUID? {
        guard lines.indices.contains(line) else { return nil }
        if let known = knownStrategic(heading), known.line == line { return known.objective.id }
        var objective = StrategicObjective(
            id: reading.mint.identity(
                "plan", String(year), "line", lines[line].title, "strategic", heading.title),
            title: heading.title)
        objective.code = heading.code
        objective.sources["title"] = reading.source(numbers)
        lines[line].strategicObjectives.append(objective)
        return objective.id
    }

    /// The known strategic objective of this heading and the line that it stands under.
    func knownStrategic(_ heading: CodedHeading) -> (line: Int, objective: StrategicObjective)? {
        let key = MatchKey(heading.title)
        for (index, line) in lines.enumerated() {
            let found = line.strategicObjectives.first {
                $0.code == heading.code
                    && MatchKey($0.title).distance(
                        to: key, limit: min(key.tolerance, MatchKey($0.title).tolerance))
                        != nil
            }
            if let found { return (index, found) }
        }
        return nil
    }

    /// The line whose number is the first level of a strategic objective's.
    func line(rootOf heading: CodedHeading) -> Int? {
        guard heading.levels > 1 else { return nil }
        return lines.firstIndex { !$0.code.isEmpty && CodedHeading.root(of: $0.code) == heading.root }
    }

    /// The known sector that a text names, with or without its number.
    func knownSector(_ text: String) -> Int? {
        let heading = CodedHeading.read(text)
        let keys = [MatchKey(heading?.title ?? text), MatchKey(text)]
        return sectors.firstIndex { sector in
            let known = MatchKey(sector.name)
            if known == keys[1] { return true }
            guard let heading, known == keys[0] || isNear(known, keys[0]) else { return false }
            return sector.code.isEmpty || heading.root == CodedHeading.root(of: sector.code)
        }
    }

    /// The known sector whose name a text begins, where a page cut the rest off.
    func sectorBegun(by text: String) -> Int? {
        guard let heading = CodedHeading.read(text) else { return nil }
        let key = MatchKey(heading.title).bytes
        guard key.count >= 4 else { return nil }
        return sectors.firstIndex {
            let known = MatchKey($0.name).bytes
            return CodedHeading.root(of: $0.code) == heading.root && known.count > key.count
                && known.starts(with: key)
        }
    }

    /// The sector with this heading, made where it is new.
    mutating func sector(_ heading: CodedHeading, at numbers: [Int], _ reading: inout Reading) -> Int {
        let text = heading.code.isEmpty ? heading.title : heading.code + ". " + heading.title
        if let known = knownSector(text) { return known }
        var sector = Sector(id: reading.mint.identity("sector", heading.title), name: heading.title)
        sector.code = heading.code
        sector.sources["name"] = reading.source(numbers)
        if !heading.code.isEmpty { sector.sources["code"] = sector.sources["name"] }
        sectors.append(sector)
        return sectors.count - 1
    }

    private func isNear(_ known: MatchKey, _ key: MatchKey) -> Bool {
        known.distance(to: key, limit: min(known.tolerance, key.tolerance)) != nil
    }
}
