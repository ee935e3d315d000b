import Foundation
import Model

extension ArchiveStore {
    /// The most bytes that a bundle may have.
    public static let largestBundle = 128 << 20

    /// What this archive holds of another, where it was made from a bundle; nil in a municipality's own archive.
    public var workingScope: BundleScope? { state.withLock { $0.header.bundle?.scope } }

    /// The bytes of a bundle with a part of this archive. From a working archive that was made from a bundle it is
    /// the bundle to send back: all of the working archive, whatever `scope` says, and its digest is remembered.
    /// - Parameters:
    ///   - scope: what goes into it.
    ///   - author: who made it.
    ///   - date: when.
    public func exportBundle(
        _ scope: BundleScope, author: String, at date: Date
    ) throws(BundleError) -> [UInt8] {
        try state.withLock { (state) throws(BundleError) -> [UInt8] in
            try state.exportBundle(scope, author: author, date: date)
        }
    }

    /// Makes a working archive of a bundle, in a folder that is not there or is empty.
    /// - Parameters:
    ///   - folder: where.
    ///   - bytes: the bundle's file.
    ///   - summary: what was done, in words for the history.
    ///   - author: who did it.
    ///   - date: when.
    public static func create(
        at folder: URL, fromBundle bytes: [UInt8], summary: String, author: String, date: Date,
        files: FileSystem = .disk, owner: LockOwner = .current
    ) throws(BundleError) -> ArchiveStore {
        let bundle = try ArchiveBundle(bytes: bytes)
        let documents = try bundle.readDocuments()
        do throws(ArchiveError) {
            return try create(
                at: folder, content: documents.content,
                note: CommitNote(summary: summary, author: author, date: date), bundle: BundleOrigin(bundle),
                unknown: documents.unknown, files: files, owner: owner)
        } catch {
            throw .archive(error)
        }
    }
}

extension ArchiveState {
    /// Makes a bundle; a working archive remembers it.
    fileprivate mutating func exportBundle(
        _ scope: BundleScope, author: String, date: Date
    ) throws(BundleError) -> [UInt8] {
        let origin = header.bundle
        var bundle = ArchiveBundle(
            archive: origin?.archive ?? header.id, municipality: content.municipality.name,
            municipalityID: content.municipality.id, author: author, date: date,
            scope: origin?.scope ?? scope)
        if let origin {
            bundle.sent = origin.sent
            bundle.baseFormat = origin.format
            bundle.others = origin.others
            bundle.parts = returned(to: origin)
        } else {
            bundle.parts = try parts(in: scope)
        }
        bundle = bundle.sealed()
        let bytes = bundle.bytes
        guard bytes.count <= ArchiveStore.largestBundle else {
            throw .tooLarge(size: bytes.count, limit: ArchiveStore.largestBundle)
        }
        if let origin, !origin.sent.contains(bundle.digest) {
            do throws(ArchiveError) {
                try remember(sent: bundle.digest)
            } catch {
                throw .archive(error)
            }
        }
        return bytes
    }

    /// The parts of the documents that belong to a scope.
    private func parts(in scope: BundleScope) throws(BundleError) -> [DocumentName: ArchiveBundle.Part] {
        let selection = PartSelection(
            of: content, sectors: scope.sectors, services: scope.services, year: scope.year)
        let isEmpty = [selection.objectives, selection.services].allSatisfy { $0?.isEmpty == true }
        guard !isEmpty else { throw .nothingInScope }
        var parts: [DocumentName: ArchiveBundle.Part] = [:]
        for (name, document) in documents {
            guard let tree = document.tree?.part(of: name, selection) else { continue }
            parts[name] = .init(base: document.head.commit, cut: Digest.sha256(tree.archiveText), tree: tree)
        }
        return parts
    }

    /// All documents of a working archive, with the digests of those from which they were once cut.
    private func returned(to origin: BundleOrigin) -> [DocumentName: ArchiveBundle.Part] {
        var parts: [DocumentName: ArchiveBundle.Part] = [:]
        for name in Set(origin.documents.keys).union(documents.keys) {
            let document = origin.documents[name]
            let tree = documents[name]?.tree
            guard document != nil || tree != nil else { continue }
            parts[name] = .init(base: document?.base, cut: document?.cut, tree: tree)
        }
        return parts
    }

    /// Writes down that a bundle was made, before anybody can send it.
    private mutating func remember(sent digest: String) throws(ArchiveError) {
        try requireAccess()
        var header = header
        header.bundle?.sent.append(digest)
        do {
            try files.replace(ArchiveHeader.file, in: layout.folder, with: header.bytes)
        } catch {
            throw .notSaved(error)
        }
        self.header = header
    }
}
