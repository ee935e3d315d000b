import Model

/// What stands on the first page.
public struct TitlePage: Hashable, Sendable {
    /// Whose document it is.
    public var municipality: String
    /// What stands above the title: `Allegato C`.
    public var kicker: String
    /// The title.
    public var title: String
    /// Below the title: the year.
    public var subtitle: String
    /// Acts and dates.
    public var details: [CardField]
    /// The coat of arms, as the bytes of a PNG image.
    public var emblem: [UInt8]?

    /// A title page.
    public init(
        municipality: String, kicker: String = "", title: String, subtitle: String = "",
        details: [CardField] = [], emblem: [UInt8]? = nil
    ) {
        self.municipality = municipality
        self.kicker = kicker
        self.title = title
        self.subtitle = subtitle
        self.details = details
        self.emblem = emblem
    }
}

/// A part of a report with its own running header.
public struct ReportSection: Hashable, Sendable {
    /// Which way its pages lie.
    public enum Orientation: Hashable, Sendable {
        /// Upright.
        case portrait
        /// Lying.
        case landscape
        /// Upright, unless a table needs more room.
        case automatic
    }

    /// What stands at the head of its pages.
    public var runningHeader: String
    /// Which way its pages lie.
    public var orientation: Orientation
    /// It begins on the page on which the section before ends, where that lies the same way and has room.
    public var sharesPage: Bool
    /// Where it takes more than one page, the next section may begin on the last of them.
    public var lendsTail = false
    /// It says nothing of the archive's content, but how figures come about and which acts are to come.
    public var isAboutDocument = false
    /// Its content.
    public var blocks: [Block]

    /// A section.
    public init(
        _ runningHeader: String, orientation: Orientation = .automatic, sharesPage: Bool = false,
        blocks: [Block] = []
    ) {
        self.runningHeader = runningHeader
        self.orientation = orientation
        self.sharesPage = sharesPage
        self.blocks = blocks
    }
}

/// What a file says about itself.
public struct DocumentMetadata: Hashable, Sendable {
    /// The title.
    public var title: String
    /// Who publishes it.
    public var author: String
    /// What it is about.
    public var subject: String
    /// The day that the file bears as its date of creation, so that equal content gives equal bytes.
    public var date: CalendarDate?

    /// What a file says about itself.
    public init(title: String, author: String, subject: String, date: CalendarDate?) {
        self.title = title
        self.author = author
        self.subject = subject
        self.date = date
    }
}

/// A report before it is laid out in pages.
public struct ReportDocument: Hashable, Sendable {
    /// The first page; nil for none.
    public var titlePage: TitlePage?
    /// The parts.
    public var sections: [ReportSection]
    /// What the file says about itself.
    public var metadata: DocumentMetadata
    /// The language of its words: `it`.
    public var language: String

    /// A report.
    public init(
        titlePage: TitlePage? = nil, sections: [ReportSection], metadata: DocumentMetadata,
        language: String = "it"
    ) {
        self.titlePage = titlePage
        self.sections = sections
        self.metadata = metadata
        self.language = language
    }
}
