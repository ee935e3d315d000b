import Model

/// Marks of an objective in a title or on a line of their own: `OBIETTIVO PLURIENNALE - FASE 1 di 3`.
struct PlanTags: Hashable, Sendable {
    /// The marks, each once.
    var tags: [Tag] = []
    /// The text holds nothing but marks.
    var isWhole = false
    /// The word `obiettivo` is misspelt, as it is written.
    var misspelt: String?

    private enum Word: Hashable { case opening, joint, phase, number(Int), years, tag(Tag), unknown }

    private static let opening = MatchKey("obiettivo")
    private static let joints: Set<String> = [
        "di", "del", "della", "dei", "delle", "e", "ed", "per", "la", "il", "in", "a", "al", "alla", "con",
        "dell", "materia", "strategico", "tipo", "anche", "non",
    ]
    private static let known: [(String, Tag)] = [
        ("pluriennale", .multiYear(phase: nil, of: nil)), ("poliennale", .multiYear(phase: nil, of: nil)),
        ("pluriennali", .multiYear(phase: nil, of: nil)), ("biennale", .multiYear(phase: nil, of: nil)),
        ("triennale", .multiYear(phase: nil, of: nil)), ("intersettoriale", .crossSector),
        ("trasversale", .crossSector), ("interservizi", .crossSector),
        ("pari opportunita", .equalOpportunities), ("parita di genere", .equalOpportunities),
        ("transizione digitale", .digitalisation), ("transizione al digitale", .digitalisation),
        ("innovazione digitale", .digitalisation), ("digitalizzazione", .digitalisation),
        ("trasparenza", .transparency), ("prevenzione della corruzione", .anticorruption),
        ("prevenzione corruzione", .anticorruption), ("anticorruzione", .anticorruption),
        ("semplificazione", .simplification), ("formazione", .training), ("pnrr", .pnrr),
        ("accessibilita", .accessibility), ("miglioramento", .improvement),
    ]
    private static let phrases: [([String], Tag)] = known.map {
        ($0.0.split(separator: " ").map(String.init), $0.1)
    }

    /// The marks in a text; nil where the word `obiettivo` opens none. With `continuing`, `fase 1 di 2` alone goes on
    /// from the line before.
    static func read(_ text: String, continuing: Bool = false) -> PlanTags? {
        guard text.utf8.count <= 600 else { return nil }
        let words = text.split { !$0.isLetter && !$0.isNumber }.map(String.init)
        let kinds = classified(words)
        var result = PlanTags()
        result.isWhole = isWhole(kinds, continuing: continuing)
        result.misspelt = words.indices.first {
            kinds[$0] == .opening && !["obiettivo", "obiettivi"].contains(words[$0].lowercased())
        }.map { words[$0] }
        result.collect(kinds, continuing: continuing && result.isWhole)
        return result.tags.isEmpty ? nil : result
    }

    /// The marks of a text that holds nothing else; nil for any other text.
    static func whole(_ text: String) -> PlanTags? {
        let first = text.drop { !$0.isLetter }.prefix { $0.isLetter }
        guard text.utf8.count <= 300, isOpening(first), let tags = read(text), tags.isWhole else {
            return nil
        }
        return tags
    }

    /// The marks of a list (`PNRR, Pluriennale, fase 1 di 3`); what is no known one is a mark of the office's own.
    static func listed(_ text: String) -> [Tag] {
        var tags: [Tag] = []
        for part in text.split(whereSeparator: { ",;".contains($0) }) {
            let part = String(part).trimmingWhitespace()
            guard !part.isEmpty else { continue }
            let isPhase = MatchKey(part).words.first == "fase"
            let found = read((isPhase ? "obiettivo pluriennale " : "obiettivo ") + part)
            merge(found?.tags ?? [.other(part)], into: &tags)
        }
        return tags
    }

    /// The mark of the office's own on a line like `OBIETTIVO DI BENESSERE`: capitals, few words, nothing known.
    static func own(_ text: String) -> Tag? {
        guard text.utf8.count <= 80, text.first == "O", PlanText.isUppercase(text) else { return nil }
        let words = text.split { !$0.isLetter && !$0.isNumber }.map(String.init)
        guard let first = words.first, isOpening(first), (3...7).contains(words.count),
            joints.contains(words[1].lowercased())
        else { return nil }
        return .other(words.dropFirst(2).joined(separator: " ").lowercased())
    }

