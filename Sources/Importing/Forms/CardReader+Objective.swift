import Foundation
import Model

/// What stands around a card, and the index to compare its title with.
struct CardContext {
    /// The plan's year.
    var year: Int
    /// Titles of the document's index, reduced, and the entries.
    var indexKeys: [TitleKey] = []
    var index: [IndexEntry] = []
    /// The title of the strategic line, the sector's name and where it stands.
    var line = ""
    var sector = ""
    var sectorLines: [Int] = []
    var strategicObjectiveID: UUID?
}

extension CardReader {
    /// The objective of the card, with the number of indicators whose measure only the target's label tells.
    mutating func objective(_ context: CardContext, _ reading: inout Reading) -> (Objective, Int) {
        closeIndicator()
        let parts = texts[.head]?.parts ?? []
        let (count, entry) = PlanTitle.length(
            of: parts, index: context.indexKeys, isAll: hasDefinitionLabel)
        let title = PlanTitle(parts[..<count])
        let path = PlanPath(year: year, line: context.line, objective: title.text)
        var objective = Objective(id: reading.identifiers.identity(path: path.identity), title: title.text)
        objective.strategicObjectiveID = context.strategicObjectiveID
        setTitle(title, &objective, &reading)
        setSector(context, &objective, &reading)
        var paragraphs = FormPassage()
        for part in parts[count...] {
            paragraphs.add(part.text, lines: part.lines, gapBefore: part.gapBefore)
        }
        let (read, rest) = phases.close(&reading, path: path)
        objective.phases = read
        for part in (texts[.definition]?.parts ?? []) + rest.parts {
            paragraphs.add(part.text, lines: part.lines, gapBefore: part.gapBefore)
        }
        objective.definition = prose(paragraphs, "definition", &objective, &reading)
        objective.criticalFactors = prose(texts[.factors], "criticalFactors", &objective, &reading)
        objective.resources = prose(texts[.resources], "resources", &objective, &reading)
        objective.note = prose(texts[.note], "note", &objective, &reading)
        setReprogramming(path, &objective, &reading)
        setValues(path, &objective, &reading)
        setDue(from: entry.map { context.index[$0] }, &objective)
        let fromLabels = setIndicators(path, &objective, &reading)
        objective.participants = participants.close(&reading, path: path)
        reading.layout(labelLines, .sectionTitle)
        return (objective, fromLabels)
    }

    private func setTitle(_ title: PlanTitle, _ objective: inout Objective, _ reading: inout Reading) {
        objective.dupReferences = title.references
        objective.tags = title.tags
        objective.code = code
        if title.titleLines.isEmpty {
            reading.tell(.headingAssumed, .warning, line: firstLine, at: .objective, field: "title")
        }
        let lines = [
            "title": title.titleLines, "dupReferences": title.referenceLines, "tags": title.tagLines,
        ]
        for (field, lines) in lines where !lines.isEmpty {
            objective.sources[field] = reading.bound(lines, to: "objective." + field)
        }
        for (line, word) in title.misspelt {
            reading.tell(.headerMisspelt, .info, line: line, written: word, expected: "obiettivo")
        }
    }

    private func setSector(_ context: CardContext, _ objective: inout Objective, _ reading: inout Reading) {
        guard !context.sector.isEmpty else { return }
        objective.sector = context.sector
        objective.sources["sector"] = reading.source(context.sectorLines)
    }

    /// The paragraphs of a block without its lines of marks and goals, which go to their own fields.
    private func prose(
        _ passage: FormPassage?, _ field: String, _ objective: inout Objective, _ reading: inout Reading
    ) -> String {
        var text = FormPassage()
        for part in passage?.parts ?? [] {
            if let goals = SustainableGoals.read(part.text) {
                for goal in goals where !objective.sustainableGoals.contains(goal) {
                    objective.sustainableGoals.append(goal)
                }
                objective.sources["sustainableGoals"] = reading.bound(
                    part.lines, to: "objective.sustainableGoals")
            } else if let tags = PlanTags.whole(part.text) {
                take(tags.tags, part, tags.misspelt, &objective, &reading)
            } else if let own = PlanTags.own(part.text) {
                take([own], part, nil, &objective, &reading)
            } else {
                text.add(part.text, lines: part.lines, gapBefore: part.gapBefore)
                if MatchKey(part.text.prefix(40)).text.hasPrefix("progetto pnrr") {
                    PlanTags.merge([.pnrr], into: &objective.tags)
                }
            }
        }
        for line in text.cutLines {
            reading.tell(
                .textJoined, .info, line: line, at: .objective, path: [objective.title], field: field)
        }
        if !text.isEmpty { objective.sources[field] = reading.bound(text.lines, to: "objective." + field) }
        return text.paragraphs
    }

