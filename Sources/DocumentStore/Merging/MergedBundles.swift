import Foundation

/// The bundles that count as merged into an archive.
///
/// A bundle's file is written before the commit, so the file alone proves nothing. It counts where the history has its
/// commit, not taken back since, or where a mark beside the file says that there was nothing to change.
struct MergedBundles {
    private let layout: ArchiveLayout
    private let files: FileSystem
    /// The digests.
    private(set) var digests: Set<String>

    /// The bundles merged into the archive of `store`.
    init(in store: ArchiveStore) throws(ArchiveError) {
        let state = store.snapshot()
        layout = state.layout
        files = state.files
        let past = MergePast(try store.timeline())
        digests = Set(past.merged.keys)
        do {
            guard try files.status(layout.bundles) != nil else { return }
            for name in try files.list(layout.bundles) where name.hasSuffix(ArchiveLayout.mergedMark) {
                digests.insert(String(name.dropLast(ArchiveLayout.mergedMark.count)))
            }
        } catch {
            throw .unreadable(error)
        }
        try leaveOut(past)
    }

    /// Leaves out bundles that started from one whose merge was taken back since: what that one brought is missing.
    private mutating func leaveOut(_ past: MergePast) throws(ArchiveError) {
        guard !past.undone.isEmpty else { return }
        for digest in digests.sorted() {
            let merged = past.merged[digest] ?? 0
            let sent = try bundle(digest)?.sent ?? []
            if sent.contains(where: { past.undone[$0, default: -1] >= merged }) { digests.remove(digest) }
        }
    }

    /// The bundle of that digest as it came; nil where its file is missing or is not what it was.
    func bundle(_ digest: String) throws(ArchiveError) -> ArchiveBundle? {
        let path = layout.bundles + "/" + ArchiveLayout.bundleFile(digest)
        guard let bytes = try files.bytes(of: path, limit: ArchiveStore.largestBundle),
            let bundle = try? ArchiveBundle(bytes: bytes), bundle.digest == digest
        else { return nil }
        return bundle
    }

    /// Whether a bundle, or a later one of the same working archive, was merged.
    func has(_ bundle: ArchiveBundle) throws(ArchiveError) -> Bool {
        let digest = bundle.digest
        if digests.contains(digest) { return true }
        // Those that it comes after cannot come after it.
        for merged in digests.subtracting(bundle.sent).sorted()
        where try self.bundle(merged)?.sent.contains(digest) == true { return true }
        return false
    }

    /// The merged bundles of the working archive from which a bundle came, itself among them.
    func related(to bundle: ArchiveBundle) throws(ArchiveError) -> [ArchiveBundle] {
        let lineage = Set(bundle.sent + [bundle.digest])
        var found: [ArchiveBundle] = []
        for digest in digests.sorted() {
            guard let merged = try self.bundle(digest) else { continue }
            if lineage.contains(digest) || !lineage.isDisjoint(with: merged.sent) { found.append(merged) }
        }
        return found
    }

    /// The files of merged bundles that are not what they were; empty where all are.
    static func verify(_ layout: ArchiveLayout, files: FileSystem) -> [ArchiveError] {
        let names: [String]
        do {
            guard try files.status(layout.bundles) != nil else { return [] }
            names = try files.list(layout.bundles)
        } catch {
            return [.unreadable(error)]
        }
        return names.filter { $0.hasSuffix(ArchiveLayout.bundleSuffix) }.compactMap { name in
            let path = layout.bundles + "/" + name
            do throws(ArchiveError) {
                let bytes = try files.bytes(of: path, limit: ArchiveStore.largestBundle) ?? []
                let digest = try? ArchiveBundle(bytes: bytes).digest
                return digest.map(ArchiveLayout.bundleFile) == name ? nil : .changedOutside(path: path)
            } catch {
                return error
            }
        }
    }
}

/// What a history says of merges: where each that is in force stands, and where each that is not was taken back.
private struct MergePast {
    private(set) var merged: [String: Int] = [:]
    private(set) var undone: [String: Int] = [:]

    init(_ timeline: Timeline) {
        var bundles: [UUID: String] = [:]
        for (place, moment) in timeline.commits.enumerated() {
            switch moment.origin {
            case .merge(let mark):
                bundles[moment.id] = mark.bundle
                note(mark.bundle, isInForce: true, at: place)
            case .undo(let commit): note(bundles[commit], isInForce: false, at: place)
            case .redo(let commit): note(bundles[commit], isInForce: true, at: place)
            // A backup may be older than what was merged; what it has of it is found when it is merged again.
            case .restore: merged = [:]
            case .edit, .migration: break
            }
        }
    }

    private mutating func note(_ bundle: String?, isInForce: Bool, at place: Int) {
        guard let bundle else { return }
        merged[bundle] = isInForce ? place : nil
        undone[bundle] = isInForce ? nil : place
    }
}

extension ArchiveLayout {
    /// How the name of the mark of a bundle ends that was merged and changed nothing.
    static let mergedMark = ".merged"

    /// How the name of the file of a merged bundle ends.
    static let bundleSuffix = ".barometro"

    /// The name of the file of a merged bundle.
    static func bundleFile(_ digest: String) -> String { digest + bundleSuffix }
}
