import Gtk
import Localization
import Reporting
import ViewModels

/// What is chosen before printing, in a small window below a button.
final class PrintChoicesBox {
    /// The button that opens it.
    let button = MenuButton(tr("C_hoices"))
    private let anonymous = CheckButton(tr("Pseudonyms instead of names"))
    private let charts = CheckButton(tr("Trends and bars"))
    private let explanations = CheckButton(tr("How achievements come about"))
    private let findings = CheckButton(tr("Findings of the checks"))
    private let sector = DropDown().accessible(label: tr("Sector"))
    private let tag = DropDown().accessible(label: tr("Mark of the objectives"))
    private let paper = DropDown(PrintOptions.Paper.allCases.map(\.rawValue)).accessible(label: tr("Paper"))
    private let typeScale = DropDown([tr("Small type"), tr("Normal type"), tr("Large type")])
        .accessible(label: tr("Size of type"))
    private let language = DropDown(Language.allCases.map(\.ownName))
        .accessible(label: tr("Language of the document"))
    /// Asks for the image of the coat of arms.
    let emblem = Button(tr("Coat of _arms…"))
    /// Takes the coat of arms out.
    let withoutEmblem = Button(tr("_Without the coat of arms"))
    /// Brings back the one that was replaced or taken out.
    let formerEmblem = Button(tr("_Former coat of arms"))
    private let emblemProblem = Label(role: .status).alignText(.start).wrapped(at: 40)
    private let partsLabel = Label(tr("Parts to print")).alignText(.start)
    private let parts = PrintPart.allCases.map { (part: $0, check: CheckButton($0.title)) }
    private var sectors: [String] = []
    private var tags: [String] = []
    private var options: PrintOptions
    private var changed: @MainActor (PrintOptions) -> Void = { _ in }

    /// The box with what was chosen last.
    init(_ options: PrintOptions) {
        self.options = options
        show(options)
        let list = Box(.vertical, spacing: 6) {
            anonymous
            charts
            explanations
            findings
            sector
            tag
            paper
            typeScale
            language
            partsLabel
            parts.map(\.check)
            emblem
            withoutEmblem
            formerEmblem
            emblemProblem
        }
        button.popover(Popover(list.margin(12)))
        for check in [anonymous, charts, explanations, findings] {
            check.onToggle { [weak self] in self?.note() }
        }
        for (part, check) in parts {
            check.isOn = options.parts.contains(part)
            check.onToggle { [weak self] in self?.note() }
        }
        for choice in [sector, tag, paper, typeScale, language] {
            choice.onSelect { [weak self] _ in self?.note() }
        }
    }

    /// Calls `body` with the choices when the person changes one.
    func onChange(_ body: @escaping @MainActor (PrintOptions) -> Void) { changed = body }

    /// Offers these sectors, marks and parts; a sector or mark that is not among them is given up.
    func offer(sectors: [String], tags: [String], parts offered: [PrintPart]) {
        for (part, check) in parts { check.isVisible = offered.contains(part) }
        self.sectors = sectors
        self.tags = tags
        sector.items = [tr("All sectors")] + sectors
        sector.select(options.sector.flatMap(sectors.firstIndex).map { $0 + 1 } ?? 0)
        sector.isVisible = sectors.count > 1
        tag.items = [tr("All objectives")] + tags
        tag.select(options.tag.flatMap(tags.firstIndex).map { $0 + 1 } ?? 0)
        tag.isVisible = !tags.isEmpty
    }

    /// Lets the person change the coat of arms, take it out where there is one, or bring the former one back; `problem`
    /// says why the one that is there is not printed.
    func offerEmblem(canChange: Bool, isThere: Bool, hasFormer: Bool, problem: String) {
        emblem.isSensitive = canChange
        withoutEmblem.isSensitive = canChange
        withoutEmblem.isVisible = isThere
        formerEmblem.isSensitive = canChange
        formerEmblem.isVisible = hasFormer
        emblemProblem.text = problem
        emblemProblem.isVisible = !problem.isEmpty
    }

    /// Prints a part, or leaves it out, as a person does by its box.
    func choose(_ part: PrintPart, _ isOn: Bool) {
        parts.first { $0.part == part }?.check.isOn = isOn
    }

    /// Prints in a language, as a person chooses it.
    func choose(_ wanted: Language) {
        language.select(Language.allCases.firstIndex(of: wanted))
        note()
    }

    /// Chooses all of these, of what is on offer, as a person does one after the other.
    func choose(_ wanted: PrintOptions) {
        for (part, check) in parts { check.isOn = wanted.parts.contains(part) }
        sector.select(wanted.sector.flatMap(sectors.firstIndex).map { $0 + 1 } ?? 0)
        tag.select(wanted.tag.flatMap(tags.firstIndex).map { $0 + 1 } ?? 0)
        show(wanted)
        note()
    }

    /// Shows the choices that every archive offers.
    private func show(_ options: PrintOptions) {
        anonymous.isOn = options.isAnonymous
        charts.isOn = options.hasCharts
        explanations.isOn = options.hasExplanations
        findings.isOn = options.hasFindings
        paper.select(PrintOptions.Paper.allCases.firstIndex(of: options.paper))
        typeScale.select(PrintOptions.TypeScale.allCases.firstIndex(of: options.typeScale))
        language.select(Language.allCases.firstIndex(of: options.language))
    }

    /// What is chosen, of what is on offer.
    var chosen: PrintOptions {
        var chosen = options
        if let name = chosen.sector, !sectors.contains(name) { chosen.sector = nil }
        if let name = chosen.tag, !tags.contains(name) { chosen.tag = nil }
        return chosen
    }

    private func note() {
        options.isAnonymous = anonymous.isOn
        options.hasCharts = charts.isOn
        options.hasExplanations = explanations.isOn
        options.hasFindings = findings.isOn
        options.parts = Set(parts.filter(\.check.isOn).map(\.part))
        options.sector = PrintChoicesBox.item(sector, of: sectors)
        options.tag = PrintChoicesBox.item(tag, of: tags)
        options.paper = PrintOptions.Paper.allCases[paper.selected ?? 0]
        options.typeScale = PrintOptions.TypeScale.allCases[typeScale.selected ?? 1]
        options.language = language.selected.map { Language.allCases[$0] } ?? .standard
        changed(options)
    }

    /// The name that is chosen below a first choice that means all.
    private static func item(_ list: DropDown, of names: [String]) -> String? {
        guard let index = list.selected, index > 0, names.indices.contains(index - 1) else { return nil }
        return names[index - 1]
    }
}
