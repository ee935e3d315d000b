import Localization
import Model
import Scoring

extension RichText {
    /// A barometer said three times: colour, symbol, word. Empty for no band.
    static func barometer(_ band: BarometerBand?) -> RichText {
        guard let band else { return "" }
        return RichText("\(band.symbol) ", .barometer(band.colour)) + RichText(band.title)
    }

    /// Said beside a figure that leaves something out.
    static func partial(_ isPartial: Bool) -> RichText {
        isPartial ? RichText("  " + tr("(partial)"), .dim) : ""
    }

    /// An achievement in per cent with its barometer: `96,25% ▲ raggiunto`; a dash where there is none.
    static func achievement(_ figure: ExactDecimal?, _ band: BarometerBand?, places: Int = 0) -> RichText {
        guard let figure else { return RichText("–", .dim) }
        let text = RichText(ItalianNumber.write(figure, places: places) + "%")
        return band == nil ? text : text + "  " + barometer(band)
    }
}

extension GroupScore {
    /// The achievement with its barometer, two decimals.
    func text(_ profile: ScoringProfile) -> RichText {
        .achievement(displayed, barometerBand(profile), places: 2) + RichText.partial(isPartial)
    }
}

extension ObjectiveScore {
    /// The achievement with its barometer; in words where there is none.
    func text(_ profile: ScoringProfile) -> RichText {
        switch state {
        case .scored: .achievement(displayed, barometerBand(profile)) + RichText.partial(isPartial)
        case .notReported: RichText(tr("To be reported"), .dim)
        case .notAssessable: RichText(tr("Not assessable"), .dim)
        }
    }
}

extension Block {
    /// A note on a figure.
    static func note(_ text: String) -> Block { .paragraph(Paragraph(RichText(text), .note)) }
}
