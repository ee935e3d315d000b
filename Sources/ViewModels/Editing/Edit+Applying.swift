import Foundation
import Importing
import Model
import Scoring

extension Edit {
    /// Makes the change in `content`; on a refusal `content` is as it was. Figures of services that it changes become the
    /// actuals for which they were chosen.
    public func apply(to content: inout ArchiveContent) throws(EditRefusal) {
        let former = content
        try applyAlone(to: &content)
        content.takeSeriesFigures(since: former)
    }

    private func applyAlone(to content: inout ArchiveContent) throws(EditRefusal) {
        switch self {
        case .indicator(let id, let field, let text):
            try Edit.set(field, to: text, inIndicator: id, of: &content)
        case .indicatorChoice(let id, let choice):
            try Edit.changeIndicator(id, in: &content) { $0.choose(choice) }
        case .objective(let id, let field, let text):
            guard field != .title || !text.trimmingWhitespace().isEmpty else { throw .emptyName }
            try Edit.changeObjective(id, in: &content) { $0.set(field, to: text) }
        case .objectiveTags(let id, let tags):
            try Edit.changeObjective(id, in: &content) { $0.tags = tags }
        case .phase(let objective, let phase):
            try Edit.changeObjective(objective, in: &content) { $0.phases.put(phase) }
        case .participant(let objective, let participant):
            try Edit.changeObjective(objective, in: &content) { $0.participants.put(participant) }
        case .line, .addLine, .addObjective, .moveObjective, .addIndicator, .moveIndicator,
            .remove, .closeYear:
            try applyToPlan(of: &content)
        case .lockYear, .unlockYear, .newYear:
            try applyToYears(of: &content)
        case .service, .cell, .seriesName:
            try applyToServices(of: &content)
        case .project(let id, let field, let text):
            guard field != .title || !text.trimmingWhitespace().isEmpty else { throw .emptyName }
            try Edit.changeProject(id, in: &content) { $0.set(field, to: text) }
        case .dismiss(let dismissal, let place):
            content.add(dismissal, for: place)
        case .reopen(let id):
            guard content.removeDismissal(id) else { throw .gone }
        case .accept(let accepted):
            for proposal in accepted { proposal.apply(to: &content) }
        case .plan(let edit): try edit.apply(to: &content)
        case .organisation(let edit): try edit.apply(to: &content)
        case .serviceMap(let edit): try edit.apply(to: &content)
        case .projects(let edit): try edit.apply(to: &content)
        case .layouts(let edit): try edit.apply(to: &content)
        }
    }

    private func applyToPlan(of content: inout ArchiveContent) throws(EditRefusal) {
        switch self {
        case .line(let id, let field, let text):
            guard field != .title || !text.trimmingWhitespace().isEmpty else { throw .emptyName }
            try Edit.changeLine(id, in: &content) { $0.set(field, to: text) }
        case .addLine(let year, let line):
            guard content.plans[year] != nil else { throw .gone }
            content.plans[year]?.lines.append(line)
        case .addObjective(let line, let objective):
            try Edit.changeLine(line, in: &content) { $0.objectives.append(objective) }
        case .moveObjective(let id, let line, let position):
            try Edit.move(id, toLine: line, position: position, in: &content)
        case .addIndicator(let objective, let indicator):
            try Edit.changeObjective(objective, in: &content) { $0.indicators.append(indicator) }
        case .moveIndicator(let id, let position):
            try Edit.moveIndicator(id, to: position, in: &content)
        case .remove(let id):
            try Edit.remove(id, from: &content)
        case .closeYear(let year, let closed):
            guard content.plans[year] != nil else { throw .gone }
            content.plans[year]?.isClosed = closed
        default:
            return
        }
    }

    private func applyToServices(of content: inout ArchiveContent) throws(EditRefusal) {
        switch self {
        case .service(let id, let field, let text):
            guard field != .name || !text.trimmingWhitespace().isEmpty else { throw .emptyName }
            try Edit.changeService(id, in: &content) { $0.set(field, to: text) }
        case .cell(let service, let series, let year, let text):
            try Edit.changeSeries(series, of: service, in: &content) {
                $0.values[year] = ReportedValue(reading: text)
            }
        case .seriesName(let service, let series, let text):
            guard !text.trimmingWhitespace().isEmpty else { throw .emptyName }
            try Edit.changeSeries(series, of: service, in: &content) { $0.name = text }
        default:
            return
        }
    }
}

extension Edit {
    private static func set(
        _ field: IndicatorField, to text: String, inIndicator id: UUID, of content: inout ArchiveContent
    ) throws(EditRefusal) {
        guard field != .name || !text.trimmingWhitespace().isEmpty else { throw .emptyName }
        try changeIndicator(id, in: &content) { $0.set(field, to: text) }
    }

