import Model

/// Pieces of a document of figures by years → services with their series.
struct SeriesGrammar {
    /// The services, in order.
    private(set) var services: [ServiceMap] = []
    /// The document, its account filled.
    private(set) var reading: Reading
    /// The tables as they were understood.
    private(set) var tables: [TableDraft] = []
    /// Years that have a column.
    private(set) var years: Set<Int> = []

    private let documentYear: Int?
    /// The heads over the names differ from table to table: they name the services.
    private let headsNameServices: Bool
    /// Tables name the services of their rows in a column: titles over them say which side they are of.
    private let haveColumns: Bool
    /// The service that series go to.
    private var current: Int?
    private var service: (name: String, row: DocumentRow)?
    /// The service was named by a heading over its card, and ends at the next one.
    private var isNamedByHeading = false
    private var sector: (name: String, row: DocumentRow)?
    private var title: DocumentRow?
    /// The last heading tells of the place and its people.
    private var isUnderPlace = false
    /// The title of a part stands above: what comes is of the service that is open, or of the one whose title came last.
    private var isInPart = false
    /// What the titles above the tables that come say of them.
    private var sides = SeriesSides()
    /// The row of cells above, which may be the upper half of a head.
    private var above: DocumentRow?
    /// What the card of the next service says.
    private var details = ServiceDetails()

    /// Reads the pieces. `year` is the document's, for columns of months.
    init(_ reading: Reading, pieces: [Piece], year: Int?) {
        self.reading = reading
        documentYear = year
        headsNameServices = Self.headsNameServices(pieces)
        haveColumns = pieces.compactMap(\.table).contains {
            Self.isSeries($0) && SeriesColumns($0).service != nil
        }
        guard !Self.isOfMandate(pieces) else { return }
        let planned = PlannedYears(pieces)
        for piece in pieces {
            switch piece {
            case .card: continue
            case .row(let row): (above, sides.isInterrupted) = (row, true)
            case .text(let row): takeTitle(row)
            case .field(let field): take(field)
            case .table(let table) where Self.isSeries(table) && !planned.areThose(of: table) && !isOfContext:
                take(table)
            case .table:
                sides.isInterrupted = true
                if !isInPart { title = nil }
            }
        }
    }

    /// `Output del servizio`, `Utenti seguiti`: the title of a part, below that of the service; false for any other.
    private mutating func takePart(_ row: DocumentRow) -> Bool {
        let side = row.text.last == "." ? nil : SeriesSide(leading: row.text)
        guard service != nil || title != nil || sector != nil || current != nil || side != nil && haveColumns
        else { return false }
        let label = ServiceWords.bare(row.text)
        let part =
            ServiceWords.parts.match(label)?.term
            ?? (row.kind == .heading ? ServiceWords.headings.match(label)?.term : nil)
        guard side != nil || part != nil && (service != nil || title != nil || sector != nil) else {
            return false
        }
        isInPart = true
        if let side = side ?? part?.side { sides.add(side) }
        for line in row.lines { reading.ledger.bind(line, as: .sectionTitle) }
        return true
    }

    /// A line that is no label, though labels have its words: the title of a part, or what leads to the figures.
    private mutating func leadsToSides(_ row: DocumentRow) -> Bool {
        takePart(row) || SeriesSide.areBoth(in: row.text)
    }

    /// Figures of the place and its people, under no service: `Bilancio demografico`.
    private var isOfContext: Bool {
        service == nil && isUnderPlace
    }

    /// The report at the end of a mandate: its figures by years are those of the budget.
    private static func isOfMandate(_ pieces: [Piece]) -> Bool {
        pieces.prefix(10).contains { piece in
            guard case .text(let row) = piece else { return false }
            let text = MatchKey(row.text).text
            return text.contains("fine mandato") || text.contains("inizio mandato")
        }
    }

    private static let places = WordPattern(
        "demografic*|popolazione|demografia|contesto|tariff*|premi|premialita|debit*|indebitamento|mutui|fabbisogn*|spesa|residui|tempestivita"
    )

    /// True for a table with columns of periods and no column of an objective: `Oggetto`, `Titolo` name anything.
    static func isSeries(_ table: TableDraft) -> Bool {
        guard table.periods.contains(where: { $0 != nil }), !table.isOfContracts else { return false }
        let isOfObjectives = table.columns(.objective).contains {
            !LabelReader.isOfAnything(table.heads[$0])
        }
        return !isOfObjectives && !(table.has(.objective) && table.has(.indicator)) && !isOfStaff(table)
            && !(table.has(.phase) && MonthColumns(table.heads) != nil && !hasFigures(table))
            && !haveTexts(table)
            && ![.actual, .weight, .objectiveWeight, .achievement, .deviation].contains { term in
                // `Dato rilevato` over names
                table.columns(term).contains { !ColumnContent(table.column($0)).areTexts(8) }
            }
            && (!table.has(.target) || hasForecasts(table))
    }

