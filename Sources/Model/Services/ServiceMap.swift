import Foundation

/// A part of what a service gives: a central or an accessory element.
public struct ServiceElement: Hashable, Codable, Sendable, Identifiable {
    /// Identity.
    public let id: UUID
    /// The name.
    public var name: String
    /// What it consists of.
    public var description = ""
    /// Where the fields come from.
    public var sources = Sources()

    /// An element with a name.
    public init(id: UUID, name: String) {
        self.id = id
        self.name = name
    }
}

/// Figures of one thing over the years: an output of the service, or its users.
public struct Series: Hashable, Codable, Sendable, Identifiable {
    /// Identity.
    public let id: UUID
    /// What is counted.
    public var name: String
    /// The series or heading row under which it stands (`di cui`, a group's title).
    public var parentID: UUID?
    /// The row is a title over the rows below it and has no figures of its own.
    public var isHeading = false
    /// The figures by year.
    public var values: [Int: ReportedValue] = [:]
    /// Where the fields come from; a cell is `values.2019`.
    public var sources = Sources()

    /// A series without figures.
    public init(id: UUID, name: String) {
        self.id = id
        self.name = name
    }

    /// The years that have a cell, ascending.
    public var years: [Int] { values.keys.sorted() }
}

/// By what the users are told apart.
public struct SegmentationCriterion: Hashable, Codable, Sendable, Identifiable {
    /// Identity.
    public let id: UUID
    /// The criterion.
    public var name: String
    /// Where the fields come from.
    public var sources = Sources()

    /// A criterion.
    public init(id: UUID, name: String) {
        self.id = id
        self.name = name
    }
}

/// A kind of users.
public struct UserSegment: Hashable, Codable, Sendable, Identifiable {
    /// Identity.
    public let id: UUID
    /// Who.
    public var name: String
    /// More about them.
    public var description = ""
    /// Where the fields come from.
    public var sources = Sources()

    /// A kind of users.
    public init(id: UUID, name: String) {
        self.id = id
        self.name = name
    }
}

/// What a kind of users does in the giving of the service.
public struct SegmentRole: Hashable, Codable, Sendable, Identifiable {
    /// Identity.
    public let id: UUID
    /// Who.
    public var segment: String
    /// What they do.
    public var role = ""
    /// Where the fields come from.
    public var sources = Sources()

    /// A role.
    public init(id: UUID, segment: String) {
        self.id = id
        self.segment = segment
    }
}

/// A place where the service is given.
public struct Facility: Hashable, Codable, Sendable, Identifiable {
    /// Identity.
    public let id: UUID
    /// The place.
    public var name: String
    /// Its address, or what else is told.
    public var note = ""
    /// Where the fields come from.
    public var sources = Sources()

    /// A place.
    public init(id: UUID, name: String) {
        self.id = id
        self.name = name
    }
}

/// By whom the service is run.
public enum ManagementKind: String, Hashable, Codable, Sendable, CaseIterable {
    /// By the municipality.
    case direct
    /// By somebody else.
    case outsourced
    /// By both.
    case mixed
}

/// By whom the service is run, with what the document says about it.
public struct ManagementForm: Hashable, Codable, Sendable {
    /// By whom; nil where nothing is marked.
    public var kind: ManagementKind?
    /// What stands beside the mark.
    public var note = ""

    /// A form of management.
    public init(kind: ManagementKind?) {
        self.kind = kind
    }
}

/// How many people run the service.
public struct StaffFigure: Hashable, Codable, Sendable, Identifiable {
    /// Identity.
    public let id: UUID
    /// Whom it counts: `Personale`.
    public var name: String
    /// How many.
    public var value: ReportedValue
    /// Where the fields come from.
    public var sources = Sources()

    /// A figure of staff.
    public init(id: UUID, name: String, value: ReportedValue) {
        self.id = id
        self.name = name
        self.value = value
    }
}

/// A note below a table, called by a mark in it.
public struct Footnote: Hashable, Codable, Sendable, Identifiable {
    /// Identity.
    public let id: UUID
    /// The mark: `*`; empty where the note has none.
    public var mark: String
    /// The note.
    public var text: String
    /// Where the fields come from.
    public var sources = Sources()

    /// A note.
    public init(id: UUID, mark: String, text: String) {
        self.id = id
        self.mark = mark
        self.text = text
    }
}

/// The map of a service: what it gives, to whom, and how.
public struct ServiceMap: Hashable, Codable, Sendable, Identifiable {
    /// Identity.
    public let id: UUID
    /// The name.
    public var name: String
    /// Who answers for it.
    public var head = ""
    /// The sector that it belongs to, as the document names it.
    public var sector = ""
    /// What it gives.
    public var elements: [ServiceElement] = []
    /// What it gives beside that.
    public var accessoryElements: [ServiceElement] = []
    /// How much it gives.
    public var outputs: [Series] = []
    /// By what users are told apart.
    public var criteria: [SegmentationCriterion] = []
    /// The kinds of users.
    public var segments: [UserSegment] = []
    /// How many users.
    public var users: [Series] = []
    /// By whom it is run.
    public var management = ManagementForm(kind: nil)
    /// How many people run it.
    public var staff: [StaffFigure] = []
    /// What users do in it.
    public var roles: [SegmentRole] = []
    /// Where it is given.
    public var facilities: [Facility] = []
    /// The notes of its tables.
    public var footnotes: [Footnote] = []
    /// Texts of the map that have no field of their own.
    public var remarks = ""
    /// Where the fields come from.
    public var sources = Sources()

    /// A map with a name.
    public init(id: UUID, name: String) {
        self.id = id
        self.name = name
    }

    /// Outputs and users, in order.
    public var series: [Series] { outputs + users }
}

/// The maps of all services, over all years.
public struct ServiceCatalogue: Hashable, Codable, Sendable, Identifiable {
    /// Identity.
    public let id: UUID
    /// The maps, in order.
    public var services: [ServiceMap] = []
    /// Findings that the office has answered.
    public var dismissals: [Dismissal] = []

    /// No maps.
    public init(id: UUID) {
        self.id = id
    }

    /// The years of which a series has something other than a missing value, ascending.
    public var reportedYears: [Int] {
        let reported = services.flatMap(\.series).flatMap { series in
            series.values.filter { !$0.value.isMissing }.keys
        }
        return Set(reported).sorted()
    }

    /// The maps have something of the year, or nothing that belongs to a year at all.
    public func hasData(of year: Int) -> Bool {
        let years = reportedYears
        return !services.isEmpty && (years.isEmpty || years.contains(year))
    }
}
