import Foundation
import Model
import Reading
import Testing

@testable import Importing

@Suite("What stands at the edges of tables")
struct TableEdgesTests {
    private func plan(_ sheets: [(name: String, rows: [String])]) throws -> [Objective] {
        Importer.propose(workbook(sheets), file: "piano.xlsx", year: 2031).parts.plan?.objectives ?? []
    }

    @Test("Empty columns behind the last one change nothing: a slid row is put back all the same")
    func emptyColumns() throws {
        let head = "Obiettivo|Indicatore|Formula|Target|Consuntivo|Note|Peso|% Ragg|Barometro"
        let rows = [
            head, "Rete ciclabile|km aperti|km|6|6||70|100|", "|cantieri chiusi|numero|2|2||30|100|",
            "Orti urbani|orti assegnati|numero|40|38||100|95|",
        ]
        let slid = [
            head + "|", "Verde urbano|alberi messi a dimora|numero|350|372||60|100||",
            "|potature fatte|numero|90|95|||40|100|",
        ]
        let weights = { (objectives: [Objective]) in
            objectives.flatMap(\.indicators).map(\.weight.raw)
        }
        #expect(
            weights(try plan([("A", rows), ("B", slid)])) == ["70", "30", "100", "60", "40"])
    }

    @Test("Empty columns between the heads of one table and not of another change nothing either")
    func spacedColumns() throws {
        let rows = [
            "Obiettivo|Indicatore|Formula|Target|Consuntivo|Note|Peso|% Ragg|Barometro",
            "Rete ciclabile|km aperti|km|6|6||70|100|", "|cantieri chiusi|numero|2|2||30|100|",
            "Orti urbani|orti assegnati|numero|40|38||100|95|", "Musei|visite|numero|90|91||100|100|",
        ]
        let spaced = [
            "Obiettivo||Indicatore||Formula||Target||Consuntivo||Note||Peso||% Ragg||Barometro",
            "Verde urbano||alberi messi a dimora||numero||350||372||||60||100||",
            "||potature fatte||numero||90||95||||||40||100",
        ]
        let indicators = try plan([("A", rows), ("B", spaced)]).flatMap(\.indicators)
        #expect(indicators.map(\.weight.raw) == ["70", "30", "100", "100", "60", "40"])
        #expect(indicators.last?.printed.achievement?.raw == "100")
    }

    @Test("A formula in lines that names weights is no card: the weights have a column of their own")
    func formulaWithWeights() throws {
        var document = workbook([
            (
                "A",
                [
                    "Responsabile|Obiettivo|Indicatore|Formula|Target|Peso",
                    "Rossi Prova|Agenda verde|convegni|F|1,15|45",
                ]
            )
        ])
        guard case .table(var table) = document.blocks[0].content else { return }
        table.rows[1][3].text =
            "somma dei soggetti\nPESI soggetto comunale: 1 provinciale: 1,1;\nregionale: 1,3"
        document.blocks[0].content = .table(table)
        let found = Importer.propose(document, file: "piano.xlsx", year: 2031).parts.plan?.objectives ?? []
        #expect(found.map(\.title) == ["Agenda verde"])
        #expect(found.first?.indicators.map(\.target.raw) == ["1,15"])
        #expect(found.first?.indicators.map(\.weight.raw) == ["45"])
    }

    @Test("Amounts alone below the projects of a sheet are what they sum to")
    func sums() throws {
        let proposal = Importer.propose(
            workbook([
                (
                    "Progetti",
                    [
                        "N.|Progetto|Descrizione|Risorse proprie|Risorse di terzi|Risultato atteso",
                        "1|Biblioteca di sera|aperture serali|30.000,00||40 aperture",
                        "2|Nidi aperti|ore in più|15.000,00|5.000,00|200 ore", "45.000,00|||||",
                        "5.000,00|||||",
                    ]
                )
            ]), file: "progetti.xlsx", year: 2031)
        #expect(proposal.parts.projects?.printedOwnTotal?.raw == "45.000,00")
        #expect(proposal.parts.projects?.printedThirdPartyTotal?.raw == "5.000,00")
        #expect(proposal.unread.isEmpty)
    }
}
