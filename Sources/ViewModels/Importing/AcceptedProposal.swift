import Importing
import Model

/// A document that was read, with what the user takes of it.
public struct AcceptedProposal: Hashable, Sendable {
    /// What was read.
    public var proposal: ImportProposal
    /// What is taken of it.
    public var choice: ImportChoice

    /// A document and what is taken of it.
    public init(_ proposal: ImportProposal, choice: ImportChoice = .all) {
        self.proposal = proposal
        self.choice = choice
    }

    /// Takes it into `content`.
    func apply(to content: inout ArchiveContent) {
        content = proposal.apply(to: content, choice)
    }
}