    private static func changeIndicator(
        _ id: UUID, in content: inout ArchiveContent, by change: (inout Indicator) -> Void
    ) throws(EditRefusal) {
        guard let path = content.path(toObjectiveWith: id), var objective = content[path],
            let position = objective.indicators.firstIndex(where: { $0.id == id })
        else { throw .gone }
        change(&objective.indicators[position])
        content[path] = objective
    }

    private static func changeObjective(
        _ id: UUID, in content: inout ArchiveContent, by change: (inout Objective) -> Void
    ) throws(EditRefusal) {
        guard let path = content.path(toObjective: id), var objective = content[path] else { throw .gone }
        change(&objective)
        content[path] = objective
    }

    private static func changeLine(
        _ id: UUID, in content: inout ArchiveContent, by change: (inout StrategicLine) -> Void
    ) throws(EditRefusal) {
        guard let (year, position) = content.place(ofLine: id), var plan = content.plans[year] else {
            throw .gone
        }
        change(&plan.lines[position])
        content.plans[year] = plan
    }

    private static func changeService(
        _ id: UUID, in content: inout ArchiveContent, by change: (inout ServiceMap) -> Void
    ) throws(EditRefusal) {
        guard let position = content.services.services.firstIndex(where: { $0.id == id }) else { throw .gone }
        change(&content.services.services[position])
    }

    private static func changeProject(
        _ id: UUID, in content: inout ArchiveContent, by change: (inout PerformanceProject) -> Void
    ) throws(EditRefusal) {
        for year in content.projects.keys.sorted() {
            guard let position = content.projects[year]?.projects.firstIndex(where: { $0.id == id }),
                var book = content.projects[year]
            else { continue }
            change(&book.projects[position])
            content.projects[year] = book
            return
        }
        throw .gone
    }

    private static func changeSeries(
        _ id: UUID, of service: UUID, in content: inout ArchiveContent, by change: (inout Series) -> Void
    ) throws(EditRefusal) {
        var found = false
        try changeService(service, in: &content) { map in
            if let position = map.outputs.firstIndex(where: { $0.id == id }) {
                change(&map.outputs[position])
                found = true
            } else if let position = map.users.firstIndex(where: { $0.id == id }) {
                change(&map.users[position])
                found = true
            }
        }
        guard found else { throw .gone }
    }

    private static func move(
        _ id: UUID, toLine line: UUID, position: Int, in content: inout ArchiveContent
    ) throws(EditRefusal) {
        guard let path = content.path(toObjective: id), var objective = content[path],
            let target = content.place(ofLine: line), target.year == path.year,
            var plan = content.plans[path.year]
        else { throw .gone }
        if target.position != path.line { objective.strategicObjectiveID = nil }
        plan.lines[path.line].objectives.remove(at: path.objective)
        let count = plan.lines[target.position].objectives.count
        plan.lines[target.position].objectives.insert(objective, at: min(max(0, position), count))
        content.plans[path.year] = plan
    }

    private static func moveIndicator(
        _ id: UUID, to position: Int, in content: inout ArchiveContent
    ) throws(EditRefusal) {
        guard let path = content.path(toObjectiveWith: id), var objective = content[path],
            let former = objective.indicators.firstIndex(where: { $0.id == id })
        else { throw .gone }
        let indicator = objective.indicators.remove(at: former)
        let end = objective.indicators.count
        objective.indicators.insert(indicator, at: min(max(0, position), end))
        content[path] = objective
    }

    private static func remove(_ id: UUID, from content: inout ArchiveContent) throws(EditRefusal) {
        if let (year, position) = content.place(ofLine: id) {
            content.plans[year]?.lines.remove(at: position)
            content.dropReferencesToMissingObjectives()
        } else if let path = content.path(toObjective: id) {
            content.plans[path.year]?.lines[path.line].objectives.remove(at: path.objective)
            content.dropReferencesToMissingObjectives()
        } else if let path = content.path(toObjectiveWith: id), var objective = content[path] {
            objective.indicators.removeAll { $0.id == id }
            objective.phases.removeAll { $0.id == id }
            objective.participants.removeAll { $0.id == id }
            content[path] = objective
        } else {
            throw .gone
        }
    }
}

extension Array where Element: Identifiable {
    /// Replaces the element of the same identity, or adds it at the end.
    mutating func put(_ element: Element) {
        if let position = firstIndex(where: { $0.id == element.id }) {
            self[position] = element
        } else {
            append(element)
        }
    }
}
