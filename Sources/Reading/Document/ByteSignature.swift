/// What a file is by its first bytes; its name says nothing.
public enum ByteSignature: Hashable, Sendable {
    /// Text, with separators or without.
    case text
    /// A page of the web, or a piece of one.
    case html
    /// A ZIP container: a workbook or a word processor's document.
    case container
    /// A PDF.
    case pdf
    /// A file that asks for a password.
    case encrypted
    /// A format that is known and not read, by its usual name.
    case refused(String)

    /// Looks at the first bytes of a file.
    public init(_ bytes: [UInt8]) {
        let head = bytes.prefix(1024)
        switch BinaryFormat.detect(head.prefix(8)) {
        case .pdf: self = .pdf
        case .zip: self = .container
        case .ole: self = Self.compound(bytes)
        case .some(let format): self = .refused(format.rawValue)
        case nil:
            if Self.hasPDFMark(head) {
                self = .pdf
            } else {
                self = Self.isHTML(bytes.prefix(4096)) ? .html : .text
            }
        }
    }

    /// What a compound file of the older formats holds, by the names of its streams, which stand at multiples of 128
    /// bytes. A workbook or document with a password is in one too.
    private static func compound(_ bytes: [UInt8]) -> ByteSignature {
        let names: [(String, ByteSignature)] = [
            ("EncryptedPackage", .encrypted), ("WordDocument", .refused("doc")),
            ("Workbook", .refused("xls")),
            ("Book", .refused("xls")), ("PowerPoint Document", .refused("ppt")),
        ]
        let marks = names.map {
            ($0.0.utf16.flatMap { unit in [UInt8(unit & 0xFF), UInt8(unit >> 8)] }, $0.1)
        }
        for offset in stride(from: 0, to: bytes.count, by: 128) where bytes[offset] != 0 {
            for (mark, signature) in marks where bytes[offset...].starts(with: mark + [0, 0]) {
                return signature
            }
        }
        return .refused("ole")
    }

    /// A PDF may have up to a kilobyte of other bytes before its mark.
    private static func hasPDFMark(_ head: ArraySlice<UInt8>) -> Bool {
        let mark = Array("%PDF-".utf8)
        return head.indices.contains { head[$0...].starts(with: mark) }
    }

    /// The first thing is a tag that begins a page or a piece of one, in any encoding that has ASCII in it.
    private static func isHTML(_ bytes: ArraySlice<UInt8>) -> Bool {
        let ascii = bytes.filter { $0 != 0 && $0 < 0x80 }
        let text = String(decoding: ascii.drop { $0 <= 0x20 }.prefix(2048), as: UTF8.self).lowercased()
        guard text.utf8.first == UInt8(ascii: "<") else { return isClipboardHTML(text) }
        if openings.contains(where: { tag in
            text.hasPrefix("<" + tag) && (text.dropFirst(tag.count + 1).first.map { !$0.isLetter } ?? false)
        }) {
            return true
        }
        return text.hasPrefix("<?xml") && text.contains("<html")
    }

    /// The head that Windows puts before HTML on its clipboard.
    private static func isClipboardHTML(_ text: String) -> Bool {
        text.hasPrefix("version:") && text.contains("starthtml:")
    }

    private static let openings = [
        "!doctype html", "html", "head", "body", "table", "meta", "div", "p", "h1", "h2", "h3", "ul", "ol",
        "span", "!--", "style", "center", "tr", "google-sheets-html-origin", "article", "section", "main",
        "title",
    ]
}
