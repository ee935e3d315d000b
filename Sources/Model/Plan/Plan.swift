import Foundation

/// An aim of the mandate, over the objectives of a strategic line.
public struct StrategicObjective: Hashable, Codable, Sendable, Identifiable {
    /// Identity.
    public let id: UUID
    /// The code: `01.1`.
    public var code = ""
    /// The title, without the code.
    public var title: String
    /// What it is about.
    public var definition = ""
    /// Where the fields come from.
    public var sources = Sources()

    /// A strategic objective with a title.
    public init(id: UUID, title: String) {
        self.id = id
        self.title = title
    }
}

/// A strategic line of the mandate with its objectives of the year.
public struct StrategicLine: Hashable, Codable, Sendable, Identifiable {
    /// Identity.
    public let id: UUID
    /// The code: `01`.
    public var code = ""
    /// The title, without the code.
    public var title: String
    /// What it is about.
    public var definition = ""
    /// The members of the Giunta who answer for it.
    public var delegates = ""
    /// How many strategic, operational and cross-sector objectives the document says it has.
    public var printedCounts = PrintedCounts()
    /// The achievement that the document prints, in per cent.
    public var printedAchievement: ReportedValue?
    /// The strategic objectives, in order.
    public var strategicObjectives: [StrategicObjective] = []
    /// The operational objectives, in order.
    public var objectives: [Objective] = []
    /// Where the fields come from.
    public var sources = Sources()

    /// A line with a title.
    public init(id: UUID, title: String) {
        self.id = id
        self.title = title
    }
}

/// How many objectives the document says that a line has.
public struct PrintedCounts: Hashable, Codable, Sendable {
    /// Strategic objectives.
    public var strategic: ReportedValue?
    /// Operational objectives.
    public var operational: ReportedValue?
    /// Cross-sector objectives.
    public var crossSector: ReportedValue?

    /// Nothing printed.
    public init() {}
}

/// An entry of the plan's own index of objectives, kept to be checked against the cards.
public struct IndexEntry: Hashable, Codable, Sendable, Identifiable {
    /// Identity.
    public let id: UUID
    /// The objective's title.
    public var title: String
    /// The strategic line under which it stands.
    public var line: String
    /// The strategic objective under which it stands.
    public var strategicObjective: String
    /// The sector that it names.
    public var sector: String
    /// By when.
    public var due: ReportedValue?
    /// References to the DUP.
    public var dupReferences: [String] = []
    /// Marks in the entry.
    public var tags: [Tag] = []
    /// Where the entry stands.
    public var sources = Sources()

    /// An entry with its place in the index.
    public init(id: UUID, title: String, line: String, strategicObjective: String, sector: String) {
        self.id = id
        self.title = title
        self.line = line
        self.strategicObjective = strategicObjective
        self.sector = sector
    }
}

/// The act that approves a document, or the opinion that validates it.
public struct Act: Hashable, Codable, Sendable {
    /// Who: the Giunta, the Nucleo di Valutazione.
    public var body: String
    /// The number, as it is written.
    public var number: String
    /// The day.
    public var date: CalendarDate?

    /// An act.
    public init(body: String, number: String, date: CalendarDate?) {
        self.body = body
        self.number = number
        self.date = date
    }
}

/// A text of the report that is no figure: presentation, context, method.
public struct Chapter: Hashable, Codable, Sendable, Identifiable {
    /// Identity.
    public let id: UUID
    /// The heading.
    public var title: String
    /// The text; an empty line parts paragraphs.
    public var text: String
    /// Where the fields come from.
    public var sources = Sources()

    /// A chapter.
    public init(id: UUID, title: String, text: String) {
        self.id = id
        self.title = title
        self.text = text
    }
}

/// Whether the plan has an objective on payment times (D.L. 13/2023 art. 4-bis), as the office answers.
public struct PaymentTimeAnswer: Hashable, Codable, Sendable {
    /// The objective; nil where the office says that there is none.
    public var objectiveID: UUID?
    /// Its share of the result pay, in per cent.
    public var shareOfResultPay: ExactDecimal?

    /// An answer.
    public init(objectiveID: UUID?, shareOfResultPay: ExactDecimal?) {
        self.objectiveID = objectiveID
        self.shareOfResultPay = shareOfResultPay
    }
}

/// The performance plan of a year, and with its actuals the report on it.
public struct Plan: Hashable, Codable, Sendable, Identifiable {
    /// Identity.
    public let id: UUID
    /// The year.
    public var year: Int
    /// The actuals are complete: what is still missing counts as not reached.
    public var isClosed = false
    /// The strategic lines, in order.
    public var lines: [StrategicLine] = []
    /// The document's own index of objectives.
    public var index: [IndexEntry] = []
    /// The texts of the report.
    public var chapters: [Chapter] = []
    /// The approval by the Giunta.
    public var approval: Act?
    /// The validation by the OIV or Nucleo di Valutazione.
    public var validation: Act?
    /// The answer on payment times; nil where nobody was asked yet.
    public var paymentTimes: PaymentTimeAnswer?
    /// Findings that the office has answered.
    public var dismissals: [Dismissal] = []
    /// Where the fields come from.
    public var sources = Sources()

    /// An empty plan.
    public init(id: UUID, year: Int) {
        self.id = id
        self.year = year
    }

    /// All objectives, in the order of the lines.
    public var objectives: [Objective] { lines.flatMap(\.objectives) }
    /// How many objectives it has.
    public var objectiveCount: Int { lines.reduce(0) { $0 + $1.objectives.count } }
    /// How many indicators it has.
    public var indicatorCount: Int {
        lines.reduce(0) { sum, line in sum + line.objectives.reduce(0) { $0 + $1.indicators.count } }
    }
}
