import Foundation
import Model

/// The services as the list shows them.
public struct ServiceList: Hashable, Sendable {
    /// A service in the list.
    public struct Row: Hashable, Sendable, Identifiable {
        /// The map.
        public let id: UUID
        /// Its name.
        public var name: String
        /// Who answers for it.
        public var head: String
        /// How many findings point into it.
        public var findings: Int
    }

    /// The services that match, in the order of the catalogue.
    public var rows: [Row]

    /// The services whose name, head, sector or series hold every word of `search`, in any case and accent.
    public init(_ catalogue: ServiceCatalogue, search: String, findings: [Finding]) {
        var counts: [UUID: Int] = [:]
        for finding in findings {
            if let entity = finding.place.entity { counts[entity, default: 0] += 1 }
        }
        let words = SearchWords(search)
        rows = catalogue.services.filter {
            words.match([$0.name, $0.head, $0.sector] + $0.series.map(\.name))
        }
        .map { map in
            let own = counts[map.id] ?? 0
            return Row(
                id: map.id, name: map.name, head: map.head,
                findings: map.series.reduce(own) { $0 + (counts[$1.id] ?? 0) })
        }
    }
}

/// Words typed into a search, compared without case and accents.
public struct SearchWords: Hashable, Sendable {
    private let words: [String]

    /// The words of `text`.
    public init(_ text: String) {
        words = text.comparisonKey.split(separator: " ").map(String.init)
    }

    /// Every word is in one of `texts`; no words match everything.
    public func match(_ texts: [String]) -> Bool {
        guard !words.isEmpty else { return true }
        return match(key: texts.map(\.comparisonKey).joined(separator: "\n"))
    }

    /// Every word is in a key of texts that was made before.
    func match(key: String) -> Bool {
        words.allSatisfy { word in
            // Keys are normalised and hold no NUL: bytes are enough, and ten thousand are searched at each keystroke.
            key.withCString { key in word.withCString { strstr(key, $0) != nil } }
        }
    }
}
