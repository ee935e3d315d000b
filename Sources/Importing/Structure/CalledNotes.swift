import Model
import Reading

extension SourceDocument {
    /// The document with the notes that a letter in brackets calls put behind the figures that call them: `12 (a)` in a
    /// table, and `(a) stima` below it, are `12 ⟨stima⟩`. Only in formats whose rows are no lines of a file.
    func withCalledNotes() -> SourceDocument {
        guard ![.text, .csv].contains(format) else { return self }
        var document = self
        var taken: Set<Int> = []
        for index in blocks.indices {
            guard var table = blocks[index].table else { continue }
            let notes = CalledNotes(below: index, in: blocks)
            guard !notes.isEmpty else { continue }
            taken.formUnion(table.take(notes))
            document.blocks[index].content = .table(table)
        }
        document.blocks = document.blocks.indices.filter { !taken.contains($0) }.map { document.blocks[$0] }
        return document
    }
}

/// The notes right below a table, each with the letter that calls it.
struct CalledNotes {
    /// The texts and their positions among the blocks, by their marks: `(a)`.
    private(set) var byMark: [String: (text: String, block: Int)] = [:]

    /// So many paragraphs at most stand below a table as its notes.
    private static let most = 40

    /// The notes below the block of a table, up to the next heading or table.
    init(below table: Int, in blocks: [Block]) {
        for index in blocks.indices.dropFirst(table + 1).prefix(Self.most) {
            switch blocks[index].content {
            case .heading, .table: return
            case .paragraph(let text), .item(let text):
                guard let (mark, note) = Self.parted(text), byMark[mark] == nil else { continue }
                byMark[mark] = (note, index)
            }
        }
    }

    /// A figure with its note behind it: in brackets that are known for such, but where the note has its own.
    fileprivate static func together(_ figure: String, _ note: String) -> String {
        if note.first == "(", note.last == ")" { return "\(figure) \(note)" }
        let together = CalledNote(figure: figure, note: note, isWritten: false).text
        return ReportedValue(reading: together).note == note ? together : "\(figure) (\(note))"
    }

    /// There are none.
    var isEmpty: Bool { byMark.isEmpty }

    /// `(a) stima` as the mark and the note; nil for any other text.
    private static func parted(_ text: String) -> (mark: String, note: String)? {
        guard text.first == "(", let end = text.firstIndex(of: ")") else { return nil }
        let letters = text[text.index(after: text.startIndex)..<end]
        let note = text[text.index(after: end)...].trimmedEnds
        guard (1...2).contains(letters.count), letters.allSatisfy({ $0.isASCII && $0.isLowercase }),
            !note.isEmpty, note.count <= 400
        else { return nil }
        return ("(\(letters))", String(note))
    }
}

extension Table {
    /// Puts the notes behind the figures that call them; gives the blocks of those that are called.
    fileprivate mutating func take(_ notes: CalledNotes) -> Set<Int> {
        var taken: Set<Int> = []
        for row in rows.indices {
            for column in rows[row].indices {
                let text = rows[row][column].text
                guard text.last == ")", let open = text.lastIndex(of: "("),
                    let note = notes.byMark[String(text[open...])],
                    case let figure = text[..<open].trimmedEnds,
                    figure.last.map({ $0.isNumber || $0 == "%" }) ?? false
                else { continue }
                rows[row][column].text = CalledNotes.together(String(figure), note.text)
                taken.insert(note.block)
            }
        }
        return taken
    }
}
