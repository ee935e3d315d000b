import Localization
import Model
import Scoring

extension IndicatorDimension {
    /// The word on screen and on paper.
    public var title: String {
        switch self {
        case .effectiveness: tr("Effectiveness")
        case .efficiency: tr("Efficiency")
        case .economy: tr("Economy")
        case .output: tr("Output")
        case .outcome: tr("Outcome")
        case .activity: tr("Activity or process")
        }
    }
}

extension Measure {
    /// The word on screen and on paper.
    public var title: String {
        switch self {
        case .quantity: tr("Quantity")
        case .percentage: tr("Percentage")
        case .date: tr("Date")
        case .timeliness: tr("Timeliness")
        case .onOff: tr("Done or not done")
        case .euro: tr("Euro")
        }
    }
}

extension Direction {
    /// The words on screen and on paper.
    public var title: String {
        switch self {
        case .increasing: tr("More is better")
        case .decreasing: tr("Less is better")
        }
    }
}

extension Tag {
    /// The word on screen and on paper; a word of the office's own stays as it is.
    public var title: String {
        switch self {
        case .multiYear(let phase?, let of?):
            tr("Multi-year, phase {phase} of {of}", ["phase": "\(phase)", "of": "\(of)"])
        case .multiYear(let phase?, nil): tr("Multi-year, phase {phase}", ["phase": "\(phase)"])
        case .multiYear(nil, _): tr("Multi-year")
        case .crossSector: tr("Cross-sector")
        case .equalOpportunities: tr("Equal opportunities")
        case .digitalisation: tr("Digitalisation")
        case .transparency: tr("Transparency")
        case .anticorruption: tr("Anti-corruption")
        case .simplification: tr("Simplification")
        case .training: tr("Training")
        case .pnrr: tr("PNRR")
        case .accessibility: tr("Accessibility")
        case .improvement: tr("Improvement")
        case .other(let text): text
        }
    }
}

extension TenureRole {
    /// The word on screen and on paper.
    public var title: String {
        switch self {
        case .holder: tr("Holder")
        case .interim: tr("Ad interim")
        case .deputy: tr("Deputy")
        }
    }
}

extension ManagementKind {
    /// The word on screen and on paper.
    public var title: String {
        switch self {
        case .direct: tr("Direct")
        case .outsourced: tr("Outsourced")
        case .mixed: tr("Mixed")
        }
    }
}

extension BarometerColour {
    /// The word that a band has where the profile gives it none.
    public var title: String {
        switch self {
        case .red: trc("barometer", "Not reached")
        case .yellow: trc("barometer", "Partly reached")
        case .green: trc("barometer", "Reached")
        }
    }
}

extension BarometerBand {
    /// The band's word: the profile's, or else the colour's.
    public var title: String { word.isEmpty ? colour.title : word }
}

extension ReportedValue.MissingKind {
    /// What the kind means, in words.
    public var title: String {
        switch self {
        case .notAvailable: tr("Not available")
        case .notApplicable: tr("Not applicable")
        case .notEntered: tr("Not entered")
        }
    }
}

extension Severity {
    /// The word on screen and on paper.
    public var title: String {
        switch self {
        case .error: trc("severity", "Error")
        case .warning: trc("severity", "Warning")
        case .info: trc("severity", "For information")
        }
    }
}

extension RollUp {
    /// The words on screen and on paper.
    public var title: String {
        switch self {
        case .mean: tr("Simple mean of the objectives")
        case .weighted: tr("Mean weighted by the objectives' weights")
        }
    }
}

extension IndicatorScore.State {
    /// The word on screen and on paper.
    public var title: String {
        switch self {
        case .scored: trc("state", "Scored")
        case .notReported: trc("state", "To be reported")
        case .neutralised: trc("state", "Neutralised")
        case .notAssessable: trc("state", "Not assessable")
        }
    }
}
