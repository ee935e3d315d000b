import Model

extension ObjectiveAssembly {
    /// Adds a paragraph to what the current line is about.
    mutating func describeLine(_ text: String, _ lines: [SourceLine]) {
        guard let first = lines.first else { return }
        let source = reading.source(first)
        plan.updateLine { line in
            line.definition = Self.joined(line.definition, text)
            if line.sources.byField["definition"] == nil { line.sources["definition"] = source }
        }
        for line in lines { reading.ledger.bind(line.number, to: "line.definition") }
    }

    /// Sets who of the Giunta answers for the current line; below its objectives it is nobody's.
    mutating func setDelegates(_ names: String, _ line: SourceLine) {
        guard plan.line != nil, !plan.hasObjective else { return reading.ledger.release(line.number) }
        let source = reading.source(line)
        plan.updateLine { line in
            line.delegates = names
            line.sources["delegates"] = source
        }
    }

    /// Takes what an objective's card tells in words wherever it stands: of the objective that is open, or of the next one
    /// where its card has begun.
    mutating func takeText(_ term: FieldTerm, _ value: String, _ source: Source) {
        if plan.hasObjective, !isInNewCard {
            setText(term, value, source)
        } else {
            early.append((term, value, source))
        }
    }

    /// Adds to what may hinder the objective, or sets the goals of Agenda 2030 that it serves.
    mutating func setText(_ term: FieldTerm, _ value: String, _ source: Source) {
        plan.updateObjective { objective in
            if term == .criticalFactors {
                objective.criticalFactors = Self.joined(objective.criticalFactors, value)
                if objective.sources.byField["criticalFactors"] == nil {
                    objective.sources["criticalFactors"] = source
                }
            } else {
                objective.sustainableGoals = Self.goals(in: value)
                objective.sources["sustainableGoals"] = source
            }
        }
    }

    /// The numbers from 1 to 17 that a text names.
    private static func goals(in text: String) -> [Int] {
        text.split { !$0.isNumber }.compactMap { Int($0) }.filter { (1...17).contains($0) }
    }

    /// A text with one more paragraph, or with one more item of the list that ends it.
    static func joined(_ text: String, _ next: String) -> String {
        guard let last = text.split(separator: "\n").last else { return next }
        return text + (last.hasPrefix("- ") && next.hasPrefix("- ") ? "\n" : "\n\n") + next
    }
}
