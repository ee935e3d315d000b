import DocumentStore
import Foundation
import Localization
import Model
import Sample
import UserMessages

/// Opens and makes archives for the window.
public enum Archives {
    /// Why an archive was not opened, in words.
    public struct Problem: Error, Hashable, Sendable {
        /// What happened and what to do.
        public var words: String
        /// The archive is there, but does not hold: a backup can take its place.
        public var isDamage = false
        /// An archive was to be made in a folder in which something is.
        var isFolderTaken = false

        /// A problem in words.
        init(words: String) {
            self.words = words
        }

        /// A problem of the archive.
        init(_ error: ArchiveError) {
            words = error.words
            if case .notAnArchive(let folder) = error, !FileManager.default.fileExists(atPath: folder) {
                words = tr(
                    "{folder} is not there. It was moved, or its disk is not connected.", ["folder": folder])
            }
            isDamage = [.restoreTheFile, .moveTheDocumentAway, .correctTheFile].contains(error.hint)
            if case .folderNotEmpty = error { isFolderTaken = true }
        }
    }

    /// The archive that was open last, if it is still there.
    public static func last(_ preferences: Preferences) -> URL? {
        guard let path = preferences.lastArchive,
            hasArchive(URL(fileURLWithPath: path))
        else { return nil }
        return URL(fileURLWithPath: path)
    }

    /// A session on the archive in `folder`.
    @MainActor public static func open(_ folder: URL, author: String) -> Result<ArchiveSession, Problem> {
        attempt(author) { () throws(ArchiveError) in try DiskBackend(opening: folder, author: author) }
    }

    /// What a menu shows of the folder of an archive: its last two names.
    public static func shortName(of folder: String) -> String {
        folder.split(separator: "/").suffix(2).joined(separator: "/")
    }

    /// A session on a new archive with the empty plan of a year: in an empty folder, or in one of its own, named after the
    /// municipality, inside a folder in which other things are.
    @MainActor public static func create(
        _ folder: URL, municipality name: String, year: Int, author: String
    ) -> Result<ArchiveSession, Problem> {
        var content = ArchiveContent(
            municipality: Municipality(id: UUID(), name: name), services: ServiceCatalogue(id: UUID()))
        content.plans[year] = Plan(id: UUID(), year: year)
        let made = make(folder, content, summary: tr("New archive"), author: author)
        guard case .failure(let problem) = made, problem.isFolderTaken, !hasArchive(folder) else {
            return made
        }
        let own = folder.appending(path: FileNames.folder(name), directoryHint: .isDirectory)
        return make(own, content, summary: tr("New archive"), author: author)
    }

    private static func hasArchive(_ folder: URL) -> Bool {
        FileManager.default.fileExists(atPath: folder.path + "/archive.json")
    }

    /// A session on the sample: the one in the user's data folder, made there if it is not there yet.
    @MainActor public static func sample(author: String) -> Result<ArchiveSession, Problem> {
        let folder = dataFolder.appending(path: "esempio", directoryHint: .isDirectory)
        if hasArchive(folder) { return open(folder, author: author) }
        return make(folder, SampleArchive.content(), summary: tr("Sample archive"), author: author)
    }

    /// A new archive in an empty folder with what a session shows, where that cannot be put on disk in its own: without the
    /// history and what was frozen, which stay there.
    @MainActor public static func copy(_ session: ArchiveSession, to folder: URL) -> Problem? {
        let made = make(
            folder, session.content, summary: tr("Copy of what could not be written elsewhere"),
            author: session.author)
        switch made {
        case .failure(let problem): return problem
        case .success(let copy):
            copy.close()
            return nil
        }
    }

    @MainActor private static func make(
        _ folder: URL, _ content: ArchiveContent, summary: String, author: String
    ) -> Result<ArchiveSession, Problem> {
        attempt(author) { () throws(ArchiveError) in
            try DiskBackend(
                creating: folder, content: content, summary: summary, author: author, at: Date())
        }
    }

    @MainActor private static func attempt(
        _ author: String, _ make: () throws(ArchiveError) -> DiskBackend
    ) -> Result<ArchiveSession, Problem> {
        do throws(ArchiveError) {
            let archive = try make()
            return .success(
                ArchiveSession(content: archive.content, backend: archive, author: author, now: Date.init))
        } catch {
            return .failure(Problem(error))
        }
    }
}

extension ArchiveContent {
    /// The year that is shown where nobody chose one: of the last plan, of the last of anything, or this one.
    func lastYear(now: Date) -> Int {
        plans.keys.max() ?? years.last ?? Calendar(identifier: .gregorian).component(.year, from: now)
    }
}
