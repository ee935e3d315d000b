import Foundation
import Model

/// The checks of the maps of the services, kept by service: after a change those of the services that it touches are
/// made again, and tables are compared with each other by what is kept of them.
struct ServiceChecks: Sendable {
    /// All findings: names, then the tables in order, then what compares tables with each other.
    let findings: [Finding]

    private let catalogue: ServiceCatalogue
    private let services: [OneServiceChecks]

    /// The checks of all maps of `catalogue`.
    init(_ catalogue: ServiceCatalogue) {
        self.init(catalogue, former: [])
    }

    /// The checks of another state of the maps.
    func updating(to catalogue: ServiceCatalogue) -> ServiceChecks {
        guard catalogue.services != self.catalogue.services else { return self }
        return ServiceChecks(catalogue, former: services)
    }

    private init(_ catalogue: ServiceCatalogue, former: [OneServiceChecks]) {
        let known = Dictionary(former.map { ($0.service.id, $0) }) { first, _ in first }
        let kept = catalogue.services.map { service in
            known[service.id].flatMap { $0.service == service ? $0 : nil }
        }
        let tables = zip(catalogue.services, kept).map { service, checks in
            checks?.tables ?? OneServiceChecks.tables(of: service, former: known[service.id]?.tables)
        }
        let copies = SeriesCopyCheck(tables.flatMap { $0 })
        let pasted = copies.pasted
        services = zip(zip(catalogue.services, tables), kept).map { pair, checks in
            checks?.updating(pasted: pasted)
                ?? OneServiceChecks(pair.0, tables: pair.1, pasted: pasted, former: known[pair.0.id])
        }
        self.catalogue = catalogue
        var findings = NameChecks.serviceFindings(in: catalogue)
        findings += services.flatMap(\.names)
        findings += services.flatMap(\.cells)
        findings += services.flatMap(\.shiftedInPlace)
        findings += services.flatMap(\.shifted)
        findings += copies.findings
        findings += services.flatMap(\.pairs)
        self.findings = findings
    }
}

/// The checks of one service that depend on nothing but its map and which of its rows are told as pasted.
struct OneServiceChecks: Sendable {
    let service: ServiceMap
    /// Outputs and users.
    let tables: [ComparedSeries]
    /// The findings about names within the map.
    let names: [Finding]
    /// The findings about cells, sums and outliers, by table.
    let cells: [Finding]
    /// The findings about rows that stand one column off by their own cells.
    let shiftedInPlace: [Finding]
    /// The findings about rows that have the figures of another one a year off.
    let shifted: [Finding]
    /// The findings about series that agree in all years but one.
    let pairs: [Finding]
    private let pasted: Set<UUID>
    /// What is told of the cells of each row, by the row.
    private let readings: [ObjectIdentifier: [Finding]]

    /// - Parameter former: the checks of another state of the map; nil where there was none.
    init(_ service: ServiceMap, tables: [ComparedSeries], pasted: Set<UUID>, former: OneServiceChecks? = nil)
    {
        self.service = service
        self.tables = tables
        self.pasted = OneServiceChecks.own(pasted, tables)
        names = NameChecks.findings(in: service)
        var cells: [Finding] = []
        // Rows of the former state live as long as its tables: an object of today is not one of them by chance.
        let known = former?.service.name == service.name ? former?.readings ?? [:] : [:]
        var readings: [ObjectIdentifier: [Finding]] = [:]
        for table in tables {
            let check = SeriesReadingCheck(table: table)
            for row in table.rows {
                let own = known[ObjectIdentifier(row)] ?? check.findings(of: row)
                readings[ObjectIdentifier(row)] = own
                cells += own
            }
            cells += SeriesTotalCheck(table, copied: self.pasted).findings
            cells += SeriesOutlierCheck(service).findings(table)
        }
        self.cells = cells
        self.readings = readings
        let shift = SeriesShiftCheck(tables: tables)
        shiftedInPlace = shift.inPlace
        shifted = shift.moved
        pairs = SeriesPairCheck(tables: tables).findings
    }

    /// The same checks where other rows of any service are told as pasted.
    func updating(pasted: Set<UUID>) -> OneServiceChecks {
        OneServiceChecks.own(pasted, tables) == self.pasted
            ? self : OneServiceChecks(service, tables: tables, pasted: pasted, former: self)
    }

    /// The tables of a map, made ready.
    /// - Parameter former: the tables before a change; nil where there were none.
    static func tables(of service: ServiceMap, former: [ComparedSeries]? = nil) -> [ComparedSeries] {
        [
            ComparedSeries(service, .outputs, former: former?.first { $0.kind == .outputs }),
            ComparedSeries(service, .users, former: former?.first { $0.kind == .users }),
        ]
    }

    private static func own(_ pasted: Set<UUID>, _ tables: [ComparedSeries]) -> Set<UUID> {
        guard !pasted.isEmpty else { return [] }
        return Set(tables.flatMap { $0.rows.map(\.series.id) }).intersection(pasted)
    }
}
