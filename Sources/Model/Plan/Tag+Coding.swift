extension Tag {
    /// The tags that carry nothing else, by their names in the archive.
    public static let plain: [(name: String, tag: Tag)] = [
        ("cross-sector", .crossSector), ("equal-opportunities", .equalOpportunities),
        ("digitalisation", .digitalisation), ("transparency", .transparency),
        ("anticorruption", .anticorruption), ("simplification", .simplification), ("training", .training),
        ("pnrr", .pnrr), ("accessibility", .accessibility), ("improvement", .improvement),
    ]
}

extension Tag: Codable {
    private enum CodingKeys: String, CodingKey {
        case kind, phase, of, text
    }

    /// Reads `{"kind": "multi-year", "phase": 1, "of": 3}`, `{"kind": "pnrr"}`, `{"kind": "other", "text": …}`.
    public init(from decoder: any Decoder) throws {
        let box = try decoder.container(keyedBy: CodingKeys.self)
        let kind = try box.decode(String.self, forKey: .kind)
        if kind == "multi-year" {
            self = .multiYear(
                phase: try box.decodeIfPresent(Int.self, forKey: .phase),
                of: try box.decodeIfPresent(Int.self, forKey: .of))
        } else if kind == "other" {
            self = .other(try box.decode(String.self, forKey: .text))
        } else if let known = Tag.plain.first(where: { $0.name == kind }) {
            self = known.tag
        } else {
            throw DecodingError.dataCorruptedError(
                forKey: .kind, in: box, debugDescription: "\"\(kind)\" is no tag")
        }
    }

    /// Writes what `init(from:)` reads.
    public func encode(to encoder: any Encoder) throws {
        var box = encoder.container(keyedBy: CodingKeys.self)
        switch self {
        case .multiYear(let phase, let of):
            try box.encode("multi-year", forKey: .kind)
            try box.encodeIfPresent(phase, forKey: .phase)
            try box.encodeIfPresent(of, forKey: .of)
        case .other(let text):
            try box.encode("other", forKey: .kind)
            try box.encode(text, forKey: .text)
        default:
            let name = Tag.plain.first { $0.tag == self }?.name
            try box.encode(name ?? "", forKey: .kind)
        }
    }
}
