import Foundation

/// Adds to a PDF what Cairo 1.16 cannot write: the language, the words of figures, what header cells head.
///
/// It is PDF's own way of changing a file (ISO 32000-1, 7.5.6): changed objects and a second table of places are
/// appended, the bytes before stay as they are. A file that is not built as Cairo 1.16 builds it is left alone.
struct PDFAmendment {
    /// The file, with the objects that were changed so far at its end.
    private var file: Data
    private let length: Int
    private let index: PDFIndex
    /// The places of the changed objects.
    private var places: [Int: Int] = [:]

    /// Changes to a file with its table of places.
    init(_ file: consuming Data, index: PDFIndex) {
        length = file.count
        self.index = index
        self.file = file
    }

    /// The file as it was.
    consuming func original() -> Data {
        file.removeSubrange(length...)
        return file
    }

    /// Says in which language the text is, and that windows show the document's title.
    /// False where the catalogue is not built as expected.
    mutating func describe(language: String) -> Bool {
        guard let catalog = index.object(index.root, in: file) else { return false }
        let safe = language.filter { $0.isASCII && ($0.isLetter || $0 == "-") }
        let entries = "   /Lang (\(safe))\n   /ViewerPreferences << /DisplayDocTitle true >>\n"
        return change(index.root, catalog, adding: entries, after: "\(index.root) 0 obj\n<< /Type /Catalog\n")
    }

    /// Gives each part of a role, in the order in which they were opened, something to say.
    /// - Parameter entries: for each part what is added to it, empty for nothing.
    /// - Returns: false where their number is not that of the file's parts: nothing is added then.
    mutating func add(_ entries: [String], to role: StructureNode.Role) -> Bool {
        let parts = index.parts(of: role.rawValue, in: file)
        guard parts.count == entries.count else { return false }
        for (number, entry) in zip(parts, entries) where !entry.isEmpty {
            let opening = "\(number) 0 obj\n<< /Type /StructElem\n   /S /\(role.rawValue)\n"
            guard let object = index.object(number, in: file),
                change(number, object, adding: "   \(entry)\n", after: opening)
            else { return false }
        }
        return true
    }

    /// The file with its changes.
    consuming func result() -> Data {
        guard !places.isEmpty else { return file }
        let start = file.count
        var table = "xref\n"
        for number in places.keys.sorted() {
            let place = String(places[number] ?? 0)
            let padded = String(repeating: "0", count: max(0, 10 - place.count)) + place
            table += "\(number) 1\n\(padded) 00000 n \n"
        }
        let trailer =
            "trailer\n<< /Size \(index.size)\n   /Root \(index.root) 0 R\n   /Info \(index.info) 0 R\n"
            + "   /Prev \(index.start)\n>>\nstartxref\n\(start)\n%%EOF\n"
        file.append(contentsOf: (table + trailer).utf8)
        return file
    }

    private mutating func change(_ number: Int, _ place: Range<Int>, adding entry: String, after mark: String)
        -> Bool
    {
        guard file[place].opens(with: mark) else { return false }
        // A copy of its own: the file is not to be copied when it grows.
        let rest = [UInt8](file[place.dropFirst(mark.utf8.count)])
        places[number] = file.count
        file.append(contentsOf: (mark + entry).utf8)
        file.append(contentsOf: rest)
        return true
    }

    /// A text as a PDF string in UTF-16, written in hexadecimal digits.
    static func string(_ text: String) -> String {
        let units = [0xFEFF] + Array(text.utf16)
        let digits = units.map { unit in
            let hex = String(unit, radix: 16, uppercase: true)
            return String(repeating: "0", count: max(0, 4 - hex.count)) + hex
        }
        return "<\(digits.joined())>"
    }
}
