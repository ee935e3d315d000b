import DocumentStore
import Foundation
import Model
import Testing
import ToolSupport

/// Several programs on one archive at once.
@Suite struct ProcessTests {
    private let years = [2025, 2026, 2027, 2028, 2029]

    /// Imports a year's projects until the archive takes them, for as many turns as others may need theirs.
    private func importing(_ year: Int, into path: String, wrapper: [String]) async throws -> Int {
        for turn in 1...200 {
            let run = try ToolRun(
                ["import", ToolRun.fixture("progetti-schede.txt"), "--year", "\(year)", "--archive", path],
                wrapper: wrapper)
            if run.code == 0 { return turn }
            // Held by another, or being made by another: both are told with exit code 4.
            guard run.code == 4 else { throw CocoaError(.executableRuntimeMismatch) }
            try await Task.sleep(for: .milliseconds(20))
        }
        throw CocoaError(.fileLocking)
    }

    /// What holds after all have imported at once.
    private func checkAll(startingWith folder: URL, wrapper: [String] = []) async throws {
        let path = folder.path(percentEncoded: false)
        try await withThrowingTaskGroup(of: Int.self) { group in
            for year in years {
                group.addTask { try await importing(year, into: path, wrapper: wrapper) }
            }
            for try await turns in group { #expect(turns <= 200) }
        }
        let store = try ArchiveStore.open(at: folder)
        #expect(store.access == .readWrite)
        #expect(store.content.projects.keys.sorted() == years)
        store.close()
        #expect(try ArchiveStore.verify(at: folder) == [])
        #expect(!Ground.names(in: folder).contains { $0.hasSuffix(".tmp") || $0.hasSuffix("lock") })
    }

    @Test func whatSeveralProgramsImportAtOnceIsAllThere() async throws {
        for _ in 0..<(LongRun.isOn ? 20 : 1) {
            let scratch = try Scratch()
            let folder = URL(filePath: scratch.path("archivio"))
            try Ground.makeArchive(at: folder)
            try await checkAll(startingWith: folder)
        }
    }

    @Test func severalProgramsThatMakeOneArchiveMakeOne() async throws {
        for _ in 0..<(LongRun.isOn ? 20 : 1) {
            let scratch = try Scratch()
            try await checkAll(startingWith: URL(filePath: scratch.path("archivio")))
        }
    }

    @Test(arguments: ["ENOLCK", "EOPNOTSUPP"])
    func withoutTheKernelsLocksNothingIsLostEither(code: String) async throws {
        guard Strace.isAvailable else {
            print("SKIPPED: processes cannot be traced here (strace missing, or ptrace forbidden)")
            return
        }
        for _ in 0..<(LongRun.isOn ? 20 : 1) {
            let scratch = try Scratch()
            let folder = URL(filePath: scratch.path("archivio"))
            try Ground.makeArchive(at: folder)
            try await checkAll(
                startingWith: folder,
                wrapper: [
                    "/usr/bin/strace", "-f", "-qq", "-o", "/dev/null", "-e", "trace=flock", "-e",
                    "inject=flock:error=\(code)",
                ])
        }
    }
}
