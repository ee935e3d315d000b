import Foundation
import Localization
import Model
import Scoring

/// What every printed document is made from, and the parts that all of them have.
struct PrintContext {
    /// The archive's content.
    let content: ArchiveContent
    /// The year that is printed.
    let year: Int
    /// What was chosen.
    let options: PrintOptions
    /// Who stands for whom; nil where names are printed.
    let pseudonyms: Pseudonyms?
    private let readableCase: ReadableCase
    private let findings: [UUID: [Finding]]

    /// The context of a print.
    init(content: ArchiveContent, year: Int, options: PrintOptions) {
        self.content = content
        self.year = year
        self.options = options
        pseudonyms = options.isAnonymous ? Pseudonyms(content, year: year) : nil
        readableCase = ReadableCase(titles: content.titles, texts: content.runningTexts)
        findings = options.hasFindings ? PrintContext.findings(of: content, year: year) : [:]
    }

    private static func findings(of content: ArchiveContent, year: Int) -> [UUID: [Finding]] {
        let all = Checks.run(content: content, year: year)
        let open = Checks.open(all, dismissals: content.dismissals)
        return Dictionary(grouping: open.filter { $0.place.entity != nil }) { $0.place.entity ?? UUID() }
    }

    /// A title as a reader reads it.
    func title(_ text: String) -> String { readableCase.title(text) }

    /// A title in a table; where there is none, that there is none.
    func titleText(_ text: String) -> RichText {
        text.isEmpty ? RichText(tr("Without a title"), .dim) : RichText(title(text))
    }

    /// The heading of something with a title; where it has none, that it has none.
    func heading(_ level: Int, _ text: String, aside: RichText = "") -> Heading {
        var heading = Heading(level, text.isEmpty ? tr("Without a title") : title(text), aside: aside)
        heading.isPlaceholder = text.isEmpty
        return heading
    }

    /// A part of the document is printed.
    func has(_ part: PrintPart) -> Bool { options.parts.contains(part) }

    /// What the checks found about some entities, as a list; nothing where it is not asked for.
    func findings(about entities: [UUID]) -> [Block] {
        let own = entities.flatMap { findings[$0] ?? [] }
        guard !own.isEmpty else { return [] }
        return [.paragraph(Paragraph(RichText(tr("Findings of the checks")), .label))]
            + own.map { finding in
                let title = finding.title + "."
                let head =
                    finding.place.path.last.map { RichText($0 + ":", .strong) + RichText(" " + title) }
                    ?? RichText(title, .strong)
                return .paragraph(Paragraph(head + RichText(finding.moreWords), .item))
            }
    }

    /// The municipality.
    var municipality: Municipality { content.municipality }
    /// How the year is scored.
    var profile: ScoringProfile { content.profile(of: year) }

    /// The plan of the year. Throws where there is none, or nothing in it.
    func plan() throws -> Plan {
        guard let plan = content.plans[year], !plan.lines.isEmpty else { throw PrintError.noPlan(year: year) }
        return plan
    }

    /// The objectives of a plan that are printed, in their lines. Throws where none has what was chosen.
    func chosen(of plan: Plan) throws -> Plan {
        guard options.isExtract else { return plan }
        var chosen = plan
        for index in chosen.lines.indices { chosen.lines[index].objectives.removeAll { !isChosen($0) } }
        chosen.lines.removeAll(where: \.objectives.isEmpty)
        guard chosen.lines.isEmpty else { return chosen }
        let known =
            options.tag == nil
            ? plan.objectives.map(\.sector) : plan.objectives.flatMap(\.tags).map(\.title)
        throw PrintError.nothingChosen(
            wanted: [options.sector, options.tag].compactMap(\.self).joined(separator: ", "),
            known: Set(known).filter { !$0.isEmpty }.sorted())
    }

    private func isChosen(_ objective: Objective) -> Bool {
        if let sector = options.sector,
            !([objective.sector] + objective.otherSectors).contains(where: { $0.names(sector) })
        {
            return false
        }
        guard let tag = options.tag else { return true }
        return objective.tags.contains { $0.title.names(tag) }
    }

