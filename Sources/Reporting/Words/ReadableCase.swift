import Model

/// Sets titles that somebody wrote in capitals as a reader reads them: `LINEA STRATEGICA SULL'AMBIENTE` becomes
/// `Linea strategica sull'ambiente`.
///
/// How a word is written is learnt from the archive's own running texts: names keep their capital, abbreviations all of
/// them. A word that no text has is set small, unless it looks like an abbreviation.
struct ReadableCase {
    private var forms: [String: [String: Int]] = [:]

    /// Learns from running texts how the words of titles are written; what is in capitals there teaches nothing.
    init(titles: some Sequence<String>, texts: some Sequence<String>) {
        let shouted = titles.filter { !ReadableCase.shouted(ReadableCase.words(of: $0)).isEmpty }
        guard !shouted.isEmpty else { return }
        var learner = WordForms(ReadableCase.variants(of: shouted))
        for text in texts { learner.learn(text) }
        forms = learner.forms
    }

    /// The words of titles, small, with an accent on the last letter too, for which an apostrophe may stand.
    private static func variants(of titles: [String]) -> Set<String> {
        var variants: Set<String> = []
        for title in titles {
            for word in words(of: title) where word.isWord {
                let small = word.text.lowercased()
                variants.insert(small)
                variants.formUnion(accented(small))
            }
        }
        return variants
    }

    /// The title as a reader reads it; as it is where nothing of it is in capitals.
    func title(_ text: String) -> String {
        let words = ReadableCase.words(of: text)
        let shouted = ReadableCase.shouted(words).union(known(among: words))
        guard !shouted.isEmpty else { return text }
        var result = ""
        var begins = true
        var index = 0
        while index < words.count {
            let word = words[index]
            defer { index += 1 }
            guard word.isWord else {
                result += word.text
                if word.text.contains(where: { ".!?\"«“".contains($0) }) { begins = true }
                continue
            }
            if shouted.contains(index) {
                let hasApostrophe = ReadableCase.endsWithApostrophe(words, index)
                let read = reading(of: word.text, hasApostrophe: hasApostrophe)
                result += begins ? read.text.capitalisedFirst : read.text
                if read.takesApostrophe, index + 1 < words.count {
                    result += words[index + 1].text.dropFirst()
                    index += 1
                }
            } else {
                result += word.text
            }
            if word.text.contains(where: \.isLetter) { begins = false }
        }
        return result
    }

    /// Long words in capitals that the texts mostly write small: `OBIETTIVO di settore`.
    private func known(among words: [Word]) -> Set<Int> {
        Set(
            words.indices.filter { index in
                let word = words[index].text
                guard words[index].isWord, word.count >= 5, word.isShouted else { return false }
                return form(of: word.lowercased()).map { !$0.isShouted } ?? false
            })
    }

    // MARK: Reading

    private func reading(of word: String, hasApostrophe: Bool) -> (text: String, takesApostrophe: Bool) {
        if hasApostrophe, let accented = accented(word) { return (accented, true) }
        let small = word.lowercased()
        if let known = form(of: small) { return (known, false) }
        return (ReadableCase.looksAbbreviated(word) ? word : small, false)
    }

    /// The form in which the texts write a word most often.
    private func form(of small: String) -> String? {
        forms[small]?.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    }

    /// A word whose apostrophe stands for the accent of its last letter: `CITTA'`. Nil for short words, which are cut.
    private func accented(_ word: String) -> String? {
        guard word.count > 3 else { return nil }
        let written = ReadableCase.accented(word.lowercased())
        return written.lazy.compactMap(form).first ?? written.first
    }

    /// A word with each accent that its last letter may have, the usual one first.
    private static func accented(_ small: String) -> [String] {
        let accents: [Character: String] = ["a": "à", "e": "éè", "i": "ì", "o": "ò", "u": "ù"]
        guard let last = small.last, let choices = accents[last] else { return [] }
        return choices.map { small.dropLast() + String($0) }
    }

