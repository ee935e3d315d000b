import DocumentStore
import Foundation
import Localization
import Model
import Scoring
import UserMessages

/// Undo and redo, which are changes too.
extension ArchiveSession {
    /// A step that is taken back or made again.
    public enum UndoDirection: Hashable, Sendable {
        case back, again

        /// The side of the step that becomes the content.
        fileprivate var side: CommitSide { self == .back ? .before : .after }
    }

    /// Takes the last edit back, also one of a former session, and shows the year in which something changed.
    /// - Returns: where it changed something; nil where no screen shows it, or there was nothing to take back.
    @discardableResult public func undo() throws(EditRefusal) -> Destination? { try move(.back) }

    /// Makes the last edit that was taken back again, and shows the year in which something changed.
    /// - Returns: where it changed something; nil where no screen shows it, or there was nothing to make again.
    @discardableResult public func redo() throws(EditRefusal) -> Destination? { try move(.again) }

    /// Whether the next step changes so much, or must be looked for so far back, that a window would stand still meanwhile.
    public func isLong(_ direction: UndoDirection) -> Bool {
        guard let step = step(direction) else { return false }
        guard let contents = step.contents else { return historySize > ArchiveSession.quickHistory }
        return contents.before.changesMany(to: contents.after)
    }

    /// The bytes of the histories, which are gone through for a step of a former session.
    private var historySize: Int {
        guard let folder = folder?.appending(path: "history") else { return 0 }
        let files = try? FileManager.default.contentsOfDirectory(
            at: folder, includingPropertiesForKeys: [.fileSizeKey])
        return (files ?? []).reduce(0) {
            $0 + ((try? $1.resourceValues(forKeys: [.fileSizeKey]).fileSize) ?? 0)
        }
    }

    /// Histories up to so many bytes are gone through within a moment.
    private static let quickHistory = 2_000_000

    /// Takes the next step away from the main actor, where it is long. Until it ends every change is refused.
    /// - Parameter finished: is told where it changed something, or why it was refused.
    public func move(
        away direction: UndoDirection,
        finished: @escaping @MainActor (Result<Destination?, EditRefusal>) -> Void
    ) {
        guard let step = step(direction) else { return finished(.success(nil)) }
        do throws(EditRefusal) {
            try beginPreparing()
        } catch {
            return finished(.failure(error))
        }
        Task { @MainActor in
            let result: Result<Destination?, EditRefusal>
            do throws(EditRefusal) {
                result = .success(try await moveAway(direction, step))
            } catch {
                result = .failure(error)
            }
            endPreparing()
            finished(result)
        }
    }

    private func moveAway(_ direction: UndoDirection, _ step: UndoHistory.Step) async throws(EditRefusal)
        -> Destination?
    {
        let (before, assessed, year) = (content, assessment, year)
        let (archive, side, title) = (archive, direction.side, summary(direction, step))
        let found = await Task.detached { () -> Result<(PreparedChange, ContentDifference?), EditRefusal> in
            Result { () throws(EditRefusal) in
                let target = try ArchiveSession.state(side, step) { try archive?.content(side, $0) }
                let change = ContentDifference(from: before, to: target)
                let shown = target.shownYear(instead: change?.year ?? year)
                let assessment =
                    assessed?.updating(to: target, year: shown) ?? ArchiveAssessment(target, year: shown)
                return (PreparedChange(content: target, title: title, assessment: assessment), change)
            }
        }.value
        let (prepared, change) = try found.get()
        try requireAllowed(prepared.content)
        let shown = prepared.content.shownYear(instead: change?.year ?? year)
        _ = await adoptAway(prepared, origin: origin(direction, step), showing: shown)
        note(direction)
        tell()
        return change?.destination
    }

    private func move(_ direction: UndoDirection) throws(EditRefusal) -> Destination? {
        guard let step = step(direction) else { return nil }
        let target = try ArchiveSession.state(direction.side, step) {
            try backend?.content(direction.side, $0)
        }
        try require(target)
        note(direction)
        let change = ContentDifference(from: content, to: target)
        adopt(target, summary: summary(direction, step), origin: origin(direction, step))
        if let year = change?.year { show(year: year) }
        return change?.destination
    }

    private func step(_ direction: UndoDirection) -> UndoHistory.Step? {
        direction == .back ? history.stepToUndo : history.stepToRedo
    }

    private func note(_ direction: UndoDirection) {
        if direction == .back { history.undo() } else { history.redo() }
    }

    private func summary(_ direction: UndoDirection, _ step: UndoHistory.Step) -> String {
        direction == .back
            ? tr("Undo: {edit}", ["edit": step.title]) : tr("Redo: {edit}", ["edit": step.title])
    }

    private func origin(_ direction: UndoDirection, _ step: UndoHistory.Step) -> CommitOrigin {
        guard let commit = step.commit else { return .edit }
        return direction == .back ? .undo(of: commit) : .redo(of: commit)
    }

    /// The content on a side of a step; of a former session's it is looked for in the history.
    nonisolated private static func state(
        _ side: CommitSide, _ step: UndoHistory.Step, find: (UUID) throws -> ArchiveContent?
    ) throws(EditRefusal) -> ArchiveContent {
        if let contents = step.contents { return side == .before ? contents.before : contents.after }
        do {
            guard let commit = step.commit, let found = try find(commit) else { throw EditRefusal.gone }
            return found
        } catch {
            throw error as? EditRefusal
                ?? .pastUnreadable((error as? ArchiveError)?.words ?? SystemReason.words(of: error))
        }
    }
}

extension ArchiveContent {
    /// The year to show: this one where the archive has something of it, else its last one.
    func shownYear(instead year: Int) -> Int {
        guard plans[year] == nil, projects[year] == nil else { return year }
        return years.last ?? year
    }

    /// Whether more of it differs than a window can take over within a moment.
    fileprivate func changesMany(to other: ArchiveContent) -> Bool {
        var changed = abs(services.services.count - other.services.services.count)
        for year in Set(plans.keys).union(other.plans.keys) {
            let (own, others) = (plans[year]?.objectives ?? [], other.plans[year]?.objectives ?? [])
            changed += abs(own.count - others.count)
            for (former, later) in zip(own, others) where former != later { changed += 1 }
            if changed > ArchiveContent.many { return true }
        }
        return changed > ArchiveContent.many
    }

    /// More objectives than this are taken over away from the main actor.
    fileprivate static let many = 200
}

extension ArchiveStore {
    /// The content before or after a commit; nil where no history knows it.
    func content(_ side: CommitSide, _ commit: UUID) throws(ArchiveError) -> ArchiveContent? {
        switch side {
        case .before: try content(before: commit)
        case .after: try content(after: commit)
        }
    }
}
