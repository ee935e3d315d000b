import Foundation
import Localization
import Model
import Reporting
import Scoring

/// A day by which something is due.
public struct Deadline: Hashable, Sendable, Identifiable {
    /// The thing that is due; the same thing is due once.
    public let id: UUID
    /// The day.
    public var date: CalendarDate
    /// What is due.
    public var title: String
    /// How many days are left; below 0 where the day has passed.
    public var daysLeft: Int
    /// Where it leads.
    public var destination: Destination

    /// The day as `30/06`, with the year where it is another than that of the plan.
    public var day: String

    /// How many days are left, in words.
    public var left: String {
        switch daysLeft {
        case 0: tr("today")
        case 1...: trn("in {count} day", "in {count} days", daysLeft)
        default: trn("{count} day late", "{count} days late", -daysLeft)
        }
    }

    /// What is due in the next 90 days, and what was due and has not been reported, the earliest first: objectives,
    /// indicators with a date, phases, and the report of the year.
    static func all(of plan: Plan?, score: PlanScore?, on today: CalendarDate) -> [Deadline] {
        guard let plan else { return [] }
        let objectives = plan.objectives.flatMap { objective in
            of(objective, score: score, year: plan.year, on: today)
        }
        let all = (objectives + [report(of: plan, on: today)].compactMap { $0 }).filter { $0.daysLeft <= 90 }
        return all.sorted { ($0.date, $0.title) < ($1.date, $1.title) }
    }

    private init(
        _ id: UUID, _ date: CalendarDate, _ title: String, year: Int, on today: CalendarDate,
        at destination: Destination
    ) {
        self.id = id
        self.date = date
        self.title = title
        self.destination = destination
        daysLeft = date.dayNumber - today.dayNumber
        day = date.year == year ? String(date.italian.prefix(5)) : date.italian
    }

    private static func of(
        _ objective: Objective, score: PlanScore?, year: Int, on today: CalendarDate
    ) -> [Deadline] {
        let unreported = objective.indicators.filter { score?.indicator($0.id)?.score.state == .notReported }
        var deadlines: [Deadline] = []
        if let due = objective.due?.date, !unreported.isEmpty || due >= today {
            let place = Destination(.plan, item: objective.id, field: ObjectiveField.due.rawValue)
            deadlines.append(Deadline(objective.id, due, objective.title, year: year, on: today, at: place))
        }
        for indicator in unreported {
            guard let due = indicator.target.date else { continue }
            let place = Destination(
                .plan, item: objective.id, part: indicator.id, field: IndicatorField.actual.rawValue)
            deadlines.append(Deadline(indicator.id, due, indicator.name, year: year, on: today, at: place))
        }
        for phase in objective.phases {
            // Nobody says of a phase that it is done: only what is still to come is due.
            guard let end = phase.spans.map(\.to).max().flatMap(lastDay), end >= today else { continue }
            let place = Destination(.plan, item: objective.id, part: phase.id)
            let title = tr("{phase} · {objective}", ["phase": phase.title, "objective": objective.title])
            deadlines.append(Deadline(phase.id, end, title, year: year, on: today, at: place))
        }
        return deadlines
    }

    /// The report on a year is approved and validated by 30 June of the next one (D.Lgs. 150/2009 art. 10).
    private static func report(of plan: Plan, on today: CalendarDate) -> Deadline? {
        guard plan.validation == nil, !plan.objectives.isEmpty,
            let date = CalendarDate(year: plan.year + 1, month: 6, day: 30),
            date.dayNumber - today.dayNumber > -365
        else { return nil }
        return Deadline(
            plan.id, date, tr("Report on the performance of {year}", ["year": "\(plan.year)"]),
            year: plan.year,
            on: today, at: Destination(.allegati))
    }

    private static func lastDay(of month: Month) -> CalendarDate? {
        CalendarDate(
            year: month.year, month: month.number,
            day: CalendarDate.days(inMonth: month.number, of: month.year))
    }
}
