extension TableDraft {
    /// True for a table of a budget: what is foreseen are sums of money, and nothing is measured.
    var isOfMoney: Bool {
        let measured: [FieldTerm] = [.indicator, .actual, .weight, .objectiveWeight, .achievement]
        let foreseen = columns(.target)
        return !foreseen.isEmpty && !measured.contains(where: has)
            && foreseen.allSatisfy { Self.isOfMoney(heads[$0]) && Self.areSums(column($0)) }
    }

    private static func isOfMoney(_ head: String) -> Bool {
        MatchKey(head).words.contains { word in moneyStems.contains { word.hasPrefix($0) } }
    }

    private static let moneyStems = ["prevision", "stanziament", "import", "competenz", "cassa", "assestat"]

    /// Cents, in eight of ten cells.
    private static func areSums(_ cells: [String]) -> Bool {
        let filled = cells.filter { !$0.isEmpty }
        let sums = filled.count { cell in
            let digits = cell.suffix(2)
            return cell.contains("€")
                || digits.allSatisfy(\.isNumber) && digits.count == 2 && cell.dropLast(2).last == ","
        }
        return !filled.isEmpty && sums * 10 >= filled.count * 8
    }
}
