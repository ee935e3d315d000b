import Reading

/// References at the start of a title: `Rif. DUP 5.1.1 - 5.1.2 (anche 2.5.1): Titolo`.
struct PlanReferences: Hashable, Sendable {
    /// The codes of the DUP, as written, each once.
    var codes: [String] = []
    /// What follows them.
    var rest = ""

    private static let openings: Set<String> = ["rif", "ref", "riferimento", "riferimenti", "riff", "rifer"]
    private static let fillers: Set<String> = [
        "rif", "ref", "riferimento", "riferimenti", "al", "dup", "anche", "e", "ed", "obiettivo", "n", "cod",
    ]

    /// The references that the text begins with; nil where it begins with none.
    static func read(_ text: String) -> PlanReferences? {
        var scan = text.trimmedEnds.drop { "-–—•([ ".contains($0) }
        guard opens(scan) else { return nil }
        var codes: [String] = []
        var rest = scan
        while let (token, after) = nextToken(scan) {
            if let code = code(token) {
                if !codes.contains(code) { codes.append(code) }
                scan = after
                rest = after
            } else if fillers.contains(token.lowercased().filter { $0 != "." }) {
                scan = after
            } else {
                break
            }
        }
        guard !codes.isEmpty else { return nil }
        return PlanReferences(
            codes: codes, rest: PlanText.trimmed(String(rest.drop { ")] .:;-–—,".contains($0) })))
    }

    /// Two words, of which one is `DUP`, open references; so that a sentence with `Rif.` does not.
    private static func opens(_ text: Substring) -> Bool {
        let words = MatchKey(text.prefix(60)).words.prefix(3)
        guard let first = words.first else { return false }
        if first == "dup" { return words.dropFirst().first.map { $0.allSatisfy(\.isNumber) } ?? false }
        return openings.contains(String(first)) && words.contains("dup")
    }

    /// The next run of letters, digits and points, and what follows it and its separators.
    private static func nextToken(_ text: Substring) -> (Substring, Substring)? {
        let start = text.drop { " -–—,;:()[]/".contains($0) }
        let token = start.prefix { $0.isLetter || $0.isNumber || $0 == "." }
        guard !token.isEmpty else { return nil }
        return (token, start.dropFirst(token.count))
    }

    /// `10.1.8`, `1.1.1.`; behind the word `DUP` two groups are enough.
    private static func code(_ token: Substring) -> String? {
        var body = token
        while body.last == "." { body.removeLast() }
        let groups = body.split(separator: ".", omittingEmptySubsequences: false)
        if let known = DupReference.find(in: String(body)).first { return known }
        guard groups.count == 2,
            groups.allSatisfy({ (1...2).contains($0.count) && $0.allSatisfy { $0.isASCII && $0.isNumber } })
        else { return nil }
        return String(body)
    }
}

/// Goals of Agenda 2030 in a text that names them: `Agenda 2030: Goal 7 …; Goal 11 - …`.
enum SustainableGoals {
    /// The goals of a text that begins with `Agenda 2030`, each once, in order; nil where it is another text or names
    /// none from 1 to 17.
    static func read(_ text: String) -> [Int]? {
        let start = text.drop { $0 == "(" || $0 == " " }.prefix(6).lowercased()
        guard start == "agenda", text.utf8.count <= 2_000 else { return nil }
        let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }
        guard words.count > 2, words[0] == "agenda", words[1] == "2030" else { return nil }
        let named = words.indices.dropLast().filter { Self.names.contains(words[$0]) }.compactMap { index in
            goal(words[index + 1]) ?? (words.count > index + 2 ? goal(words[index + 2]) : nil)
        }
        let bare = words.dropFirst(2).allSatisfy { goal($0) != nil || $0 == "e" }
        let goals = bare ? words.dropFirst(2).compactMap(goal) : named
        var seen: [Int] = []
        for goal in goals where !seen.contains(goal) { seen.append(goal) }
        return seen.isEmpty ? nil : seen
    }

    private static let names: Set<Substring> = ["goal", "goals", "obiettivo", "obiettivi", "sdg", "oss"]

    private static func goal(_ word: Substring) -> Int? {
        guard let number = Int(word), (1...17).contains(number) else { return nil }
        return number
    }
}
