import Exporting
import Foundation
import Model

/// A workbook in which an office writes the figures of its services of a year.
public enum SeriesTemplate {
    /// How many former years stand beside the year that is asked for.
    private static let formerYears = 5

    /// The workbook of the services' series; without a row where there are none for that scope.
    public static func workbook(
        _ catalogue: ServiceCatalogue, year: Int, of municipality: Municipality, scope: TemplateScope = .all
    ) -> Workbook {
        let services = catalogue.services.filter(scope.holds)
        let former = Set(services.flatMap(\.series).flatMap(\.years)).filter { $0 < year }.sorted()
            .suffix(formerYears)
        let years = Array(former) + [year]
        let title = TemplateWords.seriesTitle(year)
        var table = DataTable(TemplateWords.seriesSheet, columns: columns(years, asked: year))
        table.lead = [title, municipality.name].filter { !$0.isEmpty }
        table.isProtected = true
        for service in services {
            for (kind, list) in [("Output", service.outputs), ("Utenti", service.users)] {
                for series in list where !series.isHeading {
                    table.rows.append(
                        [DataCell(service.sector), DataCell(service.name), DataCell(series.name)]
                            + years.map { DataCell(series.values[$0]) }
                            + [.text(kind), .key(series, years: years, asked: year)])
                }
            }
        }
        return Workbook(
            title: title,
            sheets: [
                .paragraphs(name: TemplateWords.instructions, TemplateWords.seriesInstructions(year)),
                .table(table),
            ])
    }

    private static func columns(_ years: [Int], asked year: Int) -> [DataColumn] {
        let figures = years.map { value -> DataColumn in
            var column = DataColumn("y\(value)", "\(value)", .number(decimals: 0))
            column.isLocked = value != year
            if value == year { column.prompt = TemplateWords.seriesPrompt }
            return column
        }
        var key = DataColumn("key", TemplateWords.key, width: 36)
        key.isHidden = true
        return [
            DataColumn("sector", TemplateWords.sector, width: 22),
            DataColumn("service", TemplateWords.service, width: 28),
            DataColumn("series", TemplateWords.series, width: 44),
        ] + figures + [DataColumn("kind", TemplateWords.kind, width: 10), key]
    }
}
