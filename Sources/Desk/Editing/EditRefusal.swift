import DocumentStore
import Foundation
import Localization
import Wording

/// Why an edit was not made; nothing has changed.
public enum EditRefusal: Error, Hashable, Sendable {
    /// What the edit is about is no longer there.
    case gone
    /// A name must not be empty.
    case emptyName
    /// The archive is open for reading only; the name of who has it.
    case readOnly(holder: String)
    /// The change touches a year that is locked.
    case yearLocked(Int)
    /// The state before or after a step of a former session cannot be read, for this reason.
    case pastUnreadable(String)

    /// What happened and what to do, for a person.
    public var words: String {
        switch self {
        case .gone:
            tr("What you were changing is no longer in the archive. Nothing was changed.")
        case .emptyName:
            tr("A name cannot be empty. Write one, or undo to get the former one back.")
        case .readOnly(let holder):
            tr("The archive is open for reading only: {holder} has it.", ["holder": holder])
        case .yearLocked(let year): ArchiveError.yearLocked(year: year).words
        case .pastUnreadable(let reason):
            tr("The former state could not be read: {reason} Nothing was changed.", ["reason": reason])
        }
    }
}
