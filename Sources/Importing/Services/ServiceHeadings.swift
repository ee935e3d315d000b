/// Rows without figures that name the service of the rows below them, in a table that nothing else names the services of.
///
///     ANAGRAFE
///       Carte d'identità   1.820   2.014
///     BIBLIOTECA
///       Prestiti          12.300  15.870
struct ServiceHeadings {
    private let names: Set<String>

    /// Nil where a heading stands over no figures, or where the rows begin with some that no office stands over: these are
    /// headings within one service.
    ///
    /// - Parameter areNamed: the head over the names says that services stand there.
    init?(_ drafts: [SeriesRows.Draft], underOffice: Bool, areNamed: Bool) {
        // Over rows that say which figures follow stands a service, whatever its name.
        let areOverSides =
            drafts.count(where: \.isHeading) > 1
            && zip(drafts, drafts.dropFirst()).allSatisfy {
                !$0.isHeading || SeriesSide(naming: $0.name) != nil || SeriesSide(naming: $1.name) != nil
            }
        // What says which figures follow names no service.
        let drafts = drafts.filter { !$0.isHeading || SeriesSide(naming: $0.name) == nil }
        let headings = drafts.filter(\.isHeading)
        guard headings.count > (underOffice ? 0 : 1), underOffice || drafts.first?.isHeading == true,
            drafts.last?.isHeading == false,
            zip(drafts, drafts.dropFirst()).allSatisfy({ !$0.isHeading || !$1.isHeading }),
            areNamed || areOverSides || headings.allSatisfy({ Self.isName($0.name) })
        else { return nil }
        names = Set(headings.map(\.name))
    }

    /// The row of a service's name; nil for a series.
    func row(of draft: SeriesRows.Draft, in table: TableDraft) -> DocumentRow? {
        guard draft.isHeading, names.contains(draft.name) else { return nil }
        return table.rows.first { $0.number == draft.line.number }
    }

    /// Capitals, or a word of offices first.
    private static func isName(_ text: String) -> Bool {
        text == text.uppercased() && text.contains(where: \.isLetter)
            || LabelReader.guessByFirstWord(text)?.term == .sector
    }
}
