import Model
import Reading

/// From the bytes of a file to a proposal that the user reviews. Pure: it opens no file and knows no clock.
public enum Importer {
    /// The readers, by kind. A kind without a reader is read as plain tables.
    static let readers: [any DocumentReader.Type] = [
        ServiceMapReader.self, ReportReader.self, ProjectsReader.self, PlanReader.self, PlainTableReader.self,
    ]

    /// Reads a document.
    ///
    /// - Parameters:
    ///   - bytes: the content of the file.
    ///   - file: its name, without its folder, for provenance.
    ///   - kind: what the user says that it is; nil to recognise it.
    ///   - year: the year that the user says; nil to take it from the document.
    /// - Throws: `UnreadableInput` where the bytes are no text or too many.
    public static func propose(
        bytes: [UInt8], file: String, kind: ImportKind? = nil, year: Int? = nil
    ) throws(UnreadableInput) -> ImportProposal {
        let text = try SourceText(bytes: bytes)
        return propose(text, file: file, kind: kind, year: year)
    }

    /// Reads a document that is already divided into lines.
    public static func propose(
        _ text: SourceText, file: String, kind: ImportKind? = nil, year: Int? = nil
    ) -> ImportProposal {
        let recognition = Recogniser.recognise(text)
        let chosen = kind ?? recognition.kind
        var reading = Reading(file: file, text: text)
        if kind == nil, chosen == .tabella {
            reading.tell(.kindUnknown, .warning, line: 1)
        }
        let reader = readers.first { $0.kind == chosen } ?? PlainTableReader.self
        var parts = reader.read(&reading, year: year)
        if parts.isEmpty, reader.kind != .tabella {
            reading.tell(.kindUnknown, .warning, line: 1, written: chosen.rawValue)
            parts = PlainTableReader.read(&reading, year: year)
        }
        return ImportProposal(reading, kind: chosen, recognition: recognition, parts: parts)
    }
}
