import Model

extension ScoringProfile {
    /// The barometer's band of a figure as it is shown, so that colour and figure never disagree; nil where it
    /// lies below all bands.
    public func barometerBand(ofDisplayed figure: ExactDecimal) -> BarometerBand? {
        barometer.filter { $0.from <= figure }.max { $0.from < $1.from }
    }
}

extension IndicatorScore {
    /// The barometer's band of the achievement; nil where there is none.
    public func barometerBand(_ profile: ScoringProfile) -> BarometerBand? {
        displayed.flatMap(profile.barometerBand)
    }
}

extension ObjectiveScore {
    /// The barometer's band of the achievement; nil where there is none.
    public func barometerBand(_ profile: ScoringProfile) -> BarometerBand? {
        displayed.flatMap(profile.barometerBand)
    }
}

extension GroupScore {
    /// The barometer's band of the achievement; nil where there is none.
    public func barometerBand(_ profile: ScoringProfile) -> BarometerBand? {
        displayed.flatMap(profile.barometerBand)
    }
}
