import Localization
import Model
import Scoring

/// The method of scoring in words: the rules of the municipality's profile, each with its formula.
struct ScoringMethod {
    private let profile: ScoringProfile

    /// The method of a profile.
    init(_ profile: ScoringProfile) {
        self.profile = profile
    }

    /// The section.
    var section: ReportSection {
        let title = tr("Method of scoring")
        return ReportSection(
            title, orientation: .portrait, sharesPage: true,
            blocks: [
                .heading(Heading(1, title)),
                .paragraph(
                    Paragraph(
                        RichText(
                            tr(
                                "Each indicator is scored from 0 to 100 by a rule that follows from what it measures. Figures are exact until they are printed; they are rounded half away from zero, indicators and objectives to whole numbers, lines to two decimals."
                            )
                        ))), .heading(Heading(2, tr("Rules"))), .table(rules),
                .heading(Heading(2, tr("From indicators to the municipality"))), .card(rollUps),
                .heading(Heading(2, tr("Barometer"))), .table(barometer),
            ] + bands)
    }

    private var rules: ReportTable {
        let rows: [(ScoringRule, Formula)] = [
            (.increasing, .ratio), (profile.decreasingRule, profile.decreasingFormula),
            (.fromBaseline, .fromBaseline), (.onOff, .onOff),
            (profile.dateRule, profile.dateRule == .dateBands ? .daysLate : .byDate), (.bands, .band),
        ]
        return ReportTable(
            title: tr("Rules"),
            columns: [TableColumn(.share(2, min: 120)), TableColumn(.share(3, min: 150))],
            head: [ReportTable.head([tr("Rule"), tr("Formula")])],
            rows: rows.filter { $0.0 != .bands || !profile.bands.isEmpty }.map { rule, formula in
                TableRow([TableCell(RichText(rule.title)), TableCell(RichText(formula.text))])
            })
    }

    private var rollUps: [CardField] {
        [
            CardField(tr("Objective"), RichText(Formula.weightedMean.text)),
            CardField(tr("Line, sector, head, municipality"), RichText(profile.rollUp.title)),
            CardField(
                tr("Neutralised"),
                RichText(tr("weight 0 and a reason; the other weights of the objective are rescaled to 100"))),
            CardField(
                tr("Not reported"),
                RichText(tr("left out until the year is closed, then counted as not reached"))),
            CardField(
                tr("Deviation"),
                RichText(
                    profile.favourableDeviation
                        ? tr("actual − target, with the favourable sign where less is better")
                        : Formula.deviation.text)),
        ]
    }

    private var barometer: ReportTable {
        let bands = profile.barometer.sorted { $0.from < $1.from }
        return ReportTable(
            title: tr("Barometer"), columns: [TableColumn(.fixed(120)), TableColumn(.share(1, min: 150))],
            head: [ReportTable.head([tr("From"), tr("Barometer")])],
            rows: bands.map { band in
                TableRow([
                    TableCell(RichText(ItalianNumber.write(band.from) + "%")), TableCell(.barometer(band)),
                ])
            })
    }

    /// The bands of values and of days late, where the profile has some.
    private var bands: [Block] {
        table(of: profile.bands, title: tr("Bands of values"), from: tr("From"))
            + table(of: profile.dateBands, title: tr("Bands of days late"), from: tr("From days late"))
    }

    private func table(of bands: [ScoreBand], title: String, from: String) -> [Block] {
        guard !bands.isEmpty else { return [] }
        let table = ReportTable(
            title: title, columns: [TableColumn(.fixed(120)), TableColumn(.share(1, min: 150))],
            head: [ReportTable.head([from, tr("% reached")])],
            rows: bands.sorted { $0.from < $1.from }.map { band in
                TableRow([
                    TableCell(RichText(ItalianNumber.write(band.from))),
                    TableCell(RichText(ItalianNumber.write(band.achievement) + "%")),
                ])
            })
        return [.heading(Heading(2, title)), .table(table)]
    }
}

extension ScoringProfile {
    /// The formula of the rule for indicators where less is better.
    fileprivate var decreasingFormula: Formula {
        switch decreasingRule {
        case .decreasingComplement: .complement
        case .decreasingRatio: .inverseRatio
        default: .passFail
        }
    }
}
