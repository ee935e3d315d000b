/// The file formats that are read. A raw value is what `tables --json` prints.
public enum SourceFormat: String, Hashable, Codable, Sendable, CaseIterable {
    case text, csv, xlsx, ods, html, docx, odt, pdf
}

/// A file as blocks, cells and places, whatever its format. It knows no word of the trade.
public struct SourceDocument: Hashable, Codable, Sendable {
    /// What the bytes were.
    public var format: SourceFormat
    /// The pieces in the order of reading; `place.block` counts them.
    public var blocks: [Block]
    /// Running heads and feet, where the format keeps them apart from the text.
    public var headersAndFooters: [Block]
    /// What the reader repaired, left out or could not read.
    public var findings: [ReadingFinding]

    /// A document of these pieces.
    public init(
        format: SourceFormat, blocks: [Block], headersAndFooters: [Block] = [],
        findings: [ReadingFinding] = []
    ) {
        self.format = format
        self.blocks = blocks
        self.headersAndFooters = headersAndFooters
        self.findings = findings
    }
}

/// Something to tell about the reading of a file: a code, the place and what stood there. Words for people are made
/// elsewhere.
public struct ReadingFinding: Hashable, Codable, Sendable {
    /// What happened. Names are part of what `tables --json` prints.
    public enum Code: String, Hashable, Codable, Sendable, CaseIterable {
        /// The encoding was guessed, or had bytes that mean nothing.
        case encodingGuessed = "encoding-guessed"
        /// Invisible or direction-changing characters were taken out.
        case invisibleRemoved = "invisible-removed"
        /// A sheet, row or column that the file hides was read all the same.
        case hiddenRead = "hidden-read"
        /// A cell holds an error of its formula.
        case formulaError = "formula-error"
        /// A formula whose result the file does not hold: nobody calculated it since it was written.
        case formulaWithoutValue = "formula-without-value"
        /// Something was cut at a limit of the budget.
        case limitReached = "limit-reached"
        /// Pages without any text: scanned.
        case pageWithoutText = "page-without-text"
        /// A part of the file is damaged and was left out.
        case partUnreadable = "part-unreadable"
        /// A row of a table that the end of a page cut was put together.
        case rowJoined = "row-joined"
        /// A picture or object was left out.
        case objectLeftOut = "object-left-out"
    }

    /// What happened.
    public var code: Code
    /// Where.
    public var place: Place
    /// What stood there, or how many; may be empty.
    public var detail: String

    /// A finding at a place.
    public init(_ code: Code, at place: Place, detail: String = "") {
        self.code = code
        self.place = place
        self.detail = detail
    }
}

/// Why a file could not be read at all. Nothing of it is taken.
public enum ReadingError: Error, Hashable, Sendable {
    /// Nothing but white space, or no bytes at all.
    case empty
    /// A format that is known and refused (`xls`, `xlsm`, `xlsb`, `doc`, `rtf`, a picture): save it as another.
    case unsupported(format: String)
    /// The bytes are of no known format.
    case unknownFormat
    /// The file asks for a password.
    case encrypted
    /// Pages, but no text on any of them: a scan.
    case scanned(pages: Int)
    /// The structure of the file is broken, told by its format.
    case damaged(format: SourceFormat, detail: String)
    /// More than the budget allows: what, and how much is allowed.
    case tooLarge(what: String, limit: Int)
    /// It took longer than the budget allows, in seconds.
    case tooSlow(seconds: Int)
    /// The helper program ended without an answer.
    case readerFailed(detail: String)
}