    /// Sentences in the columns of years: what is to be done, and no figures.
    private static func haveTexts(_ table: TableDraft) -> Bool {
        let columns = table.periods.indices.filter { table.periods[$0] != nil }
        return ColumnContent(columns.flatMap { table.column($0) }).areTexts(6)
    }

    /// Posts by profile: a plan of staff.
    private static func isOfStaff(_ table: TableDraft) -> Bool {
        table.heads.contains { head in
            MatchKey(head).words.first.map {
                ["profilo", "profili", "inquadramento", "qualifica"].contains($0)
            }
                ?? false
        }
    }

    /// What is foreseen beside the figures of years: no target of an indicator.
    private static func hasForecasts(_ table: TableDraft) -> Bool {
        !table.has(.indicator) && table.periods.count { $0 != nil } > 1
            && table.columns(.target).allSatisfy { column in
                MatchKey(table.heads[column]).words.contains { forecasts.matches(String($0)) }
            }
    }

    private static let forecasts = WordPattern("prevision*|previst*|prev|stima*|stimat*|proiezion*")

    /// Months that are marked are a calendar of phases, and no figures.
    private static func hasFigures(_ table: TableDraft) -> Bool {
        table.periods.indices.contains { index in
            table.periods[index] != nil
                && table.column(index).contains { CellShape($0).isFigure && CellShape($0) != .missing }
        }
    }

    private mutating func takeTitle(_ row: DocumentRow) {
        let isOfPlace = MatchKey(row.text).words.contains { Self.places.matches(String($0)) }
        let isOfBody = DocumentCover.municipality(row.text) != nil
        if row.kind == .heading && !isOfBody || isOfPlace { isUnderPlace = isOfPlace }
        // A name in a table of the part is no title.
        if takePart(row) || isInPart && row.kind == .cells { return }
        (isInPart, sides.titles) = (false, [])
        // A line with a label of its own is no title of the figures below it.
        guard !CardLine.looksLabelled(row.text) else {
            _ = details.take(row)
            return
        }
        // A sentence names no service, and what says whose the services are or leads to their figures neither.
        let isSentence = row.text.last == "." && row.text.split(separator: " ").count > 3
        guard !isSentence, !MatchKey(row.text).text.contains("comune di "), !leadsToFigures(row) else {
            return
        }
        title = row
        if service == nil || row.kind == .heading { sides = SeriesSides() }
        if isNamedByHeading, row.kind == .heading { (service, current, isNamedByHeading) = (nil, nil, false) }
    }

    /// A heading right above the card that tells its office: `Centro diurno`, and no title of the document.
    private static func namesService(_ row: DocumentRow) -> Bool {
        row.kind == .heading && row.text.utf8.count <= 80 && !row.text.contains(where: \.isNumber)
            && !MatchKey(row.text).words.contains { ["servizi", "mappe", "mappa"].contains($0) }
            && !DocumentCover.isTitle(MatchKey(row.text).words) && !ServiceWords.namesPart(row.text)
    }

    /// `Attività svolta e utenza servita nel triennio:`, `Dati rilevati:` below the heading of a service.
    private func leadsToFigures(_ row: DocumentRow) -> Bool {
        guard row.kind != .heading else { return false }
        return SeriesSide.areBoth(in: row.text) || row.text.last == ":" && title?.kind == .heading
    }

    private mutating func take(_ field: LabelledValue) {
        guard field.guess.term == .sector, !field.value.isEmpty, let row = field.rows.first else {
            let isTaken =
                details.take(field)
                || field.rows.first.map { field.value.isEmpty && leadsToSides($0) } ?? false
            if !isTaken { title = nil }
            return
        }
        let isService = MatchKey(field.label).words.contains { $0.hasPrefix("serviz") }
        if isService {
            (service, isNamedByHeading) = ((field.value, row), false)
            (details, sides) = (ServiceDetails(), SeriesSides())
        } else if let (office, named) = Self.officeWithService(field.value) {
            (sector, service) = ((office, row), (named, row))
            (details, sides) = (ServiceDetails(), SeriesSides())
        } else {
            (sector, current) = ((field.value, row), nil)
            if let title, !field.isHeading, Self.namesService(title) {
                (service, isNamedByHeading) = ((title.text, title), true)
            }
        }
        title = nil
    }

