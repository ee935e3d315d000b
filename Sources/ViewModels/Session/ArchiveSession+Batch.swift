extension ArchiveSession {
    /// Makes several edits as one step, which is one commit and one undo. Where one of them is refused none is made.
    ///
    /// Edits that `edits` performs are seen in `content` by those after them; nothing else is told until all are made.
    public func perform(
        together title: String, _ edits: () throws(EditRefusal) -> Void
    ) throws(EditRefusal) {
        let before = content
        let isOutermost = beginCollecting()
        do throws(EditRefusal) {
            try edits()
        } catch {
            endCollecting(isOutermost, content: before)
            throw error
        }
        guard isOutermost else { return }
        let after = content
        endCollecting(isOutermost, content: before)
        try perform(title, making: after)
    }
}
