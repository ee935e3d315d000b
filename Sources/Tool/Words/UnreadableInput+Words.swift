import Importing
import Localization

extension UnreadableInput {
    /// Why the file cannot be read, and what to do.
    func words(file: String) -> String {
        switch self {
        case .empty: tr("{file} is empty. Check that it was saved whole.", ["file": file])
        case .tooLarge(let bytes, let limit):
            tr(
                "{file} has {size}; the limit is {limit}. Divide it, or save its text alone.",
                ["file": file, "size": megabytes(bytes), "limit": megabytes(limit)])
        case .tooManyLines(let limit):
            tr(
                "{file} has more than {limit} lines, which is the limit. Divide it.",
                ["file": file, "limit": Words.number(limit)])
        case .tooManyCells(let limit):
            tr(
                "{file} has more than {limit} cells, which is the limit. Divide it.",
                ["file": file, "limit": Words.number(limit)])
        case .binary(let format):
            tr(
                "{file} is {format}, not text. Save or copy its text into a text file (.txt, UTF-8) first.",
                ["file": file, "format": format.words])
        case .nulByte(let offset, let line):
            tr(
                "{file} is not text: line {line} holds a NUL byte (byte {offset}). Save it as text in UTF-8.",
                ["file": file, "line": Words.number(line), "offset": Words.number(offset)])
        case .controlCharacters(let offset, let line):
            tr(
                "{file} is not text: it is full of control characters, the first in line {line} (byte {offset}). Save it as text in UTF-8.",
                ["file": file, "line": Words.number(line), "offset": Words.number(offset)])
        case .brokenUTF16(let offset):
            tr(
                "{file} begins as UTF-16, but breaks at byte {offset}. Save it as text in UTF-8.",
                ["file": file, "offset": Words.number(offset)])
        }
    }

    /// A size in whole megabytes, at least 1, above the limit always more than it.
    private func megabytes(_ bytes: Int) -> String {
        "\(Words.number((bytes + (1 << 20) - 1) >> 20)) MB"
    }
}

extension BinaryFormat {
    /// What the file is, within a sentence.
    fileprivate var words: String {
        switch self {
        case .pdf: tr("a PDF")
        case .zip: tr("an office file or a ZIP (.xlsx, .ods, .docx, .odt, .zip)")
        case .ole: tr("an older office file (.xls, .doc)")
        case .gzip: tr("a compressed file (gzip)")
        case .picture: tr("a picture")
        case .rtf: tr("rich text (RTF)")
        }
    }
}