    /// `Cultura - Servizio Biblioteca`: an office and a service of it on one line.
    private static func officeWithService(_ text: String) -> (office: String, service: String)? {
        let parts = text.partsAtDashes
        guard parts.count == 2, let first = MatchKey(parts[1]).words.first, first.hasPrefix("serviz"),
            parts[1].contains(" ")
        else { return nil }
        return (parts[0], parts[1])
    }

    /// True for figures under `Voce` in a document that names no service before them: nobody knows whose they are.
    private func isOfNobody(_ table: TableDraft) -> Bool {
        let columns = SeriesColumns(table)
        return columns.service == nil && service == nil && title == nil && sector == nil && services.isEmpty
            && ["voce", "voci"].contains(MatchKey(table.heads[columns.name]).text)
    }

    private mutating func take(_ table: TableDraft) {
        guard !isOfNobody(table) else { return }
        let head = table.headRows.first
        reading.bindHeads(of: table)
        tellSchoolYear(table)
        tables.append(table)
        let columns = SeriesColumns(table)
        let name = columns.name
        let isUnderOffice = service == nil && title == nil && sector != nil
        var reader = SeriesRows(table, name: name, year: documentYear)
        reader.read(in: &reading)
        let areNamed = MatchKey(table.heads[name]).words.first?.hasPrefix("serviz") ?? false
        let headings =
            columns.service == nil && service == nil
            ? ServiceHeadings(reader.drafts, underOffice: isUnderOffice, areNamed: areNamed) : nil
        if columns.service == nil, headings == nil || !areNamed {
            openService(table, name: name, head: head)
        }
        var inPlace = table
        inPlace.rows.removeAll { reader.movedRows.contains($0.number) }
        tellUnused(
            of: inPlace,
            but: reader.usedColumns.union(columns.owners).union([columns.kinds].compactMap(\.self)))
        years.formUnion(reader.years)
        let owners = columns.service == nil ? [:] : columns.owners(of: table.rows)
        var side = side(of: table, name: name)
        let users = Self.rowsOfUsers(table, columns)
        for draft in reader.drafts {
            if let headings, let row = headings.row(of: draft, in: table) {
                start(draft.name, row)
                continue
            }
            // `UTENTI` on a row of its own within the table, or as the first row of another head: `UTENTI | Quantità`.
            if draft.cells.values.allSatisfy({ [.word, .text].contains(CellShape($0)) }),
                let named = SeriesSide(naming: draft.name)
            {
                side = named
                reading.ledger.bind(draft.line.number, as: .sectionTitle)
                continue
            }
            if columns.service != nil {
                // A total over services, or a row before the first one: no service's own.
                guard let owner = owners[draft.line.number] else {
                    reading.ledger.release(draft.line.number)
                    continue
                }
                open(owner)
            }
            guard let last = current else { continue }
            let areUsers = users.map { $0.contains(draft.line.number) } ?? (side == .users)
            add(draft, areUsers: areUsers, to: last)
        }
    }

    /// Adds the series of a row to one of the lists of a service.
    private mutating func add(_ draft: SeriesRows.Draft, areUsers: Bool, to service: Int) {
        let field = areUsers ? "users" : "outputs"
        let named = reading.identifiers.identity("service", services[service].name, field, draft.name)
        var series = Series(id: draft.key ?? named, name: draft.name)
        series.isHeading = draft.isHeading
        series.values = draft.values
        series.sources["name"] = reading.source(draft.line.number)
        for (year, line) in draft.lines { series.sources["values.\(year)"] = reading.source(line.number) }
        if areUsers {
            Self.add(series, to: &services[service].users)
        } else {
            Self.add(series, to: &services[service].outputs)
        }
    }

    /// The side of a table: what its head says, or the title above it. The head may stand in a row of its own above the years.
    private mutating func side(of table: TableDraft, name: Int) -> SeriesSide {
        defer { above = nil }
        guard table.heads[name].isEmpty, let row = above,
            table.headRows.first.map({ row.lines.contains($0.number - 1) }) ?? false,
            SeriesSide(leading: row.cell(name)) != nil
        else { return sides.next(head: table.heads[name]) }
        for line in row.lines { reading.ledger.bind(line, as: .tableHeader) }
        return sides.next(head: row.cell(name))
    }

    /// The numbers of the rows of users, where a column says of each row which part it is of: `Output`, `Utenti`.
    private static func rowsOfUsers(_ table: TableDraft, _ columns: SeriesColumns) -> Set<Int>? {
        guard let parts = columns.kinds.flatMap({ SeriesColumns.parts(of: table, in: $0) }) else {
            return nil
        }
        return Set(
            zip(table.rows.filter { $0.filled.count > 1 }, parts).filter {
                [.users, .segments].contains($0.1)
            }.map(\.0.number))
    }

