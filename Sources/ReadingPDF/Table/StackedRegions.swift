/// Regions of a page between level lines of one width, with text in columns between them.
struct StackedRegions {
    /// The words that belong to no table yet.
    let words: [Word]
    /// The lines drawn on the page.
    let rulings: Rulings

    /// The regions from top to bottom.
    func boxes() -> [Box] {
        stacks().filter { $0.count > 2 || $0.count == 2 && !isFrame($0) }.flatMap(regions).sorted {
            ($0.top, $0.left) < ($1.top, $1.left)
        }
    }

    /// The lines over, under and within the parts of forms: they part no rows.
    func linesOfForms() -> Set<Ruling> {
        let forms = Array(stacks().filter(isOfForms).joined())
        guard let top = forms.map(\.position).min(), let bottom = forms.map(\.position).max() else {
            return []
        }
        return Set(rulings.level.filter { $0.position >= top - 1 && $0.position <= bottom + 1 })
    }

    /// Level lines of one width, each from top to bottom.
    private func stacks() -> [[Ruling]] {
        var stacks: [[Ruling]] = []
        for ruling in rulings.level where ruling.length > 60 {
            let index = stacks.lastIndex { stack in
                guard let last = stack.last else { return false }
                return abs(last.start - ruling.start) < 4 && abs(last.end - ruling.end) < 4
            }
            if let index { stacks[index].append(ruling) } else { stacks.append([ruling]) }
        }
        return stacks
    }

    private func isOfForms(_ stack: [Ruling]) -> Bool {
        let forms = zip(stack, stack.dropFirst()).count { isForm(lines(between: $0, $1)) }
        return forms > 0 && forms * 4 >= stack.count - 1
    }

    /// Whether two lines are those below the head and above the foot of a page, where blank lines part what stands between.
    private func isFrame(_ stack: [Ruling]) -> Bool {
        guard let upper = stack.first, let lower = stack.last else { return false }
        let lines = TextLine.lines(
            of: words.filter {
                $0.direction == .across && $0.box.centerY > upper.position && $0.box.centerY < lower.position
            })
        guard lines.count >= 12 else { return false }
        let pitches = zip(lines, lines.dropFirst()).map { $1.box.centerY - $0.box.centerY }.sorted()
        let usual = pitches[pitches.count / 2]
        return pitches.contains { $0 > usual * 1.6 }
    }

    /// The parts of a stack without prose between the lines.
    private func regions(of stack: [Ruling]) -> [Box] {
        var regions: [Box] = []
        var first: Ruling?
        var last: Ruling?
        func close() {
            if let first, let last, last.position > first.position {
                regions.append(
                    Box(left: first.start, top: first.position, right: first.end, bottom: last.position))
            }
        }
        let size = bodySize(of: stack)
        // Lines over and under the parts of forms part no rows, nor do the shades behind the titles of these.
        if isOfForms(stack) { return [] }
        for (upper, lower) in zip(stack, stack.dropFirst()) {
            if isTabular(between: upper, lower, size: size) {
                if first == nil { first = upper }
                last = lower
            } else {
                close()
                first = nil
                last = nil
            }
        }
        close()
        return regions
    }

    /// The usual size of the text between the lines of a stack, in points.
    private func bodySize(of stack: [Ruling]) -> Double {
        guard let first = stack.first, let last = stack.last else { return 10 }
        let sizes = words.filter {
            $0.box.centerY > first.position && $0.box.centerY < last.position
                && $0.box.centerX > first.start && $0.box.centerX < first.end
        }.map(\.size).sorted()
        return sizes.isEmpty ? 10 : sizes[sizes.count / 2]
    }

    private func isTabular(between upper: Ruling, _ lower: Ruling, size: Double) -> Bool {
        let box = box(between: upper, lower)
        let lines = lines(between: upper, lower)
        guard let first = lines.first else { return box.height < 40 }
        if hasHeading(lines, size: size) || hasCard(lines) { return false }
        if lines.count == 1, first.box.width < box.width * 0.6 { return true }
        return AlignedRegions.hasBlank(through: lines.map { $0.chunks(gap: 0.7, rulings: rulings.upright) })
    }

