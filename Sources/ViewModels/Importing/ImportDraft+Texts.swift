import Importing
import Localization
import UserMessages

/// A text that a person names where it stands, by the name under which a screen knows it.
public typealias NamedText = Importing.NamedText

/// What a person says of the texts of a document.
extension ImportDraft {
    /// The texts that are named by hand, in their order: now, or by a layout that is kept.
    public var namedTexts: [NamedText] { decision.edits.names.sorted { $0.line < $1.line } }

    /// What would be decided with these texts named besides those that are.
    public func naming(_ texts: [NamedText]) -> ImportDecision {
        var decision = decision
        decision.edits.names += texts.filter { !decision.edits.names.contains($0) }
        return decision
    }

    /// What would be decided with the names of some texts taken back.
    public func takingBack(_ texts: [NamedText]) -> ImportDecision {
        var decision = decision
        decision.edits.names.removeAll(where: texts.contains)
        return decision
    }

    /// Takes the names of texts that do not stand in the document out of the decision; they are told.
    mutating func forgetTextsNotFound(in document: InputDocument, _ layouts: [Layout]) {
        guard !decision.edits.names.isEmpty else { return }
        let standing = document.standing(decision.edits, layouts: layouts)
        textsNotFound = decision.edits.names.filter { !standing.contains($0) }
        decision.edits.names = standing
    }

    /// What is said of texts that were named and are not there; nil where all are.
    public var notFoundWords: String? {
        guard let first = textsNotFound.first else { return nil }
        return tr(
            "«{text}» does not stand in the document as one text, from line {line} on: nothing was named. Name its parts line by line.",
            ["text": String(first.text.prefix(80)), "line": "\(first.line)"])
    }

    /// The layout of the texts that were named; nil where none is, or where one that is kept says the same already.
    var layoutOfTexts: Layout? {
        let names = decision.edits.names
        guard !names.isEmpty, !formerTexts.contains(where: { Set($0.namedLines ?? []) == Set(names) }) else {
            return nil
        }
        return Layout(
            name: formerTexts.first?.name ?? tr("{file}: texts", ["file": baseName]), lines: namedTexts)
    }

    /// The kept layouts of texts by which it was read at first.
    var formerTexts: [Layout] { decision.keptTexts ?? [] }

    /// The kept layouts in whose place others are kept when it is taken.
    var layoutsReplaced: [Layout] {
        (decision.named.contains(where: \.isOfCards) ? formerCards : [])
            + (layoutOfTexts == nil ? [] : formerTexts)
    }
}
