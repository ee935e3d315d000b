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
}
