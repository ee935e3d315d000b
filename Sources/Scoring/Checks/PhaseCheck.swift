import Model

/// `phase-out-of-year`: a phase of the timetable outside the year of its plan; only an info in an objective of
/// several years. `value-unreadable`: a date of a phase, or of the day by which the objective is due, that the calendar has
/// not (`31/09/24`).
struct PhaseCheck {
    let context: ObjectiveContext

    var findings: [Finding] {
        impossibleDue + outOfYear + context.objective.phases.flatMap(impossibleDates)
    }

    private var impossibleDue: [Finding] {
        guard let due = context.objective.due, case .text = due.content else { return [] }
        return PhaseCheck.impossibleDates(in: [due.written], at: context.place(.due))
    }

    private var outOfYear: [Finding] {
        let year = context.plan.year
        let isMultiYear = context.objective.tags.contains { tag in
            if case .multiYear = tag { return true }
            return false
        }
        return context.objective.phases.compactMap { phase in
            guard phase.spans.contains(where: { $0.from.year < year || $0.to.year > year }) else {
                return nil
            }
            return Finding(
                .phaseOutOfYear, isMultiYear ? .info : .warning, at: context.place(phase, .spans),
                written: phase.timing.isEmpty ? phase.title : phase.timing, expected: "\(year)")
        }
    }

    private func impossibleDates(_ phase: Phase) -> [Finding] {
        PhaseCheck.impossibleDates(in: [phase.title, phase.timing], at: context.place(phase, .timing))
    }

    private static func impossibleDates(in texts: [String], at place: @autoclosure () -> Place) -> [Finding] {
        var seen: [String] = []
        for text in texts {
            let words = text.split { !($0.isASCII && $0.isNumber) && $0 != "/" }.map(String.init)
            seen += words.filter { !seen.contains($0) && PhaseCheck.lastDay(insteadOf: $0) != nil }
        }
        return seen.map { word in
            Finding(
                .valueUnreadable, .warning, at: place(), written: word,
                expected: PhaseCheck.lastDay(insteadOf: word)?.italian ?? "")
        }
    }

    /// The last day of the month that `31/09/24` names; nil for a day that exists and for what is no date.
    private static func lastDay(insteadOf text: String) -> CalendarDate? {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 3, [2, 4].contains(parts[2].count), let day = Int(parts[0]),
            let month = Int(parts[1]), let short = Int(parts[2]), (29...31).contains(day),
            (1...12).contains(month)
        else { return nil }
        let year = parts[2].count == 2 ? 2000 + short : short
        guard CalendarDate(year: year, month: month, day: day) == nil else { return nil }
        return CalendarDate(year: year, month: month, day: CalendarDate.days(inMonth: month, of: year))
    }
}
