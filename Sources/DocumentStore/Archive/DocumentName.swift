/// A document of the archive, by the name of its file without `.json`.
public enum DocumentName: Hashable, Sendable {
    /// `ente`: municipality, sectors, heads, scoring profile.
    case municipality
    /// `piano-2022`: the plan of a year.
    case plan(Int)
    /// `servizi`: the maps of the services.
    case services
    /// `progetti-2026`: the performance projects of a year.
    case projects(Int)
    /// `tracciati`: the layouts of tables that were named by hand.
    case layouts

    /// The name in the archive.
    public var text: String {
        switch self {
        case .municipality: "ente"
        case .plan(let year): "piano-\(year)"
        case .services: "servizi"
        case .projects(let year): "progetti-\(year)"
        case .layouts: "tracciati"
        }
    }

    /// The document of that name; nil for any other name.
    public init?(_ text: some StringProtocol) {
        switch text {
        case "ente": self = .municipality
        case "servizi": self = .services
        case "tracciati": self = .layouts
        default:
            let parts = text.split(separator: "-", omittingEmptySubsequences: false)
            guard parts.count == 2, parts[1].utf8.count == 4,
                parts[1].utf8.allSatisfy({ (48...57).contains($0) }),
                let year = Int(parts[1])
            else { return nil }
            switch parts[0] {
            case "piano": self = .plan(year)
            case "progetti": self = .projects(year)
            default: return nil
            }
        }
    }
}

extension DocumentName: Comparable, CustomStringConvertible {
    /// By name.
    public static func < (left: DocumentName, right: DocumentName) -> Bool { left.text < right.text }

    /// The name in the archive.
    public var description: String { text }
}
