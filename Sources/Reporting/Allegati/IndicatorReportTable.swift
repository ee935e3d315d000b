import Localization
import Model
import Scoring

/// The indicators of an objective with what was aimed at and what was reached.
struct IndicatorReportTable {
    private let objective: Objective
    private let score: ObjectiveScore?
    private let session: PrintContext
    private var notes = NoteBook()

    private typealias Fill = (inout IndicatorReportTable, Indicator) -> RichText

    private struct Column {
        var title: String
        var column: TableColumn
        var fill: Fill
    }

    /// The table of an objective's indicators.
    init(_ objective: Objective, score: ObjectiveScore?, session: PrintContext) {
        self.objective = objective
        self.score = score
        self.session = session
    }

    /// The table; columns of words that nobody wrote are left out.
    mutating func table() -> ReportTable {
        let columns = words + figures + results + remarks
        let rows = objective.indicators.map { indicator in
            TableRow(columns.map { TableCell($0.fill(&self, indicator)) })
        }
        return ReportTable(
            title: tr("Indicators of {objective}", ["objective": session.title(objective.title)]),
            columns: columns.map(\.column), head: [ReportTable.head(columns.map(\.title))], rows: rows,
            notes: notes.notes)
    }

    private var words: [Column] {
        var columns = [
            Column(title: tr("Indicator"), column: TableColumn(.share(3, min: 84))) { $1.nameText }
        ]
        if objective.indicators.contains(where: { !$0.formula.isEmpty }) {
            columns.append(
                Column(title: tr("Formula"), column: TableColumn(.share(2.4, min: 66))) {
                    RichText($1.formula)
                })
        }
        if objective.indicators.contains(where: { !$0.purpose.isEmpty }) {
            columns.append(
                Column(title: tr("Purpose"), column: TableColumn(.share(2.4, min: 66))) {
                    RichText($1.purpose)
                })
        }
        return columns
    }

    private var figures: [Column] {
        let narrow = TableColumn(.fit(min: 36, max: 78), .decimal)
        var columns: [Column] = []
        if objective.indicators.contains(where: { $0.baseline != nil }) {
            columns.append(
                Column(title: tr("Baseline"), column: narrow) { table, indicator in
                    indicator.baseline.map { table.notes.text(of: $0) } ?? ""
                })
        }
        return columns + [
            Column(title: tr("Target"), column: narrow) { $0.notes.text(of: $1.target) },
            Column(title: tr("Actual"), column: narrow) { $0.notes.text(of: $1.actual) },
            Column(title: tr("Deviation"), column: narrow) { $0.deviation(of: $1) },
            Column(title: tr("Weight"), column: TableColumn(.fit(min: 30, max: 48), .decimal)) {
                $0.notes.text(of: $1.weight)
            },
        ]
    }

    private var results: [Column] {
        [
            Column(title: tr("% reached"), column: TableColumn(.fit(min: 42, max: 60), .decimal)) {
                $0.achievement(of: $1)
            },
            Column(title: tr("Barometer"), column: TableColumn(.fit(min: 60, max: 106))) { table, indicator in
                let band = table.score(of: indicator)?.barometerBand(table.session.profile)
                return .barometer(band)
            },
        ]
    }

    private var remarks: [Column] {
        guard objective.indicators.contains(where: { !$0.remark.isEmpty }) else { return [] }
        return [Column(title: tr("Notes"), column: TableColumn(.share(2.2, min: 66))) { RichText($1.remark) }]
    }

    private func score(of indicator: Indicator) -> IndicatorScore? {
        score?.members.first { $0.score.id == indicator.id }?.score
    }

    private func deviation(of indicator: Indicator) -> RichText {
        guard let deviation = score(of: indicator)?.deviation else { return RichText("–", .dim) }
        // As many decimals as its figures are written with: 1,60 − 1,20 is 0,40.
        let places = [indicator.target, indicator.actual].map(\.writtenPlaces).max() ?? 0
        let figure = ItalianNumber.write(deviation.value, places: deviation.isInDays ? 0 : places)
        return RichText(deviation.isInDays ? tr("{figure} days", ["figure": figure]) : figure)
    }

    /// The achievement; where it was set by hand the calculated one stands below it, and a note says why.
    private mutating func achievement(of indicator: Indicator) -> RichText {
        guard let score = score(of: indicator) else { return RichText("–", .dim) }
        switch score.state {
        case .neutralised: return RichText(tr("neutralised"), .dim)
        case .notReported: return RichText(tr("to be reported"), .dim)
        case .notAssessable(let obstacle):
            return RichText(tr("not assessable"), .dim) + notes.call(obstacle.words)
        case .scored: break
        }
        guard let displayed = score.displayed else { return RichText("–", .dim) }
        let figure = RichText(ItalianNumber.write(displayed) + "%")
        guard let valued = score.scoreOverride else { return figure }
        let calculated = score.calculated.map { ItalianNumber.write($0.rounded(places: 0)) + "%" } ?? "–"
        return figure + notes.call(valued.words(isAnonymous: session.options.isAnonymous))
            + RichText("\n" + tr("calculated {figure}", ["figure": calculated]), .dim)
    }
}

extension ReportedValue {
    /// How many decimals a figure is written with, at most four.
    fileprivate var writtenPlaces: Int {
        guard number != nil, let comma = raw.firstIndex(of: ",") else { return 0 }
        return min(4, raw[comma...].dropFirst().prefix(while: \.isWholeNumber).count)
    }
}

extension ScoreOverride {
    /// Who set the achievement, when and why.
    func words(isAnonymous: Bool) -> String {
        let values = [
            "figure": ItalianNumber.write(achievement) + "%", "date": date.italian, "author": author,
            "reason": reason,
        ]
        return isAnonymous
            ? tr("Set to {figure} on {date}: {reason}", values)
            : tr("Set to {figure} by {author} on {date}: {reason}", values)
    }
}

extension Indicator {
    /// The name, with what it looks at below it, and that less is better where the office says so.
    var nameText: RichText {
        let less = direction == .decreasing ? Direction.decreasing.title : nil
        let words = [dimension?.title, less].compactMap(\.self).joined(separator: " · ")
        return words.isEmpty ? RichText(name) : RichText(name) + RichText("\n" + words, .dim)
    }

    /// The note, and for a neutralised indicator the reason where it is another text.
    var remark: String {
        let reason = neutralisation?.reason.trimmingWhitespace() ?? ""
        guard !reason.isEmpty, reason != note.trimmingWhitespace() else { return note }
        return note.isEmpty ? reason : note + "\n" + reason
    }
}
