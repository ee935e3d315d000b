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
    /// What was changed of its tables: columns divided, rows left out.
    public var edits = TableEdits()
    /// Divisions that are kept with the archive and are not wanted here, by the heads that they lead to.
    public var undivided: Set<[String]> = []
    /// The kept layouts of texts that stand in the document, whose names are among those of the edits; nil before it was
    /// looked for them.
    var keptTexts: [Layout]?
    /// Names of columns that go over to a table that is read with a column divided, or put together again.
    var carried: [CarriedNames] = []

    /// Nothing decided.
    public init() {}

    /// The layouts that were named now, and those of the kept ones that nothing now says otherwise of. What those of texts
    /// say is among the edits.
    func layouts(with kept: [Layout]) -> [Layout] {
        let subjects = Set(named.map(\.subject))
        return named
            + kept.filter { layout in
                guard layout.namedLines == nil, !subjects.contains(layout.subject) else { return false }
                return layout.isOfCards || !undivided.contains(layout.signature)
            }
    }

    /// The decision with the names of the kept layouts of texts that stand in a document, once.
    func takingOver(_ kept: [Layout], in document: InputDocument) -> ImportDecision {
        guard keptTexts == nil else { return self }
        var decision = self
        let texts = document.fitting(kept.filter { $0.namedLines != nil })
        decision.keptTexts = texts
        for name in texts.lazy.flatMap({ $0.namedLines ?? [] }) where !decision.edits.names.contains(name) {
            decision.edits.names.append(name)
        }
        return decision
    }
}

/// Reads a document that a person gave to the window.
public enum ImportFile {
    /// The files that a person gave: in the place of a folder those that lie in it and are not hidden, by name. A folder
    /// without one, or with more than somebody would look through, stays to be told.
    public static func files(among urls: [URL]) -> [URL] {
        urls.flatMap { url -> [URL] in
            guard url.hasDirectoryPath || isFolder(url) else { return [url] }
            let inside = try? FileManager.default.contentsOfDirectory(
                at: url, includingPropertiesForKeys: [.isDirectoryKey], options: .skipsHiddenFiles)
            let files = (inside ?? []).filter { !isFolder($0) }
            let name = { (url: URL) in url.lastPathComponent.comparisonKey }
            return files.isEmpty || files.count > 200 ? [url] : files.sorted { name($0) < name($1) }
        }
    }

    private static func isFolder(_ url: URL) -> Bool {
        (try? url.resourceValues(forKeys: [.isDirectoryKey]))?.isDirectory ?? false
    }

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
        let decision = decision.takingOver(kept, in: document)
        let draft = try understood(document, decision, kept: kept, year: year, against: content)
        guard let named = draft.takingNamesOver else { return draft }
        return try understood(document, named, kept: kept, year: year, against: content)
    }

    private static func understood(
        _ document: InputDocument, _ decision: ImportDecision, kept: [Layout], year: Int?,
        against content: ArchiveContent
    ) throws(InputFile.Problem) -> ImportDraft {
        let layouts = decision.layouts(with: kept)
        let edits = decision.edits
        let proposal = try document.proposal(
            kind: decision.kind, year: decision.year, layouts: layouts, edits: edits)
        var draft = ImportDraft(proposal, against: content)
        if let year, draft.isOfAYear, draft.year == nil {
            let assumed = try document.proposal(
                kind: decision.kind, year: year, layouts: layouts, edits: edits)
            draft = ImportDraft(assumed, against: content)
            draft.isYearAssumed = true
        }
        draft.document = document
        draft.decision = decision
        draft.forgetTextsNotFound(in: document, layouts)
        draft.tables = TableNaming.all(document.tables(layouts: layouts, edits: edits))
        draft.formerCards = document.fitting(kept.filter(\.isOfCards))
        draft.splits = edits.splits + layouts.flatMap { $0.splits ?? [] }
        return draft
    }
}
