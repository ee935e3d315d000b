/// Why a value was not put back; nothing has changed.
public enum RevertProblem: Error, Hashable, Sendable {
    /// What held the value is no longer in the document, by its identity.
    case gone(identity: String)
    /// What is to come back is there already.
    case present(identity: String)
    /// The document is no longer there.
    case documentGone(DocumentName)
    /// The document is never taken away or replaced as a whole.
    case whole(DocumentName)
    /// With the value the document would not say what it must say; the field, and what the decoder says.
    case undecodable(field: [String], detail: String)
    /// The value names something that is no longer there, by its identity.
    case dangling(identity: String)
    /// Years are locked and unlocked by themselves, with a reason.
    case lock
}
