import Foundation
import Model
import Reading
import Testing

@testable import Importing

@Suite("Mutilated maps of services", .serialized)
struct MapHostileTests {
    @Test(
        "However cut and shuffled: every line is accounted for, no cell of a row of figures is lost in silence",
        arguments: ["mappe-altre-parole.txt", "mappe-pagine-guaste.txt"])
    func mutilated(name: String) throws {
        let lines = try SourceText(bytes: fixtureBytes(name)).lines.map(\.raw)
        for seed in 1...40 {
            var random = SteadyRandom(seed: UInt64(seed))
            let text = Mutilation.apply(lines, &random).joined(separator: "\n")
            try MapAccount.check(try SourceText(text: text), "\(name), seed \(seed)")
        }
    }

    @Test(
        "However often a piece repeats, every line is accounted for",
        arguments: [
            "SERVIZIO: A\nRESPONSABILE: B\n", "SERVIZIO: A\n\n\n", "Elemento\tDescrizione\na\tb\n",
            "Output del Servizio\n\t2022\t2023\na\t1\t2\n", "a\t1\t2\n",
            "Segmenti di utenza\nDescrizione\na\n",
            "Utenti seguiti\n2022\n2023\na\n1\n2\n", "Stutture\tNote\nx\n", "<td>a</td>", "<p>a</p> ",
            "Diretta\tX\n", "[X] ", "2022\t", "(a) b\n", "* nota\n", "Segmenti di utenza Descrizione\n",
        ])
    func bounded(piece: String) throws {
        let opening =
            "SERVIZIO: A\nRESPONSABILE: B\nContenuto\nOutput del Servizio\nTipologia\t2022\t2023\nx\t1\t2\n"
        let text =
            opening + String(repeating: piece, count: TestSize.bytes(12_000, long: 50_000) / piece.utf8.count)
        let proposal = try Importer.propose(bytes: Array(text.utf8), file: "a.txt", kind: .mappe)
        let counts = proposal.lines
        #expect(counts.total == counts.blank + counts.bound + counts.unread)
    }

    @Test(
        "Nothing at all, one line, only titles",
        arguments: ["", "SERVIZIO:", "RESPONSABILE: X", "Output del Servizio\n\t\t\n"])
    func almostNothing(text: String) throws {
        guard let source = try? SourceText(text: text) else { return }
        let counts = Importer.propose(source, file: "a.txt", kind: .mappe).lines
        #expect(counts.total == counts.blank + counts.bound + counts.unread)
    }
}

/// Damage such as page cuts, exporters and hands do to a document.
enum Mutilation {
    static func apply(_ lines: [String], _ random: inout SteadyRandom) -> [String] {
        var result = lines
        for _ in 0..<Int.random(in: 1...10, using: &random) where !result.isEmpty {
            let index = Int.random(in: 0..<result.count, using: &random)
            let other = Int.random(in: 0..<result.count, using: &random)
            var cells = result[index].split(separator: "\t", omittingEmptySubsequences: false).map(
                String.init)
            let cell = Int.random(in: 0..<cells.count, using: &random)
            switch Int.random(in: 0..<10, using: &random) {
            case 0: result.remove(at: index)
            case 1: result.swapAt(index, other)
            case 2: cells.remove(at: cell)
            case 3: cells.insert("", at: cell)
            case 4: cells.shuffle(using: &random)
            case 5: result.insert(String(result[index].prefix(result[index].count / 2)), at: index)
            case 6: result.insert("", at: index)
            case 7:
                let block = Array(result[min(index, other)..<max(index, other)])
                result.removeSubrange(min(index, other)..<max(index, other))
                result.insert(contentsOf: block, at: Int.random(in: 0...result.count, using: &random))
            case 8: result[index] = cells.joined(separator: " ")
            default: result.replaceSubrange(index...index, with: cells)
            }
            if (2...4).contains(Int(truncatingIfNeeded: cells.count)), result.indices.contains(index),
                cells.count > 1
            {
                result[index] = cells.joined(separator: "\t")
            }
        }
        return result
    }
}

/// What must hold of every reading of maps.
enum MapAccount {
    static func check(_ source: SourceText, _ comment: String) throws {
        let document = try TextReader.read(
            Array(source.lines.map(\.raw).joined(separator: "\n").utf8), budget: .standard)
        let reader = ServiceReader(DocumentRows(document, text: source), file: "a.txt")
        let (parts, reading, ledger) = (reader.parts, reader.reading, reader.reading.ledger)
        #expect(ledger.total == ledger.blank + ledger.bound + ledger.unread, "\(comment)")
        #expect(ledger.total == source.lines.count, "\(comment)")
        let told = Set(reading.findings.compactMap(\.place.line))
        var valuesByLine: [Int: [String]] = [:]
        for series in parts.services.flatMap(\.series) {
            for (year, value) in series.values where !value.raw.isEmpty {
                let line = try #require(series.sources["values.\(year)"]?.line, "\(comment)")
                valuesByLine[line, default: []].append(value.raw)
                #expect(source.line(line)?.text.contains(value.raw) == true, "\(comment), line \(line)")
            }
        }
        for line in source.lines where isSeriesRow(ledger.bindings(of: line.number)) && line.isTabular {
            let figures = line.cells.filter { CellShape($0).isFigure }
            guard figures.count > 1, !told.contains(line.number) else { continue }
            let kept = valuesByLine[line.number] ?? []
            #expect(figures.allSatisfy(kept.contains), "\(comment), line \(line.number): \(line.raw)")
        }
    }

    private static func isSeriesRow(_ bindings: [LineBinding]) -> Bool {
        bindings.contains(.field("service.outputs")) || bindings.contains(.field("service.users"))
    }
}
