/// A report whose sections are made one after the other as they are drawn, so that a long one is never whole in memory.
public struct ReportDraft {
    /// The first page; nil for none.
    public let titlePage: TitlePage?
    /// What the file says about itself.
    public let metadata: DocumentMetadata
    /// The language of its words: `it`.
    public let language: String
    /// The headings that contents and outline list, in order.
    public let headings: [Heading]
    private let parts: [SectionMaker]

    /// A report of sections that are made already.
    public init(_ document: ReportDocument) {
        self.init(
            around: document, headings: document.headings,
            parts: document.sections.map { section in SectionMaker { section } })
    }

    /// A report of sections to be made. Each is made once here, for its headings, and forgotten.
    /// - Parameter frame: all but the sections.
    init(around frame: ReportDocument, parts: [SectionMaker]) {
        self.init(around: frame, headings: parts.flatMap { $0.make().headings }, parts: parts)
    }

    private init(around frame: ReportDocument, headings: [Heading], parts: [SectionMaker]) {
        titlePage = frame.titlePage
        metadata = frame.metadata
        language = frame.language
        self.headings = headings
        self.parts = parts
    }

    /// The sections, each made when it is come to.
    public var sections: some Sequence<ReportSection> {
        parts.lazy.map { [language] part in ReportDocument.speaking(language) { part.make() } }
    }

    /// The same with every text changed, what the file says about itself included.
    func mapping(_ change: @escaping (String) -> String) -> ReportDraft {
        var frame = ReportDocument(
            titlePage: titlePage, sections: [], metadata: metadata, language: language)
        frame.mapTexts(change)
        var headings = headings
        for index in headings.indices { headings[index].mapTexts(change) }
        return ReportDraft(
            around: frame, headings: headings, parts: parts.map { $0.changed { $0.mapTexts(change) } })
    }
}

/// Makes a section whenever it is needed, the same each time.
struct SectionMaker {
    /// Makes it.
    let make: () -> ReportSection

    /// A section of this function.
    init(_ make: @escaping () -> ReportSection) {
        self.make = make
    }

    /// The same with something changed.
    func changed(_ change: @escaping (inout ReportSection) -> Void) -> SectionMaker {
        SectionMaker {
            var section = make()
            change(&section)
            return section
        }
    }
}

extension ReportDocument {
    /// The report with all its sections made.
    public init(_ draft: ReportDraft) {
        self.init(
            titlePage: draft.titlePage, sections: Array(draft.sections), metadata: draft.metadata,
            language: draft.language)
    }
}
