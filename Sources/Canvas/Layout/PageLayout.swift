import Reporting

/// A document laid out in pages.
public struct PageLayout: Sendable {
    /// The pages.
    public let pages: [Page]
    /// The parts of the document; items name theirs by its index.
    public let structure: [StructureNode]
    /// What the file says about itself.
    public let metadata: DocumentMetadata
    /// The language of its words: `it`.
    public let language: String
    /// The text that goes into its PDF as an attached file; nil for pages alone.
    let text: AttachedText?

    /// Lays a document out. Equal documents give equal pages.
    ///
    /// Throws `CanvasError` where the text engine cannot be had.
    public init(_ document: ReportDocument, geometry: PageGeometry = .a4) throws {
        try self.init(document, geometry: geometry, engine: TextEngine())
    }

    /// Lays a document out with the words that an engine has shaped already.
    init(_ document: ReportDocument, geometry: PageGeometry, engine: TextEngine) throws {
        let measurer = TextMeasurer(engine, language: document.language)
        var composer = PageComposer(document.headings, geometry: geometry, measurer: measurer)
        pages = ReportDocument.speaking(document.language) {
            if let title = document.titlePage { composer.add(title) }
            for section in document.sections { composer.add(section) }
            composer.close()
            return composer.finished(document)
        }
        structure = composer.structure.nodes
        metadata = document.metadata
        language = document.language
        text = try ReportDocument.speaking(document.language) {
            try PageLayout.text(of: ReportDraft(document))
        }
    }

    /// The text of a document without its pages.
    static func text(of document: ReportDraft) throws -> AttachedText {
        var writer = try AttachedTextWriter(document)
        for section in document.sections { try writer.add(section) }
        return try writer.finish()
    }

    /// Pages that are there already.
    init(pages: [Page], structure: [StructureNode], metadata: DocumentMetadata, language: String) {
        self.pages = pages
        self.structure = structure
        self.metadata = metadata
        self.language = language
        text = nil
    }

    /// The headings of all pages, in order, with the number of their page.
    public var outline: [(heading: PlacedHeading, page: Int)] {
        pages.flatMap { page in page.headings.map { ($0, page.number) } }
    }
}
