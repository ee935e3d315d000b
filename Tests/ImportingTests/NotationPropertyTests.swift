import Foundation
import Model
import Testing

@testable import Importing

/// Reports and maps with figures in every notation of offices: a cell gives the figure that was meant, or stays a text.
@Suite("Figures of documents in any notation")
struct NotationPropertyTests {
    /// A figure with the text that a clerk wrote for it.
    private struct Written {
        let text: String
        let value: Decimal
    }

    private static func grouped(_ number: Int, by mark: String) -> String {
        var digits = Array("\(number)")
        var place = digits.count - 3
        while place > 0 {
            digits.insert(contentsOf: mark, at: place)
            place -= 3
        }
        return String(digits)
    }

    /// A figure in one of the notations that say only one thing.
    private static func written(_ random: inout SteadyRandom) -> Written {
        let whole = Int(random.next() % 4 == 0 ? random.next() % 3_000_000 : random.next() % 1500)
        let decimals = ["", "5", "25", "07", "1234"][Int(random.next() % 5)]
        let isNegative = random.next() % 6 == 0
        let sign = isNegative ? "-" : ""
        let size = Decimal(string: "\(whole)" + (decimals.isEmpty ? "" : "." + decimals)) ?? 0
        let value = isNegative ? -size : size
        let comma = decimals.isEmpty ? "" : "," + decimals
        let point = decimals.isEmpty ? "" : "." + decimals
        let body =
            switch random.next() % 8 {
            case 0, 1: "\(whole)" + comma
            case 2, 3: grouped(whole, by: ".") + comma
            case 4: grouped(whole, by: "\u{A0}") + comma
            case 5: grouped(whole, by: "’") + comma
            case 6: "\(whole)" + point
            default: whole > 999 && !decimals.isEmpty ? grouped(whole, by: ",") + point : "\(whole)" + comma
            }
        return Written(text: sign + body, value: value)
    }

    private static func isRight(_ read: ReportedValue?, _ written: Written) -> Bool {
        // Blanks that no line breaks are taken out of a figure when a file is read.
        guard let read, read.raw == written.text.replacing("\u{A0}", with: "") else { return false }
        guard let number = read.number else { return read.content == .text }
        return Decimal(string: number.description) == written.value
    }

    @Test("A report gives no other figure than the one that was meant", arguments: 1...40)
    func reports(seed: Int) throws {
        var random = SteadyRandom(seed: UInt64(seed))
        let rows = (0..<7).map { _ in (Self.written(&random), Self.written(&random)) }
        let mark = seed.isMultiple(of: 2) ? "\t" : ";"
        let lines = rows.enumerated().map { index, row in
            [
                "Verde", "Voce \(["uno", "due", "tre", "quattro", "cinque", "sei", "sette"][index])",
                row.0.text, row.1.text, "10",
            ]
            .joined(separator: mark)
        }
        let head = ["Obiettivo", "Indicatore", "Target", "Consuntivo", "Peso"].joined(separator: mark)
        let text = ([head] + lines).joined(separator: "\n")
        let found = try Importer.propose(
            bytes: Array(text.utf8), file: seed.isMultiple(of: 2) ? "a.txt" : "a.csv", kind: .relazione,
            year: 2031)
        let indicators = found.objectives.flatMap(\.indicators)
        #expect(indicators.count == rows.count, "\(text)")
        for (indicator, row) in zip(indicators, rows) {
            #expect(Self.isRight(indicator.target, row.0), "\(row.0.text) → \(indicator.target)")
            #expect(Self.isRight(indicator.actual, row.1), "\(row.1.text) → \(indicator.actual)")
        }
    }

    @Test("A map of a service gives no other figure than the one that was meant", arguments: 1...20)
    func maps(seed: Int) throws {
        var random = SteadyRandom(seed: UInt64(seed) &+ 500)
        let rows = ["Prestiti", "Visite", "Corsi", "Eventi"].map {
            ($0, (0..<3).map { _ in Self.written(&random) })
        }
        let lines = rows.map { ([$0.0, "n."] + $0.1.map(\.text)).joined(separator: "\t") }
        let text =
            "Mappe dei servizi 2031\n\nMAPPA DEL SERVIZIO: Ludoteca\n\nProdotti del servizio\n\n"
            + "Prodotto\tU.M.\t2031\t2030\t2029\n" + lines.joined(separator: "\n")
        let found = try Importer.propose(bytes: Array(text.utf8), file: "m.txt", kind: .mappe)
        let outputs = found.parts.services.first?.outputs ?? []
        #expect(outputs.map(\.name) == rows.map(\.0))
        for (series, row) in zip(outputs, rows) {
            for (year, written) in zip([2031, 2030, 2029], row.1) {
                #expect(
                    Self.isRight(series.values[year], written),
                    "\(written.text) → \(series.values[year]?.raw ?? "")")
            }
        }
    }

    @Test(
        "An hour or a day without its year after «entro» is no figure",
        arguments: ["entro il 31.12", "entro le 18.30"])
    func hoursAndDays(cell: String) throws {
        let text = "Obiettivo\tIndicatore\tTarget\tConsuntivo\tPeso\nVerde\tBando\t\(cell)\t30.11\t100"
        let found = try Importer.propose(bytes: Array(text.utf8), file: "a.txt", kind: .relazione, year: 2031)
        let target = try #require(found.objectives.first?.indicators.first?.target)
        #expect(target.content == .text)
        #expect(target.raw == cell)
    }
}
