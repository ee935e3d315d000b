import Foundation
import Gtk
import Localization
import Model
import ViewModels

/// A table of indicators that is edited like a spreadsheet.
final class IndicatorGrid {
    /// Which columns there are.
    enum Scope {
        /// Inside the form of one objective.
        case objective
        /// All indicators of the year, with the objective, sector and head of each.
        case year
    }

    let widget: Widget
    let table: ColumnView<IndicatorRow>
    /// Shows and hides columns.
    let columnChoice = MenuButton(icon: "open-menu-symbolic", label: tr("Columns on show"))
    private let session: ArchiveSession
    private let scope: Scope
    private let scroller: ScrolledWindow
    private var chosen: @MainActor (UUID?) -> Void = { _ in }
    private var shown: [IndicatorRow] = []
    /// The version of the table of the year that is shown.
    private var version = 0
    /// How many characters the longest figure has that the columns of targets and actuals have room for.
    private var longest = 7

    /// An empty table.
    init(
        session: ArchiveSession, presenter: Presenter, scope: Scope, items: [RowMenuItem<IndicatorRow>] = []
    ) {
        self.session = session
        table = ColumnView(IndicatorGrid.columns(session, presenter, scope))
        table.accessible(label: tr("Indicators"))
        table.onRefusal { _, reason in presenter.tell(reason) }
        scroller = ScrolledWindow(table)
        self.scope = scope
        if scope == .objective {
            scroller.fitsChild = true
            scroller.maximumHeight = 420
            scroller.hasFrame = true
        } else {
            scroller.expand()
            table.enableColumnMenu(button: columnChoice)
        }
        widget = scroller
        table.likeSpreadsheet(session: session, presenter: presenter, items: items)
        table.onSelect { [weak self] rows in self?.chosen(rows.first?.id) }
    }

    /// Shows the rows of an objective; selection and focus stay.
    func show(_ rows: [IndicatorRow]) {
        makeRoom(for: rows[...])
        table.show(rows, changedAt: IndicatorRow.changes(from: shown, to: rows), passing: nil)
        shown = rows
        scroller.fitTable(table, rows: rows.count, lines: 2)
    }

    /// Shows the rows of the year that pass its filter; selection and focus stay. The rows are not kept: the next change
    /// would copy all of them.
    func show(_ year: IndicatorTable) {
        let changes =
            year.version == version ? [] : year.version == version + 1 ? year.changes : nil
        if let changes {
            for index in changes { makeRoom(for: year.all[index...index]) }
        } else {
            makeRoom(for: year.all[...])
        }
        table.show(year.all, changedAt: changes, passing: year.passing)
        version = year.version
    }

    /// Widens the columns of targets and actuals for figures that have had no room yet, up to the length of `100.000.000,00`.
    private func makeRoom(for rows: ArraySlice<IndicatorRow>) {
        var words: Set<String> = []
        for row in rows {
            for text in [row.target, row.actual] where text.utf8.count > longest {
                words.formUnion(text.split(separator: " ").filter(needsRoom).map(String.init))
            }
        }
        guard let most = words.map(\.count).max() else { return }
        longest = most
        for column in ["target", "actual"] { table.widen(column: column, toFit: words) }
    }

    private func needsRoom(_ word: Substring) -> Bool {
        word.count > longest && word.count <= 14 && word.contains(where: \.isNumber)
    }

    /// Called with the indicator that the person chooses.
    func onChoose(_ body: @escaping @MainActor (UUID?) -> Void) {
        chosen = body
    }

    /// Gives the focus to the cell of a field; false where the indicator is not shown.
    func focus(_ id: UUID, field: String?) -> Bool {
        guard table.isShown(id) else { return false }
        table.select([id])
        return table.focus(id, column: IndicatorGrid.column(of: field))
    }

    /// The column that shows a field by its name in the archive.
    private static func column(of field: String?) -> String {
        switch field {
        case FieldKey.printedDeviation.rawValue: "deviation"
        case FieldKey.printedAchievement.rawValue: "achievement"
        case .some(let name) where IndicatorField(rawValue: name) != nil: name
        default: "actual"
        }
    }

