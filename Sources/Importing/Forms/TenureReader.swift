import Model

/// Reads who heads a sector from when to when: `01/01/2024 | 30/04/2024 | COGNOME Nome | titolare`, in cells or on a line.
enum TenureReader {
    private static let roles: [(word: String, role: TenureRole)] = [
        ("ad interim", .interim), ("interim", .interim), ("reggente", .interim),
        ("facente funzioni", .deputy),
        ("ff", .deputy), ("supplente", .deputy), ("vicario", .deputy), ("sostituto", .deputy),
        ("titolare", .holder), ("responsabile", .holder), ("dirigente", .holder),
        ("inhaber", .holder), ("titulaire", .holder), ("geschaftsfuhrend", .interim),
        ("stellvertretung", .deputy), ("suppleant", .deputy),
    ]

    /// The tenure of a line that begins with a day and names somebody; nil for another line.
    static func read(_ item: FormItem, sector: String, _ reading: inout Reading) -> Tenure? {
        let cells = item.cells.count > 1 ? item.cells.filter { !$0.isEmpty } : words(item.text)
        var days: [CalendarDate] = []
        var names: [String] = []
        var role: TenureRole?
        for cell in cells {
            if let day = CalendarDate(italian: PlanText.trimmed(cell)), days.count < 2, names.isEmpty {
                days.append(day)
            } else if role == nil, let (found, rest) = Self.role(of: cell) {
                role = found
                if !rest.isEmpty { names.append(rest) }
            } else if !["dal", "al", "da", "a", "fino al"].contains(cell.lowercased()) {
                names.append(cell)
            }
        }
        let name = PlanText.trimmed(names.joined(separator: " "))
        guard let from = days.first, ParticipantReader.isName(name) else { return nil }
        var tenure = Tenure(
            id: reading.identifiers.identity("sector", sector, "tenure", from.iso, name), head: name,
            from: from,
            to: days.count > 1 ? days[1] : nil)
        tenure.role = role ?? .holder
        let source = reading.bound(item.lines, to: "sector.tenures")
        for field in ["head", "from", "to", "role"] { tenure.sources[field] = source }
        if role == nil {
            reading.tell(
                .headingAssumed, .info, line: item.line, at: .sector, path: [sector, name], field: "role",
                expected: TenureRole.holder.rawValue)
        }
        return tenure
    }

    /// The pieces of a line without cells: `dal 01/01/2024 al 30/04/2024 COGNOME Nome titolare`.
    private static func words(_ text: String) -> [String] {
        guard text.utf8.count <= 200 else { return [text] }
        var result: [String] = []
        var name: [Substring] = []
        for word in text.split(whereSeparator: { $0 == " " || $0 == "," || $0 == ":" }) {
            if CalendarDate(italian: String(word)) != nil || ["dal", "al"].contains(word.lowercased()) {
                if !name.isEmpty { result.append(name.joined(separator: " ")) }
                name = []
                result.append(String(word))
            } else if word != "-" && word != "–" {
                name.append(word)
            }
        }
        if !name.isEmpty { result.append(name.joined(separator: " ")) }
        return result
    }

    /// The role that a cell is or ends with, and the rest of it.
    static func role(of cell: String) -> (TenureRole, String)? {
        let body = PlanText.trimmed(cell.filter { $0 != "(" && $0 != ")" })
        let key = MatchKey(body).text
        for (word, role) in roles {
            if key == word { return (role, "") }
            if key.hasSuffix(" " + word) {
                let count = word.split(separator: " ").count
                return (role, body.split(separator: " ").dropLast(count).joined(separator: " "))
            }
        }
        return nil
    }
}
