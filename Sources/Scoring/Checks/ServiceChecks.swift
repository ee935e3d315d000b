import Model

/// The checks of the maps of the services.
struct ServiceChecks {
    private let catalogue: ServiceCatalogue

    init(_ catalogue: ServiceCatalogue) {
        self.catalogue = catalogue
    }

    /// All findings: names, then the tables in order, then what compares tables with each other.
    var findings: [Finding] {
        let tables = catalogue.services.flatMap {
            [SeriesTable($0, .outputs), SeriesTable($0, .users)]
        }
        let copies = SeriesCopyCheck(tables)
        let pasted = copies.pasted
        var findings = NameChecks.findings(in: catalogue)
        for table in tables {
            findings += SeriesReadingCheck(table: table).findings
            findings += SeriesTotalCheck(table, copied: pasted).findings
            findings += SeriesOutlierCheck(table.service).findings(table)
        }
        return findings + SeriesShiftCheck(tables: tables).findings + copies.findings
            + SeriesPairCheck(tables: tables).findings
    }
}
