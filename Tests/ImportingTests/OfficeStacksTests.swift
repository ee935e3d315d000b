import Testing

@testable import Importing

/// Cards and tables one below another in one table, and text that lost its columns.
@Suite("What offices put one below another")
struct OfficeStacksTests {
    @Test(arguments: stacks + columns) func isTaken(_ sample: ReadingSample) throws {
        #expect(try sample.read() == sample.facts)
    }

    private static let stacks = [
        ReadingSample(
            "separated values: lines of each objective over its indicators, the head each time",
            """
            Comune di Prova al Colle;;
            Piano degli obiettivi 2026;;
            1. Verde e Parchi;;
            Referente: Resp. Verde;;
            1.1 Cura degli orti urbani;;
            Assegnazione dei lotti liberi dopo il bando;;
            Peso: 60%;;
            Descrizione indicatore;U.M.;Valore programmato
            Lotti affidati;n.;36
            Bando pubblicato;data;31/03/2026
            1.2 Canile aperto;;
            Peso: 40%;;
            Descrizione indicatore;U.M.;Valore programmato
            Adozioni;n.;110
            2. Mobilità;;
            Referente: Resp. Mobilità;;
            2.1 Ciclabile del fiume;;
            Peso: 100%;;
            Descrizione indicatore;U.M.;Valore programmato
            Metri aperti;m;1.200
            """,
            "1.1|Cura degli orti urbani|Verde e Parchi|Resp. Verde|60", "- Lotti affidati|36|||",
            "- Bando pubblicato|31/03/2026|||",
            "1.2|Canile aperto|Verde e Parchi|Resp. Verde|40", "- Adozioni|110|||",
            "2.1|Ciclabile del fiume|Mobilità|Resp. Mobilità|100", "- Metri aperti|1.200|||"),
        ReadingSample(
            "cards laid out by blanks, each with columns of its own",
            """
            Comune di Prova al Colle
            Piano degli obiettivi 2026

             Servizio                                 Verde e Parchi
             Referente                                Resp. Verde
             Obiettivo operativo                      Cura degli orti urbani
             Pesatura                                 60
             Indicatore di performance                Target
             Lotti affidati                           36
             Canone riscosso                          € 4.200,00

             Servizio                       Verde e Parchi
             Referente                      Resp. Verde
             Obiettivo operativo            Canile aperto la domenica
             Pesatura                       40
             Indicatore di performance      Target
             Adozioni                       110

             Servizio                                         Mobilità
             Referente                                        Resp. Mobilità
             Obiettivo operativo                              Ciclabile del fiume fino al confine
             Pesatura                                         100
             Indicatore di performance                        Target
             Metri aperti al traffico delle biciclette        1.200
            """,
            "|Cura degli orti urbani|Verde e Parchi|Resp. Verde|60", "- Lotti affidati|36|||",
            "- Canone riscosso|€ 4.200,00|||",
            "|Canile aperto la domenica|Verde e Parchi|Resp. Verde|40", "- Adozioni|110|||",
            "|Ciclabile del fiume fino al confine|Mobilità|Resp. Mobilità|100",
            "- Metri aperti al traffico delle biciclette|1.200|||"),
    ]

    private static let columns = [
        ReadingSample(
            "cells of a column one below another: nothing is taken",
            """
            Comune di Prova al Colle
            Piano degli obiettivi 2026
            Obiettivo
            Cura degli orti urbani
            Area
            Responsabile
            Verde e
            Resp. Verde
            Parchi
            Indicatore
            Valore obiettivo
            Lotti affidati
            36
            ai residenti
            Canone riscosso
            4.200
            Peso %
            60

            Obiettivo
            Canile aperto
            Area
            Responsabile
            Verde e
            Resp. Verde
            Parchi
            Indicatore
            Valore obiettivo
            Adozioni
            110
            nell’anno
            Visite
            900
            Peso %
            40
            """)
    ]

    @Test func whatIsMissingIsTold() throws {
        let text = try #require(Self.columns.first).text
        let proposal = try Importer.propose(bytes: Array(text.utf8), file: "a.txt")
        #expect(proposal.findings.contains { $0.code == .columnsLost })
        #expect(proposal.unread.count == proposal.lines.total - proposal.lines.blank)
    }
}
