import Model

/// What the first lines of a document say about it: whose it is and of which year.
public struct DocumentCover: Hashable, Sendable {
    /// The name of the municipality.
    public private(set) var municipalityName: String?
    /// The line that gives the name, from 1.
    public private(set) var municipalityLine: Int?
    /// The year.
    public private(set) var year: Int?
    /// The line that gives the year, from 1.
    public private(set) var yearLine: Int?

    /// Reads the lines before the first line of content, at most 60 that are not blank. The lines are bound: the name
    /// to the municipality, the rest as the document's title.
    public init(_ reading: inout Reading, before first: Int) {
        let lines = reading.lines.prefix(max(0, first - 1)).filter { !$0.isBlank && !$0.isTabular }.prefix(60)
        findMunicipality(Array(lines))
        findYear(Array(lines))
        takeFirstRow(&reading)
        takePairs(reading.lines.prefix(30), &reading)
        for line in lines where line.text.utf8.count <= ImportLimits.maximumLabelBytes {
            if line.number == municipalityLine {
                reading.ledger.bind(line.number, to: "municipality.name")
            } else {
                reading.ledger.bind(line.number, as: .documentTitle)
            }
        }
    }

    /// `Comune di X ⇥ Scheda obiettivo ⇥ Rev. 2`: the first line of a form.
    private mutating func takeFirstRow(_ reading: inout Reading) {
        guard municipalityName == nil, let line = reading.lines.first(where: { !$0.isBlank }), line.isTabular,
            let name = line.cells.first.flatMap({ Self.municipality($0) }), name.hasPrefix("Comune")
        else { return }
        (municipalityName, municipalityLine) = (name, line.number)
        reading.ledger.bind(line.number, to: "municipality.name")
    }

    /// `Ente ⇥ Comune di X`, `Anno ⇥ 2025`: a label and its value in two cells.
    private mutating func takePairs(_ lines: some Sequence<SourceLine>, _ reading: inout Reading) {
        for line in lines {
            let cells = Self.pair(line)
            guard cells.count == 2 else { continue }
            let label = MatchKey(cells[0]).text
            if municipalityName == nil, let name = Self.municipality("Ente: " + cells[1]),
                ["ente", "comune", "amministrazione"].contains(label)
            {
                (municipalityName, municipalityLine) = (name, line.number)
                reading.ledger.bind(line.number, to: "municipality.name")
            } else if ["anno", "esercizio", "anno di riferimento"].contains(label),
                let found = Self.year("anno " + cells[1])
            {
                if year == nil { (year, yearLine) = (found.year, line.number) }
                reading.ledger.bind(line.number, as: .documentTitle)
            }
        }
    }

    /// The filled cells of a line, parted by tabs or, in a file of separated values, by semicolons.
    private static func pair(_ line: SourceLine) -> [String] {
        let cells =
            line.isTabular
            ? line.cells
            : line.text.split(separator: ";").map { String($0.trimmedEnds).trimmingPrefix("\"") }.map {
                String($0.last == "\"" ? $0.dropLast() : $0)
            }
        return cells.filter { !$0.isEmpty }
    }

    /// Looks for what the cover does not say in the lines after it, before line `content`: offices may stand between the
    /// title and the name. Only the lines that say it are bound.
    mutating func complete(_ reading: inout Reading, from first: Int, before content: Int) {
        guard first < content else { return }
        for line in reading.lines[max(0, first - 1)..<min(content - 1, reading.lines.count)].prefix(60)
        where !line.isBlank && !line.isTabular && line.text.utf8.count <= 80 {
            if municipalityName == nil, let name = Self.municipality(line.text) {
                (municipalityName, municipalityLine) = (name, line.number)
                reading.ledger.bind(line.number, to: "municipality.name")
            } else if year == nil, let found = Self.year(line.text),
                MatchKey(line.text).words.contains(where: { Self.titleWords.contains(String($0)) })
            {
                (year, yearLine) = (found.year, line.number)
                reading.ledger.bind(line.number, as: .documentTitle)
            }
        }
    }

    /// Words of the titles of plans and reports.
    private static let titleWords: Set<String> = [
        "piano", "piao", "peg", "pdo", "relazione", "performance", "obiettivi", "rendiconto", "consuntivo",
        "anno", "esercizio", "scheda", "schede", "obiettivo", "rendicontazione", "monitoraggio",
    ]

