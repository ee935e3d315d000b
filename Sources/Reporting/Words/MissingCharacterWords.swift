import Localization

extension [MissingCharacter] {
    /// How many characters are told one by one.
    private static var mostTold: Int { 20 }

    /// Each character once, with the first place where it stands and what to do; empty where none is missing.
    public var words: [String] { words(atMost: Self.mostTold) }

    /// The same for some characters at most, 1 or more; how many others there are is said.
    public func words(atMost most: Int) -> [String] {
        var seen: Set<Unicode.Scalar> = []
        let firsts = filter { seen.insert($0.scalar).inserted }
        let told = firsts.prefix(most).map(\.words)
        guard firsts.count > most else { return told }
        return told + [
            trn(
                "{count} more character has no font.", "{count} more characters have no font.",
                firsts.count - most)
        ]
    }
}

extension MissingCharacter {
    /// The place, the character, what is drawn instead, and what to do.
    fileprivate var words: String {
        let code = String(scalar.value, radix: 16, uppercase: true)
        var values = [
            "text": text, "character": String(scalar),
            "code": String(repeating: "0", count: max(0, 4 - code.count)) + code,
        ]
        guard let page else {
            return tr(
                "«{text}»: no installed font has the character «{character}» (U+{code}). A box is drawn in its place. Install a font that has it, or write it in another way.",
                values)
        }
        values["page"] = "\(page)"
        return tr(
            "Page {page}, «{text}»: no installed font has the character «{character}» (U+{code}). A box is printed in its place, and copied text keeps it. Install a font that has it, or write it in another way.",
            values)
    }
}
