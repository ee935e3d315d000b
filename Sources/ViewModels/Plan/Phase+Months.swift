import Model

extension Phase {
    /// Whether the phase goes on in a month.
    public func covers(_ month: Month) -> Bool {
        spans.contains { $0.from <= month && month <= $0.to }
    }

    /// The phase with a month taken in or out; the other months stay, in as few spans as they need.
    public func setting(_ month: Month, _ isOn: Bool) -> Phase {
        var months = Set(spans.flatMap(Phase.months))
        if isOn { months.insert(month) } else { months.remove(month) }
        var copy = self
        copy.spans = Phase.spans(of: months.sorted())
        return copy
    }

    private static func months(of span: MonthSpan) -> [Month] {
        let first = span.from.year * 12 + span.from.number - 1
        let last = span.to.year * 12 + span.to.number - 1
        return (first...max(first, last)).map { Month(year: $0 / 12, number: $0 % 12 + 1) }
    }

    private static func spans(of months: [Month]) -> [MonthSpan] {
        var spans: [MonthSpan] = []
        for month in months {
            if let last = spans.last, last.to.year * 12 + last.to.number + 1 == month.year * 12 + month.number
            {
                spans[spans.count - 1].to = month
            } else {
                spans.append(MonthSpan(from: month, to: month))
            }
        }
        return spans
    }
}
