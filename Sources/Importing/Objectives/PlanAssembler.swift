import Foundation
import Model

/// Builds a plan from the top down, as a reader meets its parts: lines, objectives, indicators.
struct PlanAssembler {
    private(set) var plan: Plan
    private var identifiers: StableIDGenerator
    private var lineIndices: [String: Int] = [:]
    /// Position of the line that objectives go to.
    private(set) var lineIndex: Int?
    /// True once the current line has an objective that indicators go to.
    private(set) var hasObjective = false
    /// Where that objective stands in the line.
    private var objectiveIndex = 0

    init(year: Int, identifiers: StableIDGenerator) {
        self.identifiers = identifiers
        let id = self.identifiers.identity("plan", String(year))
        plan = Plan(id: id, year: year)
    }

    /// Goes on with a plan at one of its objectives, or behind those of a line; without a line, in the one without a title.
    init(_ plan: Plan, line: Int?, objective: Int?) {
        self.plan = plan
        identifiers = StableIDGenerator()
        for (index, line) in plan.lines.enumerated() {
            lineIndices[line.title.comparisonKey] = index
            // What is added with a name that the plan has gets an identity of its own.
            for objective in line.objectives {
                _ = identifiers.identity(
                    "plan", String(plan.year), "line", line.title, "objective", objective.title)
                for indicator in objective.indicators {
                    _ = identifiers.identity(
                        "plan", String(plan.year), "line", line.title, "objective", objective.title,
                        "indicator",
                        indicator.name)
                }
            }
        }
        lineIndex = line
        hasObjective = objective != nil
        objectiveIndex = objective ?? 0
    }

    /// The line that is being filled.
    var line: StrategicLine? { lineIndex.map { plan.lines[$0] } }

    /// The objective that is being filled.
    var objective: Objective? { hasObjective ? line?.objectives[objectiveIndex] : nil }

    /// The names that lead to the current objective, and to its last indicator where asked.
    func path(indicator: Bool = false) -> [String] {
        var names = [line?.title ?? ""]
        if let objective { names.append(objective.title) }
        if indicator, let last = objective?.indicators.last { names.append(last.name) }
        return names
    }

    /// Goes to the line with this title; makes it where the plan has none of that name.
    mutating func enterLine(_ written: String, code: String = "", source: Source?) {
        // What our own pages say of a line that has none.
        let isUntitled = ["senza titolo", "without a title", "ohne titel", "sans titre"].contains(
            MatchKey(written).text)
        let title = isUntitled ? "" : written
        let key = title.comparisonKey
        hasObjective = false
        if let known = lineIndices[key] {
            lineIndex = known
            return
        }
        lineIndices[key] = plan.lines.count
        var line = StrategicLine(
            id: identifiers.identity("plan", String(plan.year), "line", title), title: title)
        line.code = code
        line.sources[""] = source
        line.sources["title"] = source
        plan.lines.append(line)
        lineIndex = plan.lines.count - 1
    }

    /// Changes the current line.
    mutating func updateLine(_ change: (inout StrategicLine) -> Void) {
        guard let lineIndex else { return }
        change(&plan.lines[lineIndex])
    }

    /// The strategic objective of the current line with this text; made where the line has none of that name.
    mutating func strategicObjective(_ text: String, source: Source) -> UUID? {
        guard let lineIndex else { return nil }
        let title = StrategicTitle(text, rest: text)
        let key = title.title.comparisonKey
        if let known = plan.lines[lineIndex].strategicObjectives.first(where: {
            $0.title.comparisonKey == key
        }) {
            return known.id
        }
        let id = identifiers.identity(
            "plan", String(plan.year), "line", plan.lines[lineIndex].title, "strategic", title.title)
        var objective = StrategicObjective(id: id, title: title.title)
        objective.code = title.code
        objective.sources["title"] = source
        plan.lines[lineIndex].strategicObjectives.append(objective)
        return id
    }

    /// Begins an objective in the current line, which must exist.
    mutating func startObjective(_ title: String, source: Source) {
        guard let lineIndex else { return }
        let id = identifiers.identity(
            "plan", String(plan.year), "line", plan.lines[lineIndex].title, "objective", title)
        var objective = Objective(id: id, title: title)
        objective.sources[""] = source
        objective.sources["title"] = source
        objectiveIndex = plan.lines[lineIndex].objectives.count
        plan.lines[lineIndex].objectives.append(objective)
        hasObjective = true
    }

