import Exporting
import Foundation
import Localization
import Model

/// A file of a package of open data.
public struct OpenDataFile: Hashable, Sendable {
    /// Its name.
    public let name: String
    /// Its bytes.
    public let bytes: Data
}

/// A package of open data: each table as CSV, as JSON Lines and as JSON with its types, a Frictionless data package, and
/// a description for catalogues (DCAT-AP_IT).
public struct OpenDataPackage: Sendable {
    /// The licence under which the data is given.
    public struct Licence: Hashable, Sendable {
        /// Its name among those of the SPDX list.
        public var name: String
        /// Its title.
        public var title: String
        /// Where its text is.
        public var path: String
        /// Its entry in the European list of licences.
        public var authority: String

        /// Creative Commons Attribution 4.0, which the guidelines on open data ask for (art. 52 CAD, AGID).
        public static let attribution = Licence(
            name: "CC-BY-4.0", title: "Creative Commons Attribuzione 4.0 Internazionale",
            path: "https://creativecommons.org/licenses/by/4.0/",
            authority: "http://publications.europa.eu/resource/authority/licence/CC_BY_4_0")
        /// Public domain.
        public static let publicDomain = Licence(
            name: "CC0-1.0", title: "Creative Commons Zero 1.0 Universale",
            path: "https://creativecommons.org/publicdomain/zero/1.0/",
            authority: "http://publications.europa.eu/resource/authority/licence/CC0")
        /// The licences that can be chosen.
        public static let all = [attribution, publicDomain]
    }

    private let municipality: String
    private let istatCode: String
    private let tables: [DataTable]
    private let licence: Licence
    private let day: CalendarDate

    /// The package of an archive, made on a day.
    /// - Parameter whole: the archive of which `content` is a part; nil for itself.
    public init(
        _ content: ArchiveContent, _ options: OpenDataOptions = OpenDataOptions(),
        licence: Licence = .attribution, day: CalendarDate, partOf whole: ArchiveContent? = nil
    ) {
        municipality = content.municipality.name
        istatCode = options.istatCode
        tables = OpenDataTables(content, options, partOf: whole).all
        self.licence = licence
        self.day = day
    }

    /// The files, in order of their making.
    public func files() throws -> [OpenDataFile] {
        var files: [OpenDataFile] = []
        for table in tables {
            files.append(OpenDataFile(name: "\(table.name).csv", bytes: CSVText.tidy(table)))
            files.append(OpenDataFile(name: "\(table.name).jsonl", bytes: JSONLines.bytes(of: table)))
            files.append(OpenDataFile(name: "\(table.name).json", bytes: JSONLines.typed(table)))
        }
        files.append(OpenDataFile(name: "datapackage.json", bytes: try JSONText.bytes(of: description)))
        files.append(OpenDataFile(name: "dcat.ttl", bytes: Data(catalogueEntry.utf8)))
        return files
    }

    /// The language of title and summary.
    private var language: String { Localization.language.rawValue }

    private var title: String {
        tr("Performance of {municipality}: objectives, indicators, services", ["municipality": municipality])
    }

    private var summary: String {
        tr(
            "Targets, actuals, weights and scores of the indicators of the performance plans, series of the services, and projects of performance."
        )
    }

    private var name: String {
        let words = municipality.comparisonKey.split(separator: " ").joined(separator: "-")
        return words.isEmpty ? "performance" : "performance-" + words
    }
}

// MARK: - Frictionless

extension OpenDataPackage {
    /// `datapackage.json` (Data Package 1).
    private struct Description: Encodable {
        var profile = "tabular-data-package"
        var name: String
        var title: String
        var description: String
        var created: String
        var licenses: [Terms]
        var contributors: [Contributor]
        var resources: [Resource]

        struct Terms: Encodable {
            var name: String
            var title: String
            var path: String
        }

        struct Contributor: Encodable {
            var title: String
            var role = "publisher"
        }

        struct Resource: Encodable {
            var profile = "tabular-data-resource"
            var name: String
            var path: String
            var format = "csv"
            var mediatype = "text/csv"
            var encoding = "utf-8"
            var dialect = Dialect()
            var schema: Schema
        }

        struct Dialect: Encodable {
            var delimiter = ","
            var lineTerminator = "\r\n"
            var quoteChar = "\""
            var doubleQuote = true
            var header = true
        }

        struct Schema: Encodable {
            var fields: [Field]
            var missingValues = [""]
            var primaryKey: [String]?
        }

        struct Field: Encodable {
            var name: String
            var type: String
            var description: String
            var constraints: Constraints?
        }

