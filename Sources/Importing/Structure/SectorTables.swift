import Foundation
import Model
import Reading

/// A table of the sectors with who heads each from when to when, and the headings right behind it, under which stands what
/// each does, or which other offices there are.
struct SectorTables {
    /// The sectors, in order.
    private(set) var sectors: [Sector] = []
    /// The offices within sectors, and those beside them.
    private(set) var units: [ServiceUnit] = []
    /// The pieces that are none of this.
    private(set) var rest: [Piece] = []
    private var place = Place.elsewhere

    /// What the texts are that follow.
    private enum Place: Equatable {
        /// Nothing of sectors.
        case elsewhere
        /// Right behind the table.
        case behindTable
        /// Below the heading of a sector: what it does.
        case duties(of: Int)
        /// Offices that belong to no sector.
        case otherOffices
    }

    /// Reads the sectors of a document.
    init(_ pieces: [Piece], _ reading: inout Reading) {
        for piece in pieces where !take(piece, &reading) { rest.append(piece) }
    }

    private mutating func take(_ piece: Piece, _ reading: inout Reading) -> Bool {
        switch piece {
        case .table(let table):
            guard let columns = SectorColumns(table) else { break }
            take(table, columns, &reading)
            place = .behindTable
            return true
        case .text(let row):
            return takeText(row, &reading)
        case .field(let field):
            guard let row = field.rows.first else { break }
            return takeText(field.rows.count > 1 ? row.with(row.text) : row, &reading)
        case .row, .card: break
        }
        place = .elsewhere
        return false
    }

    private mutating func take(_ table: TableDraft, _ columns: SectorColumns, _ reading: inout Reading) {
        for row in table.headRows { reading.layout(Array(row.lines), .tableHeader) }
        var current: Int?
        for row in table.rows {
            let (name, offices) = columns.sector(in: row)
            if !name.isEmpty { current = index(of: name, Array(row.lines), &reading) }
            guard let current else { continue }
            for office in offices {
                addUnit(office, of: sectors[current].id, Array(row.lines), &reading)
            }
            if let tenure = columns.tenure(of: row, sector: sectors[current].name, &reading) {
                sectors[current].tenures.append(tenure)
            }
        }
    }

    private mutating func addUnit(
        _ name: String, of sector: UUID?, _ lines: [Int], _ reading: inout Reading
    ) {
        var unit = ServiceUnit(
            id: reading.identifiers.identity("unit", sector?.uuidString ?? "", name), name: name)
        unit.sectorID = sector
        unit.sources["name"] = reading.bound(lines, to: "unit.name")
        units.append(unit)
    }

    private mutating func index(of text: String, _ lines: [Int], _ reading: inout Reading) -> Int {
        let heading = CodedHeading.read(text) ?? CodedHeading(title: text)
        if let known = index(of: heading) { return known }
        var sector = Sector(id: reading.identifiers.identity("sector", heading.title), name: heading.title)
        sector.code = heading.code
        let source = reading.bound(lines, to: "sector.name")
        sector.sources["name"] = source
        if !heading.code.isEmpty { sector.sources["code"] = source }
        sectors.append(sector)
        return sectors.count - 1
    }

    private func index(of heading: CodedHeading) -> Int? {
        sectors.firstIndex {
            $0.code == heading.code && $0.name.comparisonKey == heading.title.comparisonKey
        }
    }

    /// Takes the heading of a sector behind the table, or a text below it; false for anything else.
    private mutating func takeText(_ row: DocumentRow, _ reading: inout Reading) -> Bool {
        guard place != .elsewhere else { return false }
        let lines = Array(row.lines)
        if let next = heading(row) {
            place = next
            reading.layout(lines, .sectionTitle)
            return true
        }
        switch place {
        case .duties(let sector) where row.kind == .text:
            let text = row.writtenItem
            let source = reading.bound(lines, to: "sector.duties")
            sectors[sector].duties = ObjectiveAssembly.joined(sectors[sector].duties, text)
            if sectors[sector].sources.byField["duties"] == nil { sectors[sector].sources["duties"] = source }
            return true
        case .otherOffices where row.writtenItem.hasPrefix("- "):
            addUnit(String(row.writtenItem.dropFirst(2)), of: nil, lines, &reading)
            return true
        default:
            place = .elsewhere
            return false
        }
    }

