import Importing
import Model

/// A document that was read, with what the user takes of it.
public struct AcceptedProposal: Hashable, Sendable {
    /// What was read.
    public var proposal: ImportProposal

    /// All of it.
    public init(_ proposal: ImportProposal) {
        self.proposal = proposal
    }

    /// Takes it into `content`.
    func apply(to content: inout ArchiveContent) {
    }
}
