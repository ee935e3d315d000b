import Foundation

/// The structure of an archival PDF as LibreOffice writes it: every head of a table as that of a column.
struct ArchivalStructure {
    private let frame: ArchivalFrame

    /// The structure of a file.
    init(_ frame: ArchivalFrame) { self.frame = frame }

    /// The attributes of heads that stand beside other cells of their row, which are that row's, by the numbers of
    /// their objects.
    var rowHeads: [(number: Int, attributes: [UInt8])] {
        var changed: [Int: [UInt8]] = [:]
        for number in 0..<frame.size {
            guard let row = element(number), row.role == "TR" else { continue }
            let cells = row.children.compactMap(element)
            guard cells.contains(where: { $0.role == "TD" }) else { continue }
            for attribute in cells.filter({ $0.role == "TH" }).flatMap(\.attributes) {
                guard let words = frame.object(attribute).map({ String(decoding: $0, as: UTF8.self) }),
                    words.hasPrefix("<</O/Table"), words.contains("/Scope/Column")
                else { continue }
                changed[attribute] = Array(words.replacing("/Scope/Column", with: "/Scope/Row").utf8)
            }
        }
        return changed.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    /// A part of the structure: what it is, its attributes and its children, which are objects.
    private func element(_ number: Int) -> (role: Substring, attributes: [Int], children: [Int])? {
        guard let bytes = frame.object(number), bytes.starts(with: ArchivalStructure.mark) else { return nil }
        var (role, attributes, children): (Substring, [Int], [Int]) = ("", [], [])
        for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
            if line.hasPrefix("/S/") { role = line.dropFirst(3) }
            if line.hasPrefix("/A ") { attributes = references(line.dropFirst(2)) }
            if line.hasPrefix("/K[") { children = references(line.dropFirst(3)) }
        }
        return (role, attributes, children)
    }

    private static let mark = Data("<</Type/StructElem\n".utf8)

    /// The numbers before each ` 0 R`.
    private func references(_ text: Substring) -> [Int] {
        let words = text.split { $0 == " " || $0 == "[" || $0 == "]" }
        return words.indices.dropFirst(2).filter { words[$0] == "R" }.compactMap { Int(words[$0 - 2]) }
    }
}
