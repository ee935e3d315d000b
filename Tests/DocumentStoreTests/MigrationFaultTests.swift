import Foundation
import Glibc
import Model
import Testing

@testable import DocumentStore

/// Fails the 1st, 2nd, … call of an opening that migrates over three formats, and looks each time at what is left.
@Suite struct MigrationFaultTests {
    /// What a program of format 1 wrote, small.
    private func template() throws -> Scratch {
        let scratch = try Scratch()
        try ArchiveStore.small(in: scratch).close()
        let store = try ArchiveStore.open(at: scratch.archive)
        try store.commit(store.content.edited("Prima"))
        store.close()
        try scratch.write(
            scratch.text("archive.json").replacingOccurrences(
                of: "\"format\": \(MigrationPlan.current.newest)", with: "\"format\": 1"),
            to: "archive.json")
        return scratch
    }

    @Test(arguments: BackupFaultTests.faults)
    func aMigrationIsFinishedByTheNextOpening(stays: Bool, code: Int32) throws {
        let template = try template()
        let expected = try template.copy().open(migrationPlan: .longer).content
        #expect(expected.plans.values.first?.lines.first?.title == "Linea +5 +6")
        #expect(expected.services.services.first?.name == "Servizio +5 +6")
        let disk = FaultyDisk(code: code)
        var number = 0, hasFailed = false
        var outcomes: Set<String> = []
        repeat {
            number += 1
            let scratch = try template.copy()
            disk.arm(number, stays: stays)
            let opened = try? scratch.open(migrationPlan: .longer, files: disk.files)
            hasFailed = disk.hasFailed
            // Whether it could be written or not: what it says is that of the new format.
            if let opened { #expect(opened.content == expected, "call \(number)") }
            opened?.close()
            disk.arm(nil)
            let isOld = try scratch.text("archive.json").contains("\"format\": 1")
            let again = try scratch.open(migrationPlan: .longer)
            #expect(again.access == .readWrite, "call \(number)")
            #expect(again.content == expected, "call \(number)")
            let steps = try again.timeline().commits.filter { $0.origin != .edit }
            #expect(steps.map(\.summary) == ["5-titles", "6-titles-again"], "call \(number)")
            again.close()
            let reader = ArchiveReader(
                layout: ArchiveLayout(folder: scratch.archive.plainPathOfTest), files: .disk,
                migrationPlan: .longer)
            for name in try reader.documentNames() { _ = try reader.verifyHistory(of: name) }
            let backups = ArchiveStore.backups(at: scratch.archive)
            #expect(!backups.isEmpty && backups.allSatisfy { $0.isWhole }, "call \(number)")
            #expect(backups.allSatisfy { $0.format == 1 && $0.reason == .beforeFormat(6) }, "call \(number)")
            for backup in backups { try ArchiveStore.checkBackup(backup.name, at: scratch.archive) }
            #expect(!scratch.names.contains { $0.hasSuffix(".tmp") }, "call \(number)")
            outcomes.insert(isOld ? "old" : "new")
        } while hasFailed
        #expect(number > 150)
        #expect(outcomes == ["old", "new"])
    }
}
