import Foundation

/// What of an archive a bundle holds. Nothing chosen means all of it.
public struct BundleScope: Hashable, Sendable {
    /// Sectors by name, told without regard to case and accents: their objectives, services and projects.
    public var sectors: [String]
    /// Services, beside those of the sectors.
    public var services: [UUID]
    /// Only plans and projects of this year; nil takes all years.
    public var year: Int?

    /// A scope.
    public init(sectors: [String] = [], services: [UUID] = [], year: Int? = nil) {
        self.sectors = sectors
        self.services = services
        self.year = year
    }
}

extension BundleScope {
    /// The scope as a bundle keeps it.
    var json: JSONValue {
        var members: [String: JSONValue] = [
            "sectors": .array(sectors.map(JSONValue.string)),
            "services": .array(services.map { .string($0.uuidString) }),
        ]
        members["year"] = year.map { .number("\($0)") }
        return .object(members)
    }

    /// Reads what `json` gives; nil for anything else.
    init?(json: JSONValue) {
        guard let names = json["sectors"]?.elements, let identities = json["services"]?.elements else {
            return nil
        }
        sectors = names.compactMap(\.text)
        services = identities.compactMap { $0.text.flatMap(UUID.init(uuidString:)) }
        year = json["year"]?.whole
        guard sectors.count == names.count, services.count == identities.count,
            (year == nil) == (json["year"] == nil)
        else { return nil }
    }
}
