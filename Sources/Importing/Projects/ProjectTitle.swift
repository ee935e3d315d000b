import Foundation
import Reading

/// The first cell of a project: whose objective it is, what it is called, what it refers to.
struct ProjectTitle: Hashable {
    /// Whose objective it is (`OBIETTIVO DI SETTORE: CULTURA`), empty where the cell does not say.
    let scope: String
    /// What it is called; the scope where there is nothing else.
    let title: String
    /// References to the DUP.
    let dupReferences: [String]

    /// Takes a raw cell apart at its bold runs and breaks; without any, at the words that begin a reference.
    init(raw: String) {
        var parts = Self.segments(raw)
        if parts.count == 1, Self.isScope(parts[0]) { parts = Self.cut(parts[0]) }
        guard let first = parts.first else {
            (scope, title, dupReferences) = ("", "", [])
            return
        }
        let hasScope = parts.count > 1 && (Self.isScope(first) || Self.isOffice(first))
        scope = hasScope ? Self.unparted(first) : ""
        dupReferences = DupReference.find(in: parts.joined(separator: " "))
        if hasScope { parts.removeFirst() }
        if parts.count > 1, let last = parts.last, Self.isReference(last) { parts.removeLast() }
        title = parts.joined(separator: " ")
    }

    /// The lines of a cell as a raw text that can be taken apart. `arePhrases`: each line is a phrase of its own; else
    /// lines end where the column does, and only a colon at the end of one, or the reference in the last one, parts.
    static func marked(_ lines: [String], arePhrases: Bool) -> String {
        guard !arePhrases else { return lines.joined(separator: "<br>") }
        var rest = lines
        var end = ""
        if let last = rest.last, rest.count > 1, isReference(last) {
            end = "<br>" + last
            rest.removeLast()
        }
        guard let colon = rest.firstIndex(where: { $0.hasSuffix(":") }), colon + 1 < rest.count,
            isOffice(rest[0]) || isScope(rest[0])
        else { return rest.joined(separator: " ") + end }
        return rest[...colon].joined(separator: " ") + "<br>" + rest[(colon + 1)...].joined(separator: " ")
            + end
    }

    /// `DUP 2.1.4`: a reference and nothing else.
    private static func isReference(_ text: String) -> Bool {
        let words = MatchKey(text).words
        return words.contains("dup") && words.contains { Int($0) != nil }
            && words.allSatisfy {
                Int($0) != nil || ["dup", "rif", "riferimento", "riferimenti", "al", "n"].contains($0)
            }
    }

    /// `Ente`, `Settore Cultura`: an office on a line of its own.
    private static func isOffice(_ text: String) -> Bool {
        guard let first = MatchKey(text).words.first else { return false }
        return offices.contains(first)
    }

    private static let offices: Set<Substring> = [
        "ente", "settore", "servizio", "area", "direzione", "ufficio", "trasversale", "intersettoriale",
    ]

    /// The runs of a cell that its markup parts, cleaned.
    private static func segments(_ raw: String) -> [String] {
        var marked = raw
        for tag in ["</b>", "</strong>", "</p>", "<br>", "<br/>", "<br />", "</B>", "<BR>"] {
            marked = marked.replacingOccurrences(of: tag, with: tag + "\u{1}")
        }
        return marked.split(separator: "\u{1}").map { CleanedText($0).text }.filter { !$0.isEmpty }
    }

    /// `OBIETTIVO DI SETTORE: …`, `OBIETTIVO Servizio: …`, `OBIETTIVO DI ENTE/trasversale`.
    private static func isScope(_ text: String) -> Bool {
        var words = MatchKey(text).words[...]
        guard ["obiettivo", "obiettivi", "progetto"].contains(words.first ?? "") else { return false }
        words = words.dropFirst().drop { ["di", "del", "dell", "della"].contains($0) }
        return offices.contains(words.first ?? "")
    }

    /// Parts a scope from the reference that follows it on the same run.
    private static func cut(_ text: String) -> [String] {
        if let end = endOfWholeScope(text) {
            return [String(text[..<end].trimmedEnds), String(text[end...].trimmedEnds)]
        }
        let starts = [
            "obiettivo operativo", "obiettivi operativi", "dup ", "missione ", "linee di mandato",
            "linea di mandato",
        ]
        let lower = text.lowercased()
        let found = starts.compactMap { word in
            lower.range(of: word).map { lower.distance(from: lower.startIndex, to: $0.lowerBound) }
        }.filter { $0 > 0 }.min()
        guard let found, lower.count == text.count else { return [text] }
        let index = text.index(text.startIndex, offsetBy: found)
        return [String(text[..<index].trimmedEnds), String(text[index...].trimmedEnds)].filter { !$0.isEmpty }
    }

    /// Where `OBIETTIVO DI ENTE/trasversale` ends before a title: such a scope has no name of an office behind it.
    private static func endOfWholeScope(_ text: String) -> String.Index? {
        let words = text.split { " /".contains($0) }
        let plain = words.prefix { word in
            ["obiettivo", "di", "ente", "dell", "dell'ente", "trasversale", "intersettoriale"].contains(
                word.lowercased())
        }
        guard plain.count > 1, plain.count < words.count, let last = plain.last,
            !["di", "dell", "obiettivo"].contains(last.lowercased()),
            words[plain.count].first?.isUppercase == true
        else { return nil }
        return last.endIndex
    }

    /// The scope without a dash or colon left at its end.
    private static func unparted(_ text: String) -> String {
        var body = Substring(text)
        while let last = body.last, " -–:".contains(last) { body = body.dropLast() }
        return String(body)
    }
}