        struct Constraints: Encodable {
            var `enum`: [String]?
            var minimum: Int?
            var maximum: Int?
            var required: Bool?
        }
    }

    private var description: Description {
        Description(
            name: name, title: title, description: summary, created: "\(day.iso)T00:00:00Z",
            licenses: [.init(name: licence.name, title: licence.title, path: licence.path)],
            contributors: [.init(title: municipality.isEmpty ? "—" : municipality)],
            resources: tables.map { table in
                Description.Resource(
                    name: table.name, path: "\(table.name).csv",
                    schema: .init(
                        fields: table.columns.map(field), primaryKey: OpenDataPackage.key(of: table.name)))
            })
    }

    private func field(_ column: DataColumn) -> Description.Field {
        var constraints: Description.Constraints?
        if case .list(let choices) = column.kind { constraints = .init(enum: choices) }
        if column.name == "score" { constraints = .init(minimum: 0, maximum: 100) }
        if column.name == "year" { constraints = .init(required: true) }
        return .init(
            name: column.name, type: column.tidyType.rawValue, description: column.head,
            constraints: constraints)
    }

    private static func key(of table: String) -> [String]? {
        switch table {
        case "indicators": ["year", "indicator_id"]
        case "objectives": ["year", "objective_id"]
        case "series": ["series_id", "year"]
        case "projects": ["year", "project_id"]
        default: nil
        }
    }
}

extension DataColumn {
    /// The type of a column for programs.
    enum TidyType: String {
        case string, integer, number, date, year
    }

    /// The type of the column for programs.
    var tidyType: TidyType {
        switch kind {
        case .text, .list, .month: .string
        case .number, .percent: name == "year" ? .year : name == "indicators" ? .integer : .number
        case .date: .date
        }
    }
}

// MARK: - DCAT-AP_IT

extension OpenDataPackage {
    /// The dataset and its files for catalogues, as Turtle.
    private var catalogueEntry: String {
        let own = istatCode.isEmpty ? name : istatCode
        let agent = "<urn:barometro:ente:\(own)>"
        let dataset = "<urn:barometro:dataset:\(name)>"
        let places = distributions.map { "<\($0.path)>" }.joined(separator: ", ")
        var text = """
            @prefix dcat: <http://www.w3.org/ns/dcat#> .
            @prefix dcatapit: <http://dati.gov.it/onto/dcatapit#> .
            @prefix dct: <http://purl.org/dc/terms/> .
            @prefix foaf: <http://xmlns.com/foaf/0.1/> .
            @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

            \(agent) a dcatapit:Agent, foaf:Agent ;
                dct:identifier \(literal(own)) ;
                foaf:name \(literal(municipality.isEmpty ? "—" : municipality))@it .

            \(dataset) a dcatapit:Dataset, dcat:Dataset ;
                dct:identifier \(literal(name)) ;
                dct:title \(literal(title))@\(language) ;
                dct:description \(literal(summary))@\(language) ;
                dct:modified "\(day.iso)"^^xsd:date ;
                dct:issued "\(day.iso)"^^xsd:date ;
                dct:accrualPeriodicity <http://publications.europa.eu/resource/authority/frequency/ANNUAL> ;
                dct:language <http://publications.europa.eu/resource/authority/language/ITA> ;
                dcat:theme <http://publications.europa.eu/resource/authority/data-theme/GOVE> ;
                dct:rightsHolder \(agent) ;
                dct:publisher \(agent) ;
                dct:creator \(agent) ;
                dcat:distribution \(places) .


            """
        text += """
            <\(licence.path)> a dcatapit:LicenseDocument, dct:LicenseDocument ;
                foaf:name \(literal(licence.title))@it ;
                dct:type <\(licence.authority)> .


            """
        for file in distributions { text += distribution(file) }
        return text
    }

    private var distributions: [(path: String, format: String)] {
        tables.flatMap {
            [("\($0.name).csv", "CSV"), ("\($0.name).jsonl", "JSON"), ("\($0.name).json", "JSON")]
        }
    }

    private func distribution(_ file: (path: String, format: String)) -> String {
        """
        <\(file.path)> a dcatapit:Distribution, dcat:Distribution ;
            dct:title \(literal(file.path))@it ;
            dct:format <http://publications.europa.eu/resource/authority/file-type/\(file.format)> ;
            dct:license <\(licence.path)> ;
            dct:modified "\(day.iso)"^^xsd:date ;
            dcat:accessURL <\(file.path)> ;
            dcat:downloadURL <\(file.path)> .


        """
    }

    /// A string of Turtle: its escapes are JSON's.
    private func literal(_ text: String) -> String { JSONLines.quoted(text) }
}
