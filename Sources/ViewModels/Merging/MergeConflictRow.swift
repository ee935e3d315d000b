import DocumentStore
import Foundation
import UserMessages

/// A field on which the archive and a colleague's file disagree, as the review shows it.
public struct MergeConflictRow: Hashable, Sendable, Identifiable {
    /// The place in the list.
    public let id: Int
    /// The document's name.
    public let document: String
    /// Where, the outermost name first.
    public let place: String
    /// The field, or what was added or taken away is.
    public let field: String
    /// In what they disagree, in words.
    public let reason: String
    /// What both started from; empty where nothing stood there or it is not known.
    public let base: String
    /// What the archive says; empty where nothing stands there.
    public let ours: String
    /// What the file says; empty where nothing stands there.
    public let theirs: String
    /// The file's value is taken.
    public let takesTheirs: Bool
    /// The file's value can be taken.
    public let canTakeTheirs: Bool
    /// The conflict.
    let conflict: MergeConflict.ID

    /// The row of a conflict. `side` is what the person decided.
    init(_ conflict: MergeConflict, id: Int, side: MergeSide, names: EntityNames) {
        let difference = { (value: JSONValue?) in
            TreeChange(kind: .value, path: conflict.path, before: value, after: conflict.theirs)
        }
        let kind: TreeChange.Kind = conflict.kind == .order ? .order : .value
        var all = names
        all.add([difference(conflict.base), difference(conflict.ours)])
        let words = ChangeWords.list(
            of: [
                TreeChange(
                    kind: kind, path: conflict.path, before: conflict.ours, after: conflict.theirs)
            ], in: conflict.document, names: all
        ).first
        let values = ValueText(names: all)
        self.id = id
        document = conflict.document.title
        place = words?.place ?? ChangeWords.place(conflict.path, in: conflict.document, names: all)
        field = words?.field ?? ""
        reason = conflict.kind.words
        base = values.text(conflict.base, member: conflict.path.last)
        ours = values.text(conflict.ours, member: conflict.path.last)
        theirs = values.text(conflict.theirs, member: conflict.path.last)
        canTakeTheirs = conflict.canTakeTheirs
        takesTheirs = conflict.canTakeTheirs && side == .theirs
        self.conflict = conflict.id
    }
}