    private func take(
        _ tags: [Tag], _ part: FormPassage.Part, _ misspelt: String?, _ objective: inout Objective,
        _ reading: inout Reading
    ) {
        PlanTags.merge(tags, into: &objective.tags)
        let source = reading.bound(part.lines, to: "objective.tags")
        if objective.sources.byField["tags"] == nil { objective.sources["tags"] = source }
        if let misspelt {
            reading.tell(
                .headerMisspelt, .info, line: part.lines.first ?? 0, written: misspelt, expected: "obiettivo")
        }
    }

    private func setReprogramming(_ path: PlanPath, _ objective: inout Objective, _ reading: inout Reading) {
        guard let reprogramming = texts[.reprogramming] else { return }
        let id = reading.identifiers.identity(path: path.identity + ["reprogramming"])
        objective.reprogrammings = [
            Reprogramming(id: id, date: nil, change: reprogramming.paragraphs, reason: "")
        ]
        objective.sources["reprogrammings"] = reading.bound(
            reprogramming.lines, to: "objective.reprogrammings")
    }

    private func setValues(_ path: PlanPath, _ objective: inout Objective, _ reading: inout Reading) {
        for (label, text, lines) in values {
            let name: String
            guard !isFilled(label.term, objective) else {
                reading.tell(
                    .textMisplaced, .warning, line: lines.last ?? 0, at: .objective, path: path.names,
                    written: text)
                continue
            }
            switch label.term {
            case .field(.sector), .sectorList: (name, objective.sector) = ("sector", Self.sectorName(text))
            case .field(.head): (name, objective.head) = ("head", text)
            case .field(.number): (name, objective.code) = ("code", text)
            case .due: (name, objective.due) = ("due", ReportedValue(reading: text, as: .date))
            case .otherSectors, .coordination:
                let names = text.split { $0 == ";" || $0 == "," }.map { Self.sectorName(String($0)) }
                (name, objective.otherSectors) = ("otherSectors", objective.otherSectors + names)
            case .field(.weight):
                guard let weight = ReportedValue(reading: text).number else {
                    reading.tell(
                        .valueUnreadable, .warning, line: lines.first ?? 0, at: .objective,
                        path: path.names, field: "weight", written: text)
                    continue
                }
                (name, objective.weight) = ("weight", weight)
            default: continue
            }
            objective.sources[name] = reading.bound(lines, to: "objective." + name)
        }
    }

    /// True where the card told this value already: a second one is told, not taken.
    private func isFilled(_ term: FormTerm, _ objective: Objective) -> Bool {
        switch term {
        case .field(.head): !objective.head.isEmpty
        case .due: objective.due != nil
        case .field(.weight): objective.weight != nil
        case .field(.sector), .sectorList:
            // A heading over the card told it; the card's own line says it better.
            values.first { $0.label.term == term }.map { objective.sources["sector"]?.line == $0.lines.first }
                ?? false
        default: false
        }
    }

    /// The name without its number.
    static func sectorName(_ text: String) -> String {
        let body = PlanText.trimmed(text)
        return CodedHeading.read(body)?.title ?? body
    }

    private func setDue(from entry: IndexEntry?, _ objective: inout Objective) {
        guard objective.due == nil, let due = entry?.due else { return }
        objective.due = due
        objective.sources["due"] = entry?.sources["due"]
    }

    private func setIndicators(_ path: PlanPath, _ objective: inout Objective, _ reading: inout Reading)
        -> Int
    {
        var fromLabels = 0
        for draft in indicators {
            switch draft {
            case .row(let row): objective.indicators.append(indicator(row, path: path, &reading))
            case .form(let form):
                let (made, isFromLabel) = IndicatorBuilder.build(form, path: path, &reading)
                objective.indicators.append(made)
                if isFromLabel { fromLabels += 1 }
            }
        }
        return fromLabels
    }

    /// The indicator of a row of a table.
    private func indicator(_ row: ObjectiveRow, path: PlanPath, _ reading: inout Reading) -> Indicator {
        let name = row.cells[.indicator] ?? ""
        var indicator = Indicator(
            id: reading.identifiers.identity(path: path.identity + ["indicator", name]), name: name)
        let source = reading.bound(row.lines.map(\.number), to: "indicator")
        indicator.sources["name"] = source
        let filler = IndicatorFiller(
            row: row, notations: ObjectiveAssembly.notations([.row(row)]), year: path.year, source: source)
        filler.fill(&indicator)
        for note in filler.notes(indicator) {
            reading.tell(
                note.code, note.severity, line: row.line.number, at: .indicator, path: path.names + [name],
                field: note.field, written: note.written, expected: note.expected)
        }
        return indicator
    }
}
