import Localization
import Model

/// What every printed document is made from, and the parts that all of them have.
struct PrintContext {
    /// The archive's content.
    let content: ArchiveContent
    /// The year that is printed.
    let year: Int
    /// What was chosen.
    let options: PrintOptions

    /// The municipality.
    var municipality: Municipality { content.municipality }
    /// How the year is scored.
    var profile: ScoringProfile { content.profile(of: year) }

    /// The plan of the year. Throws where there is none, or nothing in it.
    func plan() throws -> Plan {
        guard let plan = content.plans[year], !plan.lines.isEmpty else { throw PrintError.noPlan(year: year) }
        return plan
    }

    /// The document around its sections: title page, contents, metadata.
    /// - Parameters:
    ///   - kicker: what stands above the title: `Allegato C`.
    ///   - acts: the acts named on the first page.
    func document(
        kicker: String, title: String, subtitle: String? = nil, acts: [Act?] = [], depth: Int = 2,
        sections: [ReportSection]
    ) -> ReportDocument {
        let contents = ReportSection(
            tr("Contents"), orientation: .portrait,
            blocks: [.heading(Heading(1, tr("Contents"), unlisted: true)), .contents(depth: depth)])
        let cover = TitlePage(
            municipality: municipality.name, kicker: kicker, title: title,
            subtitle: subtitle ?? String(year), details: acts.compactMap(\.self).map(PrintContext.field),
            emblem: options.emblem)
        return ReportDocument(
            titlePage: cover, sections: [contents] + sections,
            metadata: DocumentMetadata(
                title: "\(title) \(subtitle ?? String(year))", author: municipality.name,
                subject: kicker.isEmpty ? title : kicker, date: options.date),
            language: options.language.rawValue)
    }

    /// A person's name, or nothing where names are left out.
    func name(_ person: String) -> String {
        options.isAnonymous ? "" : person
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

extension Act {
    /// Number and day in words: `n. 87, 11 giugno 2026`; a number that is written with a word stays as it is.
    var words: String {
        let isBare = number.first?.isNumber == true
        let numbered = isBare ? tr("no. {number}", ["number": number]) : number
        let day = date.map { Words.date(year: $0.year, month: $0.month, day: $0.day) }
        return [numbered, day ?? ""].filter { !$0.isEmpty }.joined(separator: ", ")
    }
}
