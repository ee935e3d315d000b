extension ScalarText {
    /// Formulas between `$…$` or `\(…\)` as plain text. A `$` without a command of TeX inside is a currency sign.
    mutating func flattenTeX() {
        guard scalars.contains("$") || scalars.contains("\\") else { return }
        var result: [Unicode.Scalar] = []
        result.reserveCapacity(scalars.count)
        let lastClosing = lastClosingParenthesis()
        var index = 0
        while index < scalars.count {
            if let span = formula(at: index, lastClosing: lastClosing) {
                var flattener = TeXFlattener(Array(scalars[span.content]))
                result.append(contentsOf: flattener.flatten())
                residues.insert(.tex)
                index = span.end
            } else {
                result.append(scalars[index])
                index += 1
            }
        }
        scalars = result
    }

    private func formula(at start: Int, lastClosing: Int) -> (content: Range<Int>, end: Int)? {
        if scalars[start] == "$" {
            let width = start + 1 < scalars.count && scalars[start + 1] == "$" ? 2 : 1
            let open = start + width
            guard open < scalars.count, let close = dollar(from: open) else { return nil }
            guard TeXFlattener.looksLikeTeX(scalars[open..<close]) else { return nil }
            let end = min(scalars.count, close + width)
            return (open..<close, width == 2 && end <= scalars.count ? end : close + 1)
        }
        guard scalars[start] == "\\", start + 1 < lastClosing, scalars[start + 1] == "(" else { return nil }
        var close = start + 2
        while close < lastClosing, !(scalars[close] == "\\" && scalars[close + 1] == ")") { close += 1 }
        return (start + 2..<close, close + 2)
    }

    /// Where the last `\)` is, so that an opening without a close costs nothing; -1 where there is none.
    private func lastClosingParenthesis() -> Int {
        var index = scalars.count - 2
        while index >= 0, !(scalars[index] == "\\" && scalars[index + 1] == ")") { index -= 1 }
        return index
    }

    /// The closing dollar within 4,000 characters, so that a page of stray dollars is not searched again and again.
    private func dollar(from open: Int) -> Int? {
        var index = open
        let limit = min(scalars.count, open + 4000)
        while index < limit {
            if scalars[index] == "\\" {
                index += 2
            } else if scalars[index] == "$" {
                return index
            } else {
                index += 1
            }
        }
        return nil
    }
}

/// The plain reading of a TeX formula: `(N^{\circ} \text{ dei casi} / 3) * 100` is `(N° dei casi / 3) * 100`.
struct TeXFlattener {
    private let source: [Unicode.Scalar]
    private var index = 0

    init(_ source: [Unicode.Scalar]) { self.source = source }

    /// True where a backslash command, a raised or a lowered group tells TeX from money.
    static func looksLikeTeX(_ content: ArraySlice<Unicode.Scalar>) -> Bool {
        var previous: Unicode.Scalar = " "
        for scalar in content {
            if previous == "\\",
                scalar.properties.isAlphabetic || "%&_#{},;:! ".unicodeScalars.contains(scalar)
            {
                return true
            }
            if scalar == "{", previous == "^" || previous == "_" { return true }
            previous = scalar
        }
        return false
    }

    mutating func flatten() -> [Unicode.Scalar] {
        var result: [Unicode.Scalar] = []
        while index < source.count { result.append(contentsOf: next(depth: 0)) }
        return result
    }

    /// One group, command or character. Depth is bounded: a formula nested deeper than twenty groups is read flat.
    private mutating func next(depth: Int) -> [Unicode.Scalar] {
        let scalar = source[index]
        index += 1
        switch scalar {
        case "{": return group(depth: depth)
        case "}": return []
        case "^": return raised(argument(depth: depth))
        case "_": return argument(depth: depth)
        case "~": return [" "]
        case "\\": return command(depth: depth)
        default: return [scalar]
        }
    }

