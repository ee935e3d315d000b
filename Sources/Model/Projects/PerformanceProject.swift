import Foundation

/// Money of a project, with the gross figure where the document prints both.
public struct ProjectAmount: Hashable, Codable, Sendable {
    /// The amount without charges and IRAP; it is what is added up.
    public var net: ReportedValue
    /// The amount gross of charges and IRAP, as printed.
    public var gross: ReportedValue?

    /// An amount.
    public init(net: ReportedValue, gross: ReportedValue? = nil) {
        self.net = net
        self.gross = gross
    }
}

/// A project of organisational performance (CCNL Funzioni Locali, art. 59 c. 2).
public struct PerformanceProject: Hashable, Codable, Sendable, Identifiable {
    /// Identity.
    public let id: UUID
    /// The number in the list, as written.
    public var number = ""
    /// Whose objective it is: the municipality's, a sector's, a service's.
    public var scope = ""
    /// The title.
    public var title: String
    /// References to the DUP.
    public var dupReferences: [String] = []
    /// What is done.
    public var description = ""
    /// The municipality's own money.
    public var ownResources: ProjectAmount?
    /// Money of third parties.
    public var thirdPartyResources: ProjectAmount?
    /// The type, or who funds it.
    public var typeOrFunder = ""
    /// What is expected.
    public var expectedResult = ""
    /// The objective of the plan that it serves.
    public var objectiveID: UUID?
    /// Where the fields come from.
    public var sources = Sources()

    /// A project with a title.
    public init(id: UUID, title: String) {
        self.id = id
        self.title = title
    }
}

/// The performance projects of a year.
public struct ProjectBook: Hashable, Codable, Sendable, Identifiable {
    /// Identity.
    public let id: UUID
    /// The year.
    public var year: Int
    /// On what they rest: the article of the contract.
    public var legalBasis = ""
    /// The projects, in order.
    public var projects: [PerformanceProject] = []
    /// The printed total of own resources.
    public var printedOwnTotal: ReportedValue?
    /// The printed total of third-party resources.
    public var printedThirdPartyTotal: ReportedValue?
    /// The act that approves them.
    public var approval: Act?
    /// Findings that the office has answered.
    public var dismissals: [Dismissal] = []
    /// Where the fields come from.
    public var sources = Sources()

    /// No projects.
    public init(id: UUID, year: Int) {
        self.id = id
        self.year = year
    }
}
