import Model

/// What the columns of tables of projects are.
extension ProjectGrammar {
    /// True for a table of projects: what each is called, and money of the office's own or of others. `amongProjects`: the
    /// document is of projects, so that weights are those of their indicators.
    static func isProjects(_ table: TableDraft, amongProjects: Bool = false) -> Bool {
        guard !table.isOfContracts else { return false }
        if table.has(.project), !table.has(.indicator), !table.has(.objective),
            moneyColumn(of: table) != nil
        {
            return true
        }
        return (table.has(.objective) || table.has(.project))
            && (!table.has(.indicator) || areWithIndicators(table, amongProjects))
            && amounts.contains { term in
                table.columns(term).contains { !ColumnContent(table.column($0)).areTexts(6) }
            }
    }

    /// True where each project has its own name and its own money, in the same rows, whatever else the table tells of it:
    /// in a plan a project has several objectives, and money is of the objective.
    private static func areWithIndicators(_ table: TableDraft, _ amongProjects: Bool) -> Bool {
        guard let title = table.columns(.project).first,
            amongProjects || !table.has(.weight) && !table.has(.objectiveWeight),
            let money = amounts.lazy.flatMap({ table.columns($0) }).first
        else { return false }
        let rows = table.rows.filter { !TotalRow.isTotal($0) }
        let names = rows.map { $0.cell(title) }.filter { !$0.isEmpty }
        return names.count > 1 && Set(names).count == names.count
            && rows.allSatisfy { $0.cell(title).isEmpty == $0.cell(money).isEmpty }
    }

    /// A column of sums of which nothing says whose they are: resources, or what is paid for the work.
    private static func moneyColumn(of table: TableDraft) -> Int? {
        table.heads.indices.first { column in
            let term = table.guesses[column]?.term
            let isNamed =
                term == .resources
                || [nil, .total].contains(term) && table.periods[column] == nil
                    && LabelWords(table.heads[column]).words.contains(where: pay.matches)
            return isNamed && ColumnContent(table.column(column)).areFigures(6)
        }
    }

    private static let pay = WordPattern("compens*|incentiv*|premio|premi|premialit*|emolument*")

    /// The table with its title under one term; a first column without a head that counts is the number.
    static func numbered(_ raw: TableDraft) -> TableDraft {
        var table = raw
        guard isProjects(table, amongProjects: true) else { return table }
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
        if !amounts.contains(where: table.has), let money = moneyColumn(of: table) {
            table.guesses[money] = TermGuess(
                .ownResources, confidence: 70, reason: .words([table.heads[money]]))
        }
        settleTitle(&table)
        leaveSharedGross(&table)
        settleAmounts(&table, net: .ownResources, gross: .ownGross)
        settleAmounts(&table, net: .thirdPartyResources, gross: .thirdPartyGross)
        settleSoleGross(&table)
        if !table.has(.target), let result = table.columns(.actual).first {
            table.guesses[result]?.term = .target
        }
        for told in [FieldTerm.purpose, .phase] where !table.has(.definition) {
            if let column = table.columns(told).first { table.guesses[column]?.term = .definition }
        }
        if !table.has(.number), table.guesses[0] == nil, table.heads[0].isEmpty,
            ColumnContent(table.column(0)).areFigures(8)
        {
            table.guesses[0] = TermGuess(.number, confidence: 70, reason: .content)
        }
        return table
    }

    /// One column of gross amounts beside own resources and those of others does not say of which it is, and may be computed:
    /// it is told, and taken for neither.
    private static func leaveSharedGross(_ table: inout TableDraft) {
        let gross = table.columns(.ownGross) + table.columns(.thirdPartyGross)
        guard table.has(.ownResources), table.has(.thirdPartyResources), gross.count == 1 else { return }
        table.guesses[gross[0]] = nil
    }

    /// Beside a gross amount a column of sums that is said to be net is its net one: `Netto`, `Compenso netto`.
    private static func settleAmounts(_ table: inout TableDraft, net: FieldTerm, gross: FieldTerm) {
        guard table.has(gross), !table.has(net) else { return }
        let found = table.heads.indices.first { index in
            table.guesses[index] == nil
                && LabelWords(table.heads[index]).words.contains { $0.hasPrefix("nett") }
                && ColumnContent(table.column(index)).areFigures(6)
        }
        if let found { table.guesses[found] = TermGuess(net, confidence: 70, reason: .neighbours) }
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
