/// Code that may not be written, and why.
struct ForbiddenCall: Sendable {
    /// Where the rule holds; empty: in every target.
    var targets: Set<String> = []
    /// What may not be found in the code, comments and strings left out.
    let pattern: String
    let reason: String

    /// The targets whose results depend on nothing but their arguments.
    private static let pure: Set<String> = ["Model", "Scoring"]

    static let all: [ForbiddenCall] = [
        ForbiddenCall(pattern: #"\btry!"#, reason: "a wrong file must give an error, not end the program"),
        ForbiddenCall(pattern: #"\bas!"#, reason: "a wrong type must give an error, not end the program"),
        ForbiddenCall(
            pattern: #"\b(fatalError|preconditionFailure)\s*\("#,
            reason: "a municipality's unsaved work ends with the program"),
        ForbiddenCall(
            targets: pure, pattern: #"\bDate\s*\(\s*\)|\bDate\.now\b|\b(ContinuousClock|ProcessInfo)\b"#,
            reason: "the time is an argument: the same year gives the same score tomorrow"),
        ForbiddenCall(
            targets: pure, pattern: #"\b(Locale|NumberFormatter|DateFormatter|TimeZone)\b|\.formatted\s*\("#,
            reason: "a result may not depend on the user's language"),
        ForbiddenCall(
            targets: pure, pattern: #"\bUUID\s*\(\s*\)|[rR]andom|\.shuffled?\b"#,
            reason: "identities and chance are arguments: two runs give the same result"),
        ForbiddenCall(
            targets: pure, pattern: #"\b(print|debugPrint|dump)\s*\("#,
            reason: "words for people are made in Reporting, ArchiveSession and Tool"),
        ForbiddenCall(
            targets: pure,
            pattern: #"\b(FileManager|FileHandle)\b|[^.\w](fopen|getenv)\s*\(|\bcontentsOf\s*:"#,
            reason: "bytes come as arguments: only DocumentStore, App and Tool know files"),
        ForbiddenCall(
            targets: pure, pattern: #"\b(Double|Float|Float16|Float80|CGFloat)\b|[^.\w$]\d+\.\d+(?!\.)"#,
            reason: "83,75 and 97,5 sit on the edge of rounding: values and scores are exact"),
    ]

    /// What the rules forbid in a source, each as a sentence with its place.
    static func violations(in source: SourceFile) throws -> [String] {
        var found: [String] = []
        let lines = source.code.split(separator: "\n", omittingEmptySubsequences: false)
        for rule in all where rule.targets.isEmpty || rule.targets.contains(source.target) {
            let expression = try Regex(rule.pattern).wordBoundaryKind(.simple)
            for (index, line) in lines.enumerated() {
                guard let match = line.firstMatch(of: expression) else { continue }
                found.append("\(source.path):\(index + 1): \(line[match.range]): \(rule.reason)")
            }
        }
        return found + leftovers(in: source)
    }

    /// Notes of work that is left to do: an issue says it, not the code.
    private static func leftovers(in source: SourceFile) -> [String] {
        let marks = ["TO" + "DO", "FIX" + "ME"]
        return source.tokens.filter { token in
            token.kind == .comment && marks.contains { token.text.contains($0) }
        }.map { "\(source.path):\($0.line): finish it or file an issue" }
    }
}
