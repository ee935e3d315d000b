import Reporting

/// The text of a document that goes into its PDF as an attached file, packed as it comes.
struct AttachedText: Sendable {
    /// The file, packed.
    let packed: [UInt8]
    /// How many bytes it has when it is unpacked.
    let count: Int

    /// Its name, by which it is known again.
    static let name = "barometro.xml"
}

/// Makes the text that is attached to a PDF, section by section: only what is packed is kept.
struct AttachedTextWriter {
    private var text: WebText
    private let stream: PackingStream

    /// The beginning of the text of a document.
    init(_ document: ReportDraft) throws {
        text = WebText(document)
        stream = try PackingStream()
    }

    /// Appends a section.
    mutating func add(_ section: ReportSection) throws {
        text.add(section)
        try stream.add(text.take())
    }

    /// The whole text.
    mutating func finish() throws -> AttachedText {
        text.close()
        try stream.add(text.take())
        return AttachedText(packed: try stream.finish(), count: stream.count)
    }
}
