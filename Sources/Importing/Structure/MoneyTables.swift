extension TableDraft {
    /// True for a table of a budget: what is foreseen are sums of money, and nothing is measured.
    var isOfMoney: Bool {
        let measured: [FieldTerm] = [.indicator, .weight, .objectiveWeight, .achievement]
        let sums = columns(.target) + columns(.actual)
        return !sums.isEmpty && !measured.contains(where: has)
            && sums.allSatisfy { Self.isOfMoney(heads[$0]) && (hasChapters || Self.areSums(column($0))) }
    }

    /// `Capitolo`, `Cap.`: a budget's.
    private var hasChapters: Bool {
        heads.contains {
            ["capitolo", "capitoli", "cap"].contains(MatchKey($0).words.first.map(String.init) ?? "")
        }
    }

    /// True for contracts, tenders, works and chapters of a budget: they have a title and an amount, too.
    var isOfContracts: Bool {
        let first = heads.map { MatchKey($0).words.first.map(String.init) ?? "" }
        if ["missione", "programma"].allSatisfy(first.contains) { return true }
        return heads.contains { head in
            MatchKey(head).words.contains { word in
                ["cig", "cup", "rup", "procedimento", "capitolo", "beneficiario", "macroaggregato"].contains(
                    word)
                    || ["aggiudicat", "contraent", "fornitor", "stipul", "appaltator"].contains {
                        word.hasPrefix($0)
                    }
            }
        }
    }

    /// True for the accounts of a year by missions or titles: what was foreseen, bound and paid.
    private var isOfAccounts: Bool {
        let stems = ["impegn", "pagament", "accertament", "riscossion", "residu"]
        return !has(.indicator)
            && heads.contains {
                ["missione", "missioni", "programma", "titolo", "tipologia", "macroaggregato"].contains(
                    MatchKey($0).words.first.map(String.init) ?? "")
            }
            && heads.contains { head in
                MatchKey(head).words.contains { word in stems.contains { word.hasPrefix($0) } }
            }
    }

    /// True for the risks of processes and the measures against them, which every plan has a section of.
    private var isOfRisks: Bool {
        ![.objective, .weight, .objectiveWeight].contains(where: has)
            && heads.contains { MatchKey($0).words.contains { $0.hasPrefix("rischi") } }
    }

    /// True for such a table, or one of a budget, that names no objective surely and nothing that is measured.
    var isOfOtherThings: Bool {
        isOfRisks
            || (isOfMoney || isOfAccounts || isOfContracts && !(has(.indicator) && has(.target)))
                && columns(.objective).allSatisfy { LabelReader.isOfAnything(heads[$0]) }
    }

    private static func isOfMoney(_ head: String) -> Bool {
        MatchKey(head).words.contains { word in moneyStems.contains { word.hasPrefix($0) } }
    }

    private static let moneyStems = [
        "prevision", "stanziament", "import", "competenz", "cassa", "assestat",
        "accertament", "accertat", "impegn", "riscossion", "riscoss", "pagament", "pagat",
    ]

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
