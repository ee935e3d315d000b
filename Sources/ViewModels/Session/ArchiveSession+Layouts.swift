import Foundation
import Importing
import Localization
import Model
import UserMessages

extension ArchiveSession {
    /// The columns of tables that were named by hand and are kept with the archive, and what of them cannot be applied,
    /// in words.
    public func keptLayouts() -> (layouts: [Layout], problems: [String]) {
        guard let (layouts, others) = content.layouts?.understood else { return ([], []) }
        return (layouts, others.map(LayoutFile.notUnderstood))
    }

    /// A layout that is kept as a file, to be sent; nil where it is no longer there, or only a later program understands it.
    public func layoutFile(_ id: UUID) -> (name: String, bytes: Data)? {
        guard let kept = content.layouts?.layouts.first(where: { $0.id == id }), let layout = Layout(kept),
            let bytes = try? LayoutFile.bytes(of: layout)
        else { return nil }
        return (FileNames.safe(layout.name) + ".json", Data(bytes))
    }

    /// The layouts that are kept as rows, by name.
    public func layoutRows() -> [LayoutRow] {
        (content.layouts?.layouts ?? []).map(LayoutRow.init).sorted { $0.name < $1.name }
    }
}

/// A layout that is kept, as a row.
public struct LayoutRow: Hashable, Sendable, Identifiable {
    /// Its identity.
    public let id: UUID
    /// Its name.
    public let name: String
    /// Its heads or labels and what each is, or its texts, in words.
    public let columns: String

    init(_ layout: KeptLayout) {
        id = layout.id
        name = layout.name
        let named = layout.columns.map { column in
            LayoutWords.column(column.head, column.term.map { FieldTerm(rawValue: $0)?.title ?? $0 })
        }
        let texts = (layout.namedLines ?? []).map { line in
            let term = FieldTerm(rawValue: line.term).map { LayoutWords.term($0, year: line.year) }
            return LayoutWords.text(line.text, line: line.line, term ?? line.term)
        }
        columns = (named + texts).joined(separator: "; ")
    }
}
