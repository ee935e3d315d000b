import Foundation
import Model
import Testing

@testable import Importing

/// Ways of laying out objectives that offices have, each with what a reader of it sees: `title [weight]`, then
/// `indicator: target / actual (weight)`, then `> phase`.
@Suite("Ways of laying out objectives")
struct LayoutVariationsTests {
    struct Variation: CustomTestStringConvertible, Sendable {
        let name: String
        let text: String
        let expected: [String]
        var testDescription: String { name }
    }

    private static func outline(_ proposal: ImportProposal) -> [String] {
        (proposal.parts.plan?.objectives ?? []).flatMap { objective -> [String] in
            let weight = objective.weight.map { " [\($0)]" } ?? ""
            return [objective.title + weight]
                + objective.indicators.map { indicator in
                    let weight = indicator.weight.raw.isEmpty ? "" : " (\(indicator.weight.raw))"
                    return "\(indicator.name): \(indicator.target.raw) / \(indicator.actual.raw)" + weight
                } + objective.phases.map { "> " + $0.title }
        }
    }

    @Test("What a reader sees comes to its fields", arguments: variations)
    func read(_ variation: Variation) throws {
        let file = variation.text.contains(";") ? "piano.csv" : "piano.txt"
        let proposal = try Importer.propose(
            bytes: [UInt8](variation.text.utf8), file: file, year: 2031)
        #expect(Self.outline(proposal) == variation.expected)
    }

    static let variations = [
        Variation(
            name: "targets by quarters that grow: the last is the year's",
            text: """
                Struttura;Descrizione;Tipo;Indicatore;Target I trim;Target II trim;Target III trim;Target IV trim;Peso %
                Servizio SUAP;Velocizzare le pratiche;Efficienza;giorni medi;40;35;32;30;50
                ;;Qualità;reclami;<5;<4;<3;<2;50
                Servizio Tributi;Ridurre l'evasione;Efficacia;accertamenti;250;500;750;1.000;100

                """,
            expected: [
                "Velocizzare le pratiche", "giorni medi: 30 /  (50)", "reclami: <2 /  (50)",
                "Ridurre l'evasione", "accertamenti: 1.000 /  (100)",
            ]),
        Variation(
            name: "targets by quarters that do not: none is",
            text: """
                Obiettivo;Indicatore;Target 1 trim;Target 2 trim;Target 3 trim;Target 4 trim;Peso
                Mercati;giornate;20;35;10;25;100

                """,
            expected: ["Mercati", "giornate:  /  (100)"]),
        Variation(
            name: "what is to be reached at days, under the word for objectives",
            text: """
                Ob. strat.;Ob. operativo;Indicatore;Valore al 31/12/2030;Obiettivo 31/12/2031;Obiettivo 31/12/2032
                1. Città verde;1.1 Forestazione;alberi;1.000;1.500;2.000
                1. Città verde;1.2 Orti;orti;30;40;45

                """,
            expected: ["Forestazione", "alberi: 1.500 / ", "Orti", "orti: 40 / "]),
        Variation(
            name: "weights of a hundred, titles that go on beside the next indicator, between drawn lines",
            text: """
                +----+-------------------------+------------------------+--------+--------+
                | N. | Obiettivo               | Indicatore             | Target | Peso   |
                +----+-------------------------+------------------------+--------+--------+
                | 1  | Piano dei fabbisogni    | data di approvazione   | 31/3   | 20/100 |
                +----+-------------------------+------------------------+--------+--------+
                | 2  | Formazione digitale     | dipendenti formati     | >= 80% | 35/100 |
                |    | del personale           | ore medie a dipendente | 24     |        |
                +----+-------------------------+------------------------+--------+--------+
                | 3  | Benessere organizzativo | questionari restituiti | 60%    | 45/100 |
                +----+-------------------------+------------------------+--------+--------+

                """,
            expected: [
                "Piano dei fabbisogni [20]", "data di approvazione: 31/3 / ",
                "Formazione digitale del personale [35]", "dipendenti formati: >= 80% / ",
                "ore medie a dipendente: 24 / ", "Benessere organizzativo [45]",
                "questionari restituiti: 60% / ",
            ]),
        Variation(
            name: "values in a sentence behind the name",
            text: """
                Obiettivo 1.1: Incrementare la raccolta differenziata
                Responsabile: Verdi Prova
                Indicatore 1: percentuale di raccolta differenziata. Target 72%, risultato 74,1%.
                Indicatore 2: kg di rifiuto secco per abitante - target 95, risultato 91

                """,
            expected: [
                "Incrementare la raccolta differenziata",
                "percentuale di raccolta differenziata: 72% / 74,1%",
                "kg di rifiuto secco per abitante: 95 / 91",
            ]),
        Variation(
            name: "phases with their ends in a column, below their label",
            text: """
                Obiettivo: Riduzione dell'arretrato
                Peso: 25/100

                FASI E TEMPI
                1. Ricognizione delle pratiche          entro 28/02/2031
                2. Istruttoria con personale dedicato   entro 30/09/2031
                3. Verifica finale                      entro 31/12/2031

                Indicatore                       Atteso      Raggiunto
                pratiche chiuse                  300         312
                giorni di istruttoria            45          48

                """,
            expected: [
                "Riduzione dell'arretrato [25]", "pratiche chiuse: 300 / 312",
                "giorni di istruttoria: 45 / 48",
                "> Ricognizione delle pratiche", "> Istruttoria con personale dedicato", "> Verifica finale",
            ]),
    ]
}
