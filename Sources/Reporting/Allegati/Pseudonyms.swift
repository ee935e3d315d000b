import Localization
import Model

/// A pseudonym for each person of an archive, the same throughout a document, and never one that tells the name.
///
/// Fields that name people are replaced whole. In running text a person is found by the full name, in either order;
/// a surname alone is not, for it may be a word or a street.
struct Pseudonyms {
    /// The number of a person, by the words of the name in alphabetical order.
    private var numbers: [[String]: Int] = [:]
    /// The lengths of names that have a word, by that word.
    private var lengths: [String: Set<Int>] = [:]

    /// The people of a year's documents, in the order in which those name them.
    init(_ content: ArchiveContent, year: Int) {
        for field in content.personFields(of: year) {
            for name in Pseudonyms.names(in: field) { note(name) }
        }
    }

    private mutating func note(_ name: String) {
        let words = Pseudonyms.key(of: name)
        guard !words.isEmpty, numbers[words] == nil else { return }
        numbers[words] = numbers.count + 1
        for word in words { lengths[word, default: []].insert(words.count) }
    }

    /// What stands for a field that names people.
    func pseudonym(of field: String) -> String {
        Pseudonyms.names(in: field).map { name in
            numbers[Pseudonyms.key(of: name)].map(Pseudonyms.title) ?? tr("Person")
        }.joined(separator: ", ")
    }

    private static func title(_ number: Int) -> String {
        tr("Person {number}", ["number": String(number)])
    }

    /// The names in a field: `Bianchi Anna / Verdi Luca (ad interim)` has two.
    private static func names(in field: String) -> [String] {
        var plain = ""
        var depth = 0
        for character in field {
            if character == "(" { depth += 1 }
            if depth == 0 { plain.append(character) }
            if character == ")" { depth = max(0, depth - 1) }
        }
        return plain.replacing(" - ", with: "/").split { "/;,\n".contains($0) }
            .map { String($0).trimmingWhitespace() }.filter { !$0.isEmpty }
    }

    /// The words of a name, small, in alphabetical order.
    private static func key(of name: String) -> [String] {
        name.split { !isOfName($0) }.map { $0.lowercased() }.sorted()
    }

    /// A text with each full name replaced.
    func replacing(in text: String) -> String {
        guard !lengths.isEmpty, !text.isEmpty else { return text }
        let words = Pseudonyms.words(of: text)
        var result = ""
        var end = text.startIndex
        var index = 0
        while index < words.count {
            guard let (number, count) = person(at: index, of: words, in: text) else {
                index += 1
                continue
            }
            result += text[end..<words[index].lowerBound] + Pseudonyms.title(number)
            end = words[index + count - 1].upperBound
            index += count
        }
        return end == text.startIndex ? text : result + text[end...]
    }

    /// The person whose full name begins at a word, and how many words it takes.
    private func person(at index: Int, of words: [Range<String.Index>], in text: String) -> (Int, Int)? {
        guard let counts = lengths[text[words[index]].lowercased()] else { return nil }
        for count in counts.sorted(by: >) where count > 1 && index + count <= words.count {
            let range = words[index..<(index + count)]
            let key = range.map { text[$0].lowercased() }.sorted()
            let isTogether = zip(range, range.dropFirst()).allSatisfy { left, right in
                text[left.upperBound..<right.lowerBound].allSatisfy { ". \n".contains($0) }
            }
            if isTogether, let number = numbers[key] { return (number, count) }
        }
        return nil
    }

    /// The character may stand in a name.
    private static func isOfName(_ character: Character) -> Bool {
        character.isLetter || character.isNumber || character == "'" || character == "’"
    }

    private static func words(of text: String) -> [Range<String.Index>] {
        var words: [Range<String.Index>] = []
        var start: String.Index?
        for index in text.indices {
            let isPart = isOfName(text[index])
            if isPart, start == nil { start = index }
            if !isPart, let begin = start {
                words.append(begin..<index)
                start = nil
            }
        }
        if let begin = start { words.append(begin..<text.endIndex) }
        return words
    }
}

extension ArchiveContent {
    /// The fields that name people in the documents that a year's print is made of, in their order.
    fileprivate func personFields(of year: Int) -> [String] {
        var fields: [String] = municipality.sectors.flatMap { $0.tenures.map(\.head) }
        for line in plans[year]?.lines ?? [] {
            fields.append(line.delegates)
            for objective in line.objectives {
                fields.append(objective.head)
                fields += objective.participants.map(\.name)
                fields += objective.indicators.compactMap(\.scoreOverride?.author)
            }
        }
        return fields + services.services.map(\.head)
    }
}
