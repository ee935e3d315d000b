/// Emphasis that opens on one line and closes on a later one (`**linee` … `operativi**`), which no single line shows.
package enum EmphasisAcrossLines {
    /// How many lines one emphasised heading can span.
    private static let reach = 6

    /// The lines without such pairs of marks; every other line unchanged.
    package static func removed(from raws: [String]) -> [String] {
        var result = raws
        for start in raws.indices {
            guard let mark = openMark(result[start]) else { continue }
            for end in raws.indices.dropFirst(start + 1).prefix(reach) {
                guard isPlain(result[end]) else { break }
                guard let closed = withoutClosing(mark, result[end]) else { continue }
                result[start] = String(result[start].trimmedEnds.dropFirst(mark.count))
                result[end] = closed
                break
            }
        }
        return result
    }

    /// The blocks without such pairs of marks in their texts, which a table between two parts; every other unchanged.
    package static func removed(from blocks: [Block]) -> [Block] {
        let raws = blocks.map(\.text)
        guard raws.contains(where: { openMark($0) != nil }) else { return blocks }
        var result = blocks
        for (index, text) in removed(from: raws).enumerated() where text != raws[index] {
            switch blocks[index].content {
            case .heading(_, let level): result[index].content = .heading(text, level: level)
            case .paragraph: result[index].content = .paragraph(text)
            case .item: result[index].content = .item(text)
            case .table: break
            }
        }
        return result
    }

    /// `**` or `*` at the start of a line without cells, followed by a letter and closed nowhere in the line.
    private static func openMark(_ raw: String) -> String? {
        guard raw.utf8.contains(UInt8(ascii: "*")), isPlain(raw) else { return nil }
        let body = raw.trimmedEnds
        let width = body.utf8.prefix { $0 == UInt8(ascii: "*") }.count
        guard width == 1 || width == 2 else { return nil }
        let rest = body.dropFirst(width)
        guard rest.first?.isLetter == true, !rest.utf8.contains(UInt8(ascii: "*")) else { return nil }
        return String(repeating: "*", count: width)
    }

    private static func withoutClosing(_ mark: String, _ raw: String) -> String? {
        let body = raw.trimmedEnds
        guard body.hasSuffix(mark), body.utf8.count(where: { $0 == UInt8(ascii: "*") }) == mark.count else {
            return nil
        }
        let rest = body.dropLast(mark.count)
        guard let last = rest.last, !last.isWhitespace else { return nil }
        return String(rest)
    }

    private static func isPlain(_ raw: String) -> Bool {
        raw.utf8.contains { $0 > 0x20 } && !raw.utf8.contains(0x09)
    }
}

extension StringProtocol {
    /// The text without ASCII white space at its ends.
    package var trimmedEnds: Substring {
        let bytes = Substring(self).utf8
        guard let first = bytes.firstIndex(where: { $0 > 0x20 }),
            let last = bytes.lastIndex(where: { $0 > 0x20 })
        else { return "" }
        return Substring(bytes[first...last])
    }
}
