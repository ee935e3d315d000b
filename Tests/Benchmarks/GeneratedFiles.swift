import Foundation
import Model

/// Documents of a generated archive, as an office would hand them in.
struct GeneratedFiles {
    let content: ArchiveContent

    /// A report of plain rows, an objective with one indicator in each, cells parted by tabulators.
    static func report(rows: Int) -> String {
        let head = ["Responsabile", "Obiettivo", "Indicatore", "Target atteso", "Target Consuntivo", "Peso"]
        let body = (0..<rows).map { row in
            ["R", "Obiettivo \(row)", "Indicatore \(row)", "10", "8", "100"].joined(separator: "\t")
        }
        return
            (["COMUNE DI BORGOPROVA", "Relazione sulla Performance 2031", head.joined(separator: "\t")] + body)
            .joined(separator: "\n")
    }

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