    private static func columns(_ session: ArchiveSession, _ presenter: Presenter, _ scope: Scope) -> [Column<
        IndicatorRow
    >] {
        let entered = enteredColumns(session)
        let computed = computedColumns(scope)
        let name = edited(.name, text: \.name, session).lines(2).alwaysShown()
        guard scope == .year else {
            return [name.width(104).expanding()] + entered + computed
        }
        return [
            name.width(124).expanding().sorted(by: \.searchKey),
            Column<IndicatorRow>(tr("Objective"), id: "objective", text: \.objective).width(92).expanding()
                .lines(2)
                .sorted(by: \.objectiveKey).tooltip { $0.objective },
            Column<IndicatorRow>(tr("Sector"), id: "sector", text: \.sector).width(120).hidden().lines(2)
                .sorted(by: { $0.sector.isEmpty ? nil : $0.sector.comparisonKey }).tooltip { $0.sector },
            Column<IndicatorRow>(trc("person", "Head"), id: "head", text: \.head).width(120).hidden().lines(2)
                .sorted(by: { $0.head.isEmpty ? nil : $0.head.comparisonKey }),
        ] + entered + computed + [
            edited(.note, text: \.note, session).width(80).expanding().lines(2)
                .sorted(by: { $0.note.isEmpty ? nil : $0.note.comparisonKey })
        ]
    }

    private static func enteredColumns(_ session: ArchiveSession) -> [Column<IndicatorRow>] {
        [
            edited(.target, text: \.target, session).figures().width(68).lines(2)
                .sorted(by: { $0.order.target }),
            edited(.actual, text: \.actual, session).figures().width(72).lines(2)
                .sorted(by: { $0.order.actual }),
            edited(.weight, text: \.weight, session).figures().width(52)
                .sorted(by: { $0.order.weight }),
        ]
    }

    private static func computedColumns(_ scope: Scope) -> [Column<IndicatorRow>] {
        [
            Column<IndicatorRow>(trc("column", "Deviation"), id: "deviation", text: \.deviation)
                .named(tr("Deviation")).figures().width(scope == .year ? 72 : 66)
                .classes { marks($0, FieldKey.printedDeviation.rawValue) + ["computed"] }
                .tooltip { $0.problems[FieldKey.printedDeviation.rawValue] }
                .sorted(by: { $0.order.deviation })
        ] + (scope == .year ? [achievement, barometer] : [score])
    }

    private static var achievement: Column<IndicatorRow> {
        Column<IndicatorRow>(tr("% reached"), id: "achievement", text: \.achievement)
            .named(trc("term", "Achievement")).figures().width(74)
            .classes { marks($0, FieldKey.printedAchievement.rawValue) + ["computed"] }
            .tooltip { $0.problems[FieldKey.printedAchievement.rawValue] }
            .sorted(by: { $0.displayed })
    }

    /// The barometer, or the state in words where there is no score.
    private static var barometer: Column<IndicatorRow> {
        Column<IndicatorRow>(tr("Barometer"), id: "barometer") { row in
            row.barometer.map { BarometerStyle.text($0) } ?? row.state.title
        }
        .width(112).lines(2)
        .fitting(BarometerStyle.texts + IndicatorState.allCases.map(\.title), css: ["barometer"])
        .classes { BarometerStyle.classes($0.barometer) }.tooltip { $0.state.title }
        .sorted(by: { $0.displayed })
    }

    /// Score and barometer in one column, where there is less room.
    private static var score: Column<IndicatorRow> {
        Column<IndicatorRow>(tr("% reached"), id: "achievement") { row in
            row.barometer.map { row.achievement + " " + $0.symbol } ?? row.state.title
        }
        .named(trc("term", "Achievement")).figures().width(90).lines(2)
        .classes { marks($0, FieldKey.printedAchievement.rawValue) + BarometerStyle.classes($0.barometer) }
        .tooltip { $0.problems[FieldKey.printedAchievement.rawValue] ?? $0.barometer?.word ?? $0.state.title }
        .spoken { row in
            row.barometer.map { row.achievement + ", " + $0.word } ?? row.state.title
        }
        .sorted(by: { $0.displayed })
    }

    private static func edited(
        _ field: IndicatorField, text: @escaping @MainActor (IndicatorRow) -> String,
        _ session: ArchiveSession
    ) -> Column<IndicatorRow> {
        Column<IndicatorRow>(field.title, id: field.rawValue, text: text)
            .classes { row in
                marks(row, field.rawValue) + (row.missing.contains(field) ? ["missing"] : ["entered"])
            }
            .tooltip { $0.problems[field.rawValue] ?? text($0) }
            .editable(when: { _ in !session.isYearReadOnly }) { row, typed in
                session.outcome(of: .indicator(row.id, field, text: typed))
            }
    }

    private static func marks(_ row: IndicatorRow, _ field: String) -> [String] {
        row.problems[field] == nil ? [] : ["warned"]
    }
}
