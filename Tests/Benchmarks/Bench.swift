import DocumentStore
import Foundation
import Model

/// Where a benchmark works: the archive, and a folder for what it makes beside it.
struct Bench {
    /// A folder that is taken away at the end.
    let folder: URL
    /// The archive that is measured.
    let archive: URL
    let content: ArchiveContent

    /// A bench on a generated archive, or on a copy of the one in `given`.
    init(_ size: ArchiveSize, given: String?) throws {
        folder = FileManager.default.temporaryDirectory.appending(
            path: "barometro-benchmarks-\(UUID().uuidString)", directoryHint: .isDirectory)
        archive = folder.appending(path: "archive", directoryHint: .isDirectory)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        do {
            content = try Bench.fill(archive, size, given: given)
        } catch {
            Bench.remove(folder)
            throw error
        }
    }

    /// Takes the folder away.
    func remove() { Bench.remove(folder) }

    private static func remove(_ folder: URL) {
        do {
            try FileManager.default.removeItem(at: folder)
        } catch {
            FileHandle.standardError.write(Data("\(folder.path()): \(error)\n".utf8))
        }
    }

    /// A path in the folder.
    func path(_ name: String) -> String { folder.appending(path: name).path(percentEncoded: false) }

    /// Writes a file in the folder and gives its path.
    func file(_ name: String, _ text: String) throws -> String {
        try Data(text.utf8).write(to: folder.appending(path: name))
        return path(name)
    }

    /// The last year that has a plan with an indicator; nil where none has.
    var year: Int? {
        content.plans.keys.sorted().last {
            content.plans[$0]?.objectives.contains { !$0.indicators.isEmpty } == true
        }
    }

    /// The indicators of that year.
    var indicators: [Indicator] {
        year.flatMap { content.plans[$0]?.objectives.flatMap(\.indicators) } ?? []
    }

    private static func fill(_ archive: URL, _ size: ArchiveSize, given: String?) throws -> ArchiveContent {
        if let given {
            try FileManager.default.copyItem(at: URL(filePath: given), to: archive)
            let store = try ArchiveStore.open(at: archive, mode: .readOnly)
            defer { _ = store.close() }
            return store.content
        }
        var generator = ArchiveGenerator(size)
        var content = generator.content()
        let store = try ArchiveStore.create(
            at: archive, content: content, summary: "Generated", author: "Benchmark",
            date: Date(timeIntervalSince1970: 1_780_000_000))
        for number in 0..<size.history {
            change(number, in: &content)
            try store.commit(
                content, summary: "Change \(number + 1)", author: "Benchmark",
                at: Date(timeIntervalSince1970: 1_780_000_000 + Double(number)))
        }
        _ = store.close()
        return content
    }

    /// Another actual of one indicator.
    private static func change(_ number: Int, in content: inout ArchiveContent) {
        let year = ArchiveGenerator.lastYear
        guard let lines = content.plans[year]?.lines.count, lines > 0 else { return }
        let line = number % lines
        guard let objectives = content.plans[year]?.lines[line].objectives.count, objectives > 0 else {
            return
        }
        let objective = number / lines % objectives
        guard content.plans[year]?.lines[line].objectives[objective].indicators.isEmpty == false else {
            return
        }
        content.plans[year]?.lines[line].objectives[objective].indicators[0].actual = ReportedValue(
            number: ExactDecimal(number % 997))
    }
}
