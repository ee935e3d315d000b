import ArgumentParser
import DocumentStore
import Foundation
import Localization
import Model
import UserMessages

/// The options that every command has.
struct CommonOptions: ParsableArguments {
    @Option(help: ArgumentHelp(tr("The archive's folder."), valueName: "dir"))
    var archive: String?

    @Option(help: ArgumentHelp(tr("The language of the messages: it, de, fr or en."), valueName: "xx"))
    var lang: String?

    func validate() throws {
        if let archive, archive.allSatisfy(\.isWhitespace) {
            throw ValidationError(tr("--archive needs a folder. Give its name, or leave the option out."))
        }
        guard let lang, Language(locale: lang) == nil else { return }
        let known = Language.allCases.map(\.rawValue).joined(separator: ", ")
        throw ValidationError(
            tr("There is no language «{lang}»; choose among: {known}.", ["lang": lang, "known": known]))
    }

    /// The archive's folder: the one given, else `barometro/archivio` among the user's data.
    var folder: URL {
        if let archive { return URL(filePath: archive, directoryHint: .isDirectory).absoluteURL }
        let environment = ProcessInfo.processInfo.environment
        // The specification of these folders says that a relative one does not count.
        let data = environment["XDG_DATA_HOME"].flatMap { $0.hasPrefix("/") ? URL(filePath: $0) : nil }
        return (data ?? URL.homeDirectory.appending(path: ".local/share"))
            .appending(path: "barometro/archivio", directoryHint: .isDirectory)
    }

    /// Whether an archive is there.
    var hasArchive: Bool {
        FileManager.default.fileExists(
            atPath: folder.appending(path: "archive.json").path(percentEncoded: false))
    }

    /// The archive, open to be read.
    func reading() throws(ToolFailure) -> ArchiveStore {
        try ToolFailure.refusing { () throws(ArchiveError) in
            try ArchiveStore.open(at: folder, mode: .readOnly)
        }
    }

    /// The archive, open to be read; nil where there is none yet.
    func known() throws(ToolFailure) -> ArchiveStore? { try hasArchive ? reading() : nil }

    /// The archive, open to be written, with the day's automatic backup made.
    func writing() throws(ToolFailure) -> ArchiveStore {
        let store = try ToolFailure.refusing { () throws(ArchiveError) in
            try ArchiveStore.open(at: folder, author: Author.current, date: Date())
        }
        guard case .readOnly(let reason) = store.access else {
            backUpIfDue(store)
            return store
        }
        throw ToolFailure(.archive, ArchiveError.readOnly(reason).words)
    }
}

extension ToolFailure {
    /// Does work on an archive; what goes wrong becomes a message and exit code 4.
    static func refusing<Result>(_ work: () throws(ArchiveError) -> Result) throws(ToolFailure) -> Result {
        do {
            return try work()
        } catch {
            // A name that is none is asked wrongly, as everywhere.
            if case .backup(.missing) = error { throw ToolFailure(.usage, error.words) }
            throw ToolFailure(.archive, error.words)
        }
    }
}

/// Who uses the program, for the history.
enum Author {
    /// The full name of the account, else its short one, else its number.
    static var current: String {
        LockOwner.personName
    }
}

extension ArchiveContent {
    /// Refuses a year of which the archive has neither plan nor projects nor a figure of a service.
    func require(year: Int) throws(ToolFailure) {
        let known = Set(years).union(services.services.flatMap(\.series).flatMap(\.years))
        guard !known.contains(year) else { return }
        let list = Words.list(known.sorted().map(String.init))
        throw ToolFailure(
            .usage,
            tr(
                "The archive has nothing of {year}; it has the years: {years}. Choose one of them.",
                ["year": "\(year)", "years": list]))
    }

    /// The plan of a year; where none is asked for, the only one.
    func plan(year: Int?) throws(ToolFailure) -> Plan {
        let years = plans.keys.sorted()
        let chosen = year ?? (years.count == 1 ? years.first : nil)
        if let chosen, let plan = plans[chosen] { return plan }
        let list = Words.list(years.map(String.init))
        if years.isEmpty {
            throw ToolFailure(.usage, tr("The archive has no plan yet. Import a document first."))
        }
        guard let year else {
            throw ToolFailure(
                .usage, tr("The archive has plans of {years}: choose one with --year.", ["years": list]))
        }
        throw ToolFailure(
            .usage,
            tr(
                "The archive has no plan of {year}; it has those of: {years}. Choose one of them.",
                ["year": "\(year)", "years": list]))
    }
}
