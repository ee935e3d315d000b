import Model

/// What was done and can be undone: the content before and after each edit.
///
/// Whole contents are kept: they share what did not change, so a step costs what the edit touched.
public struct UndoHistory: Sendable {
    /// An edit with the content on both sides of it.
    struct Step: Sendable {
        var edit: Edit
        var before: ArchiveContent
        var after: ArchiveContent
    }

    private var done: [Step] = []
    private var undone: [Step] = []
    /// Older steps than this many are forgotten.
    private let limit = 500

    /// Nothing done yet.
    public init() {}

    /// The edit that undo takes back; nil where there is none.
    public var nextUndo: Edit? { done.last?.edit }
    /// The edit that redo makes again; nil where there is none.
    public var nextRedo: Edit? { undone.last?.edit }

    /// Notes an edit that was made; what was undone before it can no longer be redone.
    mutating func note(_ edit: Edit, before: ArchiveContent, after: ArchiveContent) {
        done.append(Step(edit: edit, before: before, after: after))
        if done.count > limit { done.removeFirst(done.count - limit) }
        undone.removeAll()
    }

    /// The step to take back; it can be redone.
    mutating func undo() -> Step? {
        guard let step = done.popLast() else { return nil }
        undone.append(step)
        return step
    }

    /// The step to make again; it can be undone.
    mutating func redo() -> Step? {
        guard let step = undone.popLast() else { return nil }
        done.append(step)
        return step
    }
}
