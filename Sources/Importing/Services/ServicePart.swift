/// A part of the map of a service, in the order in which maps usually have them.
enum ServicePart: String, Hashable, Sendable {
    /// What the service gives: the title over the two kinds of elements.
    case content
    /// Central and accessory elements.
    case elements
    case accessories = "accessoryElements"
    /// How much it gives, by year.
    case outputs
    /// For whom: the title over criteria, segments and users.
    case audience
    /// By what users are told apart, and the kinds of them.
    case criteria, segments
    /// How many users, by year.
    case users
    /// How it is given: the title over the parts below.
    case delivery
    /// By whom it is run, and how many people run it.
    case management, staff
    /// What users do in it.
    case roles
    /// Where it is given.
    case facilities

    /// True for a title over other parts, which has no table of its own.
    var isFrame: Bool { self == .content || self == .audience || self == .delivery }
    /// True for a table of figures by year.
    var isSeries: Bool { self == .outputs || self == .users }
    /// True for what the service consists of, with which every map begins.
    var isContent: Bool { self == .content || self == .elements || self == .accessories }

    /// The name of the field that the part fills, as the archive has it.
    var field: String {
        switch self {
        case .content: ServicePart.elements.rawValue
        case .audience: ServicePart.segments.rawValue
        case .delivery: ServicePart.management.rawValue
        default: rawValue
        }
    }

    /// The heads that name the first column of the part's table, the surest first.
    var nameColumns: [ServiceColumn] {
        switch self {
        case .content, .elements: [.element]
        case .accessories: [.accessory, .element]
        case .outputs: [.output, .description, .element]
        case .criteria: [.criterion, .description]
        case .audience, .segments, .roles: [.segment]
        case .users: [.segment, .output, .description]
        case .delivery, .management: []
        case .staff: [.person]
        case .facilities: [.facility]
        }
    }
}

/// A column of one of the tables of a map.
enum ServiceColumn: Hashable, Sendable {
    case element, accessory, output, criterion, segment, role, facility, person, description, note, quantity
    case unit
}

/// The titles above the parts of a map.
enum ServiceTitle: Hashable, Sendable {
    /// The title of the form, which says nothing about the service.
    case banner
    /// The name of the service.
    case service
    /// Who answers for it.
    case head
    /// The sector that it belongs to.
    case sector
}
