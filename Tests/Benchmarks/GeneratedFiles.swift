import Foundation
import Model

/// Documents of a generated archive, as an office would hand them in.
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
}