    /// Adds a series, or its years to the one of that name which another table gave other years of.
    private static func add(_ series: Series, to known: inout [Series]) {
        guard !series.isHeading,
            let index = known.firstIndex(where: { $0.name == series.name && !$0.isHeading }),
            !series.values.isEmpty, Set(known[index].values.keys).isDisjoint(with: series.values.keys)
        else { return known.append(series) }
        for (year, value) in series.values {
            known[index].values[year] = value
            known[index].sources["values.\(year)"] = series.sources.byField["values.\(year)"]
        }
    }

    /// Tells which year a school year was taken for.
    private mutating func tellSchoolYear(_ table: TableDraft) {
        guard let index = table.heads.firstIndex(where: PeriodHead.isSchoolYear),
            case .year(let year)? = table.periods[index], let line = table.headRows.first?.number
        else { return }
        reading.tell(.yearAssumed, .info, line: line, written: table.heads[index], expected: String(year))
    }

    /// Tells which columns of a table reach no field.
    private mutating func tellUnused(of table: TableDraft, but used: Set<Int>) {
        guard let line = table.headRows.first?.number ?? table.rows.first?.number else { return }
        for (index, head) in table.heads.enumerated()
        where !used.contains(index) && !head.isEmpty && !table.leftOut.contains(index) {
            guard table.column(index).contains(where: { !$0.isEmpty }) else { continue }
            reading.tell(.columnUnknown, .info, line: line, written: head)
        }
        for column in table.unheaded where !used.contains(column.column) {
            reading.tell(column.cells, withoutHeadAt: line)
        }
    }

    private static func headsNameServices(_ pieces: [Piece]) -> Bool {
        let heads = pieces.compactMap(\.table).filter(isSeries).map { $0.heads[SeriesColumns($0).name] }
        return heads.count > 1 && Set(heads).count == heads.count
            && heads.allSatisfy { head in
                !head.isEmpty && SeriesSide(leading: head) == nil
                    && !LabelWords(head).words.allSatisfy { TermRules.knows($0) }
            }
    }

    /// The service that a table is of: the one named last, else its title, else the first head.
    private mutating func openService(_ table: TableDraft, name: Int, head: DocumentRow?) {
        if let named = service {
            start(named.name, named.row, hasCard: true)
        } else if let title, !headsNameServices {
            start(title.text, title, hasCard: true)
        } else if current != nil, isInPart || SeriesSide(leading: table.heads[name]) != nil {
            return
        } else if let head, !table.heads[name].isEmpty, sector == nil || !Self.isOfSeries(table.heads[name]) {
            start(table.heads[name], head, hasCard: true)
        } else if let sector {
            start(sector.name, sector.row, hasCard: true)
        } else if services.isEmpty, let head {
            start("", head)
        }
        title = nil
    }

    /// `Attività`, `Prestazioni erogate`: a head over the names of any series, which names no service.
    private static func isOfSeries(_ head: String) -> Bool {
        let words = LabelWords(head).words
        return !words.isEmpty && words.allSatisfy { TermRules.knows($0) || seriesWords.matches($0) }
    }

    private static let seriesWords = WordPattern(
        "attivita|prestazion*|prodott*|output|voce|voci|svolt*|erogat*|rilevat*|consuntiv*|grandezz*|quantita|utent*|utenz*|servit*"
    )

    /// The service of a row whose table names it in a column.
    private mutating func open(_ owner: SeriesColumns.Owner) {
        if let sector = owner.sector { self.sector = (sector, owner.row) }
        start(owner.service, owner.row)
        guard let last = current, services[last].head.isEmpty, !owner.head.isEmpty else { return }
        services[last].head = owner.head
        services[last].sources["head"] = reading.source(owner.row.number)
    }

    /// - Parameter hasCard: the lines above say things of this service.
    private mutating func start(_ name: String, _ row: DocumentRow, hasCard: Bool = false) {
        current = services.firstIndex { $0.name == name }
        defer { if hasCard { details = ServiceDetails() } }
        guard current == nil else { return }
        current = services.count
        var map = ServiceMap(id: reading.identifiers.identity("service", name), name: name)
        for line in row.lines { reading.ledger.bind(line, to: "service.name") }
        map.sources["name"] = reading.source(row.number)
        if let sector, sector.name != name {
            map.sector = sector.name
            map.sources["sector"] = reading.source(sector.row.number)
            for line in sector.row.lines { reading.ledger.bind(line, to: "service.sector") }
        }
        if hasCard { details.fill(&map, &reading) }
        services.append(map)
    }
}
