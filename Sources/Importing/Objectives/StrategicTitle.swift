/// The title of a strategic line with its code apart.
struct StrategicTitle {
    let code: String
    let title: String

    /// After a colon or a dash the label is no part of the title; glued to it (`LINEA STRATEGICA SULL'…`) it is.
    init(_ text: String, rest: String) {
        let rest = Self.withoutSign(rest)
        let isParted =
            text.contains(":") || ItemCode(leading: rest) != nil || ItemCode(lettered: rest) != nil
            || text.hasSuffix("- " + rest)
        let body = isParted ? rest : text
        if let coded = ItemCode(leading: body) ?? ItemCode(lettered: body), coded.hasLetters,
            case let name = body.dropFirst(coded.length).drop(while: { " .-–:)".contains($0) }),
            !name.isEmpty,
            // `Mandato 2024-2029: …`: years are no code.
            name.first?.isNumber != true
        {
            code = coded.text
            title = String(name)
            return
        }
        let digits = body.prefix { $0.isNumber || $0 == "." }
        let after = body.dropFirst(digits.count).drop { " .-–:)".contains($0) }
        guard digits.contains(where: \.isNumber), !after.isEmpty, digits.count <= 6 else {
            code = ""
            title = body
            return
        }
        code = String(digits.reversed().drop { $0 == "." }.reversed())
        title = String(after)
    }

    /// `N. 1 - …` without the sign of its number.
    private static func withoutSign(_ text: String) -> String {
        let words = text.split(separator: " ", maxSplits: 1)
        guard words.count == 2, ItemCode.isSign(words[0]),
            words[1].first?.isNumber == true
        else { return text }
        return String(words[1])
    }
}
