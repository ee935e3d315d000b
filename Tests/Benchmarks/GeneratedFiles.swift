import Foundation
import Model

/// Documents and tables of a generated archive, as an office would hand them in.
struct GeneratedFiles {
    let content: ArchiveContent

    /// The maps of the services as text, tables with tabulators.
    var maps: String {
        content.services.services.map { service in
            let years = Set(service.outputs.flatMap(\.years)).sorted(by: >)
            let head = (["Prodotto", "U.M."] + years.map(String.init)).joined(separator: "\t")
            let rows = service.outputs.map { series in
                ([series.name, "n."] + years.map { series.values[$0]?.raw ?? "" }).joined(separator: "\t")
            }
            return
                ([
                    "MAPPA DEL SERVIZIO: \(service.name)", "", "Settore: \(service.sector)", "",
                    "Prodotti del servizio", "", head,
                ] + rows).joined(separator: "\n")
        }.joined(separator: "\n\n")
    }

    /// The series of all services as a sheet of comma-separated values.
    var sheet: String {
        let years = Set(content.services.services.flatMap { $0.series.flatMap(\.years) }).sorted()
        let head = ["servizio", "serie"] + years.map(String.init)
        let rows = content.services.services.flatMap { service in
            service.series.map { series in
                [service.name, series.name] + years.map { series.values[$0]?.raw ?? "" }
            }
        }
        return ([head] + rows).map { $0.joined(separator: ";") }.joined(separator: "\n") + "\n"
    }
}
