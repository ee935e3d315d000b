/// Whose value is taken.
public enum MergeSide: String, Hashable, Sendable, CaseIterable {
    /// What this archive says.
    case ours
    /// What the bundle says.
    case theirs
}

/// A place at which archive and bundle disagree, with what each of them says. Until somebody decides, the archive's
/// value stays.
public struct MergeConflict: Hashable, Sendable, Identifiable {
    /// In what they disagree.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// Both changed a value, or nobody knows who did.
        case value
        /// Both put a list in another order.
        case order
        /// Both moved a thing, each to another list; the values are those of the thing.
        case place
        /// We took away what they changed.
        case removedHere = "removed-here"
        /// They took away what we changed.
        case removedThere = "removed-there"
        /// They added something, and nobody knows whether we had it and took it away.
        case added
        /// Taken over, their value would leave a field that names nothing, or an identity twice.
        case reference
    }

    /// What tells a conflict apart within a review.
    public struct ID: Hashable, Sendable {
        /// The document.
        public var document: DocumentName
        /// The path from the document's root, as in ``TreeChange``.
        public var path: [String]
        /// In what they disagree.
        public var kind: Kind

        /// A conflict at a place.
        public init(document: DocumentName, path: [String], kind: Kind) {
            self.document = document
            self.path = path
            self.kind = kind
        }
    }

    /// Where, and in what.
    public let id: ID
    /// What both started from; nil where nothing stood there or it is not known.
    public var base: JSONValue?
    /// What the archive says; nil where nothing stands there.
    public var ours: JSONValue?
    /// What the bundle says; nil where nothing stands there.
    public var theirs: JSONValue?
    /// Whose value the result has: the one decided for, else ours.
    public var taken: MergeSide
    /// Whether their value can be taken; where it cannot, `taken` is ours whatever was decided.
    public var canTakeTheirs = true

    /// The document.
    public var document: DocumentName { id.document }
    /// The path from the document's root.
    public var path: [String] { id.path }
    /// In what they disagree.
    public var kind: Kind { id.kind }
}
