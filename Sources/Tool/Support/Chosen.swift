import Localization
import Model

/// Finds what the user means by a name.
enum Chosen {
    /// The one thing of that name, or whose name holds those words; in other cases what is told has the name and the
    /// names among which to choose.
    static func one<Thing>(
        of all: [Thing], named words: String, name: (Thing) -> String,
        none: ([String: String]) -> String, several: ([String: String]) -> String
    ) throws(ToolFailure) -> Thing {
        let found = matches(words, in: all, name: name)
        if let only = found.first, found.count == 1 { return only }
        let known = (found.isEmpty ? all : found).map { "«\(name($0))»" }
        let values = ["name": words, "known": Words.list(known)]
        throw ToolFailure(.usage, found.isEmpty ? none(values) : several(values))
    }

    /// The things of that name; where there is none, those whose name holds the words.
    static func matches<Thing>(_ words: String, in all: [Thing], name: (Thing) -> String) -> [Thing] {
        let key = words.comparisonKey
        guard !key.isEmpty else { return [] }
        let named = all.filter { name($0).comparisonKey == key }
        return named.isEmpty ? all.filter { name($0).comparisonKey.contains(key) } : named
    }
}
