import Localization
import Model
import Scoring

/// The projects of organisational performance (CCNL Funzioni Locali, art. 59 c. 2) of a year.
struct ProjectsAnnex {
    private let session: PrintContext

    /// The projects of the session's year.
    init(_ session: PrintContext) {
        self.session = session
    }

    /// The document. Throws where the year has no projects.
    func document() throws -> ReportDraft {
        guard let book = session.content.projects[session.year], !book.projects.isEmpty else {
            throw PrintError.noProjects(year: session.year)
        }
        let title = tr("Projects of organisational performance")
        // A single table needs no contents.
        return session.document(
            kicker: book.legalBasis, title: title, acts: [book.approval], hasContents: false,
            sections: [
                SectionMaker {
                    ReportSection(
                        "\(title) \(session.year)", orientation: .landscape,
                        blocks: [.heading(Heading(1, "\(title) \(session.year)")), .table(table(of: book))]
                            + session.findings(about: [book.id] + book.projects.map(\.id)))
                }
            ])
    }

    private func table(of book: ProjectBook) -> ReportTable {
        var notes = NoteBook()
        let rows = book.projects.map { row(of: $0, notes: &notes) }
        let money = TableColumn(.fit(min: 45, max: 72), .decimal)
        return ReportTable(
            title: tr("Projects of organisational performance"),
            columns: [
                TableColumn(.fit(min: 15, max: 30)), TableColumn(.share(3.8, min: 108)),
                TableColumn(.share(3.8, min: 120)), money, money, money, money,
                TableColumn(.share(1.3, min: 54)), TableColumn(.share(3.8, min: 120)),
            ], head: ProjectsAnnex.head, rows: rows + [total(of: book, notes: &notes)],
            notes: [TableNote(mark: "", text: tr("Amounts in euro."))] + notes.notes)
    }

    private static var head: [TableRow] {
        let twoRows: [RichText] = ["", "", ""]
        return [
            TableRow(
                twoRows.map { TableCell($0) } + [
                    TableCell(RichText(tr("Own resources")), span: 2, alignment: .center),
                    TableCell(RichText(tr("Third-party resources")), span: 2, alignment: .center),
                ]),
            ReportTable.head([
                tr("No."), tr("Objective"), tr("Description"), tr("Net"), tr("Gross"), tr("Net"), tr("Gross"),
                tr("Type or funder"), tr("Expected result"),
            ]),
        ]
    }

    private func row(of project: PerformanceProject, notes: inout NoteBook) -> TableRow {
        var title = RichText(session.title(project.title), .strong)
        if !project.scope.isEmpty {
            let end = project.scope.contains(":") ? "\n" : ":\n"
            title = RichText(session.title(project.scope) + end, .dim) + title
        }
        let references = project.dupReferences.filter { !project.title.contains($0) }.joined(separator: ", ")
        if !references.isEmpty {
            title += RichText("\n" + tr("DUP {references}", ["references": references]), .dim)
        }
        let texts = [project.description, session.title(project.typeOrFunder), project.expectedResult].map {
            TableCell(RichText($0))
        }
        return TableRow(
            [TableCell(RichText(project.number)), TableCell(title), texts[0]]
                + cells(of: project.ownResources, notes: &notes)
                + cells(of: project.thirdPartyResources, notes: &notes) + [texts[1], texts[2]])
    }

    /// The net amount and the gross one: as printed, else computed, with a note that says so.
    private func cells(of amount: ProjectAmount?, notes: inout NoteBook) -> [TableCell] {
        guard let amount else { return [.empty, .empty] }
        let net = amount.net.raw.isEmpty ? TableCell.empty : TableCell(self.net(of: amount, notes: &notes))
        if let gross = amount.gross { return [net, TableCell(notes.text(of: gross))] }
        guard let figure = amount.net.number else { return [net, .empty] }
        var gross = ReportedValue(reading: ProjectsAnnex.money(session.profile.gross(ofNet: figure)))
        gross.note = computedNote
        return [net, TableCell(notes.text(of: gross))]
    }

    /// The net amount as written, without the gross one where the same cell carries both.
    private func net(of amount: ProjectAmount, notes: inout NoteBook) -> RichText {
        guard let gross = amount.gross?.raw, let open = amount.net.raw.firstIndex(of: "("),
            amount.net.number != nil, amount.net.raw[open...].contains(gross)
        else { return notes.text(of: amount.net) }
        return RichText(String(amount.net.raw[..<open]).trimmingWhitespace())
    }

    private func total(of book: ProjectBook, notes: inout NoteBook) -> TableRow {
        let totals = ProjectTotals(book, profile: session.profile)
        let own = printed(book.printedOwnTotal, totals.own, notes: &notes)
        let third = printed(book.printedThirdPartyTotal, totals.thirdParty, notes: &notes)
        return TableRow(
            [TableCell.empty, TableCell(RichText(tr("Total"))), .empty] + own + third, kind: .total)
    }

    /// The computed total; where another one was printed, a note tells it.
    private func printed(_ printed: ReportedValue?, _ column: ProjectTotals.Column, notes: inout NoteBook)
        -> [TableCell]
    {
        guard column.count > 0 else { return [.empty, .empty] }
        var net = RichText(ProjectsAnnex.money(column.net))
        if let printed, let figure = printed.number, figure != column.net {
            net += notes.call(tr("The document prints {total}.", ["total": printed.raw]))
        }
        return [TableCell(net), TableCell(RichText(ProjectsAnnex.money(column.gross), .dim))]
    }

    /// What tells a gross amount that was computed from one that the office wrote; an import knows it by its first word.
    private var computedNote: String {
        let charges = ItalianNumber.write(session.profile.chargesRate, places: 2)
        let irap = ItalianNumber.write(session.profile.irapRate, places: 2)
        return tr(
            "computed: net with charges {charges}% and IRAP {irap}%", ["charges": charges, "irap": irap])
    }

    private static func money(_ amount: ExactDecimal) -> String {
        ItalianNumber.write(amount.fraction.rounded(places: 2), places: 2)
    }
}
