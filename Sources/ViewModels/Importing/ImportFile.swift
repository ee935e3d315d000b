import Foundation
import Importing
import Model
import UserMessages

/// What a person decided about how a document is read.
public struct ImportDecision: Hashable, Sendable {
    /// What it is; nil to recognise it.
    public var kind: ImportKind?
    /// Its year; nil to take it from the document.
    public var year: Int?
    /// The columns of tables that were named for it, and then those that are kept with the archive.
    public var named: [Layout] = []

    /// Nothing decided.
    public init() {}
}

/// Reads a document that a person gave to the window.
public enum ImportFile {
    /// The draft of a file against what the archive holds; why it could not be read, in words.
    ///
    /// - Parameters:
    ///   - kept: the layouts that are kept with the archive.
    ///   - year: the year of a document that does not say it, until the person says another.
    public static func draft(
        of url: URL, kept: [Layout] = [], year: Int? = nil, against content: ArchiveContent
    ) -> Result<ImportDraft, InputFile.Problem> {
        do throws(InputFile.Problem) {
            let document = try InputFile.opened(url)
            return .success(
                try draft(of: document, ImportDecision(), kept: kept, year: year, against: content))
        } catch {
            return .failure(error)
        }
    }

    /// The draft of a document that was read already, understood as a person decided.
    public static func draft(
        of document: InputDocument, _ decision: ImportDecision, kept: [Layout] = [], year: Int? = nil,
        against content: ArchiveContent
    ) throws(InputFile.Problem) -> ImportDraft {
        let layouts =
            decision.named
            + kept.filter { layout in
                !decision.named.contains { $0.signature == layout.signature }
            }
        let proposal = try document.proposal(kind: decision.kind, year: decision.year, layouts: layouts)
        var draft = ImportDraft(proposal, against: content)
        if let year, draft.isOfAYear, draft.year == nil {
            let assumed = try document.proposal(kind: decision.kind, year: year, layouts: layouts)
            draft = ImportDraft(assumed, against: content)
            draft.isYearAssumed = true
        }
        draft.document = document
        draft.decision = decision
        draft.tables = TableNaming.all(document.tables(layouts: layouts))
        return draft
    }
}
