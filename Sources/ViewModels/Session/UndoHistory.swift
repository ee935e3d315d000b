import DocumentStore
import Foundation
import Model

/// What was done and can be undone.
///
/// Of what was done in this session the whole contents are kept: they share what did not change, so a step costs what
/// the edit touched. What was done before is read from the archive's history when it is asked for.
public struct UndoHistory: Sendable {
    /// A step with what it did, in words.
    struct Step: Sendable {
        /// What it did.
        var title: String
        /// The content on both sides of it; nil for a step of a former session.
        var contents: (before: ArchiveContent, after: ArchiveContent)?
        /// Its commit; nil where it is not on disk by itself.
        var commit: UUID?
        /// Who made it in a former session; nil for a step of this one.
        var author: String?
        /// When it was made in a former session; nil for a step of this one.
        var date: Date?
    }

    private var done: [Step] = []
    private var undone: [Step] = []
    /// Older steps than this many are forgotten.
    static let limit = 500

    /// Nothing done yet.
    public init() {}

    /// What was done and undone in former sessions.
    init(_ stacks: UndoStacks) {
        done = stacks.done.suffix(Self.limit).map(Step.init)
        undone = stacks.undone.suffix(Self.limit).map(Step.init)
    }

    /// What undo takes back, in words; nil where there is nothing.
    public var nextUndo: String? { done.last?.title }
    /// What redo makes again, in words; nil where there is nothing.
    public var nextRedo: String? { undone.last?.title }

    /// The step that undo takes back.
    var stepToUndo: Step? { done.last }
    /// The step that redo makes again.
    var stepToRedo: Step? { undone.last }

    /// Notes a step; what was undone before it can no longer be redone.
    mutating func note(_ step: Step) {
        done.append(step)
        if done.count > Self.limit { done.removeFirst(done.count - Self.limit) }
        undone.removeAll()
    }

    /// Notes the commit of the last step.
    mutating func noteCommit(_ commit: UUID?) {
        guard !done.isEmpty else { return }
        done[done.count - 1].commit = commit
    }

    /// Moves the last step to those that can be redone.
    mutating func undo() {
        guard let step = done.popLast() else { return }
        undone.append(step)
    }

    /// Moves the last undone step back to those that can be undone.
    mutating func redo() {
        guard let step = undone.popLast() else { return }
        done.append(step)
    }
}

extension UndoHistory.Step {
    /// The step of a former session.
    fileprivate init(_ commit: Timeline.Commit) {
        self.init(title: commit.summary, commit: commit.id, author: commit.author, date: commit.date)
    }
}
