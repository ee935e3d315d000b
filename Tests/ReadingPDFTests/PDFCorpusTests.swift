import Foundation
import Reading
import ReadingPDF
import Testing

/// The public documents of the table competition of ICDAR 2013, with the cells that people saw in them.
enum TableCorpus {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../shared/corpora/pdf").standardizedFileURL

    /// True where the folder is there; tells loudly where it is not.
    static let isThere: Bool = {
        if FileManager.default.fileExists(atPath: folder.path) { return true }
        print("SKIPPED: ../shared/corpora/pdf is not there; tables of published documents were not measured")
        return false
    }()

    /// The names of the documents that have both a file and its truth.
    static func names() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".pdf") }
            .map { String($0.dropLast(4)) }.sorted()
    }

    static func bytes(_ name: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: folder.appending(path: name + ".pdf")))
    }

    /// The pairs of neighbouring cells of a document, as people saw them.
    static func truth(_ name: String) throws -> [String: Int] {
        let text = try String(contentsOf: folder.appending(path: name + "-str.xml"), encoding: .utf8)
        var pairs: [String: Int] = [:]
        for region in text.components(separatedBy: "<region").dropFirst() {
            var cells: [[Int]: String] = [:]
            for cell in region.components(separatedBy: "<cell").dropFirst() {
                guard let row = number("start-row", in: cell), let column = number("start-col", in: cell)
                else { continue }
                cells[[row, column]] = key(
                    cell.components(separatedBy: "<content>").dropFirst().first?
                        .components(separatedBy: "</content>").first ?? "")
            }
            pairs.merge(neighbours(cells)) { $0 + $1 }
        }
        return pairs
    }

    /// The pairs of neighbouring cells of the tables of a document, as they were read.
    static func read(_ document: SourceDocument) -> [String: Int] {
        document.blocks.compactMap(\.table).reduce(into: [:]) { pairs, table in
            var cells: [[Int]: String] = [:]
            for (row, line) in table.rows.enumerated() {
                for (column, cell) in line.enumerated() { cells[[row, column]] = key(cell.text) }
            }
            pairs.merge(neighbours(cells)) { $0 + $1 }
        }
    }

    private static func number(_ name: String, in cell: String) -> Int? {
        cell.prefix { $0 != ">" }.components(separatedBy: name + "=\"").dropFirst().first
            .flatMap { Int($0.prefix { $0.isNumber }) }
    }

    private static func key(_ text: String) -> String {
        let plain = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&")]
            .reduce(text) { $0.replacingOccurrences(of: $1.0, with: $1.1) }
        return plain.precomposedStringWithCompatibilityMapping.filter { !$0.isWhitespace }
    }

    /// Each filled cell with the next filled one to its right and below it.
    private static func neighbours(_ cells: [[Int]: String]) -> [String: Int] {
        let filled = cells.filter { !$0.value.isEmpty }
        var pairs: [String: Int] = [:]
        for (axis, lines) in [0, 1].map({ axis in (axis, Dictionary(grouping: filled) { $0.key[axis] }) }) {
            for line in lines.values {
                let sorted = line.sorted { $0.key[1 - axis] < $1.key[1 - axis] }.map(\.value)
                for (one, next) in zip(sorted, sorted.dropFirst()) {
                    pairs["\(axis)|\(one)|\(next)", default: 0] += 1
                }
            }
        }
        return pairs
    }
}

@Suite("Tables of published documents", .enabled(if: TableCorpus.isThere))
struct PDFCorpusTests {
    @Test("Nine of ten neighbouring cells are right, of those that are read and of those that are there")
    func neighbours() throws {
        var right = 0, told = 0, wanted = 0
        for name in try TableCorpus.names() {
            let truth = try TableCorpus.truth(name)
            let read = TableCorpus.read(try PDFReader.read(TableCorpus.bytes(name), budget: .standard))
            right += read.reduce(0) { $0 + min($1.value, truth[$1.key] ?? 0) }
            told += read.values.reduce(0, +)
            wanted += truth.values.reduce(0, +)
        }
        #expect(wanted > 4000)
        #expect(right * 10 >= told * 9, "\(right) of \(told) are right")
        #expect(right * 10 >= wanted * 9, "\(right) of \(wanted) are read")
    }
}
