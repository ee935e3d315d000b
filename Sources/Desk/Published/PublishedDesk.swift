import DocumentStore
import Foundation
import Localization
import Model
import Wording

/// The frozen documents of the archive as the window works on them; its functions take their time and are called away
/// from the main actor.
public struct PublishedDesk: Sendable {
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

extension Desk {
    /// The frozen documents; nil where changes stay in memory.
    public var published: PublishedDesk? {
        archive.map { PublishedDesk($0, author: author, now: now()) }
    }
}
