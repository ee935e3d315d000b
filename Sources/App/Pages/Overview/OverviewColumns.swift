import Gtk
import Localization
import Model
import Reporting
import ViewModels

/// The columns of Quadro's tables.
enum OverviewColumns {
    /// A bar for each group, with its figure, symbol and word.
    static var barometers: [Column<Overview.Row>] {
        [
            Column<Overview.Row>(tr("Objectives of"), id: "name", text: \.name).width(138).expanding().lines(
                2
            )
            .classes { $0.isTotal ? ["group-row"] : [] }.tooltip { $0.name },
            Column<Overview.Row>.custom(
                tr("Progress"), id: "bar", make: BarometerBar.make, bind: BarometerBar.show
            )
            .width(104),
            Column<Overview.Row>(tr("% reached"), id: "achievement", text: \.achievement)
                .named(trc("term", "Achievement")).figures().width(76)
                .classes { $0.isTotal ? ["group-row"] : [] }
                .tooltip { $0.partial.isEmpty ? nil : $0.partial }
                .spoken { $0.partial.isEmpty ? $0.achievement : "\($0.achievement), \($0.partial)" },
            Column<Overview.Row>(tr("Barometer"), id: "barometer") { BarometerStyle.text($0.barometer) }
                .lines(2).fitting(BarometerStyle.texts, css: ["barometer"])
                .classes { BarometerStyle.classes($0.barometer) },
            Column<Overview.Row>(tr("To report"), id: "unreported") { row in
                tr("{count} of {total}", ["count": "\(row.unreported)", "total": "\(row.indicators)"])
            }.figures().width(120).classes { $0.unreported == 0 ? ["dim-label"] : [] },
        ]
    }

    /// The indicators that lie lowest.
    static var worst: [Column<IndicatorRow>] {
        [
            Column<IndicatorRow>(trc("field", "Indicator"), id: "name", text: \.name).width(150).expanding()
                .lines(2).tooltip { $0.name + "\n" + $0.objective },
            Column<IndicatorRow>(tr("Objective"), id: "objective", text: \.objective).width(130).expanding()
                .lines(2).classes { _ in ["dim-label"] }.tooltip { $0.objective },
            Column<IndicatorRow>(trc("field", "Target"), id: "target", text: \.target).figures().width(74),
            Column<IndicatorRow>(trc("field", "Actual"), id: "actual", text: \.actual).figures().width(94),
            Column<IndicatorRow>(tr("% reached"), id: "achievement") { row in
                [row.achievement, row.barometer?.symbol ?? ""].joined(separator: " ")
            }.named(trc("term", "Achievement")).figures().width(84).classes {
                BarometerStyle.classes($0.barometer)
            }
            .spoken { [$0.achievement, $0.barometer?.word ?? ""].joined(separator: ", ") },
        ]
    }

    /// What is due.
    static var deadlines: [Column<Deadline>] {
        [
            Column<Deadline>(tr("Day"), id: "day", text: \.day).figures().width(70),
            Column<Deadline>(tr("What"), id: "title", text: \.title).width(110).expanding().lines(2)
                .tooltip { $0.title },
            Column<Deadline>(tr("Left"), id: "left", text: \.left).width(112).lines(2).aligned(.end)
                .classes { $0.daysLeft < 15 ? ["finding"] : [] },
        ]
    }

    /// The findings by kind.
    static var findings: [Column<FindingCount>] {
        [
            Column<FindingCount>(tr("How grave"), id: "severity") { SeverityStyle.text($0.severity) }
                .fitting(SeverityStyle.texts, css: ["severity"]).classes {
                    SeverityStyle.classes($0.severity)
                },
            Column<FindingCount>(tr("Kind"), id: "title") { $0.code.title }.width(110).expanding().lines(2)
                .tooltip { $0.code.title },
            Column<FindingCount>(tr("No."), id: "count") { "\($0.count)" }.figures().width(40),
        ]
    }

    /// Who still has to report.
    static var unreported: [Column<Overview.Row>] {
        [
            Column<Overview.Row>(tr("Who"), id: "name", text: \.name).width(130).expanding().lines(2)
                .tooltip { $0.name },
            Column<Overview.Row>(tr("To report"), id: "unreported") { row in
                tr("{count} of {total}", ["count": "\(row.unreported)", "total": "\(row.indicators)"])
            }.figures().width(126),
        ]
    }
}

/// The level of a group as a bar in the barometer's colour, with marks where its bands begin; symbol and word stand
/// beside it.
enum BarometerBar {
    /// An empty bar.
    static func make() -> GaugeBar {
        let bar = GaugeBar()
        bar.align(.fill, .center)
        return bar
    }

    /// Shows the level of a row.
    static func show(_ bar: GaugeBar, _ row: Overview.Row) {
        bar.value = row.level
        bar.marks = row.bounds
        for colour in BarometerColour.allCases {
            bar.toggle(css: "barometer-\(colour.rawValue)", row.barometer?.colour == colour)
        }
        bar.accessible(label: row.name, description: BarometerStyle.text(row.barometer))
    }
}
