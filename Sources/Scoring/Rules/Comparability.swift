import Model

extension Indicator {
    /// Why `value` cannot be compared with the target; nil where it can, or where one of the two is no figure.
    ///
    /// A figure without a unit is in the other one's, but for a fraction beside a percentage: `0,85` against `80%`
    /// may be 85 % or less than one.
    func comparability(of value: ReportedValue) -> Obstacle? {
        guard target.isFigure, value.isFigure else { return nil }
        guard target.unit == value.unit || target.unit == .none || value.unit == .none else {
            return .unitsDiffer
        }
        return fraction(beside: value) == nil ? nil : .percentOrFraction
    }

    /// The one of target and `value` that may be a fraction of 1 while the other is a percentage.
    func fraction(beside value: ReportedValue) -> ReportedValue? {
        let isOfValue = value.mayBeFraction(of: target)
        guard isOfValue || target.mayBeFraction(of: value) else { return nil }
        // Asked last, for it reads the name.
        guard target.unit == .percent || value.unit == .percent || isPercentage || isNamedAsShare else {
            return nil
        }
        return isOfValue ? value : target
    }

    /// The indicator is measured in per cent, by its measure or its name.
    var isPercentage: Bool {
        measure == .percentage || name.contains("%") || name.comparisonKey.contains("percentual")
    }

    /// The name says a share, which offices write as a percentage or as a fraction: `tasso di copertura`.
    private var isNamedAsShare: Bool {
        name.comparisonKey.split(separator: " ").contains { Indicator.shares.contains(String($0)) }
    }

    private static let shares: Set<String> = [
        "tasso", "quota", "grado", "indice", "incidenza", "copertura", "rapporto", "livello", "rispetto",
    ]
}

extension ReportedValue {
    /// The largest figure that may be a fraction beside one that nobody calls a percentage in its cell: `0,5`
    /// beside `5` may be half a point.
    private static let leastBarePercentage = ExactDecimal(10)

    /// A figure from above 0 to 1 that is written without a sign of per cent, beside a percentage above 1.
    fileprivate func mayBeFraction(of percentage: ReportedValue) -> Bool {
        guard let own = number, own.isWithinOne, !own.isZero, !isWrittenInPercent,
            let other = percentage.number?.magnitude
        else { return false }
        return other > (percentage.isWrittenInPercent ? ExactDecimal(1) : ReportedValue.leastBarePercentage)
    }

    /// The value has a `number`.
    fileprivate var isFigure: Bool {
        switch content {
        case .number, .onOff: true
        case .date, .text, .missing: false
        }
    }

    private var isWrittenInPercent: Bool {
        unit == .percent && (raw.contains("%") || raw.lowercased().contains("cento"))
    }
}
