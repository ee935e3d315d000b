import Foundation
import Model

/// Gives imported things their identity from their names, so that reading a document again finds the same things.
/// Things of one name in one place are told apart by their order.
public struct StableIDGenerator: Hashable, Sendable {
    private var uses: [[String]: Int] = [:]
    /// Keys of names that came before: the names of a line and its objective come again with every indicator.
    private var keys: [String: String] = [:]

    /// A identifiers that has given nothing yet.
    public init() {}

    /// The identity of the thing with this path of names, outermost first (`"plan", "2022", "line", title`). Case,
    /// accents and punctuation of the names do not matter.
    public mutating func identity(_ path: String...) -> UUID {
        identity(path: path)
    }

    /// The identity of the thing with this path of names.
    public mutating func identity(path: [String]) -> UUID {
        let key = path.map { reduced($0) }
        let use = uses[key, default: 0] + 1
        uses[key] = use
        return UUID(naming: use == 1 ? key : key + ["#\(use)"])
    }

    private mutating func reduced(_ name: String) -> String {
        if let known = keys[name] { return known }
        let key = name.comparisonKey
        keys[name] = key
        return key
    }
}