    /// True for the words of a title: it says what the document is, and perhaps of which year.
    static func isTitle(_ words: [Substring]) -> Bool {
        words.contains { titleWords.contains(String($0)) }
            && words.allSatisfy {
                titleWords.contains(String($0)) || TermRules.stopWords.contains(String($0))
                    || $0.allSatisfy(\.isNumber) || TermRules.knows(String($0))
            }
    }

    /// The name of a municipality that a line is, or that it says first: `COMUNE DI X`, `Ente: Comune di X`, `Comune di X
    /// - Piano 2024`; nil for any other line.
    public static func municipality(_ text: String) -> String? {
        guard text.utf8.count <= 160, mayNameBody(text) else { return nil }
        var name = Substring(text)
        // Empty cells behind it in a file of separated values.
        while name.last == ";" { name.removeLast() }
        if let colon = name.firstIndex(of: ":"),
            ["ente", "amministrazione", "comune"].contains(MatchKey(name[..<colon]).text)
        {
            name = name[name.index(after: colon)...].drop { $0 == " " }
        }
        let parts = String(name).partsAtDashes
        // `Gemeinde X / Comune di Y`, `Piano 2025 - Comune di Y`: the part that says it, where the first one does not.
        return municipality(named: parts[0])
            ?? (parts.dropFirst() + name.split(separator: "/").map { String($0.trimmedEnds) }).lazy
            .filter { MatchKey($0).text.hasPrefix("comune di ") }.compactMap { municipality(named: $0) }.first
    }

    /// False for a text of less than three words, or without the word of a body: most texts.
    private static func mayNameBody(_ text: String) -> Bool {
        guard text.utf8.count(where: { $0 == 0x20 }) > 1 else { return false }
        let key = MatchKey(text).text
        return ["comun", "citta", "unione montana ", "camera di commercio "].contains(where: key.contains)
    }

    private static func municipality(named name: String) -> String? {
        // `COMUNE DI X (ab. 640)`: what stands in brackets is none of the name.
        let plain = name.firstIndex(of: "(").map { String(name[..<$0].trimmedEnds) } ?? name
        let all = plain.split(separator: " ")
        // `COMUNE DI X   PIANO DELLA PERFORMANCE 2024`: the title beside the name is none of it. A name may hold one of
        // its words, too: `al Piano`.
        let start = all.indices.first { index in
            isOfTitle(all[index]) && all.count - index > 1
                && !(index > 0 && TermRules.stopWords.contains(MatchKey(all[index - 1]).text))
        }
        let words = all.prefix(min(start ?? all.count, endOfCapitals(all) ?? all.count))
        let text = words.count < all.count ? words.joined(separator: " ") : plain
        guard text.utf8.count <= 60, words.count >= 3, opensName(text, Array(words)) else { return nil }
        return text == text.uppercased() ? words.map(titleCase).joined(separator: " ") : text
    }

    /// A word with which the title behind a name may begin.
    private static func isOfTitle(_ word: Substring) -> Bool {
        let key = MatchKey(word).text
        return titleWords.contains(key)
            || ["progetti", "progetto", "mappa", "mappe", "mappatura", "monitoraggio", "verifica"].contains(
                key)
    }

    /// `COMUNE DI X Verifica degli obiettivi`: a name in capitals ends where a word has one capital alone; `ne’ MONTI` and
    /// `d’ORCIA` are of it.
    private static func endOfCapitals(_ words: [Substring]) -> Int? {
        guard words.count > 3, words[0].count > 1, words[..<3].allSatisfy({ $0 == $0.uppercased() }) else {
            return nil
        }
        return words.firstIndex {
            $0.first?.isUppercase == true && $0.dropFirst().first?.isLowercase == true
        }
    }

    /// `Comune di …`, `Città della …`, `Unione dei Comuni …`, `Camera di commercio di …`.
    private static func opensName(_ text: String, _ words: [Substring]) -> Bool {
        if ["comune", "citta"].contains(MatchKey(words[0]).text),
            ["di", "del", "della"].contains(words[1].lowercased())
        {
            return true
        }
        let key = MatchKey(text).text
        return text.first?.isUppercase == true && otherBodies.contains { key.hasPrefix($0) }
    }

