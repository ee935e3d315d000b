import Foundation
import Model
import Reading
import Testing

@testable import Importing

/// The values of a plan as JSON; sources left out, because they hold every line as it stood.
private struct Values: Encodable {
    var plan: Plan?
    var sectors: [Sector]
    var name: String?

    /// Every word of the values, without case and accents.
    func words() throws -> Set<String> {
        var found: Set<String> = []
        func collect(_ value: Any, _ key: String) {
            if key == "sources" { return }
            if let object = value as? [String: Any] {
                for (key, value) in object { collect(value, key) }
            } else if let list = value as? [Any] {
                for value in list { collect(value, key) }
            } else if let text = value as? String {
                found.formUnion(text.comparisonKey.split(separator: " ").map(String.init))
            }
        }
        collect(try JSONSerialization.jsonObject(with: JSONEncoder().encode(self)), "")
        return found
    }
}

@Suite("No word that a reader of the page would miss is lost")
struct PlanWordsTests {
    /// Words of labels, marks and list signs, which say what a value is and are no part of it.
    private let labels: Set<String> = {
        let phrases =
            FieldTerm.vocabulary.phrases + FormTerm.dimensions.phrases + [
                "cronoprogramma descrizione delle fasi tempi e modalità di attuazione",
                "fatori fattori critici",
                "dipendenti che partecipano all'obiettivo", "personale coinvolti altri settori",
                "riprogrammazione obiettivi trasversali",
                "numero dato di arrivo", "da realizzare entro il", "dal al nominativo categoria impegno",
            ]
        let others =
            "rif ref dup fase fasi i ii iii obiettivo obbiettivo biennale pluriennale intersettoriale "
            + "digitalizzazione trasparenza settore area n x titolare supplente reggente ad interim agenda 2030 goal "
            + "percentuale quantita tempestivita data fini"
        return Set((phrases + [others]).flatMap { $0.comparisonKey.split(separator: " ").map(String.init) })
    }()

    private func lost(_ bytes: [UInt8]) throws -> [String] {
        let document = try TextReader.read(bytes, budget: .standard)
        let rows = DocumentRows(document, text: try SourceText(bytes: bytes))
        let reader = FormReader(rows, file: "piano.txt", year: nil)
        let (reading, parts) = (reader.reading, reader.parts)
        let known = try Values(plan: parts.plan, sectors: parts.sectors, name: parts.municipalityName).words()
        return reading.lines.flatMap { line -> [String] in
            let bindings = reading.ledger.bindings(of: line.number)
            let isField = bindings.contains { if case .field = $0 { true } else { false } }
            guard isField, !bindings.contains(.field("objective.sustainableGoals")) else { return [] }
            let words = line.text.comparisonKey.split(separator: " ").map(String.init)
            return words.filter { word in
                !known.contains(word) && !labels.contains(word) && Int(word).map { $0 > 31 } ?? true
            }.map { "\(line.number): \($0)" }
        }
    }

    /// The words that the fixtures are known to leave out: the value of a column that no field takes, words put together
    /// again, and the words that headings were taken for.
    @Test(
        "Fixtures",
        arguments: [
            ("piano-due-righe.txt", []), ("piano-tabelle.txt", ["41: blu"]), ("piano-spostato.txt", []),
            ("piano-fitto.txt", ["8: rom", "9: pono"]),
        ])
    func fixtures(name: String, expected: [String]) throws {
        let words = try lost(fixtureBytes(name))
        #expect(words == expected)
    }

    @Test("The published plan of 2024", .enabled(if: SharedDocuments.isThere))
    func published() throws {
        let url = SharedDocuments.folder.appending(path: "piano-performance-2024.txt")
        #expect(try lost([UInt8](Data(contentsOf: url))) == ["1890: obitttivo"])
    }
}
