import DocumentStore
import Foundation
import Model
import Synchronization
import Testing
import ToolSupport

/// Makes each system call of each operation fail in the running program, one at a time, and looks at what is left.
@Suite struct SystemCallTests {
    /// Points of an operation that are tried where not all are.
    private let sample = 12

    @Test(arguments: Operation.all) func afterAFaultAtACallTheArchiveIsOldOrNew(operation: Operation) throws {
        guard Strace.isAvailable else {
            print("SKIPPED: processes cannot be traced here (strace missing, or ptrace forbidden)")
            return
        }
        let scratch = try Scratch()
        let template = URL(filePath: scratch.path("template")),
            folder = URL(filePath: scratch.path("archivio"))
        try operation.prepare(template)
        let old = try Ground.content(of: template)
        let arguments = operation.arguments(folder.path(percentEncoded: false))
        try place(template, at: folder)
        let calls = try Strace.calls(of: arguments, touching: scratch.path("archivio"))
        let new = try Ground.content(of: folder)
        #expect(calls.count > 50)
        #expect(new != nil)

        let points = calls.flatMap { call in
            Strace.Fault.allCases.filter { $0.befalls(call.name) }.map { (call, $0) }
        }
        let step = LongRun.isOn ? 1 : max(1, points.count / sample)
        var fired = 0, bad = 0, outcomes: Set<Bool> = []
        for index in stride(from: 0, to: points.count, by: step) {
            let (call, fault) = points[index]
            try place(template, at: folder)
            let (run, hasFired) = try Strace.run(arguments, fault, at: call)
            if hasFired { fired += 1 }
            let place =
                "\(operation.name): \(fault.rawValue) at \(call.name) \(call.number), exit code \(run.code)"
            let problems = try Self.problems(
                of: run, operation, folder, old: old, new: new, outcomes: &outcomes)
            if !problems.isEmpty { bad += 1 }
            #expect(problems == [], "\(place): \(run.errors)")
        }
        if LongRun.isOn { #expect(outcomes == (old == new ? [true] : [true, false])) }
        // A run that prints reads now more, now less of its fonts; without faults there is nothing to see.
        #expect(fired * 3 >= (points.count / step) * 2)
        let tried = (points.count + step - 1) / step
        print(
            "faults at system calls: \(operation.name): \(calls.count) calls, \(points.count) points, \(tried) tried,",
            "\(fired) faults fired, \(bad) bad")
    }

    /// Puts a copy of the template where the archive is; nothing where the template is nothing.
    private func place(_ template: URL, at folder: URL) throws {
        try? FileManager.default.removeItem(at: folder)
        guard FileManager.default.fileExists(atPath: template.path(percentEncoded: false)) else { return }
        try FileManager.default.copyItem(at: template, to: folder)
    }

    /// What does not hold after a run, by opening the archive with a program that is well.
    private static func problems(
        of run: ToolRun, _ operation: Operation, _ folder: URL, old: ArchiveContent?, new: ArchiveContent?,
        outcomes: inout Set<Bool>
    ) throws -> [String] {
        var problems: [String] = []
        if run.hasExited, run.code != 0, run.errors.isEmpty { problems.append("nothing was told") }
        if run.hasExited, ![0, 4].contains(run.code) { problems.append("unforeseen exit code") }
        if !run.hasExited, run.code != 9 { problems.append("it crashed") }
        let store: ArchiveStore
        do throws(ArchiveError) {
            store = try ArchiveStore.open(at: folder)
        } catch {
            // A creation that was broken off is no archive, and can be done again.
            guard case .notAnArchive = error, old == nil, run.code != 0, let new else { return ["\(error)"] }
            outcomes.insert(false)
            store = try ArchiveStore.create(
                at: folder, content: new, summary: "Again", author: "test",
                date: Date(timeIntervalSince1970: 0))
        }
        outcomes.insert(store.content == new)
        if store.content != new, store.content != old { problems.append("neither old nor new") }
        if run.hasExited, run.code == 0, store.content != new { problems.append("a commit is lost") }
        if run.hasExited, run.code == 0, try !operation.isDone(store) {
            problems.append("what was made is lost")
        }
        if store.access != .readWrite { problems.append("cannot be written: \(store.access)") }
        problems += store.close().map { "\($0)" }
        let left = Ground.names(in: folder).filter { $0.hasSuffix(".tmp") || $0.hasSuffix("lock") }
        if !left.isEmpty { problems.append("left over: \(left)") }
        problems += try ArchiveStore.verify(at: folder).map { "verify: \($0)" }
        return problems
    }
}
