import Foundation
import Model
import Reading

/// Reads the list of those who take part in an objective: a row each, or name and grade on lines of their own.
struct ParticipantReader {
    /// Somebody in the making.
    private struct Draft {
        var name: String
        var grade = ""
        var share = ""
        var lines: [Int]
        var isSplit = false

        /// Takes the grade and what else stands behind the name.
        mutating func take(_ cells: [String]) {
            for cell in cells {
                if grade.isEmpty, ParticipantReader.isGrade(cell) {
                    grade = cell
                } else {
                    share = TextJoin.join(share, cell)
                }
            }
        }
    }

    private var drafts: [Draft] = []
    private var headers: [Int] = []

    /// Nobody was taken yet.
    var isEmpty: Bool { drafts.isEmpty }

    private static let grades = [
        "cat", "categoria", "area", "funzionari", "istruttor", "operator", "eq", "dirigente", "po",
        "segretari",
        "collaborator", "esecutor", "assistent", "ausiliari", "specialist", "coordinator", "agente", "tecnic",
        "amministrativ", "elevata qualificazione",
    ]
    private static let headings: Set<String> = [
        "nominativo", "nominativi", "nome", "cognome", "cognome e nome", "nome e cognome", "categoria", "cat",
        "profilo", "profilo professionale", "inquadramento", "ruolo", "attivita", "attivita svolta",
        "% partecipazione", "% impegno", "servizio", "ufficio", "dipendente", "matricola", "n", "area",
        "qualifica", "% di partecipazione", "contributo", "compiti",
    ]

    /// Takes a line of the list; false where it is none.
    mutating func take(_ item: FormItem) -> Bool {
        if item.cells.count > 1 { return takeRow(item) }
        let text = PlanText.bullet(item.text)?.rest ?? item.text
        if Self.headings.contains(MatchKey(text).text) {
            headers += item.lines
            return true
        }
        if Self.isGrade(text), drafts.last?.grade.isEmpty == true { return goOn([text], item) }
        if text.first?.isLowercase == true, drafts.last?.share.isEmpty == false {
            return goOn([text], item)
        }
        return takeNames(text, item)
    }

    /// Takes somebody whom a table's row names.
    mutating func take(_ person: ReadParticipant) {
        drafts.append(
            Draft(
                name: person.name, grade: person.grade, share: person.share,
                lines: person.lines.map(\.number)))
    }

    /// The people, in order.
    mutating func close(_ reading: inout Reading, path: PlanPath) -> [Participant] {
        reading.layout(headers, .tableHeader)
        let people = drafts.map { draft in
            let person = Participant(
                id: reading.identifiers.identity(path: path.identity + ["participant", draft.name]),
                name: draft.name, grade: draft.grade, share: draft.share,
                source: reading.bound(draft.lines, to: "participant.name"))
            if draft.isSplit {
                reading.tell(
                    .rowRepaired, .info, line: draft.lines.first ?? 0, at: .participant,
                    path: path.names + [draft.name], written: draft.name,
                    expected: draft.name + " " + draft.grade)
            }
            return person
        }
        self = ParticipantReader()
        return people
    }

    /// True for the head of a table of people.
    static func isHeader(_ cells: [String]) -> Bool {
        let filled = cells.filter { !$0.isEmpty }
        return filled.count > 1 && filled.allSatisfy { headings.contains(MatchKey($0).text) }
    }

    private mutating func takeRow(_ item: FormItem) -> Bool {
        var cells = item.cells
        let filled = cells.filter { !$0.isEmpty }
        if Self.isHeader(filled) {
            headers += item.lines
            return true
        }
        if let first = cells.first, first.isEmpty, !drafts.isEmpty { return goOn(filled, item) }
        if let first = cells.first, first.isEmpty || PlanText.isCode(first) { cells.removeFirst() }
        guard let name = cells.first, Self.isName(name) else { return false }
        drafts.append(Draft(name: name, lines: item.lines))
        drafts[drafts.count - 1].take(cells.dropFirst().filter { !$0.isEmpty })
        return true
    }

    /// A row without a name goes on with what the row above says.
    private mutating func goOn(_ filled: [String], _ item: FormItem) -> Bool {
        guard let last = drafts.indices.last else { return false }
        drafts[last].take(filled)
        drafts[last].lines += item.lines
        drafts[last].isSplit = true
        return true
    }

