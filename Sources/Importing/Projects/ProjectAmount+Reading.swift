import Model
import Reading

extension ProjectAmount {
    /// Reads `5291,00 (7.000 al lordo di oneri e IRAP)`: the net amount, and in brackets the gross one with its words.
    /// An amount of which the cell says that it is gross is no net one.
    init(reading cell: String, notation: ColumnNotation) {
        var net = notation.value(cell, as: .euro)
        if case .text = net.content, let amount = Self(words: cell, notation: notation) {
            self = amount
            return
        }
        guard let open = cell.firstIndex(of: "("), let close = cell.lastIndex(of: ")"), open < close,
            case .number = net.content
        else {
            self.init(net: net)
            return
        }
        let inner = String(cell[cell.index(after: open)..<close].trimmedEnds)
        let figure = inner.split(separator: " ").first { CellShape(String($0)) == .number }.map(String.init)
        guard MatchKey(inner).words.contains("lordo"), let figure else {
            self.init(net: net)
            return
        }
        var gross = notation.value(figure, as: .euro)
        let words = inner.split(separator: " ").filter { $0 != figure && $0 != "€" }.joined(separator: " ")
        gross.note = words.isEmpty ? nil : words
        net.note = nil
        self.init(net: net, gross: gross)
    }

    /// `€ 6.800,00 al netto degli oneri`, `netto 6.800, lordo 8.996,40`: figures with words that say which one each is; nil
    /// where another word stands in the cell, or two figures are the same one.
    private init?(words cell: String, notation: ColumnNotation) {
        var parts: [(figure: String, words: [Substring])] = []
        var before: [Substring] = []
        for token in cell.split(separator: " ") {
            let bare = String(token.trimmingPrefix("(").trimmingPrefix("€")).trimmedOf(",;.)€")
            if CellShape(bare) == .number {
                parts.append((bare, []))
            } else {
                let words = MatchKey(token).words
                guard words.allSatisfy({ Self.words.matches(String($0)) }) else { return nil }
                if parts.isEmpty { before += words } else { parts[parts.count - 1].words += words }
            }
        }
        let leads = before.contains(where: Self.saysSide)
        // Words before each figure: those behind one are of the next.
        if leads { for index in parts.indices { swap(&parts[index].words, &before) } }
        var amount = ProjectAmount(net: ReportedValue(reading: ""))
        guard (1...2).contains(parts.count) else { return nil }
        for (figure, words) in parts {
            var value = notation.value(figure, as: .euro)
            value.raw = parts.count == 1 ? cell : figure
            let isGross = words.contains {
                $0.hasPrefix("lord") || $0.hasPrefix("compres") || $0.hasPrefix("inclus")
            }
            guard !isGross || !words.contains(where: { $0.hasPrefix("nett") }) else { return nil }
            if isGross, amount.gross == nil {
                amount.gross = value
            } else if !isGross, amount.net.isMissing {
                amount.net = value
            } else {
                return nil
            }
        }
        self = amount
    }

    private static func saysSide(_ word: Substring) -> Bool {
        word.hasPrefix("nett") || word.hasPrefix("lord")
    }

    private static let words = WordPattern(
        "nett*|lord*|al|di|degli|dell|del|della|dello|dei|delle|e|ed|oneri|onere|irap|riflessi|contributi|previdenziali|carico|ente|euro|eur|compres*|inclus*|esclus*|importo|annui|annuo|complessiv*|pari|a|circa|totale|totali"
    )
}

extension String {
    /// The text without some signs at its end.
    fileprivate func trimmedOf(_ signs: String) -> String {
        var text = self[...]
        while let last = text.last, signs.contains(last) { text = text.dropLast() }
        return String(text)
    }
}
