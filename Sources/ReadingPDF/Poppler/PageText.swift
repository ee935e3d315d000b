/// The words of a page as poppler tells them.
enum PageText {
    /// The words of a page, at most as many as are allowed, and how many invisible characters were left out; nil where
    /// there are more words.
    static func words(of sheet: PopplerSheet, limit: Int) -> (words: [Word], hidden: Int)? {
        let scalars = Array(sheet.text.unicodeScalars)
        let boxes = sheet.characterBoxes()
        let fonts = sheet.fonts()
        var words: [Word] = []
        var line = 0, font = 0, start = 0, hidden = 0
        func close(_ end: Int) {
            if start < end {
                while font + 1 < fonts.count, fonts[font].range.upperBound < start { font += 1 }
                let known = fonts.indices.contains(font) ? (fonts[font].name, fonts[font].size) : ("", 0)
                let characters = Array(boxes[start..<end])
                let seen = scalars[start..<end].filter(isVisible)
                hidden += end - start - seen.count
                if let word = word(seen, characters, line: line, font: known) {
                    words.append(word)
                }
            }
            start = end + 1
        }
        let count = min(scalars.count, boxes.count)
        for index in 0..<count {
            switch scalars[index] {
            case "\n", "\u{0C}":
                close(index)
                line += 1
            case " ", "\t", "\r": close(index)
            default:
                if index > start, isBreak(boxes[index - 1], boxes[index]) {
                    close(index)
                    start = index
                }
            }
            if words.count > limit { return nil }
        }
        close(count)
        return (words, hidden)
    }

    /// Letters that are cast as one.
    private static let ligatures: [UInt32: String] = [
        0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st",
    ]

    /// Whether a reader sees a character: no control, no mark of direction, nothing of no width; a soft hyphen stays,
    /// since it tells how lines are joined.
    private static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .surrogate, .unassigned: false
        case .format: scalar == "\u{AD}"
        default: true
        }
    }

    /// Whether a character does not follow directly on the one before it, across or down.
    private static func isBreak(_ before: Box, _ next: Box) -> Bool {
        let height = max(before.height, next.height), width = max(before.width, next.width)
        let across = max(next.left - before.right, before.left - next.right)
        let down = max(next.top - before.bottom, before.top - next.bottom)
        return across > max(0.25 * min(height, 2 * width), 1)
            || down > 0.25 * width && across > 0
            // A figure right below another one: letters of a word that runs upwards touch.
            || down > 0.5 * height || (across < 0 && next.right < before.left)
    }

    /// The characters of a word, small figures that stand higher than the first one as raised ones: `9³` is not 93.
    private static func raised(_ scalars: [Unicode.Scalar], _ boxes: [Box]) -> [Unicode.Scalar] {
        guard let base = boxes.first, base.height > 0 else { return scalars }
        return zip(scalars, boxes).map { scalar, box in
            guard let digit = scalar.properties.numericType.flatMap({ _ in Int(String(scalar)) }),
                box.height < base.height * 0.8, box.centerY < base.centerY - base.height * 0.05
            else { return scalar }
            return raisedFigures[digit]
        }
    }

    private static let raisedFigures = Array("⁰¹²³⁴⁵⁶⁷⁸⁹".unicodeScalars)

    private static func word(
        _ scalars: [Unicode.Scalar], _ boxes: [Box], line: Int, font: (name: String, size: Double)
    ) -> Word? {
        guard let box = boxes.bounds, let first = boxes.first, let last = boxes.last else { return nil }
        guard box.left.isFinite, box.right.isFinite, box.top.isFinite, box.bottom.isFinite else { return nil }
        let shown = scalars.count == boxes.count ? raised(scalars, boxes) : scalars
        let text = shown.map { ligatures[$0.value] ?? String($0) }.joined()
        guard text.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else { return nil }
        var word = Word(text: text, box: box, size: font.size, font: font.name, line: line)
        let x = last.centerX - first.centerX, y = last.centerY - first.centerY
        if boxes.count > 1, abs(y) > abs(x) * 2, abs(y) > 2 {
            word.direction = y > 0 ? .down : .up
        } else if x < -2, !text.unicodeScalars.contains(where: { (0x0590...0x08FF).contains($0.value) }) {
            word.direction = .back
        }
        if word.size <= 0 { word.size = word.direction == .across ? box.height : box.width }
        return word
    }
}
