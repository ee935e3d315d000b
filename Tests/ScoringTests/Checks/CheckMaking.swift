import Foundation
import Model

@testable import Scoring

extension Making {
    /// An archive with these parts; the municipality's name is invented.
    static func content(
        plan: Plan? = nil, services: [ServiceMap] = [], book: ProjectBook? = nil,
        municipality: Municipality = Municipality(id: id("m"), name: "Comune di Prova")
    ) -> ArchiveContent {
        var catalogue = ServiceCatalogue(id: id("catalogue"))
        catalogue.services = services
        var content = ArchiveContent(municipality: municipality, services: catalogue)
        if let plan { content.plans[plan.year] = plan }
        if let book { content.projects[book.year] = book }
        return content
    }

    /// A series written `name | 2019 | 2020 | …`; the first year is 2019, an empty cell is an empty one.
    static func series(_ row: String, in table: String) -> Series {
        let cells = row.split(separator: "|", omittingEmptySubsequences: false)
            .map { String($0).trimmingWhitespace() }
        var series = Series(id: id("\(table) \(row)"), name: cells[0])
        for (index, cell) in cells.dropFirst().enumerated() {
            series.values[2019 + index] = ReportedValue(reading: cell)
            series.sources["values.\(2019 + index)"] = Source(file: "mappe.txt", line: 7, text: cell)
        }
        return series
    }

    /// A service with tables of rows, one a line.
    static func service(_ name: String, outputs: String, users: String = "") -> ServiceMap {
        var service = ServiceMap(id: id("service \(name)"), name: name)
        service.outputs = rows(outputs).map { series($0, in: "\(name) outputs") }
        service.users = rows(users).map { series($0, in: "\(name) users") }
        return service
    }

    /// The lines of a text table that are not empty.
    static func rows(_ text: String) -> [String] {
        text.split(separator: "\n").map(String.init).filter { !$0.trimmingWhitespace().isEmpty }
    }
}

extension [Finding] {
    /// The findings of one code, as `severity written → expected`.
    func told(_ code: FindingCode) -> [String] {
        filter { $0.code == code }.map { "\($0.severity.rawValue) \($0.written) → \($0.expected)" }
    }
}