    private func box(between upper: Ruling, _ lower: Ruling) -> Box {
        Box(left: upper.start, top: upper.position, right: upper.end, bottom: lower.position)
    }

    private func lines(between upper: Ruling, _ lower: Ruling) -> [TextLine] {
        let box = box(between: upper, lower)
        return TextLine.lines(
            of: words.filter { box.contains(x: $0.box.centerX, y: $0.box.centerY) && $0.direction == .across }
        )
    }

    /// Whether lines of text between two drawn lines are those of a form: several have labels with their values side by
    /// side, or two have their pieces at other places, as those of no row have.
    private func isForm(_ lines: [TextLine]) -> Bool {
        guard lines.count > 2 else { return false }
        let rows = lines.map { $0.chunks(gap: 0.7, rulings: rulings.upright) }
        let labelled = rows.count { row in
            row.count > 1 && row.count { $0.text.contains(":") } > 1
        }
        if labelled > 1 { return true }
        let wide = rows.filter { $0.count > 2 }
        if let first = rows.first(where: { $0.count > 1 }), areIndented(wide, below: first) { return true }
        return wide.indices.contains { upper in
            wide[(upper + 1)...].contains { row in
                row.count <= wide[upper].count + 1
                    && row.count { Self.stands($0, below: wide[upper]) } * 2 < row.count
            }
        }
    }

    /// Whether rows of a table stand below a line of a form: several begin at one place where no piece of it does.
    private func areIndented(_ rows: [[Chunk]], below first: [Chunk]) -> Bool {
        let lefts = rows.compactMap(\.first).filter { piece in
            !piece.isFigure && !first.contains { abs($0.box.left - piece.box.left) < 3 }
        }.map(\.box.left)
        return lefts.contains { left in lefts.count { abs($0 - left) < 1.5 } > 2 }
    }

    /// Whether a piece begins, ends or has its middle where one of a row above has.
    private static func stands(_ piece: Chunk, below row: [Chunk]) -> Bool {
        row.contains { other in
            abs(other.box.left - piece.box.left) < 3 || abs(other.box.right - piece.box.right) < 3
                || abs(other.box.centerX - piece.box.centerX) < 3
        }
    }

    /// Whether a card begins among lines, apart from the rows above it: a title and labels with their values, before the
    /// next head.
    private func hasCard(_ lines: [TextLine]) -> Bool {
        let pitches = zip(lines, lines.dropFirst()).map { $1.box.centerY - $0.box.centerY }
        guard let least = pitches.min(), lines.count >= 4 else { return false }
        return lines.indices.dropFirst().dropLast().contains { index in
            pitches[index - 1] > max(least * 1.5, lines[index].box.height * 1.7)
                && !beginsLikeRows(lines[index], lines[..<index])
        }
    }

    /// Whether the pieces of a line begin where those of the lines above it do.
    private func beginsLikeRows(_ line: TextLine, _ above: ArraySlice<TextLine>) -> Bool {
        let lefts = above.flatMap { $0.chunks(gap: 0.7, rulings: rulings.upright).map(\.box.left) }
        return line.chunks(gap: 0.7, rulings: rulings.upright).contains { piece in
            lefts.contains { abs($0 - piece.box.left) < 2 }
        }
    }

    /// Whether something begins among lines that is no row: a line in larger letters over others in the usual ones. Heads
    /// of several lines are larger throughout.
    private func hasHeading(_ lines: [TextLine], size: Double) -> Bool {
        guard let heading = lines.firstIndex(where: { ($0.words.first?.size ?? 0) > size * 1.15 }) else {
            return false
        }
        return lines[(heading + 1)...].contains { $0.size <= size * 1.15 }
    }
}
