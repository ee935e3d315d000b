/// Regions of a page between level lines of one width, with text in columns between them.
struct StackedRegions {
    /// The words that belong to no table yet.
    let words: [Word]
    /// The lines drawn on the page.
    let rulings: Rulings

    /// The regions from top to bottom.
    func boxes() -> [Box] {
        var stacks: [[Ruling]] = []
        for ruling in rulings.level where ruling.length > 60 {
            let index = stacks.lastIndex { stack in
                guard let last = stack.last else { return false }
                return abs(last.start - ruling.start) < 4 && abs(last.end - ruling.end) < 4
            }
            if let index { stacks[index].append(ruling) } else { stacks.append([ruling]) }
        }
        return stacks.filter { $0.count > 2 || $0.count == 2 && !isFrame($0) }.flatMap(regions).sorted {
            ($0.top, $0.left) < ($1.top, $1.left)
        }
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
        let box = Box(left: upper.start, top: upper.position, right: upper.end, bottom: lower.position)
        let lines = TextLine.lines(
            of: words.filter { box.contains(x: $0.box.centerX, y: $0.box.centerY) && $0.direction == .across }
        )
        guard let first = lines.first else { return box.height < 40 }
        if hasHeading(lines, size: size) || hasCard(lines) { return false }
        if lines.count == 1, first.box.width < box.width * 0.6 { return true }
        return AlignedRegions.hasBlank(through: lines.map { $0.chunks(gap: 0.7, rulings: rulings.upright) })
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