    /// A word that no text has is an abbreviation where it has digits or no vowel, is a Roman number, or is too short
    /// to be a word and is none of the small words of the language.
    private static func looksAbbreviated(_ word: String) -> Bool {
        let small = word.lowercased()
        if word.contains(where: \.isNumber) || !small.contains(where: { "aeiouàèéìòù".contains($0) }) {
            return true
        }
        if small.count <= 3 { return !shortWords.contains(small) }
        return small.allSatisfy { "ivxlc".contains($0) }
    }

    private static let shortWords: Set<String> = {
        let words: String = """
            a ad ai al che chi ci col con da dai dal dei del di due e è ed età fra gas già gli i il in io la le lo ma
            mai me mi ne nei nel no non o od ora ore per più può qua qui sa se sé sei si sì su sua sue sui sul suo tra
            tre un una uno usi uso va vi via vie web zoo ex bus oro era dì dà c d l n s v m t
            """
        let parts: [Substring] = words.split { $0.isWhitespace }
        return Set(parts.map { String($0) })
    }()

    // MARK: Words

    /// A run of letters and digits, or what stands between two.
    struct Word {
        var text: String
        var isWord: Bool
    }

    static func words(of text: String) -> [Word] {
        var words: [Word] = []
        for character in text {
            let isWord = character.isLetter || character.isNumber
            if let last = words.indices.last, words[last].isWord == isWord {
                words[last].text.append(character)
            } else {
                words.append(Word(text: String(character), isWord: isWord))
            }
        }
        return words
    }

    /// The indices of words in capitals that are not capitals by their nature: those of a run of capitals in which
    /// one has five letters or more, and which is more than one word or the whole text.
    static func shouted(_ words: [Word]) -> Set<Int> {
        let real = words.indices.filter { words[$0].isWord && words[$0].text.contains(where: \.isLetter) }
        var found: Set<Int> = []
        var run: [Int] = []
        func close() {
            let isLong = run.contains { words[$0].text.count >= 5 }
            if isLong, run.count > 1 || run.count == real.count { found.formUnion(run) }
            run = []
        }
        for index in real {
            if words[index].text.isShouted { run.append(index) } else { close() }
        }
        close()
        return found
    }

    /// An apostrophe follows that no letter follows.
    private static func endsWithApostrophe(_ words: [Word], _ index: Int) -> Bool {
        guard index + 1 < words.count, let sign = words[index + 1].text.first, sign == "'" || sign == "’"
        else {
            return false
        }
        return words[index + 1].text.count > 1 || index + 2 >= words.count
    }
}

extension String {
    /// All letters are capitals.
    fileprivate var isShouted: Bool { contains(where: \.isLetter) && !contains(where: \.isLowercase) }

    /// The text with a capital first letter.
    fileprivate var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}

extension ArchiveContent {
    /// The running texts from which it can be learnt how words are written.
    var runningTexts: [String] {
        var texts: [String] = [municipality.name]
        texts += municipality.sectors.map(\.duties)
        for year in plans.keys.sorted() {
            guard let plan = plans[year] else { continue }
            texts += plan.chapters.map(\.text)
            for line in plan.lines { texts += line.runningTexts }
        }
        for map in services.services { texts += map.runningTexts }
        for year in projects.keys.sorted() {
            for project in projects[year]?.projects ?? [] {
                texts += [project.description, project.expectedResult, project.title]
            }
        }
        return texts
    }
}

extension ServiceMap {
    /// The running texts of the map.
    fileprivate var runningTexts: [String] {
        var texts: [String] = [remarks, management.note]
        texts += elements.map(\.description)
        texts += accessoryElements.map(\.description)
        texts += segments.map(\.description)
        texts += roles.map(\.role)
        texts += series.map(\.name)
        texts += footnotes.map(\.text)
        return texts
    }
}

extension StrategicLine {
    /// The running texts of the line and of what it holds.
    fileprivate var runningTexts: [String] {
        var texts: [String] = [definition]
        texts += strategicObjectives.map(\.definition)
        for objective in objectives {
            texts += [objective.definition, objective.title, objective.criticalFactors, objective.note]
            texts += objective.phases.map(\.title)
            for indicator in objective.indicators {
                texts += [indicator.name, indicator.formula, indicator.purpose, indicator.note]
            }
        }
        return texts
    }
}
