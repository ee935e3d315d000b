import Foundation

/// In what capacity somebody heads a sector.
public enum TenureRole: String, Hashable, Codable, Sendable, CaseIterable {
    /// `titolare`.
    case holder
    /// `ad interim`, `reggente`.
    case interim
    /// `supplente`, `vicario`.
    case deputy
}

/// A period in which somebody heads a sector.
public struct Tenure: Hashable, Codable, Sendable, Identifiable {
    /// Identity.
    public let id: UUID
    /// Surname and name.
    public var head: String
    /// In what capacity.
    public var role = TenureRole.holder
    /// The first day; nil where the document has none.
    public var from: CalendarDate?
    /// The last day; nil while it goes on.
    public var to: CalendarDate?
    /// Where the fields come from.
    public var sources = Sources()

    /// A period.
    public init(id: UUID, head: String, from: CalendarDate?, to: CalendarDate?) {
        self.id = id
        self.head = head
        self.from = from
        self.to = to
    }
}

/// A sector of the municipality.
public struct Sector: Hashable, Codable, Sendable, Identifiable {
    /// Identity.
    public let id: UUID
    /// The code: `05`.
    public var code = ""
    /// The name, without the code.
    public var name: String
    /// What it does, in the document's words.
    public var duties = ""
    /// Who heads it, period by period.
    public var tenures: [Tenure] = []
    /// Where the fields come from.
    public var sources = Sources()

    /// A sector with a name.
    public init(id: UUID, name: String) {
        self.id = id
        self.name = name
    }
}

/// An office within a sector.
public struct ServiceUnit: Hashable, Codable, Sendable, Identifiable {
    /// Identity.
    public let id: UUID
    /// The name.
    public var name: String
    /// The sector that it belongs to.
    public var sectorID: UUID?
    /// Where the fields come from.
    public var sources = Sources()

    /// An office with a name.
    public init(id: UUID, name: String) {
        self.id = id
        self.name = name
    }
}

/// The municipality: its organisation and how it scores.
public struct Municipality: Hashable, Codable, Sendable, Identifiable {
    /// Identity.
    public let id: UUID
    /// The name: `Comune di …`.
    public var name: String
    /// The sectors, in order.
    public var sectors: [Sector] = []
    /// The offices within the sectors.
    public var units: [ServiceUnit] = []
    /// How it scores.
    public var profile = ScoringProfile()
    /// The years whose figures may no longer change.
    public var locks: [YearLock] = []
    /// Findings that the office has answered.
    public var dismissals: [Dismissal] = []
    /// Where the fields come from.
    public var sources = Sources()

    /// A municipality with a name.
    public init(id: UUID, name: String) {
        self.id = id
        self.name = name
    }
}
