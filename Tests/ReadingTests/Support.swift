import Foundation
import Reading

/// A document in short: `H title`, `P text`, `I item`, `T a|b / c|d`; a covered cell is `<`.
func shorthand(_ document: SourceDocument) -> [String] {
    document.blocks.map { block in
        switch block.content {
        case .heading(let text, let level): "H\(level.map(String.init) ?? "") \(text)"
        case .paragraph(let text): "P \(text)"
        case .item(let text): "I \(text)"
        case .table(let table): "T " + rows(table).joined(separator: " / ")
        }
    }
}

/// The rows of a table, each with bars between its cells.
func rows(_ table: Table) -> [String] {
    table.rows.map { row in row.map { $0.isCovered ? "<" : $0.text }.joined(separator: "|") }
}

/// What a text reads as, in short.
func read(text: String) throws -> [String] {
    shorthand(try TextReader.read(Array(text.utf8), budget: .standard))
}

/// Why a reading ended, nil where it did not.
func refusal(_ reading: () throws(ReadingError) -> SourceDocument) -> ReadingError? {
    do throws(ReadingError) {
        _ = try reading()
        return nil
    } catch {
        return error
    }
}

/// A generator of numbers that are the same each time.
struct SplitMix: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}

/// The folder of documents and corpora beside the repository, where it is there.
enum SharedFolder {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "shared")

    /// True where it is there; tells loudly where it is not.
    static func exists(_ path: String) -> Bool {
        if FileManager.default.fileExists(atPath: root.appending(path: path).path) { return true }
        print("SKIPPED: ../shared/\(path) is not there; its tests did not run")
        return false
    }

    static func bytes(_ path: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: root.appending(path: path)))
    }

    static func names(_ path: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: root.appending(path: path).path).sorted()
    }
}