    /// Goes back to the objective with a code, in whichever line; where none has it, nothing changes.
    mutating func reopenObjective(coded code: String) {
        for (line, index) in zip(plan.lines, plan.lines.indices) {
            guard let found = line.objectives.lastIndex(where: { $0.code == code }) else { continue }
            (lineIndex, objectiveIndex, hasObjective) = (index, found, true)
        }
    }

    /// Changes the current objective.
    mutating func updateObjective(_ change: (inout Objective) -> Void) {
        guard hasObjective, let lineIndex else { return }
        change(&plan.lines[lineIndex].objectives[objectiveIndex])
    }

    /// Sets a field of the current objective, with where it stands.
    mutating func set<Value>(
        _ field: WritableKeyPath<Objective, Value>, _ name: String, _ value: Value, _ source: Source?
    ) {
        updateObjective { objective in
            objective[keyPath: field] = value
            objective.sources[name] = source
        }
    }

    /// The identity of something of the current objective by its name; nil where no objective is open.
    mutating func identity(_ kind: String, _ name: String) -> UUID? {
        // Only the title is held here: holding the objective would copy its indicators at the next line.
        guard let owner = objective?.title else { return nil }
        return identifiers.identity(
            "plan", String(plan.year), "line", line?.title ?? "", "objective", owner, kind, name)
    }

    /// Begins a chapter of text.
    mutating func startChapter(_ title: String, source: Source) {
        let id = identifiers.identity("plan", String(plan.year), "chapter", title)
        var chapter = Chapter(id: id, title: title, text: "")
        chapter.sources[""] = source
        chapter.sources["title"] = source
        plan.chapters.append(chapter)
    }

    /// Adds a paragraph to the last chapter.
    mutating func extendChapter(_ text: String) {
        guard let last = plan.chapters.indices.last else { return }
        // In place: a report may have thousands of paragraphs.
        if !plan.chapters[last].text.isEmpty { plan.chapters[last].text += "\n\n" }
        plan.chapters[last].text += text
    }

    /// Begins an indicator in the current objective; its identity is the one that a table of ours gives it, else follows
    /// from the names.
    mutating func startIndicator(_ name: String, identity: UUID? = nil, source: Source) {
        guard hasObjective, let id = identity ?? self.identity("indicator", name) else { return }
        var indicator = Indicator(id: id, name: name)
        indicator.sources[""] = source
        indicator.sources["name"] = source
        updateObjective { $0.indicators.append(indicator) }
    }

    /// Changes the last indicator of the current objective.
    mutating func updateIndicator(_ change: (inout Indicator) -> Void) {
        updateObjective { objective in
            guard !objective.indicators.isEmpty else { return }
            change(&objective.indicators[objective.indicators.count - 1])
        }
    }
}

extension PlanAssembler {
    /// Makes one of an objective of a list and the same one told whole, and gives the objectives the weights that are
    /// theirs.
    mutating func settle() {
        ListedObjectives.join(&plan)
        SoleWeights.settle(&plan)
    }

    /// Takes out what has neither a title nor anything measured, as where a table explains labels.
    ///
    /// - Returns: the numbers of the lines that it came from.
    mutating func removeEmpty() -> [Int] {
        var lines: [Int] = []
        for index in plan.lines.indices {
            let empty = plan.lines[index].objectives.filter(Self.isEmpty)
            guard !empty.isEmpty else { continue }
            lines += empty.flatMap(\.indicators).flatMap { $0.sources.byField.values.compactMap(\.line) }
            plan.lines[index].objectives.removeAll(where: Self.isEmpty)
        }
        // A title over nothing but tables is no text of the office.
        lines += plan.chapters.filter(\.text.isEmpty).compactMap { $0.sources.byField["title"]?.line }
        plan.chapters.removeAll(where: \.text.isEmpty)
        plan.lines.removeAll { $0.title.isEmpty && $0.objectives.isEmpty && $0.strategicObjectives.isEmpty }
        return lines
    }

    private static func isEmpty(_ objective: Objective) -> Bool {
        objective.title.isEmpty && objective.weight == nil && objective.phases.isEmpty
            && objective.participants.isEmpty && objective.definition.isEmpty && objective.note.isEmpty
            && objective.tags.isEmpty && objective.dupReferences.isEmpty && objective.resources.isEmpty
            && objective.indicators.allSatisfy {
                $0.target.isMissing && $0.actual.isMissing && $0.weight.isMissing && $0.laterTargets.isEmpty
            }
    }
}
