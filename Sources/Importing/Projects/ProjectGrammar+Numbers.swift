import Model

/// The number with which the card of a project begins.
extension ProjectGrammar {
    /// `PROGETTO N. 1`, `Scheda progetto 2`: the number with which the card of a project begins; nil for any other line.
    static func number(opening text: String) -> String? { opening(text)?.number }

    /// The number, and the title that a dash or a colon parts from it: `Progetto 1 – Sportello di prossimità`.
    static func opening(_ text: String) -> (number: String, title: String)? {
        guard text.utf8.count <= ImportLimits.maximumLabelBytes else { return nil }
        // `Comune di X – Progetto n. 1 – anno 2026`: whose it is stands before, of which year behind it.
        let parts = text.partsAtDashes
        if parts.count > 1, DocumentCover.municipality(parts[0]) != nil {
            return opening(parts.dropFirst().filter { !isYear($0) }.joined(separator: " – "))
        }
        let sign = [" - ", " – ", " — ", ": ", " “", " \"", " «"].lazy.compactMap { text.firstRange(of: $0) }
            .min {
                $0.lowerBound < $1.lowerBound
            }
        let label = text[..<(sign?.lowerBound ?? text.endIndex)]
        guard let code = number(of: MatchKey(label).words) ?? letter(of: label) else { return nil }
        let title =
            sign.map { String(text[$0.upperBound...].filter { !"“”\"«»".contains($0) }.trimmedEnds) } ?? ""
        return (code, isYear(title) ? "" : title)
    }

    /// `progetto 1`, `scheda progetto 1`, `progetto di miglioramento n. 1`: of what kind it is may stand between only where
    /// the number is said to be one.
    private static func number(of words: [Substring]) -> String? {
        let signs: Set<Substring> = ["n", "nr", "num", "numero"]
        guard let place = words.firstIndex(of: "progetto"), place == 0 || place == 1 && words[0] == "scheda",
            case let words = withoutYear(words), let code = words.last, code.utf8.count <= 3,
            code.allSatisfy(\.isNumber), place < words.count - 1
        else { return nil }
        let between = words[(place + 1)...].dropLast()
        guard between.count <= 4, between.isEmpty || between.last.map(signs.contains) ?? false else {
            return nil
        }
        return String(code)
    }

    /// `PROGETTO A)`, `Progetto B`: a letter for a number.
    private static func letter(of label: Substring) -> String? {
        let words = label.split(separator: " ")
        guard words.count == 2, MatchKey(words[0]).text == "progetto",
            case let code = words[1].prefix(while: \.isLetter), code.count == 1,
            code.first?.isUppercase == true,
            words[1].dropFirst().allSatisfy({ ").".contains($0) })
        else { return nil }
        return String(code)
    }

    /// `n. 1/2026`: without the year behind the number.
    private static func withoutYear(_ words: [Substring]) -> [Substring] {
        let numbers = words.suffix(2)
        guard numbers.count == 2, numbers.allSatisfy({ $0.allSatisfy(\.isNumber) }),
            words.last?.utf8.count == 4
        else { return words }
        return words.dropLast()
    }

    private static func isYear(_ text: String) -> Bool {
        let words = MatchKey(text).words
        return words.count <= 2 && !words.isEmpty
            && words.allSatisfy {
                ["anno", "esercizio"].contains($0) || $0.utf8.count == 4 && Int($0) != nil
            }
    }
}
