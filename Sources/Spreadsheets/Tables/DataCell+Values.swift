import Exporting
import Model

extension DataCell {
    /// A text; an empty one is an empty cell.
    init(_ text: String) {
        self = text.isEmpty ? .empty : .text(text)
    }

    /// A whole number; none is an empty cell.
    init(_ number: Int?) {
        self = number.map { .number(ExactDecimal($0)) } ?? .empty
    }

    /// A figure; none is an empty cell.
    init(_ figure: ExactDecimal?) {
        self = figure.map { .number($0) } ?? .empty
    }

    /// A day; none is an empty cell.
    init(_ date: CalendarDate?) {
        self = date.map { .date($0) } ?? .empty
    }

    /// What was reported: a figure or a day where the cell says no more than that, else the text as it was written.
    /// - Parameter unit: the unit that stands elsewhere in the row, so that the figure alone says all.
    init(_ value: ReportedValue?, unit: MeasureUnit = .none) {
        guard let value, value != .notEntered else {
            self = .empty
            return
        }
        let isBare = value.comparison == nil && value.note == nil && value.mark == nil
        switch value.content {
        case .number(let figure) where isBare && value.unit == .percent: self = .percent(figure)
        case .number(let figure) where isBare && [.none, .euro, unit].contains(value.unit):
            self = .number(figure)
        case .date(let date) where isBare: self = .date(date)
        case .number, .date, .onOff, .text, .missing: self.init(value.raw)
        }
    }
}

extension Indicator {
    /// The unit of target and actual, where they do not say different ones.
    var commonUnit: MeasureUnit {
        let units = Set([target, actual].map(\.unit)).subtracting([.none])
        return units.count == 1 ? units.first ?? .none : .none
    }
}
