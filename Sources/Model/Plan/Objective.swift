import Foundation

/// What an objective is marked as.
public enum Tag: Hashable, Sendable {
    /// Goes over several years: phase `phase` of `of`, where they are told.
    case multiYear(phase: Int?, of: Int?)
    /// Shared by several sectors.
    case crossSector
    case equalOpportunities, digitalisation, transparency, anticorruption, simplification, training
    case pnrr, accessibility
    /// Improvement of a service.
    case improvement
    /// A word of the office's own.
    case other(String)
}

/// A stretch of work in the objective's timetable.
public struct Phase: Hashable, Codable, Sendable, Identifiable {
    /// Identity.
    public let id: UUID
    /// What is done.
    public var title: String
    /// The months, in one or more runs; empty where the text names none that can be read.
    public var spans: [MonthSpan] = []
    /// The months as they were written.
    public var timing = ""
    /// Where the fields come from.
    public var sources = Sources()

    /// A phase without months.
    public init(id: UUID, title: String) {
        self.id = id
        self.title = title
    }
}

/// Somebody who takes part in an objective.
public struct Participant: Hashable, Codable, Sendable, Identifiable {
    /// Identity.
    public let id: UUID
    /// Surname and name.
    public var name: String
    /// The grade of the contract: `C4`.
    public var grade = ""
    /// The share of time, or what else the list says.
    public var share: ReportedValue?
    /// Where the fields come from.
    public var sources = Sources()

    /// Somebody with a name.
    public init(id: UUID, name: String) {
        self.id = id
        self.name = name
    }
}

/// A change of the objective in the course of the year.
public struct Reprogramming: Hashable, Codable, Sendable, Identifiable {
    /// Identity.
    public let id: UUID
    /// When it was decided.
    public var date: CalendarDate?
    /// What changed.
    public var change: String
    /// Why.
    public var reason: String

    /// A change with its reason.
    public init(id: UUID, date: CalendarDate?, change: String, reason: String) {
        self.id = id
        self.date = date
        self.change = change
        self.reason = reason
    }
}

/// An operational objective of a year.
public struct Objective: Hashable, Codable, Sendable, Identifiable {
    /// Identity.
    public let id: UUID
    /// The code that the office gives it.
    public var code = ""
    /// The title.
    public var title: String
    /// What it is about.
    public var definition = ""
    /// The strategic objective of the same line that it serves.
    public var strategicObjectiveID: UUID?
    /// The sector that answers for it, as that year's documents name it.
    public var sector = ""
    /// Who answers for it, as that year's documents name them.
    public var head = ""
    /// Other sectors that take part.
    public var otherSectors: [String] = []
    /// What it is marked as.
    public var tags: [Tag] = []
    /// References to the DUP: `10.1.8`.
    public var dupReferences: [String] = []
    /// Goals of Agenda 2030, 1–17.
    public var sustainableGoals: [Int] = []
    /// The weight among the objectives; nil where they weigh alike.
    public var weight: ExactDecimal?
    /// By when.
    public var due: ReportedValue?
    /// The timetable.
    public var phases: [Phase] = []
    /// What could hinder it.
    public var criticalFactors = ""
    /// What it is measured by.
    public var indicators: [Indicator] = []
    /// Who takes part.
    public var participants: [Participant] = []
    /// Money and means, in words.
    public var resources = ""
    /// The changes made in the year.
    public var reprogrammings: [Reprogramming] = []
    /// What the office says about the result.
    public var note = ""
    /// Where the fields come from.
    public var sources = Sources()

    /// An objective with a title and nothing else.
    public init(id: UUID, title: String) {
        self.id = id
        self.title = title
    }
}
