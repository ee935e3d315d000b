import DocumentStore
import Foundation
import Glibc
import Model
import Sample
import Synchronization

/// A folder of its own, taken away when the test is done with it.
final class Scratch {
    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory
            .appending(path: "barometro-store-\(UUID().uuidString)", directoryHint: .isDirectory)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    /// Where the archive of the test goes.
    var archive: URL { folder.appending(path: "archivio") }

    func url(_ path: String) -> URL { archive.appending(path: path) }

    func text(_ path: String) throws -> String { try String(contentsOf: url(path), encoding: .utf8) }

    func write(_ text: String, to path: String) throws {
        try Data(text.utf8).write(to: url(path))
    }

    /// The same archive in a folder of its own.
    func copy() throws -> Scratch {
        let copy = try Scratch()
        try FileManager.default.copyItem(at: archive, to: copy.archive)
        return copy
    }

    /// Commits what `change` makes of the content, in a process that dies before the documents' files are written.
    func commitAndDie(_ change: (ArchiveContent) -> ArchiveContent) throws {
        let store = try ArchiveStore.open(at: archive)
        try store.commit(change(store.content))
    }

    /// The names of all files and folders in the archive.
    var names: [String] {
        (FileManager.default.enumerator(atPath: archive.plainPathOfTest)?.allObjects as? [String] ?? [])
            .sorted()
    }
}

extension URL {
    /// The path as POSIX calls take it.
    var plainPathOfTest: String { path(percentEncoded: false) }
}

/// A moment for histories.
let moment = Date(timeIntervalSince1970: 1_790_000_000)

extension ArchiveStore {
    /// The sample municipality in a new archive.
    static func sample(in scratch: Scratch, files: FileSystem = .disk) throws -> ArchiveStore {
        try create(
            at: scratch.archive, content: SampleArchive.content(), summary: "Sample", author: "test",
            date: moment, files: files)
    }

    /// A municipality with one objective and one service, for tests that open it hundreds of times.
    static func small(in scratch: Scratch, files: FileSystem = .disk) throws -> ArchiveStore {
        var content = ArchiveContent(
            municipality: Municipality(id: UUID(naming: ["m"]), name: "Comune di Prova"),
            services: ServiceCatalogue(id: UUID(naming: ["s"])))
        var line = StrategicLine(id: UUID(naming: ["l"]), title: "Linea")
        line.objectives = [Objective(id: UUID(naming: ["o"]), title: "Obiettivo")]
        var plan = Plan(id: UUID(naming: ["p"]), year: SampleArchive.year)
        plan.lines = [line]
        content.plans[SampleArchive.year] = plan
        content.services.services = [ServiceMap(id: UUID(naming: ["v"]), name: "Servizio")]
        return try create(
            at: scratch.archive, content: content, summary: "Small", author: "test", date: moment,
            files: files)
    }

    func commit(_ content: ArchiveContent, _ summary: String = "Change") throws {
        try commit(content, summary: summary, author: "test", at: moment)
    }
}

extension ArchiveContent {
    /// The content with a word in the note of the plan's first objective and another in the services.
    func edited(_ word: String) -> ArchiveContent {
        var new = self
        new.plans[SampleArchive.year]?.lines[0].objectives[0].note = word
        new.services.services[0].remarks = word
        return new
    }
}

/// A disk on which, once armed, the nth call fails: that one, or from then on as if the process had been killed.
final class FaultyDisk: Sendable {
    private struct State {
        var calls = 0
        var failing: Int?
        var stays = false
        var hasFailed = false
    }

    private let state = Mutex(State())
    private let code: Int32

    init(code: Int32 = EIO) {
        self.code = code
    }

    /// Counts from here, and fails the call of that number; nil lets all calls go on.
    func arm(_ failing: Int?, stays: Bool = false) {
        state.withLock { state in
            let hasFailed = failing == nil && state.hasFailed
            state = State(failing: failing, stays: stays, hasFailed: hasFailed)
        }
    }

    /// Whether the call came that was to fail when one was named last.
    var hasFailed: Bool { state.withLock { $0.hasFailed } }

    /// Fails the 1st, 2nd, … call of what `round` does with an open archive, until it comes to its end without one.
    /// - Parameters:
    ///   - archive: the archive of each round.
    ///   - stays: the disk answers no more after the call that fails.
    /// - Returns: how many rounds there were.
    func rounds(
        in archive: () throws -> Scratch, stays: Bool = false,
        _ round: (_ number: Int, _ scratch: Scratch, _ store: ArchiveStore) throws -> Void
    ) throws -> Int {
        var number = 0
        repeat {
            number += 1
            let scratch = try archive()
            arm(nil)
            let store = try ArchiveStore.open(at: scratch.archive, files: files)
            arm(number, stays: stays)
            try round(number, scratch, store)
        } while hasFailed && number < 1000
        return number
    }

    var files: FileSystem {
        FileSystem { _, _ in
            self.state.withLock { state in
                state.calls += 1
                guard let failing = state.failing else { return .proceed }
                let fails = state.calls == failing || state.stays && state.calls > failing
                state.hasFailed = state.hasFailed || fails
                return fails ? .fail(self.code) : .proceed
            }
        }
    }
}