    /// One name, or several with commas between.
    private mutating func takeNames(_ text: String, _ item: FormItem) -> Bool {
        guard let people = Self.inOneCell(text).map({ [$0] }) ?? Self.people(in: text) else { return false }
        drafts += people.map { Draft(name: $0.name, grade: $0.grade, share: $0.share, lines: item.lines) }
        return true
    }

    /// The names of a list with commas between, each perhaps with its grade; nil where one of them is no name.
    static func people(in text: String) -> [(name: String, grade: String, share: String)]? {
        let pieces = text.split { $0 == "," || $0 == ";" }.map { PlanText.trimmed(String($0)) }.filter {
            !$0.isEmpty
        }
        let people = pieces.map(withGrade)
        guard !people.isEmpty, people.count <= 80, people.allSatisfy({ isName($0.name) }) else { return nil }
        return people
    }

    /// `COGNOME Nome C1 Sopralluoghi`: name, grade and task of a row that lost its cells.
    private static func inOneCell(_ text: String) -> (name: String, grade: String, share: String)? {
        guard text.utf8.count <= 200 else { return nil }
        let words = text.split(separator: " ")
        guard let place = words.indices.dropFirst(2).first(where: { isCodedGrade(words[$0]) }), place <= 5,
            place + 1 < words.count
        else { return nil }
        let name = words[..<place].joined(separator: " ")
        guard isName(name) else { return nil }
        return (name, String(words[place]), words[(place + 1)...].joined(separator: " "))
    }

    /// True for a row of somebody with a grade.
    static func isPerson(_ cells: [String]) -> Bool {
        let filled = cells.filter { !$0.isEmpty && !PlanText.isCode($0) }
        return filled.count > 1 && isName(filled[0]) && isCodedGrade(filled[1])
    }

    /// `COGNOME Nome (C1)`, `COGNOME Nome C1`, `COGNOME Nome - Funzionario`: the name and the grade behind it.
    private static func withGrade(_ text: String) -> (name: String, grade: String, share: String) {
        for dash in [" - ", " – "] {
            let parts = text.components(separatedBy: dash)
            if parts.count == 2, isGrade(parts[1]) { return (PlanText.trimmed(parts[0]), parts[1], "") }
        }
        let words = text.split(separator: " ")
        guard words.count > 2, let last = words.last else { return (text, "", "") }
        let grade = last.filter { !"()".contains($0) }
        guard isCodedGrade(grade) else { return (text, "", "") }
        return (PlanText.trimmed(words.dropLast().joined(separator: " ")), grade, "")
    }

    /// Two to six words that begin with capitals, no figure, no sentence.
    static func isName(_ text: String) -> Bool {
        guard text.utf8.count <= 70, let last = text.last, !".:;!?".contains(last) else { return false }
        let words = text.split(separator: " ")
        guard (2...6).contains(words.count), !text.contains(where: { $0.isNumber || "/%€=:()".contains($0) })
        else {
            return false
        }
        return words.allSatisfy { word in
            guard let first = word.first(where: { $0 != "'" && $0 != "’" }) else { return false }
            return first.isUppercase || particles.contains(word.lowercased())
        }
    }

    private static let particles: Set<String> = [
        "di", "de", "del", "della", "dell", "lo", "la", "d'", "von", "el",
    ]

    /// `C4`, `D`, `Istruttore amministrativo`.
    static func isGrade(_ text: String) -> Bool {
        guard text.utf8.count <= 60 else { return false }
        let body = PlanText.trimmed(text)
        if isCodedGrade(body) { return true }
        let words = MatchKey(body).words
        guard let first = words.first, words.count <= 7 else { return false }
        return grades.contains { first.hasPrefix($0) } || body.uppercased() == "E.Q"
            || body.uppercased() == "P.O"
    }

    private static func isCodedGrade(_ text: some StringProtocol) -> Bool {
        let scalars = Array(text.unicodeScalars)
        guard let first = scalars.first, ("A"..."D").contains(first), scalars.count <= 4 else { return false }
        return scalars.dropFirst().allSatisfy { ("0"..."9").contains($0) || $0 == "." || $0 == "S" }
    }
}
