import ArgumentParser
import DocumentStore
import Foundation
import Localization
import UserMessages

/// Dated copies of the archive.
struct BackupCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "backup",
            abstract: tr("Lists, makes, restores and deletes backups of the archive."),
            discussion: BackupRule.standard.words,
            subcommands: [List.self, Make.self, Restore.self, Delete.self], defaultSubcommand: List.self)
    }

    /// Shows the backups.
    struct List: ParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(commandName: "list", abstract: tr("Lists the backups, the newest first."))
        }

        @Flag(help: ArgumentHelp(tr("The result as JSON.")))
        var json = false

        @OptionGroup var common: CommonOptions

        func run() throws {
            try common.requireFolder()
            let backups = ArchiveStore.backups(at: common.folder)
            if json {
                let record = JSONValue.object(["backups": .array(backups.map(\.record))])
                try Console.say(Data(record.archiveText))
            } else {
                for backup in backups { try Console.say(backup.line) }
            }
        }
    }

    /// Makes one.
    struct Make: ParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(
                commandName: "make", abstract: tr("Makes a backup, which stays until it is deleted."))
        }

        @OptionGroup var common: CommonOptions

        func run() throws {
            let store = try common.writing()
            defer { store.close() }
            let backup = try ToolFailure.refusing { () throws(ArchiveError) in
                try store.backUp(author: Author.current, at: Date())
            }
            try Console.say(backup.name)
        }
    }

    /// Brings one back.
    struct Restore: ParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(
                commandName: "restore",
                abstract: tr(
                    "Brings back the state of a backup, as a change that the history keeps; an archive that does not open is set aside, and the backup takes its place."
                ))
        }

        @Argument(help: ArgumentHelp(tr("The name of a backup, as list shows it."), valueName: "name"))
        var name: String

        @OptionGroup var common: CommonOptions

        func run() throws {
            try common.requireFolder()
            let folder = common.folder
            if let store = try openable() {
                defer { store.close() }
                common.backUpIfDue(store)
                let summary = tr("Restored the backup {name}", ["name": name])
                try ToolFailure.refusing { () throws(ArchiveError) in
                    _ = try store.restore(from: name, summary: summary, author: Author.current, at: Date())
                }
                for failure in store.checkpoint() { Console.tell(failure.words) }
                Console.tell(tr("The state of {name} is back. The history goes on.", ["name": name]))
            } else {
                let aside = try ToolFailure.refusing { () throws(ArchiveError) in
                    try ArchiveStore.restoreDamaged(at: folder, from: name, at: Date())
                }
                Console.tell(
                    tr(
                        "{name} is in the place of the damaged archive, which is in {folder}.",
                        ["name": name, "folder": "backups/\(aside)"]))
            }
        }

        /// The archive open to be written; nil where it is damaged. One that somebody else has, or of a newer
        /// format, is not damaged.
        private func openable() throws(ToolFailure) -> ArchiveStore? {
            do {
                let store = try ArchiveStore.open(
                    at: common.folder, author: Author.current, date: Date())
                guard case .readOnly(let reason) = store.access else { return store }
                throw ArchiveError.readOnly(reason)
            } catch let error as ArchiveError {
                if error.isDamage { return nil }
                throw ToolFailure(.archive, error.words)
            } catch {
                throw ToolFailure(.archive, SystemReason.words(of: error))
            }
        }
    }

    /// Takes one away.
    struct Delete: ParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(commandName: "delete", abstract: tr("Deletes a backup."))
        }

        @Argument(help: ArgumentHelp(tr("The name of a backup, as list shows it."), valueName: "name"))
        var name: String

        @OptionGroup var common: CommonOptions

        func run() throws {
            let store = try common.writing()
            defer { store.close() }
            try ToolFailure.refusing { () throws(ArchiveError) in try store.deleteBackup(name) }
            Console.tell(tr("The backup {name} is deleted.", ["name": name]))
        }
    }
}

extension CommonOptions {
    /// Refuses a folder that is not there.
    func requireFolder() throws(ToolFailure) {
        var isFolder: ObjCBool = false
        let path = folder.path(percentEncoded: false)
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue else {
            throw ToolFailure(.archive, ArchiveError.notAnArchive(folder: path).words)
        }
    }

    /// Makes the day's automatic backup; what fails is told and stops nothing.
    func backUpIfDue(_ store: ArchiveStore) {
        for failure in store.backUpIfDue(author: Author.current, at: Date()).failures {
            Console.tell(tr("The automatic backup failed: {reason}", ["reason": failure.words]))
        }
    }
}

extension Backup {
    /// The backup in the shape of `backup list --json`.
    fileprivate var record: JSONValue {
        .object([
            "name": .string(name), "at": .string(date.formatted(.iso8601)), "author": .string(author),
            "reason": .string(reason.code), "format": format.map { .number("\($0)") } ?? .null,
            "size": .number("\(size)"), "whole": .bool(isWhole),
        ])
    }

    /// The name, which is what the other commands take, its reason, size and whether it can be restored.
    fileprivate var line: String {
        let size = tr("{count} kB", ["count": Words.number((self.size + 999) / 1000)])
        let state = isWhole || reason == .damaged ? "" : "  " + tr("not whole")
        return "\(name)  \(size)  \(reason.words)\(state)"
    }
}
