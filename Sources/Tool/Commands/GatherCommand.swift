import ArgumentParser
import DocumentStore
import Exporting
import Foundation
import Localization
import Model
import Spreadsheets
import Synchronization
import UserMessages

/// Tidy tables of many archives, for whoever gathers municipalities.
struct GatherCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "gather",
            abstract: tr(
                "Writes tidy tables of many archives, a folder each municipality and year. Resources/sql loads them."
            ))
    }

    @Argument(
        help: ArgumentHelp(tr("Folders of archives, or folders that hold such."), valueName: "dir"))
    var folders: [String]

    @Option(
        help: ArgumentHelp(
            tr("The municipalities with their codes, as separated values: name and istat_code in the head."),
            valueName: "file"))
    var register: String?

    @Option(name: .short, help: ArgumentHelp(tr("The folder to write."), valueName: "folder"))
    var output: String

    @Option(help: ArgumentHelp(tr("The language of the messages: it, de, fr or en."), valueName: "xx"))
    var lang: String?

    func run() throws {
        let archives = try GatherCommand.archives(in: folders)
        let codes = try register.map(Register.read) ?? [:]
        let target = OutputFolder(path: output)
        try target.make()
        let progress = Progress()
        let state = Mutex((done: 0, refused: [String]()))
        DispatchQueue.concurrentPerform(iterations: archives.count) { index in
            let refusal = GatherCommand.gather(archives[index], codes, into: output)
            state.withLock { state in
                state.done += 1
                if let refusal { state.refused.append(refusal) }
                if state.done % 50 == 0 {
                    progress.show(
                        tr("{done} of {all} archives", ["done": "\(state.done)", "all": "\(archives.count)"]))
                }
            }
        }
        progress.clear()
        for part in GatheredArchive.heads {
            guard !FileManager.default.fileExists(atPath: output + "/" + part.table) else { continue }
            try target.write(part.bytes, below: part.path)
        }
        let refused = state.withLock { $0.refused }.sorted()
        for message in refused { Console.tell(message) }
        Console.tell(
            tr("Gathered {count} archives.", ["count": "\(archives.count - refused.count)"]))
        if !refused.isEmpty { throw ToolFailure(.archive) }
    }

    /// The archives that folders are or hold, in the order of their names.
    private static func archives(in folders: [String]) throws(ToolFailure) -> [URL] {
        var found: [URL] = []
        for path in folders {
            let folder = URL(filePath: path, directoryHint: .isDirectory)
            if isArchive(folder) {
                found.append(folder)
                continue
            }
            guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
                throw ToolFailure(.input, tr("{folder} is no folder that can be read.", ["folder": path]))
            }
            found += names.sorted().map { folder.appending(path: $0, directoryHint: .isDirectory) }
                .filter(isArchive)
        }
        guard !found.isEmpty else {
            throw ToolFailure(.input, tr("There is no archive in these folders."))
        }
        return found
    }

    private static func isArchive(_ folder: URL) -> Bool {
        FileManager.default.fileExists(
            atPath: folder.appending(path: "archive.json").path(percentEncoded: false))
    }

    /// Writes the tables of an archive; what goes wrong comes back in words.
    private static func gather(_ archive: URL, _ codes: [String: String], into folder: String) -> String? {
        do {
            let content = try ToolFailure.refusing { () throws(ArchiveError) in
                try ArchiveStore.open(at: archive, mode: .readOnly)
            }.content
            let code = codes[content.municipality.name.comparisonKey] ?? ""
            for part in GatheredArchive(content, istatCode: code).parts {
                let file = URL(filePath: folder).appending(path: part.path)
                try FileManager.default.createDirectory(
                    at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
                try part.bytes.write(to: file)
            }
            return nil
        } catch let failure as ToolFailure {
            return archive.lastPathComponent + ": " + failure.message
        } catch {
            return archive.lastPathComponent + ": " + SystemReason.words(of: error)
        }
    }
}

/// The register of municipalities: names and codes.
private enum Register {
    /// The codes by name.
    static func read(_ path: String) throws(ToolFailure) -> [String: String] {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
            throw ToolFailure(.input, tr("{file} cannot be read.", ["file": path]))
        }
        let lines = text.split(whereSeparator: \.isNewline).map { line in
            line.split(separator: line.contains(";") ? ";" : ",", omittingEmptySubsequences: false)
                .map { String($0).trimmingWhitespace() }
        }
        guard let head = lines.first, let name = head.firstIndex(of: "name"),
            let code = head.firstIndex(of: "istat_code")
        else {
            throw ToolFailure(
                .input, tr("{file} lacks the heads name and istat_code.", ["file": path]))
        }
        var codes: [String: String] = [:]
        for line in lines.dropFirst() where line.count > max(name, code) {
            codes[line[name].comparisonKey] = line[code]
        }
        return codes
    }
}
