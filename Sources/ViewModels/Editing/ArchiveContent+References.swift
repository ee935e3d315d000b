import Foundation
import Model

extension ArchiveContent {
    /// Forgets which objective a project serves, and which one is about payment times, where that objective is gone.
    mutating func dropReferencesToMissingObjectives() {
        let known = Set(plans.values.flatMap(\.objectives).map(\.id))
        for year in projects.keys {
            for index in projects[year]?.projects.indices ?? 0..<0 {
                guard let id = projects[year]?.projects[index].objectiveID, !known.contains(id) else {
                    continue
                }
                projects[year]?.projects[index].objectiveID = nil
            }
        }
        for year in plans.keys {
            guard let id = plans[year]?.paymentTimes?.objectiveID, !known.contains(id) else { continue }
            plans[year]?.paymentTimes?.objectiveID = nil
        }
    }

    /// Gives a sector its new name wherever it is named: in the objectives of the years that are not locked, and in the
    /// maps of the services. Nothing is done while another sector still has the former name.
    mutating func renameSector(_ former: String, to name: String) {
        guard !former.isEmpty, !municipality.sectors.contains(where: { $0.name == former }) else { return }
        let locked = Set(municipality.locks.map(\.year))
        for year in plans.keys where !locked.contains(year) {
            guard var plan = plans[year] else { continue }
            for line in plan.lines.indices {
                for index in plan.lines[line].objectives.indices {
                    plan.lines[line].objectives[index].renameSector(former, to: name)
                }
            }
            plans[year] = plan
        }
        for index in services.services.indices where services.services[index].sector == former {
            services.services[index].sector = name
        }
    }
}

extension Objective {
    /// Gives a sector its new name where the objective names it.
    fileprivate mutating func renameSector(_ former: String, to name: String) {
        if sector == former { sector = name }
        for index in otherSectors.indices where otherSectors[index] == former { otherSectors[index] = name }
    }
}
