import DocumentStore
import Importing
import Localization
import Reading

extension JSONProblem.Reason {
    /// What is wrong.
    public var words: String {
        switch self {
        case .unexpectedCharacter: tr("something else should stand here")
        case .unexpectedEnd: tr("the text stops in the middle")
        case .trailingContent: tr("there is more text after the end")
        case .trailingComma: tr("a comma has nothing after it")
        case .duplicateKey(let key): tr("the name {key} is there twice", ["key": key])
        case .badUTF8: tr("the bytes are no UTF-8")
        case .badEscape: tr("an escape that JSON does not know")
        case .controlCharacter: tr("a control character")
        case .badNumber: tr("no number as JSON writes it")
        case .tooDeep(let limit): tr("more than {limit} levels", ["limit": "\(limit)"])
        }
    }
}

extension ArchiveError.HistoryProblem {
    /// What is wrong with the line.
    public var words: String {
        switch self {
        case .unreadable: tr("it is no line of a history")
        case .digest: tr("its digest is not that of its text")
        case .chain: tr("it does not follow the line before")
        case .changes: tr("its changes do not fit the state before")
        case .result: tr("its changes do not give the document that it says")
        }
    }
}

extension UnreadableInput {
    /// What is wrong with the file and what to do.
    public var words: String {
        switch self {
        case .empty: tr("The file is empty. Choose another one.")
        case .tooLarge(let bytes, let limit):
            tr(
                "The file has {size} bytes; the limit is {limit}. Divide it into parts.",
                ["size": Words.number(bytes), "limit": Words.number(limit)])
        case .tooManyLines(let limit):
            tr("The file has more than {limit} lines. Divide it into parts.", ["limit": Words.number(limit)])
        case .tooManyCells(let limit):
            tr("The file has more than {limit} cells. Divide it into parts.", ["limit": Words.number(limit)])
        case .binary(let format): format.words
        case .nulByte(_, let line):
            tr(
                "The file is no text: a NUL byte stands in line {line}. Export it as text.",
                ["line": "\(line)"])
        case .controlCharacters(_, let line):
            tr(
                "The file is no text: control characters stand in line {line}. Export it as text.",
                ["line": "\(line)"])
        case .brokenUTF16(let offset):
            tr(
                "The file is UTF-16 that breaks off at byte {offset}. Export it again.",
                ["offset": Words.number(offset)])
        }
    }
}

extension BinaryFormat {
    /// What the file is and what to do.
    var words: String {
        switch self {
        case .pdf: tr("The file is a PDF. Export or copy its text and import that.")
        case .zip: tr("The file is a spreadsheet or document container. Save it as text and import that.")
        case .ole: tr("The file is of an old office format. Save it as text and import that.")
        case .gzip: tr("The file is compressed. Unpack it first.")
        case .picture: tr("The file is a picture. Read its text with another program and import that.")
        case .rtf: tr("The file is rich text. Save it as plain text and import that.")
        }
    }
}