    private mutating func group(depth: Int) -> [Unicode.Scalar] {
        guard depth < 20 else { return [] }
        var result: [Unicode.Scalar] = []
        while index < source.count {
            if source[index] == "}" {
                index += 1
                break
            }
            result.append(contentsOf: next(depth: depth + 1))
        }
        return result
    }

    private mutating func argument(depth: Int) -> [Unicode.Scalar] {
        while index < source.count, source[index] == " " { index += 1 }
        guard index < source.count, depth < 20 else { return [] }
        return next(depth: depth + 1)
    }

    private func raised(_ content: [Unicode.Scalar]) -> [Unicode.Scalar] {
        let digits = content.compactMap(ScalarText.superscript)
        return digits.count == content.count ? digits : content
    }

    private mutating func command(depth: Int) -> [Unicode.Scalar] {
        guard index < source.count else { return [] }
        guard source[index].properties.isAlphabetic else {
            let symbol = source[index]
            index += 1
            // The end of a line parted the sign from the command: `\ text{dei casi}`.
            if symbol == " ", Self.silent.contains(where: { followsGroup(named: $0) }) {
                return command(depth: depth)
            }
            return ",;:! \\".unicodeScalars.contains(symbol) ? [" "] : [symbol]
        }
        var name = ""
        while index < source.count, source[index].isASCII, source[index].properties.isAlphabetic {
            name.unicodeScalars.append(source[index])
            index += 1
        }
        if let symbol = Self.symbols[name] {
            skipSpace()
            return Array(symbol.unicodeScalars)
        }
        if name == "frac" || name == "dfrac" || name == "tfrac" { return fraction(depth: depth) }
        if name == "sqrt" { return ["√", "("] + argument(depth: depth) + [")"] }
        if Self.silent.contains(name) {
            skipSpace()
            return []
        }
        // An unknown command keeps its name: a reader may still understand the word.
        return Array(name.unicodeScalars)
    }

    /// True where a command of this name and its group come next.
    private func followsGroup(named name: String) -> Bool {
        let end = index + name.unicodeScalars.count
        return end < source.count && source[end] == "{"
            && source[index..<end].elementsEqual(name.unicodeScalars)
    }

    private mutating func fraction(depth: Int) -> [Unicode.Scalar] {
        let top = argument(depth: depth)
        let bottom = argument(depth: depth)
        return bracketed(top) + [" ", "/", " "] + bracketed(bottom)
    }

    private func bracketed(_ part: [Unicode.Scalar]) -> [Unicode.Scalar] {
        part.contains(where: { "+-*/ ".unicodeScalars.contains($0) }) ? ["("] + part + [")"] : part
    }

    /// TeX drops the spaces after a command's name.
    private mutating func skipSpace() {
        if index < source.count, source[index] == " " { index += 1 }
    }

    private static let silent: Set<String> = [
        "text", "textbf", "textit", "textrm", "textnormal", "mathrm", "mathbf", "mathit", "mathsf", "mbox",
        "left", "right", "big", "Big", "bigl", "bigr", "displaystyle", "operatorname", "boldsymbol",
        "underline",
    ]
    private static let symbols: [String: String] = [
        "circ": "°", "degree": "°", "times": " × ", "cdot": " · ", "div": " ÷ ", "le": " ≤ ", "leq": " ≤ ",
        "ge": " ≥ ", "geq": " ≥ ", "ne": " ≠ ", "neq": " ≠ ", "approx": " ≈ ", "pm": " ± ", "sum": "Σ",
        "Sigma": "Σ", "Delta": "Δ", "to": " → ", "rightarrow": " → ", "Rightarrow": " ⇒ ", "ldots": "…",
        "dots": "…", "cdots": "…", "quad": " ", "qquad": " ", "euro": "€", "infty": "∞", "ast": "*",
        "lbrace": "{", "rbrace": "}", "lbrack": "[", "rbrack": "]", "bullet": "•", "percent": "%",
    ]
}
