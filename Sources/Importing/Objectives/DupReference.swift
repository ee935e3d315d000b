/// References to the DUP: three to six groups of digits parted by points (`25.29.3.1.12`, `1.1.5`).
public enum DupReference {
    /// The references of a text, each once, in their order. A day (`31.12.2024`) or an amount (`1.234.567`) is none.
    public static func find(in text: String) -> [String] { find(in: text, from: 3) }

    /// The references of a cell that holds nothing else: two groups of digits are one, too (`DUP 4.2`).
    static func find(inColumn cell: String) -> [String] {
        let isAlone = cell.split(separator: " ").allSatisfy {
            $0.contains(where: \.isNumber) || MatchKey($0).text == "dup"
        }
        return find(in: cell, from: isAlone ? 2 : 3)
    }

    private static func find(in text: String, from least: Int) -> [String] {
        var result: [String] = []
        let runs = text.split { !($0.isASCII && ($0.isNumber || $0 == "." || $0 == "," || $0 == "/")) }
        for run in runs {
            let body = run.drop { $0 == "." }.reversed().drop { ".,".contains($0) }.reversed()
            let reference = String(body)
            if isReference(reference, from: least), !result.contains(reference) { result.append(reference) }
        }
        return result
    }

    private static func isReference(_ text: String, from least: Int) -> Bool {
        let groups = text.split(separator: ".", omittingEmptySubsequences: false)
        guard (least...6).contains(groups.count), groups.allSatisfy({ (1...2).contains($0.utf8.count) })
        else {
            return false
        }
        return groups.allSatisfy { $0.allSatisfy(\.isNumber) }
    }
}
