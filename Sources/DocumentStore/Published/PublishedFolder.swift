import Foundation
import Model

/// The folder `published` of an archive: a folder a year, in it a folder for each frozen document.
struct PublishedFolder {
    let layout: ArchiveLayout
    let files: FileSystem

    /// The frozen documents, by year and name, and what of the folder cannot be read.
    func list() -> (documents: [FrozenDocument], problems: [ArchiveError]) {
        var found: [FrozenDocument] = []
        var (ids, problems) = ids()
        for id in ids {
            do throws(ArchiveError) {
                found.append(try document(id))
            } catch {
                problems.append(error)
            }
        }
        return (found, problems)
    }

    /// Writes a document with its files: there at once, whole, or not at all.
    func write(
        _ request: FreezeRequest, sequence: Int, format: Int, files contents: [(path: String, bytes: [UInt8])]
    ) throws(SystemError) -> FrozenDocument {
        let year = layout.published + "/\(request.year)"
        try files.makeFolders(year)
        let name = try freeName(request.kind, in: year)
        let kept = contents.map { KeptFile(path: $0.path, bytes: $0.bytes) }
        let document = FrozenDocument(
            id: "\(request.year)/\(name)", request: request, sequence: sequence, format: format, files: kept)
        let temporary = year + "/" + FileSystem.temporaryPrefix + name + FileSystem.temporarySuffix
        do {
            try files.removeTree(temporary)
            try files.makeFolder(temporary)
            try files.adoptFolder(temporary)
            for (path, bytes) in contents + [(FrozenDocument.file, document.bytes)] {
                try files.writeNew(temporary + "/" + path, bytes)
            }
            try files.syncFolder(temporary)
            try files.rename(temporary, to: year + "/" + name)
        } catch {
            try? files.removeTree(temporary)
            throw error
        }
        try files.syncFolder(year)
        return document
    }

    /// The bytes of one of a document's files, the same as when it was frozen.
    /// - Throws: where it is not there or is another.
    func bytes(of path: String, in document: FrozenDocument) throws(ArchiveError) -> [UInt8] {
        let full = layout.published + "/" + document.id + "/" + path
        guard let file = document.files.first(where: { $0.path == path }),
            let bytes = try files.bytes(of: full, limit: ArchiveLimits.history)
        else { throw .documentMissing(path: full) }
        guard file.agrees(with: bytes) else { throw .changedOutside(path: full) }
        return bytes
    }

    /// What of the frozen documents is no longer as it was frozen.
    func verify() -> [ArchiveError] {
        let (documents, problems) = list()
        return problems
            + documents.flatMap { document in
                document.files.compactMap { file -> ArchiveError? in
                    do throws(ArchiveError) {
                        _ = try bytes(of: file.path, in: document)
                        return nil
                    } catch {
                        return error
                    }
                }
            }
    }

    /// Takes away what a freeze that was broken off left, as far as that is possible: it does no harm.
    func clean() {
        for year in (try? years()) ?? [] { files.cleanTrees(in: layout.published + "/" + year) }
    }

    private func document(_ id: String) throws(ArchiveError) -> FrozenDocument {
        let path = layout.published + "/" + id + "/" + FrozenDocument.file
        guard let bytes = try files.bytes(of: path, limit: ArchiveLimits.document) else {
            throw .documentMissing(path: path)
        }
        guard let document = FrozenDocument(id: id, json: try ArchiveError.json(bytes, path: path)) else {
            throw .undecodable(path: path, field: [], detail: "")
        }
        return document
    }

    /// The folders of documents, and which of the folders around them cannot be read.
    private func ids() -> ([String], [ArchiveError]) {
        var ids: [String] = []
        var problems: [ArchiveError] = []
        do throws(SystemError) {
            for year in try years() {
                do throws(SystemError) {
                    let names = try files.list(layout.published + "/" + year)
                    ids += names.filter { !$0.hasPrefix(".") }.map { year + "/" + $0 }
                } catch {
                    problems.append(.unreadable(error))
                }
            }
        } catch {
            problems.append(.unreadable(error))
        }
        return (ids, problems)
    }

    private func years() throws(SystemError) -> [String] {
        guard try files.status(layout.published) != nil else { return [] }
        return try files.list(layout.published).filter { $0.allSatisfy(\.isWholeNumber) }
    }

    private func freeName(_ kind: String, in folder: String) throws(SystemError) -> String {
        var number = 1
        while try files.status("\(folder)/\(kind)-\(number)") != nil { number += 1 }
        return "\(kind)-\(number)"
    }
}

extension ArchiveLayout {
    /// Where the frozen documents are.
    var published: String { folder + "/published" }
}
