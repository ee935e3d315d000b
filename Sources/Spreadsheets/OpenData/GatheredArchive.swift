import Exporting
import Foundation
import Model

/// The tidy tables of one archive among many, cut by municipality and year.
public struct GatheredArchive: Sendable {
    /// A file: its table, its path below the folder, and its rows as separated values with a head.
    public struct Part: Sendable {
        /// The table.
        public let table: String
        /// The path: `indicators/municipality=comune-di-x/year=2025/part.csv`.
        public let path: String
        /// The bytes.
        public let bytes: Data
    }

    private let tables: [DataTable]
    private let owner: String

    /// The tables of an archive.
    public init(_ content: ArchiveContent, istatCode: String = "") {
        var options = OpenDataOptions()
        options.istatCode = istatCode
        let data = OpenDataTables(content, options)
        tables = data.all
        let name = content.municipality.name.comparisonKey.split(separator: " ").joined(separator: "-")
        owner =
            istatCode.isEmpty
            ? String(name.prefix(60)) + "-" + content.municipality.id.plainText.prefix(8).lowercased()
            : istatCode
    }

    /// A file with nothing but a head for each table, for tables of which no archive has a row: databases ask for one.
    public static var heads: [Part] {
        let empty = ArchiveContent(
            municipality: Municipality(id: UUID(naming: []), name: ""),
            services: ServiceCatalogue(id: UUID(naming: [])))
        return OpenDataTables(empty).all.map { table in
            Part(
                table: table.name, path: "\(table.name)/municipality=0/year=0/part.csv",
                bytes: CSVText.tidy(table))
        }
    }

    /// The files; none for a table without a row.
    public var parts: [Part] {
        tables.flatMap { table -> [Part] in
            guard let year = table.columns.firstIndex(where: { $0.name == "year" }) else { return [] }
            let head = table.columns.map { DataCell.text($0.name) }
            var texts: [(year: String, text: [UInt8])] = []
            for row in table.rows {
                let own = row[year].plain
                if texts.last?.year != own {
                    if let known = texts.firstIndex(where: { $0.year == own }) {
                        texts.append(texts.remove(at: known))
                    } else {
                        texts.append((own, []))
                        CSVText.append(head, to: &texts[texts.count - 1].text)
                    }
                }
                CSVText.append(row, to: &texts[texts.count - 1].text)
            }
            return texts.map {
                Part(
                    table: table.name, path: "\(table.name)/municipality=\(owner)/year=\($0.year)/part.csv",
                    bytes: Data($0.text))
            }
        }
    }
}
