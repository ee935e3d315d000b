extension ScalarText {
    /// Takes out the tags that exporters of PDFs leave; a `<` that opens none of them stays (`< 10 giorni`).
    mutating func removeTags() {
        guard scalars.contains("<") else { return }
        var result: [Unicode.Scalar] = []
        result.reserveCapacity(scalars.count)
        var index = 0
        while index < scalars.count {
            guard scalars[index] == "<", let tag = HTMLTag(scalars, at: index) else {
                result.append(scalars[index])
                index += 1
                continue
            }
            residues.insert(.html)
            result.append(contentsOf: tag.replacement)
            index = tag.end
            if tag.name == "sup", !tag.isClosing { raiseDigits(from: index) }
        }
        scalars = result
    }

    /// `m<sup>2</sup>` is m², not m2: a raised digit glued to a number would change it.
    private mutating func raiseDigits(from start: Int) {
        var index = start
        while index < scalars.count, let raised = Self.superscript(scalars[index]) {
            scalars[index] = raised
            index += 1
        }
    }

    /// The raised form of a digit.
    static func superscript(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        guard ("0"..."9").contains(scalar) else { return nil }
        return Array("⁰¹²³⁴⁵⁶⁷⁸⁹".unicodeScalars)[Int(scalar.value - 0x30)]
    }

    /// Named and numbered references, once: what they give is never read as markup again.
    mutating func decodeEntities() {
        guard scalars.contains("&") else { return }
        var result: [Unicode.Scalar] = []
        result.reserveCapacity(scalars.count)
        var index = 0
        while index < scalars.count {
            if scalars[index] == "&", let (decoded, end) = entity(at: index) {
                residues.insert(.html)
                result.append(decoded)
                index = end
            } else {
                result.append(scalars[index])
                index += 1
            }
        }
        scalars = result
    }

    private func entity(at start: Int) -> (Unicode.Scalar, Int)? {
        var name = ""
        var index = start + 1
        while index < scalars.count, index - start <= 10, scalars[index] != ";" {
            name.unicodeScalars.append(scalars[index])
            index += 1
        }
        guard index < scalars.count, scalars[index] == ";", !name.isEmpty else { return nil }
        guard name.hasPrefix("#") else { return HTMLTag.entities[name].map { ($0, index + 1) } }
        let isHexadecimal = name.hasPrefix("#x") || name.hasPrefix("#X")
        let digits = name.dropFirst(isHexadecimal ? 2 : 1)
        guard let value = UInt32(digits, radix: isHexadecimal ? 16 : 10), value >= 0x20,
            let scalar = Unicode.Scalar(value)
        else { return nil }
        return (value == 0xA0 ? " " : scalar, index + 1)
    }
}

/// One tag, recognised by name.
struct HTMLTag {
    let name: String
    let isClosing: Bool
    let end: Int
    let replacement: [Unicode.Scalar]

    /// The tag that opens at the index, if its name is one that text exports leave and it closes within 300 characters.
    init?(_ scalars: [Unicode.Scalar], at start: Int) {
        var index = start + 1
        let closing = index < scalars.count && scalars[index] == "/"
        if closing { index += 1 }
        let limit = min(scalars.count, index + 300)
        var close = index
        while close < limit, scalars[close] != ">", scalars[close] != "<" { close += 1 }
        guard close < limit, scalars[close] == ">" else { return nil }
        var letters = ""
        while index < close, letters.utf8.count <= 10, Self.isNamePart(scalars[index]) {
            letters.unicodeScalars.append(scalars[index])
            index += 1
        }
        let lowered = letters.lowercased()
        let isBlock = Self.blocks.contains(lowered)
        guard isBlock || Self.inlines.contains(lowered) else { return nil }
        var attributes = String.UnicodeScalarView()
        attributes.append(contentsOf: scalars[index..<close])
        name = lowered
        isClosing = closing
        end = close + 1
        replacement = lowered == "input" ? Self.control(String(attributes)) : isBlock ? [" "] : []
    }

    /// A choice on a form, as the character that prints look like.
    private static func control(_ attributes: String) -> [Unicode.Scalar] {
        let lowered = attributes.lowercased()
        let isChecked = lowered.contains("checked")
        if lowered.contains("checkbox") { return [isChecked ? "☑" : "☐", " "] }
        if lowered.contains("radio") { return [isChecked ? "●" : "○", " "] }
        return [" "]
    }

    private static func isNamePart(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
    }

    private static let blocks: Set<String> = [
        "p", "br", "div", "li", "ul", "ol", "tr", "td", "th", "table", "thead", "tbody", "h1", "h2", "h3",
        "h4",
        "h5", "h6", "hr", "img", "input", "center", "blockquote", "pre", "figure", "caption",
    ]
    private static let inlines: Set<String> = [
        "b", "i", "u", "s", "em", "strong", "span", "font", "sup", "sub", "small", "big", "a", "mark",
        "label",
        "del", "ins", "code", "o",
    ]

    /// References by name, as HTML 4 defines them, as far as Italian administrative text uses them.
    static let entities: [String: Unicode.Scalar] = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "agrave": "à",
        "egrave": "è",
        "eacute": "é", "igrave": "ì", "ograve": "ò", "ugrave": "ù", "Agrave": "À", "Egrave": "È",
        "Eacute": "É",
        "Igrave": "Ì", "Ograve": "Ò", "Ugrave": "Ù", "aacute": "á", "iacute": "í", "oacute": "ó",
        "uacute": "ú",
        "ccedil": "ç", "deg": "°", "ordm": "º", "ordf": "ª", "euro": "€", "laquo": "«", "raquo": "»",
        "lsquo": "‘", "rsquo": "’", "ldquo": "“", "rdquo": "”", "ndash": "–", "mdash": "—", "hellip": "…",
        "bull": "•", "middot": "·", "sup2": "²", "sup3": "³", "frac12": "½", "times": "×", "divide": "÷",
        "plusmn": "±", "le": "≤", "ge": "≥", "ne": "≠", "sect": "§", "para": "¶", "copy": "©", "reg": "®",
        "rarr": "→", "larr": "←", "shy": " ", "pound": "£", "permil": "‰",
    ]
}
