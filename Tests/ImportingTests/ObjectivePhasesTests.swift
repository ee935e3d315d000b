import Foundation
import Model
import Testing

@testable import Importing

@Suite("Tables of objectives with their phases, and nothing that is measured")
struct ObjectivePhasesTests {
    private func phases(_ rows: [String]) throws -> [String] {
        let proposal = try Importer.propose(
            bytes: [UInt8]((rows.joined(separator: "\n") + "\n").utf8), file: "cronoprogramma.csv", year: 2031
        )
        #expect(proposal.unread.isEmpty)
        return (proposal.parts.plan?.objectives ?? []).flatMap { objective in
            objective.phases.map { phase in
                let spans = phase.spans.map { "\($0.from.number)-\($0.to.number)" }
                return "\(objective.title) / \(phase.title) / \(spans.joined(separator: " "))"
            }
        }
    }

    private let expected = [
        "Nuova anagrafe / Analisi / 1-3", "Nuova anagrafe / Affidamento / 4-6",
        "Verde urbano / Potature / 1-2 11-12",
    ]

    @Test("A column a month with marks", arguments: ["X", "x", "■", "●"])
    func months(mark: String) throws {
        let months = "gen;feb;mar;apr;mag;giu;lug;ago;set;ott;nov;dic"
        let found = try phases([
            "Obiettivo;Attività;" + months,
            "Nuova anagrafe;Analisi;\(mark);\(mark);\(mark);;;;;;;;;",
            ";Affidamento;;;;\(mark);\(mark);\(mark);;;;;;",
            "Verde urbano;Potature;\(mark);\(mark);;;;;;;;;\(mark);\(mark)",
        ])
        #expect(found == expected)
    }

    @Test(
        "Begin and end, or the day by which",
        arguments: ["Obiettivo;Fase;Inizio;Fine", "Obiettivi;Azioni;Dal;Al"])
    func times(head: String) throws {
        let found = try phases([
            head, "Nuova anagrafe;Analisi;01/01/2031;31/03/2031", ";Affidamento;01/04/2031;30/06/2031",
            "Verde urbano;Potature;01/09/2031;30/09/2031",
        ])
        #expect(found == expected.prefix(2) + ["Verde urbano / Potature / 9-9"])
    }

    @Test("The day by which a phase is done", arguments: ["Scadenza", "Entro il", "Tempi"])
    func days(head: String) throws {
        let found = try phases([
            "Obiettivo;Attività;" + head, "Nuova anagrafe;Analisi;31/03/2031",
            ";Affidamento;30/06/2031", "Verde urbano;Potature;30/09/2031",
        ])
        #expect(found.map { String($0.prefix { $0 != "1" && $0 != "3" }) }.count == 3)
        #expect(found.last == "Verde urbano / Potature / 9-9")
    }
}
