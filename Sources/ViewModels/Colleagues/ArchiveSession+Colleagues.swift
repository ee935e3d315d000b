import Diagnostics
import DocumentStore
import Foundation
import Localization
import Model
import UserMessages

extension ArchiveSession {
    /// The archive is a part of another, made from a colleague's file, to be filled in and sent back.
    public var isPart: Bool { archive?.workingScope != nil }

    /// Of what the archive is a part, and which; nil where it is an archive of its own.
    public var partWords: String? {
        guard let scope = archive?.workingScope else { return nil }
        return tr(
            "Part of the archive of {municipality}: {scope}",
            [
                "municipality": content.municipality.name, "scope": ScopeWords.text(scope, in: content),
            ])
    }

    /// The name that is proposed for the file to send back.
    public var returnName: String {
        let folder = folder.map { Archives.fileName(ofPart: $0) } ?? content.municipality.name
        return FileNames.safe(tr("back from {name}", ["name": folder])) + ColleagueFile.suffix
    }

    /// Writes a part of the archive into a file for a colleague; from a part of another archive, all of it to be sent
    /// back, whatever is chosen.
    /// - Parameter part: what goes into it; nil in a part of another archive.
    public func export(_ part: PartDraft?, to url: URL) throws(EditRefusal) {
        guard let archive else { throw .gone }
        try requireEverythingOnDisk()
        let bytes: [UInt8]
        do throws(BundleError) {
            bytes = try archive.exportBundle(part?.scope ?? BundleScope(), author: author, at: now())
        } catch {
            throw .notDone(error.words(file: url.lastPathComponent))
        }
        do {
            try FileOutput.write(Data(bytes), to: url)
        } catch {
            throw .notDone(FileOutput.words(of: error, file: url.lastPathComponent))
        }
    }
}

extension Archives {
    /// A session on the part that a colleague sent: the working archive of the file in the user's data folder, made there
    /// where it is not there yet. The same file opens the same archive, with all that was filled in.
    @MainActor public static func open(
        _ file: ColleagueFile, author: String, in data: URL = Archives.dataFolder
    ) -> Result<ArchiveSession, Problem> {
        if let folder = part(of: file, in: data) { return open(folder, author: author) }
        let name = partName(of: file)
        let folder = data.appending(path: "parti/" + name, directoryHint: .isDirectory)
        do throws(BundleError) {
            let store = try ArchiveStore.create(
                at: folder, fromBundle: file.bytes, summary: tr("Opened {file}", ["file": file.name]),
                author: author, date: Date())
            // Let go of, to be opened as any archive is.
            store.close()
            return open(folder, author: author)
        } catch {
            return .failure(Problem(words: error.words(file: file.name)))
        }
    }

    /// The working archive of a file, where one was made.
    public static func part(of file: ColleagueFile, in data: URL = Archives.dataFolder) -> URL? {
        let parts = data.appending(path: "parti", directoryHint: .isDirectory)
        guard FileManager.default.fileExists(atPath: parts.path) else { return nil }
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: parts.path)
        } catch {
            // The part is opened anew beside the one that cannot be looked for; nothing of that is lost.
            ProgramLog.archive.warning("\(parts.path) cannot be listed: \(error)")
            return nil
        }
        return names.sorted().filter { $0.hasSuffix(mark(of: file)) }
            .map { parts.appending(path: $0, directoryHint: .isDirectory) }
            .first { FileManager.default.fileExists(atPath: $0.path + "/archive.json") }
    }

    /// The program's folder among the user's data.
    public static var dataFolder: URL {
        let environment = ProcessInfo.processInfo.environment
        let home = environment["HOME"] ?? "/tmp"
        let given = environment["XDG_DATA_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
        let base = given ?? home + "/.local/share"
        return URL(filePath: base + "/barometro", directoryHint: .isDirectory)
    }

    private static func partName(of file: ColleagueFile) -> String {
        let stem =
            file.name.lowercased().hasSuffix(ColleagueFile.suffix)
            ? String(file.name.dropLast(ColleagueFile.suffix.count)) : file.name
        return FileNames.safe(stem) + mark(of: file)
    }

    /// What the file was called from which a part's folder was made.
    static func fileName(ofPart folder: URL) -> String {
        let name = folder.lastPathComponent
        let end = name.suffix(markLength)
        let isMarked = end.first == "-" && end.dropFirst().allSatisfy(\.isHexDigit)
        return isMarked && name.count > markLength ? String(name.dropLast(markLength)) : name
    }

    /// How long the end of the folder's name is.
    private static let markLength = 17

    /// The end of the folder's name: it is of this file and no other, whatever the file is called.
    private static func mark(of file: ColleagueFile) -> String { "-" + file.digest.prefix(markLength - 1) }
}
