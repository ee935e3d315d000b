import Model
import Synchronization

/// The texts that an archive's imported fields came from, below `attachments/sources`; each table is read when
/// somebody asks for one of its texts.
final class SourceLibrary: Sendable {
    private struct State {
        /// The tables by their digests; nil where one was looked for and is not there, or not what it was.
        var tables: [String: SourceTable?] = [:]
        /// The names of the files whose texts were looked for in vain, by the digests of the tables.
        var lost: [String: String] = [:]
        /// Where each text is kept; nil before the first is written.
        var places: [SourceKey: SourceReference]?
        /// Tables that are not on disk yet.
        var unwritten: Set<String> = []
    }

    private let layout: ArchiveLayout
    private let files: FileSystem
    private let state = Mutex(State())

    /// The texts of the archive in a folder.
    init(layout: ArchiveLayout, files: FileSystem) {
        self.layout = layout
        self.files = files
    }

    /// A text of an imported file; nil where it is not there, or no longer what it was.
    func text(_ reference: SourceReference, of file: String) -> String? {
        state.withLock { state in
            if let text = table(reference.table, &state)?.texts[reference.place] { return text }
            state.lost[reference.table] = file
            return nil
        }
    }

    /// Where texts are kept. Those that no table has yet get one, which `write()` brings to the disk.
    func references(of sources: some Sequence<Source>) -> [SourceKey: SourceReference] {
        state.withLock { state in
            load(&state)
            var found: [SourceKey: SourceReference] = [:]
            var new: [SourceKey: Source] = [:]
            for source in sources {
                let key = SourceKey(source)
                if let reference = state.places?[key] { found[key] = reference } else { new[key] = source }
            }
            for (file, sources) in Dictionary(grouping: new.values, by: { Array($0.file.utf8) }) {
                let table = SourceTable(file: String(decoding: file, as: UTF8.self), sources)
                let digest = Digest.sha256(table.bytes)
                state.tables[digest] = table
                state.unwritten.insert(digest)
                for (source, place) in table.sources {
                    let reference = SourceReference(table: digest, place: place)
                    state.places?[SourceKey(source)] = reference
                    found[SourceKey(source)] = reference
                }
            }
            return found
        }
    }

    /// Brings tables to the disk that are not there yet; what refers to them may be written only then.
    func write() throws(ArchiveError) {
        let result = state.withLock { state -> Result<Void, ArchiveError> in
            Result { () throws(ArchiveError) in try write(&state) }
        }
        try result.get()
    }

    /// The tables that were asked for in vain, in order.
    var problems: [ArchiveError] {
        state.withLock { state in
            state.lost.sorted { $0.key < $1.key }.map { digest, file in
                .sourcesLost(path: layout.sourcesPath(of: digest), file: file)
            }
        }
    }

    private func write(_ state: inout State) throws(ArchiveError) {
        for digest in state.unwritten.sorted() {
            guard let table = state.tables[digest] ?? nil else { continue }
            do {
                try files.makeFolders(layout.sources)
                try files.replace(ArchiveLayout.sourcesFile(digest), in: layout.sources, with: table.bytes)
            } catch {
                throw .notSaved(error)
            }
            state.unwritten.remove(digest)
        }
    }

    private func table(_ digest: String, _ state: inout State) -> SourceTable? {
        if let known = state.tables[digest] { return known }
        let table = read(digest)
        state.tables[digest] = .some(table)
        return table
    }

    private func read(_ digest: String) -> SourceTable? {
        // What cannot be read is told with what refers to it.
        guard let bytes = try? files.bytes(of: layout.sourcesPath(of: digest), limit: ArchiveLimits.history),
            Digest.sha256(bytes) == digest, let json = try? StrictJSON.read(bytes)
        else { return nil }
        return SourceTable(json: json)
    }

    /// Reads all tables, so that no text is kept twice. One that cannot be read only makes room for another.
    private func load(_ state: inout State) {
        guard state.places == nil else { return }
        var places: [SourceKey: SourceReference] = [:]
        let names = (try? files.list(layout.sources)) ?? []
        let digests = Set(names.compactMap(ArchiveLayout.sourcesDigest)).union(state.tables.keys)
        for digest in digests.sorted() {
            for (source, place) in table(digest, &state)?.sources ?? [] {
                places[SourceKey(source)] = SourceReference(table: digest, place: place)
            }
        }
        state.places = places
    }
}

extension ArchiveLayout {
    /// Where the texts are that imported fields came from.
    var sources: String { folder + "/attachments/sources" }

    /// The file of the table of that digest.
    func sourcesPath(of digest: String) -> String { sources + "/" + Self.sourcesFile(digest) }

    /// The name of the file of the table of that digest.
    static func sourcesFile(_ digest: String) -> String { digest + ".json" }

    /// The digest of the table whose file has a name; nil for any other name.
    static func sourcesDigest(of name: String) -> String? {
        name.hasSuffix(".json") ? Digest.read(.string(String(name.dropLast(".json".count)))) : nil
    }
}
