import Foundation
import Model

extension Edit {
    /// What the edit does and to what, by the name that it has in `content`, or gets by the edit.
    func title(from content: ArchiveContent, to changed: ArchiveContent) -> String {
        guard let subject, let name = content.name(of: subject) ?? changed.name(of: subject) else {
            return title
        }
        return title + ": " + name
    }

    /// The identity of what the edit is about; nil where it is about many things.
    private var subject: UUID? {
        switch self {
        case .indicator(let id, _, _), .indicatorChoice(let id, _), .moveIndicator(let id, _): id
        case .objective(let id, _, _), .objectiveTags(let id, _), .moveObjective(let id, _, _): id
        case .phase(let id, _), .participant(let id, _): id
        case .line(let id, _, _): id
        case .addLine(_, let line): line.id
        case .addObjective(_, let objective): objective.id
        case .addIndicator(_, let indicator): indicator.id
        case .remove(let id): id
        case .service(let id, _, _): id
        case .cell(_, let series, _, _), .seriesName(_, let series, _): series
        case .project(let id, _, _): id
        case .plan(let edit): edit.subject
        case .organisation(let edit): edit.subject
        case .serviceMap(let edit): edit.subject
        case .projects(let edit): edit.subject
        case .layouts(.remove(let id)), .layouts(.rename(let id, _)): id
        case .dismiss, .reopen, .accept, .closeYear, .lockYear, .unlockYear, .newYear: nil
        }
    }
}

extension PlanEdit {
    fileprivate var subject: UUID? {
        switch self {
        case .begin, .paymentTimes, .continuities: nil
        case .addStrategicObjective(_, let aim): aim.id
        case .strategicObjective(let id, _, _), .moveStrategicObjective(let id, _, _): id
        case .removeStrategicObjective(let id), .moveLine(let id, _), .delegates(let id, _): id
        case .printedAchievement(let id, _): id
        case .aim(let id, _), .weight(let id, _), .otherSectors(let id, _), .goals(let id, _): id
        case .reprogramming(let id, _), .removeReprogramming(let id, _): id
        case .scoreOverride(let id, _), .rule(let id, _): id
        case .continuity(let id, _, _), .actualSeries(let id, _, _), .takeSeriesFigure(let id, _): id
        }
    }
}

extension OrganisationEdit {
    fileprivate var subject: UUID? {
        switch self {
        case .name, .profile: nil
        case .sector(let sector): sector.id
        case .moveSector(let id, _), .removeSector(let id), .removeUnit(let id): id
        case .tenure(let id, _), .removeTenure(let id, _): id
        case .unit(let unit): unit.id
        }
    }
}

extension ServiceMapEdit {
    fileprivate var subject: UUID? {
        switch self {
        case .add(let map): map.id
        case .remove(let id), .part(let id, _), .removePart(let id, _), .movePart(let id, _, _): id
        case .management(let id, _), .addYear(let id, _), .removeYear(let id, _): id
        }
    }
}

extension ProjectEdit {
    fileprivate var subject: UUID? {
        switch self {
        case .add(_, let project, _): project.id
        case .remove(let id), .move(let id, _), .description(let id, _), .ownGross(let id, _): id
        case .thirdPartyGross(let id, _), .dupReferences(let id, _), .objective(let id, _): id
        }
    }
}

extension ArchiveContent {
    /// What the thing `id` is called; nil where nothing has that identity and a name.
    func name(of id: UUID) -> String? {
        if let objective = objective(id) { return objective.title }
        if let path = path(toObjectiveWith: id), let owner = self[path] {
            return owner.indicators.first { $0.id == id }?.name ?? owner.phases.first { $0.id == id }?.title
                ?? owner.participants.first { $0.id == id }?.name
        }
        if let (year, position) = place(ofLine: id) { return plans[year]?.lines[position].title }
        if let place = place(ofStrategicObjective: id) {
            return place.line.strategicObjectives.first { $0.id == id }?.title
        }
        if let map = service(id) { return map.name }
        for map in services.services {
            if let series = map.series.first(where: { $0.id == id }) { return map.name + " › " + series.name }
        }
        if let year = year(ofProject: id) { return projects[year]?.projects.first { $0.id == id }?.title }
        return municipality.sectors.first { $0.id == id }?.name
            ?? municipality.units.first { $0.id == id }?.name ?? layouts?.layouts.first { $0.id == id }?.name
    }
}
