import DocumentStore
import Foundation
import Localization

extension CommitOrigin {
    /// Where a change came from, in a word or two; empty for a person's edit.
    public var words: String {
        switch self {
        case .edit: ""
        case .undo: trc("origin", "undo")
        case .redo: trc("origin", "redo")
        case .merge(let mark): tr("merge of the file of {author}", ["author": mark.author])
        case .migration: trc("origin", "new format")
        case .restore: trc("origin", "restored backup")
        }
    }
}
