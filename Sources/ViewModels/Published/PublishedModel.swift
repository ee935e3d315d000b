import DocumentStore
import Foundation
import Localization
import Model
import Reporting
import UserMessages

/// The frozen documents of the archive as the window works on them; its functions take their time and are called away
/// from the main actor.
public struct PublishedModel: Sendable {
    private let store: ArchiveStore
    private let author: String
    private let now: Date

    init(_ store: ArchiveStore, author: String, now: Date) {
        self.store = store
        self.author = author
        self.now = now
    }

    /// What was frozen of a year, the newest first, and in words what of it cannot be read.
    public func list(of year: Int) -> (rows: [FrozenRow], problems: [String]) {
        let (documents, problems) = store.frozen()
        let rows = documents.filter { $0.year == year }.sorted { $0.date > $1.date }.map(FrozenRow.init)
        return (rows, problems.map(\.words))
    }

    /// Keeps a document as it was approved.
    /// - Parameters:
    ///   - content: what was printed; refused where the archive on disk holds another.
    ///   - pdf: the printed document.
    public func freeze(
        _ draft: FreezeDraft, of content: ArchiveContent, pdf: Data
    ) -> Result<FrozenRow, Archives.Problem> {
        let request = FreezeRequest(
            kind: draft.kind.rawValue, year: draft.year, act: draft.act, author: author, date: now)
        return attempt { () throws(ArchiveError) in
            FrozenRow(try store.freeze(request, of: content, pdf: [UInt8](pdf)))
        }
    }

    /// The PDF of a frozen document, byte by byte as it was.
    public func pdf(of row: FrozenRow) -> Result<Data, Archives.Problem> {
        attempt { () throws(ArchiveError) in Data(try store.pdf(of: row.document)) }
    }

    /// What was changed since a document was frozen, in what it was printed from. That the year was locked is no
    /// change of what was printed.
    public func changes(since row: FrozenRow) -> Result<[ChangeRow], Archives.Problem> {
        attempt { () throws(ArchiveError) in
            let changes = try store.changes(since: row.document).filter {
                $0.document != .municipality || $0.change.path.first != "locks"
            }
            return ChangeRow.list(ChangeWords.list(of: changes, names: EntityNames(store.trees)))
        }
    }

    private func attempt<Value>(
        _ work: () throws(ArchiveError) -> Value
    ) -> Result<Value, Archives.Problem> {
        do throws(ArchiveError) {
            return .success(try work())
        } catch {
            return .failure(Archives.Problem(words: error.words))
        }
    }
}

extension ArchiveSession {
    /// The frozen documents; nil where changes stay in memory.
    public var published: PublishedModel? {
        archive.map { PublishedModel($0, author: author, now: now()) }
    }

    /// Keeps a document as it was approved, away from the main actor, and locks its year where that is asked for.
    /// Nothing is kept that is not on disk.
    /// - Parameters:
    ///   - content: what was printed.
    ///   - pdf: makes the printed document, as it is exported.
    public func freeze(
        _ draft: FreezeDraft, of content: ArchiveContent, pdf: @escaping @Sendable () throws -> Data
    ) async -> Result<FrozenRow, Archives.Problem> {
        do throws(EditRefusal) {
            if let holder = readOnlyHolder { throw .readOnly(holder: holder) }
            guard let published else { throw .gone }
            try requireEverythingOnDisk()
            let row = try await ArchiveSession.kept(draft, of: content, in: published, pdf: pdf)
            if draft.locksYear, self.content.lock(of: draft.year) == nil {
                try perform(locking(year: draft.year, reason: draft.lockReason))
            }
            return .success(row)
        } catch {
            return .failure(Archives.Problem(words: error.words))
        }
    }

    private static func kept(
        _ draft: FreezeDraft, of content: ArchiveContent, in published: PublishedModel,
        pdf: @escaping @Sendable () throws -> Data
    ) async throws(EditRefusal) -> FrozenRow {
        let result = await Task.detached { () -> Result<FrozenRow, Archives.Problem> in
            do {
                return published.freeze(draft, of: content, pdf: try pdf())
            } catch {
                return .failure(Archives.Problem(words: PrintError.words(of: error)))
            }
        }.value
        switch result {
        case .success(let row): return row
        case .failure(let problem): throw .notDone(problem.words)
        }
    }
}
