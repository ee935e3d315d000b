import Exporting
import Importing
import Localization
import Model

/// What documents gave, in the shape of `import --json`.
struct ImportReport: Encodable {
    /// The documents, in the order in which they were given.
    let documents: [Document]

    /// A document.
    struct Document: Encodable {
        let file: String
        let kind: ImportKind
        let year: Int?
        let recognised: RecognisedCounts
        let lines: LineCounts
        let unread: [UnreadLine]
        let findings: [FindingRecord]
    }

    /// The report on `proposals`.
    init(_ proposals: [ImportProposal]) {
        documents = proposals.map { proposal in
            Document(
                file: proposal.file, kind: proposal.kind, year: proposal.parts.year,
                recognised: proposal.recognised, lines: proposal.lines, unread: proposal.unread,
                findings: proposal.findings.map(FindingRecord.init))
        }
    }
}

extension ImportKind {
    /// What the document is.
    var title: String {
        switch self {
        case .relazione: tr("State of the objectives")
        case .piano: tr("Cards of the plan")
        case .mappe: tr("Maps of the services")
        case .progetti: tr("Performance projects")
        case .tabella: tr("Plain tables")
        }
    }
}

extension RecognisedCounts {
    /// What was recognised, by name; what there is none of is left out.
    fileprivate var rows: [(name: String, count: Int)] {
        [
            (tr("sectors"), sectors), (tr("strategic lines"), strategicLines),
            (tr("strategic objectives"), strategicObjectives), (tr("objectives"), objectives),
            (tr("indicators"), indicators), (tr("phases"), phases), (tr("participants"), participants),
            (tr("services"), services), (tr("series of outputs"), outputSeries),
            (tr("series of users"), userSeries), (tr("projects"), projects), (tr("tables"), tables),
        ].filter { $0.count > 0 }
    }
}

extension ImportProposal {
    /// What the document gave, for a person: counts, findings, lines that nothing took.
    var words: String {
        let year = parts.year.map { " \($0)" } ?? ""
        var text = ["\(file) — \(kind.title)\(year)"]
        let rows = recognised.rows.map { "\($0.name) \(Words.number($0.count))" }
        text.append("  " + (rows.isEmpty ? tr("nothing recognised") : rows.joined(separator: ", ")))
        text.append(
            "  "
                + tr(
                    "{total} lines: {bound} taken, {blank} blank, {unread} unread",
                    [
                        "total": Words.number(lines.total), "bound": Words.number(lines.bound),
                        "blank": Words.number(lines.blank), "unread": Words.number(lines.unread),
                    ]))
        if !findings.isEmpty { text += [""] + findings.map { "  " + $0.line } }
        if !unread.isEmpty {
            text += ["", "  " + tr("Lines that no field took:")]
            text += unread.map { "  \($0.line): \($0.text.trimmingWhitespace())" }
        }
        return (text + [""]).joined(separator: "\n")
    }
}
