/// The lines of a history, from its end on as far back as somebody asks; each is read only when it is asked for.
struct HistoryFile {
    /// The file, for errors.
    let path: String
    /// Where each whole line that was loaded lies in the bytes, without its new line.
    private(set) var lines: [Range<Int>] = []
    private var bytes: [UInt8]
    /// Where the bytes begin in the file: 0 where all of it is loaded.
    private var start: Int
    /// The size of the file when it was first looked at: what is added meanwhile is not seen.
    private let size: Int
    private let files: FileSystem?
    /// The texts that the archive keeps.
    private let library: SourceLibrary?

    /// How much of the end is read at first, in bytes.
    private static let firstLook = 1 << 16

    /// The lines of `bytes`; what follows the last new line was torn off and is no line. Nor is a last line with NUL
    /// bytes: a power cut leaves them where a file grew before its bytes were on disk, and no line of ours has any.
    init(path: String, bytes: [UInt8], library: SourceLibrary? = nil) {
        self.path = path
        self.library = library
        self.bytes = bytes
        start = 0
        size = bytes.count
        files = nil
        findLines()
    }

    /// The end of a file; no lines where it is not there.
    init(path: String, tailFrom files: FileSystem, library: SourceLibrary? = nil) throws(ArchiveError) {
        self.path = path
        self.library = library
        self.files = files
        size = try files.size(of: path, limit: ArchiveLimits.history) ?? 0
        start = size
        bytes = []
        while start > 0, lines.isEmpty { try extend() }
    }

    /// Bytes up to the end of the last whole line.
    var length: Int { lines.last.map { start + $0.upperBound + 1 } ?? 0 }

    /// Whether the file goes on after its last whole line.
    var isTorn: Bool { size > length }

    /// The line with an index among those that were loaded, from 0.
    func line(_ index: Int) throws(ArchiveError) -> HistoryLine {
        do {
            return try HistoryLine(line: bytes[lines[index]], library: library)
        } catch {
            throw .historyBroken(path: path, line: try number(of: index), error.problem)
        }
    }

    /// Which line of the file has an index among those that were loaded, from 1.
    func number(of index: Int) throws(ArchiveError) -> Int {
        guard start > 0, let files else { return index + 1 }
        return try files.bytes(of: path, in: 0..<start).count { $0 == 0x0A } + index + 1
    }

    /// What is wrong with a line, counted from the end.
    func broken(
        _ problem: ArchiveError.HistoryProblem, fromEnd: Int
    ) throws(ArchiveError) -> ArchiveError {
        .historyBroken(path: path, line: try number(of: lines.count - fromEnd), problem)
    }

    /// The last line; nil where there is none.
    func last() throws(ArchiveError) -> HistoryLine? {
        lines.isEmpty ? nil : try line(lines.count - 1)
    }

    /// Loads lines before those that are loaded, and says how many; 0 where there are none.
    @discardableResult
    mutating func extend() throws(ArchiveError) -> Int {
        guard start > 0, let files else { return 0 }
        let count = lines.count
        var reach = max(Self.firstLook, bytes.count)
        repeat {
            // A line that is longer than what was read is not seen: then more is read.
            let begin = max(0, start - reach)
            reach *= 2
            bytes = try files.bytes(of: path, in: begin..<start) + bytes
            start = begin
            findLines()
        } while start > 0 && lines.count <= count
        return lines.count - count
    }

    /// Goes from the last line to the first until `visit` says that it is enough.
    mutating func visitFromEnd(
        _ visit: (HistoryLine, _ index: Int) throws(ArchiveError) -> Bool
    ) throws(ArchiveError) {
        var index = lines.count - 1
        while true {
            if index < 0 {
                index += try extend()
                guard index >= 0 else { return }
            }
            if try visit(try line(index), index) { return }
            index -= 1
        }
    }

    /// Whether a commit has its line here; it is looked for from the end.
    mutating func contains(commit: HistoryEntry) throws(ArchiveError) -> Bool {
        var isHere = false
        try visitFromEnd { line, _ in
            isHere = line.entry?.commit == commit.commit
            // A commit with a lower number ends the search. A date does not: clocks are set back.
            return isHere || line.sequence > 0 && line.sequence < commit.sequence
        }
        return isHere
    }

    /// Whether the last line, and no line before it, leads to the document with this digest.
    mutating func isOnlyLast(after digest: String) throws(ArchiveError) -> Bool {
        var isFirst = true
        var isOnly = false
        try visitFromEnd { line, _ in
            defer { isFirst = false }
            isOnly = line.leads(to: digest) == isFirst
            return !isOnly
        }
        return isOnly
    }

    /// The index of the last checkpoint; nil where there is none.
    mutating func lastCheckpoint() throws(ArchiveError) -> Int? {
        var found: Int?
        try visitFromEnd { line, index in
            if case .checkpoint = line { found = index }
            return found != nil
        }
        return found
    }

    /// Takes the last line away: it was never part of a whole commit.
    mutating func dropLast() throws(ArchiveError) {
        bytes.removeSubrange(lines.removeLast().lowerBound...)
        if lines.isEmpty { try extend() }
    }

    private mutating func findLines() {
        lines = []
        if start > 0 {
            // What comes first is the end of a line that begins before.
            guard let end = bytes.firstIndex(of: 0x0A) else { return }
            bytes.removeFirst(end + 1)
            start += end + 1
        }
        var begin = 0
        while let end = bytes[begin...].firstIndex(of: 0x0A) {
            lines.append(begin..<end)
            begin = end + 1
        }
        if let last = lines.last, bytes[last].contains(0) { lines.removeLast() }
    }
}