    /// What stands below a heading behind the table; nil for what is no heading of this.
    private func heading(_ row: DocumentRow) -> Place? {
        guard row.kind == .heading else { return nil }
        if Self.otherOffices.contains(MatchKey(row.text).text) { return .otherOffices }
        return index(of: CodedHeading.read(row.text) ?? CodedHeading(title: row.text)).map { .duties(of: $0) }
    }

    private static let otherOffices: Set<String> = ["altri uffici", "andere amter", "autres bureaux"]
}

/// The columns of a table of sectors: `Settore | Responsabile | In qualità di | Dal | Al`.
private struct SectorColumns {
    private let sector: Int
    private let head: Int
    private let role: Int?
    private let from: Int?
    private let to: Int?

    /// The columns; nil for a table of anything else: each column must be known, and one of them say from when or to when.
    init?(_ table: TableDraft) {
        guard let sector = table.columns(.sector).first, let head = table.columns(.head).first else {
            return nil
        }
        let keys = table.heads.map { MatchKey($0).text }
        let others = keys.indices.filter { $0 != sector && $0 != head && !keys[$0].isEmpty }
        let times = (
            from: others.first { Self.begins.contains(keys[$0]) },
            to: others.first { Self.ends.contains(keys[$0]) }
        )
        let role = others.first { Self.roles.contains(keys[$0]) }
        let known = [times.from, times.to, role].compactMap(\.self)
        guard times.from != nil || times.to != nil, known.count == others.count else { return nil }
        (from, to, self.role) = (times.from, times.to, role)
        (self.sector, self.head) = (sector, head)
    }

    private static let begins: Set<String> = [
        "dal", "da", "decorrenza", "inizio", "data inizio", "inizio incarico", "vom", "von", "du", "from",
    ]
    private static let ends: Set<String> = [
        "al", "a", "fino al", "scadenza", "fine", "data fine", "fine incarico", "bis", "au", "to",
    ]
    private static let roles: Set<String> = [
        "in qualita di", "incarico", "ruolo", "funzione", "qualifica", "titolo", "funktion", "fonction",
        "als", "en qualite de", "as", "role",
    ]

    /// The name of the sector of a row, empty where the one above goes on, and its offices, which stand on lines of their
    /// own below the name. On a page a line ends where the column does: there all lines are the name.
    func sector(in row: DocumentRow) -> (name: String, offices: [String]) {
        guard row.page == nil, let lines = row.cellLines[sector], let name = lines.first,
            lines.dropFirst().allSatisfy({ $0.first?.isUppercase ?? false })
        else { return (row.cell(sector), []) }
        return (name, Array(lines.dropFirst()))
    }

    /// Who heads the sector by a row; nil where it names nobody.
    func tenure(of row: DocumentRow, sector: String, _ reading: inout Reading) -> Tenure? {
        let name = row.cell(head)
        guard name.contains(where: \.isLetter) else { return nil }
        let (first, last) = (CalendarDate(italian: row.cell(from)), CalendarDate(italian: row.cell(to)))
        var tenure = Tenure(
            id: reading.identifiers.identity("sector", sector, "tenure", first?.iso ?? "", name), head: name,
            from: first, to: last)
        let words = row.cell(role)
        tenure.role = TenureReader.role(of: words)?.0 ?? .holder
        let source = reading.bound(Array(row.lines), to: "sector.tenures")
        tenure.sources["head"] = source
        if first != nil { tenure.sources["from"] = source }
        if last != nil { tenure.sources["to"] = source }
        if !words.isEmpty { tenure.sources["role"] = source }
        return tenure
    }
}