    /// Bodies with a performance cycle of their own beside municipalities.
    private static let otherBodies = [
        "unione di comuni ", "unione dei comuni ", "unione comuni ", "comunita montana ", "unione montana ",
        "citta metropolitana di ", "camera di commercio ", "libero consorzio comunale ",
    ]

    private mutating func findMunicipality(_ lines: [SourceLine]) {
        for (index, line) in lines.enumerated() {
            var name = Self.municipality(line.text)
            if name == nil, ["comune di", "citta di"].contains(MatchKey(line.text).text),
                index + 1 < lines.count
            {
                name = Self.municipality(line.text + " " + lines[index + 1].text)
            }
            guard let name else { continue }
            // The second name wins only over one that came from `Città di`: the official one says `Comune`.
            guard
                municipalityName == nil
                    || name.hasPrefix("Comune") && municipalityName?.hasPrefix("Comune") == false
            else { continue }
            (municipalityName, municipalityLine) = (name, line.number)
        }
        if municipalityName == nil { findOtherBody(lines) }
    }

    /// Bodies that stand on the covers of municipalities, too, or of which names begin with common words: they name the
    /// document where nothing else does, among its first lines.
    private mutating func findOtherBody(_ lines: [SourceLine]) {
        for line in lines.prefix(4) where line.text.utf8.count <= 160 {
            let dash = line.text.firstDash
            let name = String(line.text[..<(dash?.lowerBound ?? line.text.endIndex)])
            let words = MatchKey(name).words
            guard (2...10).contains(words.count), name.utf8.count <= 80, name.first?.isUppercase ?? false,
                Self.lesserBodies.contains(String(words[0])), !name.contains(where: \.isNumber),
                !name.contains(":"), !words.contains(where: { Self.titleWords.contains(String($0)) })
            else { continue }
            municipalityName =
                name == name.uppercased()
                ? Substring(name).split(separator: " ").map(Self.titleCase).joined(separator: " ") : name
            municipalityLine = line.number
            return
        }
    }

    private static let lesserBodies: Set<String> = [
        "provincia", "unione", "consorzio", "comunita", "regione", "agenzia", "azienda", "parco", "istituto",
        "ente",
    ]

    private mutating func findYear(_ lines: [SourceLine]) {
        let candidates = lines.compactMap { line in
            Self.saysWhen(line.text) ? nil : Self.year(line.text).map { (line.number, $0) }
        }
        guard let best = candidates.first(where: { $0.1.isNamed }) ?? candidates.first else { return }
        (yearLine, year) = (best.0, best.1.year)
    }

    /// `Data: 12/11/2025`, `Inviato: …`: when something was written, which is often in the year before.
    private static func saysWhen(_ text: String) -> Bool {
        guard let colon = text.firstIndex(of: ":") else { return false }
        return ["data", "date", "inviato", "inviata", "sent", "ricevuto", "stampato", "estratto"].contains(
            MatchKey(text[..<colon]).text)
    }

    /// The year of a title. `anno 2026` names it; else the first year of the line, unless the line cites a law or a
    /// contract.
    static func year(_ text: String) -> (year: Int, isNamed: Bool)? {
        let words = MatchKey(text).words
        var first: Int?
        for (index, word) in words.enumerated() {
            guard word.utf8.count == 4, let year = Int(word), (1990...2099).contains(year) else { continue }
            if index > 0, ["anno", "esercizio"].contains(words[index - 1]) { return (year, true) }
            // `Validato in data 12/05/2026`: a day within a year says when something was done.
            if index > 1, let day = Int(words[index - 2]), Int(words[index - 1]) != nil, day < 28 { continue }
            first = first ?? year
        }
        let cites = words.contains {
            ["ccnl", "legge", "dlgs", "lgs", "delibera", "deliberazione", "decreto", "art"].contains($0)
        }
        guard let first, !cites else { return nil }
        return (first, false)
    }

    private static func titleCase(_ word: Substring) -> String {
        let lower = word.lowercased()
        guard !["di", "del", "della", "dei", "delle", "in", "al", "sul", "e", "con"].contains(lower) else {
            return lower
        }
        var result = ""
        var startsWord = true
        for character in lower {
            result += startsWord ? character.uppercased() : String(character)
            startsWord = "'’-".contains(character)
        }
        return result
    }
}
