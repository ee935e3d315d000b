import Foundation

/// All documents of one municipality's archive, as values.
public struct ArchiveContent: Hashable, Codable, Sendable {
    /// The municipality.
    public var municipality: Municipality
    /// The plans, by year.
    public var plans: [Int: Plan] = [:]
    /// The maps of the services.
    public var services: ServiceCatalogue
    /// The performance projects, by year.
    public var projects: [Int: ProjectBook] = [:]
    /// The layouts of tables that were named by hand; nil before the first.
    public var layouts: LayoutCatalogue?

    /// The content with these documents and no plan or project.
    public init(municipality: Municipality, services: ServiceCatalogue) {
        self.municipality = municipality
        self.services = services
    }

    /// The years that have a plan or projects, ascending.
    public var years: [Int] { Set(plans.keys).union(projects.keys).sorted() }

    /// All answered findings.
    public var dismissals: [Dismissal] {
        municipality.dismissals + plans.keys.sorted().flatMap { plans[$0]?.dismissals ?? [] }
            + services.dismissals + projects.keys.sorted().flatMap { projects[$0]?.dismissals ?? [] }
    }
}
