import DocumentStore
import Foundation
import Localization
import Model
import Reporting
import UserMessages

/// A document that was frozen as it was published, as Allegati shows it.
public struct FrozenRow: Hashable, Sendable, Identifiable {
    /// The name of its folder.
    public let id: String
    /// What was printed: «Allegato B: …».
    public let title: String
    /// The act that approved it: «Giunta comunale, n. 12, 3 aprile 2026».
    public let act: String
    /// When it was frozen and by whom.
    public let when: String
    /// The SHA-256 of its PDF.
    public let digest: String
    /// Its kind, as it is printed; nil for one that this program does not print.
    public let kind: PrintKind?
    /// What the store knows of it.
    let document: FrozenDocument

    /// The beginning of the digest, enough to tell two apart at a glance.
    public var shortDigest: String { digest.prefix(12) + "…" }
    /// The name that is proposed for a copy of the PDF.
    public var fileName: String {
        FileNames.safe("\(document.kind) \(document.year) \(document.act.number)") + ".pdf"
    }

    /// The row of a frozen document.
    init(_ document: FrozenDocument) {
        id = document.id
        kind = PrintKind(rawValue: document.kind)
        title = kind?.title ?? document.kind
        act = Self.words(of: document.act)
        when = MomentWords.text(document.date) + ", " + document.author
        digest = document.pdfDigest
        self.document = document
    }

    /// The act in words.
    static func words(of act: Act) -> String {
        let isBare = act.number.first?.isNumber == true
        let number = isBare ? tr("no. {number}", ["number": act.number]) : act.number
        let day = act.date.map { Words.date(year: $0.year, month: $0.month, day: $0.day) } ?? ""
        return [act.body, number, day].filter { !$0.isEmpty }.joined(separator: ", ")
    }
}
