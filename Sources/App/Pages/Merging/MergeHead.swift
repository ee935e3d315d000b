import Gtk
import Localization
import ViewModels

/// The head of a review: whose file, what it holds, from which state it was made, in numbers what it changes, and what
/// stands against it.
final class MergeHead {
    /// The lines and the buttons.
    let widget = Box(.horizontal, spacing: 12)
    /// Merges.
    let merge = Button(tr("_Merge"))
    /// Reviews a file anew that was merged already.
    let again = Button(tr("_Review anew"))
    /// Leaves the file.
    let discard = Button(tr("_Discard"))
    private let title = Label.heading("")
    private let facts = Label()
    private let counts = Label(role: .status)
    private let problem = Label(role: .alert)

    /// A head that says nothing yet.
    init() {
        merge.css("suggested-action")
        title.css("section-title")
        for label in [facts, counts, problem] { label.wrapped().alignText(.start) }
        facts.css("dim-label")
        problem.css("field-problem")
        merge.described(by: problem)
        let lines = Box(.vertical, spacing: 3) {
            title
            facts
            counts
            problem
        }
        widget.append(lines.expand(vertically: false))
        for button in [again, discard, merge] { widget.append(button.align(.end, .start)) }
    }

    /// Shows what a review says.
    func show(_ draft: MergeDraft, isReadOnly: Bool) {
        title.text = draft.file.heading
        facts.text = [draft.scopeWords, draft.baseWords].joined(separator: "\n")
        counts.text = draft.counts
        let readOnly = isReadOnly ? tr("The archive can only be read: nothing can be merged.") : nil
        show(problem: readOnly ?? draft.lockWords)
        again.isVisible = draft.isAlreadyMerged
        merge.isSensitive = !isReadOnly && draft.lockWords == nil && !draft.isAlreadyMerged
    }

    /// Shows what stands against merging; nil where nothing does.
    func show(problem text: String?) {
        problem.text = text ?? ""
        problem.isVisible = text != nil
    }
}