    /// What follows marks in capitals that a title on the same line begins with (`OBIETTIVO PLURIENNALE - FASE 2 Curare i
    /// parchi`); nil for any other text.
    static func afterLeading(_ text: String) -> String? {
        let words = text.split { !$0.isLetter && !$0.isNumber }
        guard let first = words.first, isOpening(first) else { return nil }
        let capitals = words.prefix { $0.allSatisfy { !$0.isLowercase } }
        guard capitals.count < words.count else { return nil }
        let kinds = classified(capitals.map(String.init))
        let known = kinds.prefix { $0 != .unknown }
        guard let last = known.lastIndex(where: { $0 != .joint && $0 != .phase }), last > 0 else {
            return nil
        }
        let head = text[..<words[last].endIndex]
        guard words[last + 1].first?.isUppercase == true, read(String(head))?.isWhole == true else {
            return nil
        }
        return PlanText.trimmed(String(text[head.endIndex...].drop { " -–—:.()".contains($0) }))
    }

    /// The title without marks at its end (`Titolo - OBIETTIVO PLURIENNALE (FASE 1)`).
    static func withoutTrailing(_ title: String) -> String {
        var index = title.endIndex
        while let found = title[..<index].lastRange(ofWord: "obiettivo") {
            let tail = String(title[found.lowerBound...])
            let head = PlanText.trimmed(String(title[..<found.lowerBound].drop { "(".contains($0) }))
            if let tags = read(tail), tags.isWhole, !head.isEmpty {
                return head.hasSuffix("(") ? PlanText.trimmed(String(head.dropLast())) : head
            }
            index = found.lowerBound
        }
        return title
    }

    /// Adds the marks, a told phase in place of an untold one.
    static func merge(_ new: [Tag], into known: inout [Tag]) {
        for tag in new where !known.contains(tag) {
            guard case .multiYear(let phase, let of) = tag else {
                known.append(tag)
                continue
            }
            let place = known.firstIndex {
                if case .multiYear = $0 { return true }
                return false
            }
            guard let place, case .multiYear(let oldPhase, let oldOf) = known[place] else {
                known.append(tag)
                continue
            }
            known[place] = .multiYear(phase: oldPhase ?? phase, of: oldOf ?? of)
        }
    }

    private static func isOpening(_ word: some StringProtocol) -> Bool {
        guard (8...12).contains(word.utf8.count), let first = word.first, first == "o" || first == "O" else {
            return false
        }
        let key = MatchKey(word)
        return key.text == "obiettivi" || key.distance(to: opening, limit: 1) != nil
    }

    private static func classified(_ words: [String]) -> [Word] {
        let keys = words.map { MatchKey($0).text }
        var kinds = keys.enumerated().map { index, key in kind(words[index], key) }
        for index in keys.indices {
            for (phrase, tag) in phrases where keys[index...].starts(with: phrase) {
                kinds[index] = .tag(tag)
                for offset in phrase.indices.dropFirst() { kinds[index + offset] = .joint }
            }
        }
        return kinds
    }

    private static func kind(_ word: String, _ key: String) -> Word {
        if isOpening(word) { return .opening }
        if key == "fase" || key == "fasi" || key == "annualita" { return .phase }
        if let number = Int(key) { return number >= 1900 ? .years : .number(number) }
        return joints.contains(key) ? .joint : .unknown
    }

    private static func isWhole(_ kinds: [Word], continuing: Bool) -> Bool {
        guard let first = kinds.first, first == .opening || (continuing && first == .phase) else {
            return false
        }
        return !kinds.contains(.unknown)
    }

    private mutating func collect(_ kinds: [Word], continuing: Bool) {
        var isInside = continuing
        var phase: (Int, Int?)?
        for (index, kind) in kinds.enumerated() {
            switch kind {
            case .opening: isInside = true
            case .unknown: isInside = false
            case .tag(let tag) where isInside: Self.merge([tag], into: &tags)
            case .phase: phase = phase ?? Self.phase(kinds, after: index)
            default: break
            }
        }
        guard let phase else { return }
        let isMultiYear = tags.contains(.multiYear(phase: nil, of: nil))
        guard isMultiYear || (continuing && kinds.first == .phase) else { return }
        Self.merge([.multiYear(phase: phase.0, of: phase.1)], into: &tags)
    }

    /// `fase 1`, `fase 1 di 3`, `fase 1/3`.
    private static func phase(_ kinds: [Word], after index: Int) -> (Int, Int?)? {
        guard kinds.indices.contains(index + 1), case .number(let phase) = kinds[index + 1] else {
            return nil
        }
        for offset in 2...3 where kinds.indices.contains(index + offset) {
            if case .number(let of) = kinds[index + offset], of >= phase { return (phase, of) }
            guard kinds[index + offset] == .joint else { break }
        }
        return (phase, nil)
    }
}

extension Substring {
    /// The last place of a word, case and one slip aside, that stands on its own.
    fileprivate func lastRange(ofWord word: String) -> Range<Index>? {
        let key = MatchKey(word)
        return split { !$0.isLetter }.last { piece in
            piece.utf8.count >= word.utf8.count - 1 && MatchKey(piece).distance(to: key, limit: 1) != nil
        }.map { $0.startIndex..<$0.endIndex }
    }
}
