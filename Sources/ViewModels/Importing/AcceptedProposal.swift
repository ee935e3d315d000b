import Importing
import Model

/// A document that was read, with what the user takes of it.
public struct AcceptedProposal: Hashable, Sendable {
    /// What was read.
    public var proposal: ImportProposal
    /// What is taken of it.
    public var choice: ImportChoice
    /// The layouts that were made for it, to be kept for the next files with these heads.
    public var named: [Layout]
    /// The kept layouts in whose place these come.
    var replaced: [Layout]

    /// A document and what is taken of it.
    public init(
        _ proposal: ImportProposal, choice: ImportChoice = .all, named: [Layout] = [],
        replaced: [Layout] = []
    ) {
        self.proposal = proposal
        self.choice = choice
        self.named = named
        self.replaced = replaced
    }

    /// Takes it into `content`.
    func apply(to content: inout ArchiveContent) {
        content = proposal.apply(to: content, choice)
        let gone = Set(replaced.map(\.kept.id))
        content.layouts?.layouts.removeAll { gone.contains($0.id) }
        for layout in named { content.keep(layout.kept) }
    }
}
