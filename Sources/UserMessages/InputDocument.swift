import Importing
import Reading

/// A document that was read once, and can be understood again: for another kind or year, with columns named by hand.
public struct InputDocument: Sendable {
    /// What was read of the file.
    enum Content: Sendable {
        case text([UInt8])
        case document(SourceDocument)
    }

    /// The name of the file.
    public let name: String
    let content: Content

    /// What importing it would bring.
    ///
    /// - Parameters:
    ///   - kind: what a person says that it is; nil to recognise it.
    ///   - year: the year that a person says; nil to take it from the document.
    ///   - layouts: the columns of tables that a person named.
    ///   - edits: what a person changed of the tables.
    public func proposal(
        kind: ImportKind? = nil, year: Int? = nil, layouts: [Layout] = [], edits: TableEdits = TableEdits()
    ) throws(InputFile.Problem) -> ImportProposal {
        switch content {
        case .document(let document):
            return Importer.propose(
                document, file: name, kind: kind, year: year, layouts: layouts, edits: edits)
        case .text(let bytes):
            do throws(UnreadableInput) {
                return try Importer.propose(
                    bytes: bytes, file: name, kind: kind, year: year, layouts: layouts, edits: edits)
            } catch {
                throw InputFile.Problem(words: name + ": " + error.words)
            }
        }
    }

    /// Its tables as they were read, with what each column was taken for.
    public func tables(layouts: [Layout] = [], edits: TableEdits = TableEdits()) -> [ReadTable] {
        switch content {
        case .document(let document): Importer.tables(document, layouts: layouts, edits: edits)
        case .text(let bytes): Importer.tables(bytes: bytes, layouts: layouts, edits: edits)
        }
    }

    /// Those of some layouts that say something of it.
    public func fitting(_ layouts: [Layout]) -> [Layout] {
        switch content {
        case .document(let document): Importer.fitting(layouts, of: document)
        case .text(let bytes): Importer.fitting(layouts, bytes: bytes)
        }
    }

    /// Those of some names whose texts stand in it.
    public func standing(_ edits: TableEdits, layouts: [Layout] = []) -> [NamedText] {
        switch content {
        case .document(let document):
            Importer.standing(edits, in: document, layouts: layouts)
        case .text(let bytes): Importer.standing(edits, bytes: bytes, layouts: layouts)
        }
    }
}
