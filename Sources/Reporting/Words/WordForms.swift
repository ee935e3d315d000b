/// Learns from running texts how some words are written: with which letters as capitals, and how often.
struct WordForms {
    /// How often each form of a word was met, by the word in small letters.
    private(set) var forms: [String: [String: Int]] = [:]
    private let wanted: Set<String>
    private let lengths: Set<Int>
    /// Words in capitals beside each other, which may be a title.
    private var run: [Substring] = []

    /// A learner of these words in small letters.
    init(_ wanted: Set<String>) {
        self.wanted = wanted
        lengths = Set(wanted.map(\.utf8.count))
    }

    /// Learns from a text. The first word of a sentence has a capital anyhow and teaches only where it has small letters
    /// or more capitals.
    mutating func learn(_ text: String) {
        let bytes = text.utf8
        var begins = true
        var start: String.Index?
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let byte = bytes[index]
            let isPart = WordForms.isPart(byte, at: index, of: bytes)
            if isPart, start == nil { start = index }
            if !isPart, let first = start {
                take(text[first..<index], begins: begins)
                begins = false
                start = nil
            }
            if !isPart {
                if WordForms.endsSentence(byte) { begins = true }
                let width = byte == 0xE2 ? 3 : byte == 0xC2 ? 2 : 1
                index = bytes.index(index, offsetBy: width, limitedBy: bytes.endIndex) ?? bytes.endIndex
            } else {
                index = bytes.index(after: index)
            }
        }
        if let first = start { take(text[first...], begins: begins) }
        closeRun()
    }

    private mutating func take(_ word: Substring, begins: Bool) {
        guard word.utf8.contains(where: { $0 >= 0x41 }) else { return }
        let isShouted = !word.utf8.contains { (0x61...0x7A).contains($0) }
        if isShouted {
            run.append(word)
            return
        }
        closeRun()
        let tells = !begins || word.utf8.first.map { (0x61...0x7A).contains($0) } ?? false
        if tells { note(word) }
    }

    /// Capitals beside each other with a long word among them are a title; others are abbreviations.
    private mutating func closeRun() {
        guard !run.isEmpty else { return }
        let isTitle = run.count > 1 && run.contains { $0.utf8.count >= 5 }
        if !isTitle { for word in run { note(word) } }
        run = []
    }

    private mutating func note(_ word: Substring) {
        guard lengths.contains(word.utf8.count) else { return }
        let small = word.lowercased()
        guard wanted.contains(small) else { return }
        forms[small, default: [:]][String(word), default: 0] += 1
    }

    private static func isPart(_ byte: UInt8, at index: String.Index, of bytes: String.UTF8View) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        // General punctuation, quotation marks and signs of Latin-1.
        case 0xE2, 0xC2: false
        default: byte >= 0x80
        }
    }

    private static func endsSentence(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x2E, 0x21, 0x3F, 0x3A, 0x3B, 0x0A, 0x22, 0x2D, 0x28, 0xC2: true
        default: false
        }
    }
}
