import Foundation
import Localization
import Model

/// What a button makes: the edit, and the identity of what is new.
public typealias Addition = (edit: Edit, id: UUID)

/// Edits that begin something in an empty place.
extension ArchiveSession {
    /// The edit that begins the plan of a year without anything in it.
    public func beginningPlan(of year: Int) -> Edit {
        .plan(.begin(Plan(id: UUID(), year: year)))
    }

    /// The edit that adds a strategic line to the plan of the year on show; nil where the year has none.
    public func addingLine() -> Addition? {
        guard let plan else { return nil }
        var line = StrategicLine(id: UUID(), title: tr("New strategic line"))
        line.code = ArchiveSession.nextCode(after: plan.lines.map(\.code))
        return (.addLine(year: plan.year, line), line.id)
    }

    /// The edit that adds a strategic objective to the line in which `place` is, to the last line for nil; nil where
    /// the plan has no line.
    public func addingStrategicObjective(at place: UUID?) -> Addition? {
        guard let line = plan?.line(holding: place) ?? plan?.lines.last else { return nil }
        var aim = StrategicObjective(id: UUID(), title: tr("New strategic objective"))
        aim.code = ArchiveSession.nextCode(after: line.strategicObjectives.map(\.code))
        return (.plan(.addStrategicObjective(line: line.id, aim)), aim.id)
    }

    /// The edit that notes a reprogramming of an objective, today.
    public func addingReprogramming(to objective: UUID) -> Addition {
        let new = Reprogramming(id: UUID(), date: today, change: tr("What changes"), reason: "")
        return (.plan(.reprogramming(objective: objective, new)), new.id)
    }

    /// The edit that adds a sector.
    public func addingSector() -> Addition {
        let sector = Sector(id: UUID(), name: tr("New sector"))
        return (.organisation(.sector(sector)), sector.id)
    }

    /// The edit that adds a service unit to a sector; to none for nil.
    public func addingUnit(to sector: UUID?) -> Addition {
        var unit = ServiceUnit(id: UUID(), name: tr("New service"))
        unit.sectorID = sector
        return (.organisation(.unit(unit)), unit.id)
    }

    /// The edit that adds the period of a head to a sector, from the beginning of the year on show or from the day
    /// after the last period.
    public func addingTenure(to sector: UUID) -> Addition {
        let former = content.municipality.sectors.first { $0.id == sector }?.tenures.compactMap(\.to).max()
        let from = former?.next ?? CalendarDate(year: year, month: 1, day: 1)
        let tenure = Tenure(id: UUID(), head: tr("New head"), from: from, to: nil)
        return (.organisation(.tenure(sector: sector, tenure)), tenure.id)
    }

    /// The edit that adds the map of a service.
    public func addingService() -> Addition {
        let map = ServiceMap(id: UUID(), name: tr("New service"))
        return (.serviceMap(.add(map)), map.id)
    }

    /// The edit that adds a project to the year on show.
    public func addingProject() -> Addition {
        var project = PerformanceProject(id: UUID(), title: tr("New project"))
        let numbers = (content.projects[year]?.projects ?? []).map(\.number)
        project.number = ArchiveSession.nextCode(after: numbers)
        return (.projects(.add(year: year, project, book: UUID())), project.id)
    }

    /// The edit that moves a line, strategic objective or objective by one place up (-1) or down (1); nil at the edge.
    public func moving(inPlan id: UUID, by step: Int) -> Edit? {
        guard let lines = plan?.lines else { return nil }
        if let position = lines.firstIndex(where: { $0.id == id }) {
            guard lines.indices.contains(position + step) else { return nil }
            return .plan(.moveLine(id, position: position + step))
        }
        guard let position = lines.firstIndex(where: { $0.strategicObjectives.contains { $0.id == id } }),
            let place = lines[position].strategicObjectives.firstIndex(where: { $0.id == id })
        else { return moving(objective: id, by: step) }
        if lines[position].strategicObjectives.indices.contains(place + step) {
            let edit = PlanEdit.moveStrategicObjective(id, toLine: lines[position].id, position: place + step)
            return .plan(edit)
        }
        guard lines.indices.contains(position + step) else { return nil }
        let next = lines[position + step]
        let end = step > 0 ? 0 : next.strategicObjectives.count
        return .plan(.moveStrategicObjective(id, toLine: next.id, position: end))
    }

    /// The edit that takes a line, strategic objective or objective out of the plan.
    public func removing(fromPlan id: UUID) -> Edit {
        content.place(ofStrategicObjective: id) == nil ? .remove(id) : .plan(.removeStrategicObjective(id))
    }

    /// The edit that sets the achievement of an indicator by hand, today and by this session's author.
    public func valuing(_ indicator: UUID, at text: String, reason: String) throws(EditRefusal) -> Edit {
        let digits = text.replacing("%", with: "").trimmingWhitespace()
        if digits.isEmpty { return .plan(.scoreOverride(indicator: indicator, nil)) }
        guard let figure = ItalianNumber.read(digits) else { throw .noNumber(text) }
        guard figure >= .zero, figure <= .hundred else { throw .notPerCent }
        let valued = ScoreOverride(achievement: figure, reason: reason, author: author, date: today)
        return .plan(.scoreOverride(indicator: indicator, valued))
    }

    /// The number after the highest of the codes, with as many digits: `04` after `03`; empty where they are none.
    static func nextCode(after codes: [String]) -> String {
        guard !codes.isEmpty else { return "1" }
        let last = codes.last ?? ""
        let digits = String(last.reversed().prefix { $0.isASCII && $0.isNumber }.reversed())
        guard let number = Int(digits), number < Int.max else { return "" }
        let next = String(number + 1)
        let zeros = String(repeating: "0", count: max(0, digits.count - next.count))
        return last.dropLast(digits.count) + zeros + next
    }
}

extension Plan {
    /// The line `id`, or the one that holds the strategic objective or objective `id`; nil where there is none.
    public func line(holding id: UUID?) -> StrategicLine? {
        guard let id else { return nil }
        return lines.first { line in
            line.id == id || line.strategicObjectives.contains { $0.id == id }
                || line.objectives.contains { $0.id == id }
        }
    }
}
