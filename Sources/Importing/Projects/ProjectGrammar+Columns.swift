import Model

/// What the columns of tables of projects are.
extension ProjectGrammar {
    /// True for a table of projects: what each is called, and money of the office's own or of others.
    static func isProjects(_ table: TableDraft) -> Bool {
        guard !table.isOfContracts else { return false }
        if table.has(.project), !table.has(.indicator), !table.has(.objective),
            table.columns(.resources).contains(where: { ColumnContent(table.column($0)).areFigures(6) })
        {
            return true
        }
        return (table.has(.objective) || table.has(.project)) && !table.has(.indicator)
            && [.ownResources, .thirdPartyResources, .ownGross, .thirdPartyGross].contains { term in
                table.columns(term).contains { !ColumnContent(table.column($0)).areTexts(6) }
            }
    }

    /// The table with its title under one term; a first column without a head that counts is the number.
    static func numbered(_ raw: TableDraft) -> TableDraft {
        var table = raw
        guard isProjects(table) else { return table }
        if let title = table.columns(.project).first, !ColumnContent(table.column(title)).areFigures(6) {
            // Beside the project's name its objective says what it is for.
            for index in table.columns(.objective) {
                let term = table.has(.definition) ? FieldTerm.purpose : .definition
                table.guesses[index]?.term = term
            }
            table.guesses[title]?.term = .objective
        } else if let counts = table.columns(.project).first, !table.has(.number) {
            // `Progetto` over figures beside the names counts them.
            table.guesses[counts]?.term = .number
        }
        // Of a project the offices that take part are the scope.
        if !table.has(.sector), let offices = table.columns(.otherSectors).first {
            table.guesses[offices]?.term = .sector
        }
        if ![.ownResources, .thirdPartyResources, .ownGross, .thirdPartyGross].contains(where: table.has),
            let money = table.columns(.resources).first
        {
            table.guesses[money]?.term = .ownResources
        }
        settleTitle(&table)
        settleAmounts(&table, net: .ownResources, gross: .ownGross)
        settleAmounts(&table, net: .thirdPartyResources, gross: .thirdPartyGross)
        settleSoleGross(&table)
        if !table.has(.target), let result = table.columns(.actual).first {
            table.guesses[result]?.term = .target
        }
        if !table.has(.definition), let activities = table.columns(.phase).first {
            table.guesses[activities]?.term = .definition
        }
        if !table.has(.number), table.guesses[0] == nil, table.heads[0].isEmpty,
            ColumnContent(table.column(0)).areFigures(8)
        {
            table.guesses[0] = TermGuess(.number, confidence: 70, reason: .content)
        }
        return table
    }

    /// Beside a gross amount `Netto` alone is its net one; a gross amount without a net one is what there is.
    private static func settleAmounts(_ table: inout TableDraft, net: FieldTerm, gross: FieldTerm) {
        guard let column = table.columns(gross).first, !table.has(net) else { return }
        let beside = [column - 1, column + 1].first { index in
            table.heads.indices.contains(index) && table.guesses[index] == nil
                && LabelWords(table.heads[index]).words == ["netto"]
        }
        if let beside {
            table.guesses[beside] = TermGuess(net, confidence: 70, reason: .neighbours)
        } else {
            table.guesses[column]?.term = net
        }
    }

    /// `Importo al lordo` beside the one column of money: its gross amount.
    private static func settleSoleGross(_ table: inout TableDraft) {
        let pairs: [(net: FieldTerm, gross: FieldTerm)] = [
            (.ownResources, .ownGross), (.thirdPartyResources, .thirdPartyGross),
        ]
        let found = pairs.filter { table.has($0.net) }
        guard found.count == 1, !pairs.contains(where: { table.has($0.gross) }),
            let net = table.columns(found[0].net).first
        else { return }
        let gross = table.heads.indices.first { index in
            index != net && [nil, found[0].net].contains(table.guesses[index]?.term)
                && LabelWords(table.heads[index]).words.contains { $0.hasPrefix("lord") }
        }
        if let gross { table.guesses[gross] = TermGuess(found[0].gross, confidence: 70, reason: .neighbours) }
    }

    /// Of two columns named after objectives (`Obiettivo di`, `Titolo`), the other says whose the project is.
    private static func settleTitle(_ table: inout TableDraft) {
        let found = table.columns(.objective)
        let names = ["titolo", "progetto", "denominazione", "nome"]
        guard found.count > 1, !table.has(.sector),
            let title = found.first(where: { index in
                MatchKey(table.heads[index]).words.contains { names.contains(String($0)) }
            })
        else { return }
        for index in found where index != title { table.guesses[index]?.term = .sector }
    }
}