    /// What an extract holds, to stand below the first heading; nil for the whole document.
    var extractNote: Block? {
        guard options.isExtract else { return nil }
        let parts = [
            options.sector.map { tr("sector {name}", ["name": $0]) },
            options.tag.map { tr("objectives marked “{mark}”", ["mark": $0]) },
        ].compactMap(\.self)
        return .note(
            tr(
                "Extract: {parts}. The figures of lines and of the municipality are those of the whole plan.",
                ["parts": parts.joined(separator: ", ")]))
    }

    /// The document around its sections, which are made when they are drawn: title page, contents, metadata.
    /// - Parameters:
    ///   - kicker: what stands above the title: `Allegato C`.
    ///   - acts: the acts named on the first page.
    func document(
        kicker: String, title: String, subtitle: String? = nil, acts: [Act?] = [], depth: Int = 2,
        hasContents: Bool = true, sections: [SectionMaker]
    ) -> ReportDraft {
        var contents = ReportSection(
            tr("Contents"), orientation: .portrait,
            blocks: [.heading(Heading(1, tr("Contents"), unlisted: true)), .contents(depth: depth)])
        contents.lendsTail = true
        var sections = sections
        // The few headings of an extract leave room for what it begins with.
        if !sections.isEmpty {
            sections[0] = sections[0].changed { [options] in $0.sharesPage = options.isExtract }
        }
        if hasContents, has(.contents) { sections.insert(SectionMaker { [contents] in contents }, at: 0) }
        let cover = TitlePage(
            municipality: municipality.name, kicker: kicker, title: title,
            subtitle: subtitle ?? String(year), details: acts.compactMap(\.self).map(PrintContext.field),
            emblem: options.emblem)
        let frame = ReportDocument(
            titlePage: has(.cover) ? cover : nil, sections: [],
            metadata: DocumentMetadata(
                title: "\(title) \(subtitle ?? String(year))", author: municipality.name,
                subject: kicker.isEmpty ? title : kicker, date: options.date),
            language: options.language.rawValue)
        return ReportDraft(around: frame, parts: sections)
    }

    /// A field that names people, or their pseudonyms.
    func name(_ people: String) -> String {
        pseudonyms?.pseudonym(of: people) ?? people
    }

    /// A line of a card with a label; nil where there is nothing to say.
    func field(_ label: String, _ text: String) -> CardField? {
        let text = text.trimmingWhitespace()
        return text.isEmpty ? nil : CardField(label, RichText(text))
    }

    /// An act as a line: the body, number and day.
    static func field(of act: Act) -> CardField {
        CardField(act.body, RichText(act.words))
    }
}

extension Finding {
    /// The sentence behind the title; empty where it says no more than that.
    fileprivate var moreWords: String {
        let words = sentence.trimmingWhitespace()
        return words == title || words == title + "." ? "" : " " + words
    }
}

extension Act {
    /// Number and day in words: `n. 87, 11 giugno 2026`; a number that is written with a word stays as it is.
    var words: String {
        let isBare = number.first?.isNumber == true
        let numbered = isBare ? tr("no. {number}", ["number": number]) : number
        let day = date.map { Words.date(year: $0.year, month: $0.month, day: $0.day) }
        return [numbered, day ?? ""].filter { !$0.isEmpty }.joined(separator: ", ")
    }
}

extension String {
    /// The text has these words in it, whatever their case and spaces.
    func names(_ words: String) -> Bool {
        comparisonKey.contains(words.comparisonKey)
    }
}

extension ArchiveContent {
    /// The titles that are printed as a reader reads them.
    fileprivate var titles: [String] {
        var titles: [String] = services.services.map(\.name)
        titles += municipality.sectors.map(\.name)
        for line in plans.values.flatMap(\.lines) {
            titles.append(line.title)
            titles += line.strategicObjectives.map(\.title)
            titles += line.objectives.map(\.title)
        }
        for project in projects.values.flatMap(\.projects) {
            titles += [project.scope, project.typeOrFunder]
        }
        return titles
    }
}
