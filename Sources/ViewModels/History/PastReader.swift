import DocumentStore
import Foundation
import Model
import UserMessages

/// Reads the past of an archive; its functions take their time and are called away from the main actor.
public struct PastReader: Sendable {
    private let store: ArchiveStore

    /// The past of `store`.
    init(_ store: ArchiveStore) {
        self.store = store
    }

    /// The commits; `about` leaves those that touched one thing.
    public func commits(about: UUID? = nil) -> Result<CommitList, Archives.Problem> {
        attempt { () throws(ArchiveError) in
            let timeline = try store.timeline()
            return CommitList(timeline, trees: store.trees, about: about)
        }
    }

    /// The content as a commit left it.
    public func content(after row: CommitRow) -> Result<ArchiveContent, Archives.Problem> {
        attempt { () throws(ArchiveError) in try store.content(after: row.id) }
            .flatMap { content in
                content.map(Result.success) ?? .failure(Archives.Problem(words: EditRefusal.gone.words))
            }
    }

    /// What is different between the states that two commits left, field by field, the earlier state first; without
    /// a second one, against `present`. `about` leaves the differences of one thing.
    public func differences(
        from row: CommitRow, to other: CommitRow?, present: ArchiveContent, names list: CommitList,
        about: UUID? = nil
    ) -> Result<[ChangeRow], Archives.Problem> {
        content(after: row).flatMap { former in
            guard let other else { return .success(Self.rows(former, present, list, about)) }
            return content(after: other).map { Self.rows(former, $0, list, about) }
        }
    }

    private static func rows(
        _ former: ArchiveContent, _ later: ArchiveContent, _ list: CommitList, _ about: UUID?
    ) -> [ChangeRow] {
        let changes = former.changes(to: later).filter { difference in
            about.map { difference.change.touches($0.uuidString) } ?? true
        }
        return ChangeRow.list(ChangeWords.list(of: changes, names: list.names))
    }

    private func attempt<Value>(
        _ read: () throws(ArchiveError) -> Value
    ) -> Result<Value, Archives.Problem> {
        do throws(ArchiveError) {
            return .success(try read())
        } catch {
            return .failure(Archives.Problem(words: error.words))
        }
    }
}
