import Foundation
import Gtk
import Localization
import Model
import Reporting
import ViewModels

/// The scoring profile: each rule with its formula and an example that follows what is typed, and what the municipality
/// chooses.
final class ProfilePanel {
    var widget: Widget { scroller }
    private let scroller = ScrolledWindow(horizontal: .never)
    private let session: ArchiveSession
    private let presenter: Presenter
    private let decreasing = DropDown()
    private let dates = DropDown()
    private let rollUp = DropDown()
    private let favourable = CheckButton(tr("A favourable deviation has the sign +"))
    private let bands = Entry(placeholder: "0 → 0; 50 → 60; 80 → 100")
    private let dateBands = Entry(placeholder: "0 → 100; 1 → 80; 30 → 0")
    private let charges = Entry()
    private let irap = Entry()
    private let barometer: BarometerBandsTable
    private let rules = Grid(rowSpacing: 12, columnSpacing: 18)
    private let example: [(WritableKeyPath<ProfileForm.Example, String>, Entry)]
    private var isShowing = false

    private static let decreasingRules: [ScoringRule] = [
        .decreasingPassFail, .decreasingComplement, .decreasingRatio,
    ]
    private static let dateRules: [ScoringRule] = [.date, .dateBands]

    /// The panel on `session`.
    init(session: ArchiveSession, presenter: Presenter) {
        self.session = session
        self.presenter = presenter
        barometer = BarometerBandsTable(session: session, presenter: presenter)
        example = [(\.target, Entry()), (\.actual, Entry()), (\.baseline, Entry())]
        decreasing.items = ProfilePanel.decreasingRules.map(\.title)
        dates.items = ProfilePanel.dateRules.map(\.title)
        rollUp.items = RollUp.allCases.map(\.title)
        build()
        connect()
    }

    /// Shows the profile.
    func refresh() {
        isShowing = true
        defer { isShowing = false }
        let profile = session.content.municipality.profile
        decreasing.select(ProfilePanel.decreasingRules.firstIndex(of: profile.decreasingRule))
        dates.select(ProfilePanel.dateRules.firstIndex(of: profile.dateRule))
        rollUp.select(RollUp.allCases.firstIndex(of: profile.rollUp))
        favourable.isOn = profile.favourableDeviation
        bands.show(BandText.write(profile.bands))
        dateBands.show(BandText.write(profile.dateBands))
        charges.show(ItalianNumber.write(profile.chargesRate, places: 2))
        irap.show(ItalianNumber.write(profile.irapRate, places: 2))
        barometer.show(profile.barometer)
        for widget in [decreasing, dates, rollUp, favourable] as [Widget] {
            widget.isSensitive = !session.isReadOnly
        }
        for entry in [bands, dateBands, charges, irap] { entry.isEditable = !session.isReadOnly }
        showRules()
    }

    private func showRules() {
        var typed = ProfileForm.Example()
        for (path, entry) in example { typed[keyPath: path] = entry.text }
        rules.removeAll()
        let form = ProfileForm(session.content.municipality.profile, example: typed)
        for (row, rule) in form.rules.enumerated() {
            let name = Label(rule.title).alignText(.start).wrapped(at: 30)
            if rule.isApplied { name.css("heading") }
            rules.attach(name.align(.start, .start), column: 0, row: row)
            let words = Box(.vertical, spacing: 3) {
                Label(rule.formula).alignText(.start).wrapped(at: 60)
                Label(rule.example).alignText(.start).wrapped(at: 60).css(
                    "dim-label", "numeric")
            }
            rules.attach(words, column: 1, row: row)
        }
    }

    private func build() {
        for (path, entry) in example {
            entry.text = ProfileForm.Example()[keyPath: path]
            entry.widthInCharacters = 8
        }
        let names = [trc("field", "Target"), trc("field", "Actual"), tr("Baseline")]
        let tried = Box(.horizontal, spacing: 12) {
            zip(names, example).map { FieldRow($0, $1.1).narrow().widget }
        }
        let choices = Box(.vertical, spacing: 12) {
            FieldRow(tr("Where less is better"), decreasing).widget.align(.start)
            FieldRow(tr("Dates"), dates).widget.align(.start)
            FieldRow(tr("Mean of the objectives"), rollUp).widget.align(.start)
            favourable
            row(
                FieldRow(tr("Bands of values: lower bound → %"), bands),
                FieldRow(tr("Bands of days late: lower bound → %"), dateBands))
            row(FieldRow(tr("Rate of charges, %"), charges), FieldRow(tr("Rate of IRAP, %"), irap))
        }
        scroller.child(
            Box(.vertical, spacing: 18) {
                Label(
                    tr(
                        "The rules of the municipality's method. A change counts for every year that is not locked; locked years keep the rules that they were locked with."
                    )
                ).alignText(.start).wrapped(at: 90).css("dim-label")
                choices
                Box(.vertical, spacing: 6) {
                    Label.heading(trc("field", "Barometer")).css("section-title")
                    barometer.widget
                }
                Box(.vertical, spacing: 12) {
                    Label.heading(tr("Each rule, tried")).css("section-title")
                    Label(tr("In bold the rules that are applied; the others are chosen in an indicator."))
                        .alignText(.start).wrapped().css("dim-label")
                    tried
                    rules
                }
            }.margin(18))
        scroller.expand()
    }

    private func row(_ fields: FieldRow...) -> Widget {
        let box = Box(.horizontal, spacing: 12) { fields.map(\.widget) }
        box.isHomogeneous = true
        return box
    }

    private func connect() {
        decreasing.onSelect { [weak self] index in
            self?.change { $0.decreasingRule = ProfilePanel.decreasingRules[index ?? 0] }
        }
        dates.onSelect { [weak self] index in
            self?.change { $0.dateRule = ProfilePanel.dateRules[index ?? 0] }
        }
        rollUp.onSelect { [weak self] index in self?.change { $0.rollUp = RollUp.allCases[index ?? 0] } }
        favourable.onToggle { [weak self] in
            guard let self else { return }
            change { $0.favourableDeviation = self.favourable.isOn }
        }
        bands.onCommit { [weak self] text in
            self?.change { (profile: inout ScoringProfile) throws(EditRefusal) in
                profile.bands = try BandText.read(text)
            }
        }
        dateBands.onCommit { [weak self] text in
            self?.change { (profile: inout ScoringProfile) throws(EditRefusal) in
                profile.dateBands = try BandText.read(text)
            }
        }
        for (entry, path) in [(charges, \ScoringProfile.chargesRate), (irap, \ScoringProfile.irapRate)] {
            entry.onCommit { [weak self] text in
                self?.change { (profile: inout ScoringProfile) throws(EditRefusal) in
                    guard let rate = ItalianNumber.read(text) else { throw EditRefusal.noNumber(text) }
                    profile[keyPath: path] = rate
                }
            }
        }
        for (_, entry) in example { entry.onChange { [weak self] in self?.showRules() } }
    }

    private func change(_ body: (inout ScoringProfile) throws(EditRefusal) -> Void) {
        guard !isShowing else { return }
        var profile = session.content.municipality.profile
        let isDone = presenter.attempt { () throws(EditRefusal) in
            try body(&profile)
            try session.perform(.organisation(.profile(profile)))
        }
        if !isDone { refresh() }
    }
}
