import Foundation
import Model

/// The first place in which two states of the archive differ, and the year that it is of.
struct ContentDifference {
    /// The year to show; nil where the place is of no year.
    var year: Int?
    /// The place; nil where no screen shows it.
    var destination: Destination?

    /// The place in `after` that is not as in `before`; what is gone leads to what it was in. Nil where they agree.
    init?(from before: ArchiveContent, to after: ArchiveContent) {
        let years = Set(before.plans.keys).union(after.plans.keys).sorted(by: >)
        if let year = years.first(where: { before.plans[$0] != after.plans[$0] }) {
            self.year = after.plans[year] == nil ? nil : year
            destination = ContentDifference.place(from: before.plans[year], to: after.plans[year])
        } else if before.services != after.services {
            destination = ContentDifference.place(
                from: before.services.services, to: after.services.services, ContentDifference.place)
            if destination == nil { destination = Destination(.services) }
        } else if let year = Set(before.projects.keys).union(after.projects.keys)
            .first(where: { before.projects[$0] != after.projects[$0] })
        {
            self.year = after.projects[year] == nil ? nil : year
            let (old, new) = (before.projects[year]?.projects ?? [], after.projects[year]?.projects ?? [])
            destination = ContentDifference.place(from: old, to: new) { _, project in
                Destination(.projects, item: project.id)
            }
            if destination == nil { destination = Destination(.projects) }
        } else if before.municipality != after.municipality {
            destination = ContentDifference.place(from: before.municipality, to: after.municipality)
        } else {
            return nil
        }
    }

    private static func place(from before: Plan?, to after: Plan?) -> Destination {
        guard let before, let after else { return Destination(.plan) }
        let found = place(from: before.lines, to: after.lines) { old, line in
            guard let old else { return Destination(.plan, item: line.id) }
            return place(from: old.objectives, to: line.objectives, place)
                ?? place(from: old.strategicObjectives, to: line.strategicObjectives) { _, aim in
                    Destination(.plan, item: aim.id)
                } ?? Destination(.plan, item: line.id)
        }
        return found ?? Destination(before.dismissals == after.dismissals ? .plan : .findings)
    }

    private static func place(from before: Objective?, to after: Objective) -> Destination {
        guard let before else { return Destination(.plan, item: after.id) }
        let part =
            place(from: before.indicators, to: after.indicators) { former, indicator in
                Destination(
                    .plan, item: after.id, part: indicator.id,
                    field: former.flatMap { changedField(from: $0, to: indicator) })
            }
            ?? place(from: before.phases, to: after.phases) {
                Destination(.plan, item: after.id, part: $1.id)
            }
            ?? place(from: before.participants, to: after.participants) {
                Destination(.plan, item: after.id, part: $1.id)
            }
            ?? place(from: before.reprogrammings, to: after.reprogrammings) {
                Destination(.plan, item: after.id, part: $1.id)
            }
        let field = ObjectiveField.allCases.first { before.text(of: $0) != after.text(of: $0) }?.rawValue
        return part
            ?? Destination(.plan, item: after.id, field: field ?? tableWithLess(from: before, to: after))
    }

    /// The table of an objective out of which something was taken; nil where there is none.
    private static func tableWithLess(from before: Objective, to after: Objective) -> String? {
        if before.indicators != after.indicators { return Destination.Table.indicators.rawValue }
        if before.phases != after.phases { return Destination.Table.phases.rawValue }
        if before.participants != after.participants { return Destination.Table.participants.rawValue }
        return before.reprogrammings == after.reprogrammings ? nil : Destination.Table.reprogrammings.rawValue
    }

    private static func changedField(from before: Indicator, to after: Indicator) -> String? {
        IndicatorField.allCases.first { before.text(of: $0) != after.text(of: $0) }?.rawValue
    }

    private static func place(from before: ServiceMap?, to after: ServiceMap) -> Destination {
        guard let before else { return Destination(.services, item: after.id) }
        let series = place(from: before.series, to: after.series) { old, series in
            let years = Set(series.values.keys).union(old?.values.keys ?? [:].keys).sorted()
            let year = years.first { old?.values[$0] != series.values[$0] }
            return Destination(
                .services, item: after.id, part: series.id, field: year.map { "values.\($0)" } ?? "name")
        }
        return series ?? Destination(.services, item: after.id)
    }

    private static func place(from before: Municipality, to after: Municipality) -> Destination {
        guard before.dismissals == after.dismissals else { return Destination(.findings) }
        if before.profile != after.profile { return Destination(.organisation, field: "profile") }
        let sector = place(from: before.sectors, to: after.sectors) { _, sector in
            Destination(.organisation, item: sector.id)
        }
        return sector ?? Destination(.organisation)
    }

    /// What the first element that is new or another leads to; nil where all that is there is as before.
    private static func place<Element: Identifiable & Equatable>(
        from before: [Element], to after: [Element], _ lead: (Element?, Element) -> Destination
    ) -> Destination? {
        guard before != after else { return nil }
        let old = Dictionary(before.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        return after.first { old[$0.id] != $0 }.map { lead(old[$0.id], $0) }
    }
}
