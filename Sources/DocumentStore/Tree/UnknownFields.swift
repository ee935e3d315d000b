/// The members of a loaded document that this program does not know: kept beside the values and written back.
///
/// They stay with their object: with an entity as long as it is there (told by its `id`), with a thing without
/// identity as long as that is unchanged. What is deleted or replaced takes them along, as the history shows.
struct UnknownFields: Hashable, Sendable {
    private var added: [String: JSONValue] = [:]
    private var members: [String: UnknownFields] = [:]
    private var elements: [String: UnknownFields] = [:]

    /// Nothing unknown.
    static let none = UnknownFields()

    /// No unknown member here or below.
    var isEmpty: Bool { added.isEmpty && members.isEmpty && elements.isEmpty }

    private init() {}

    /// What `loaded` has and `known`, the same as this program writes it, has not.
    init(in loaded: JSONValue, beside known: JSONValue) {
        switch (loaded, known) {
        case (.object(let all), .object(let understood)):
            for (name, value) in all {
                guard let counterpart = understood[name] else {
                    // A null is how others write "no value": it says nothing that could be lost.
                    if value != .null { added[name] = value }
                    continue
                }
                let below = UnknownFields(in: value, beside: counterpart)
                if !below.isEmpty { members[name] = below }
            }
        case (.array(let all), .array(let understood)) where all.count == understood.count:
            for (element, counterpart) in zip(all, understood) {
                let below = UnknownFields(in: element, beside: counterpart)
                if !below.isEmpty { elements[Self.name(of: counterpart)] = below }
            }
        default:
            break
        }
    }

    /// What is unknown in a member and below.
    func member(_ name: String) -> UnknownFields { members[name] ?? .none }

    /// What is unknown in an element of a list, told by its identity, and below.
    func element(_ name: String) -> UnknownFields { elements[name] ?? .none }

    /// `value` with the unknown members put back where they belong.
    func restored(into value: JSONValue) -> JSONValue {
        guard !isEmpty else { return value }
        switch value {
        case .object(var known):
            for (name, below) in members {
                guard let member = known[name] else { continue }
                known[name] = below.restored(into: member)
            }
            return .object(known.merging(added) { written, _ in written })
        case .array(let known):
            return .array(known.map { elements[Self.name(of: $0)]?.restored(into: $0) ?? $0 })
        default:
            return value
        }
    }

    private static func name(of element: JSONValue) -> String {
        element.identity ?? String(decoding: element.lineText, as: UTF8.self)
    }
}
