/// The lines of a history as they lie in its bytes; each is read only when it is asked for, the last first.
struct HistoryFile {
    /// The file, for errors.
    let path: String
    /// Where each whole line lies in the bytes, without its new line.
    private(set) var lines: [Range<Int>] = []
    private let bytes: [UInt8]

    /// The lines of `bytes`; what follows the last new line was torn off and is no line. Nor is a last line with NUL
    /// bytes: a power cut leaves them where a file grew before its bytes were on disk, and no line of ours has any.
    init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
        var start = 0
        while let end = bytes[start...].firstIndex(of: 0x0A) {
            lines.append(start..<end)
            start = end + 1
        }
        if let last = lines.last, bytes[last].contains(0) { lines.removeLast() }
    }

    /// Bytes up to the end of the last whole line.
    var length: Int { lines.last.map { $0.upperBound + 1 } ?? 0 }

    /// Whether the file goes on after its last whole line.
    var isTorn: Bool { bytes.count > length }

    /// The line with an index, from 0.
    func entry(_ index: Int) throws(ArchiveError) -> HistoryEntry {
        do {
            return try HistoryEntry(line: bytes[lines[index]])
        } catch {
            throw .historyBroken(path: path, line: index + 1, error.problem)
        }
    }

    /// The last line; nil where there is none.
    func last() throws(ArchiveError) -> HistoryEntry? {
        lines.isEmpty ? nil : try entry(lines.count - 1)
    }

    /// Whether a commit has its line here; it is looked for from the end.
    func contains(commit: HistoryEntry) throws(ArchiveError) -> Bool {
        for index in lines.indices.reversed() {
            let entry = try entry(index)
            if entry.commit == commit.commit { return true }
            // A commit with a lower number ends the search. A date does not: clocks are set back.
            if entry.sequence > 0, entry.sequence < commit.sequence { return false }
        }
        return false
    }

    /// Whether the last line, and no line before it, leads to the document with this digest.
    func isOnlyLast(after digest: String) throws(ArchiveError) -> Bool {
        guard try last()?.after == digest else { return false }
        for index in lines.indices.dropLast() where try entry(index).after == digest { return false }
        return true
    }

    /// Takes the last line away: it was never part of a whole commit.
    mutating func dropLast() {
        lines.removeLast()
    }

    /// The bytes of all lines that count.
    var wholeBytes: ArraySlice<UInt8> { bytes[..<length] }
}
