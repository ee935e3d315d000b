import Reporting

extension Block {
    /// The blocks, of lists the first two items together and the last two, so that none stands alone on a page.
    static func keepingLists(_ blocks: [Block]) -> [Block] {
        let isItem = blocks.map { block in
            guard case .paragraph(let paragraph) = block else { return false }
            return paragraph.role == .item
        }
        var blocks = blocks
        for index in blocks.indices.dropLast() where isItem[index] && isItem[index + 1] {
            let begins = index == 0 || !isItem[index - 1]
            let ends = index + 2 == blocks.count || !isItem[index + 2]
            guard begins || ends, case .paragraph(var item) = blocks[index] else { continue }
            item.keepsWithNext = true
            blocks[index] = .paragraph(item)
        }
        return blocks
    }
}

extension String {
    /// The number in a list with which it begins: `1)`, `12.`; it needs no dash.
    fileprivate var openingNumber: Int? {
        let digits = prefix { $0.isASCII && $0.isNumber }
        let rest = dropFirst(digits.count)
        guard (1...2).contains(digits.count), let sign = rest.first, sign == ")" || sign == ".",
            rest.dropFirst().first?.isWhitespace == true
        else { return nil }
        return Int(digits)
    }
}

extension FlowBuilder {
    /// Appends a heading.
    mutating func add(_ heading: Heading) {
        let role: StructureNode.Role = [.heading1, .heading2, .heading3][heading.level - 1]
        let node = structure.add(role)
        let style = FlowBuilder.style(of: heading)
        let aside = heading.aside.spans(in: TextStyle(heading.level == 3 ? .body : .heading, bold: true))
        let asideWidth = measurer.width(of: aside)
        let standsBeside = !aside.isEmpty && asideWidth <= width / 2
        let room = width - (standsBeside ? asideWidth + 12 : 0)
        var lines = measurer.lines(of: [TextSpan(heading.text, style)], width: room)
        if lines.isEmpty { lines = [MeasuredLine(spans: [], width: 0)] }
        if !standsBeside { lines += measurer.lines(of: aside, width: width) }
        let spaces: [Double] = [24, 18, 12]
        var layoutLines = layoutLines(
            lines, size: style.size, node: node, before: spaces[heading.level - 1], keeps: true)
        for index in layoutLines.indices { layoutLines[index].keepsWithNext = true }
        layoutLines[0].opensPart = heading.level
        if standsBeside {
            let text = PlacedText(
                origin: Point(width - asideWidth, measurer.baseline(of: style.size)), width: asideWidth,
                spans: aside)
            layoutLines[0].items.append(PageItem(.text(text), node: node))
        }
        if !heading.isUnlisted {
            layoutLines[0].heading = PlacedHeading(
                index: nextHeading, level: heading.level, text: PrintableText.clean(heading.text), y: 0)
            nextHeading += 1
        }
        append(layoutLines)
    }

    /// Appends a paragraph.
    mutating func add(_ paragraph: Paragraph) {
        let number = paragraph.text.plain.openingNumber
        // A paragraph with the next number goes on in the list, whether it was written as an item or not.
        let goesOn = paragraph.role == .body && number != nil && number == lastNumber.map { $0 + 1 }
        let role = goesOn ? .item : paragraph.role
        lastNumber = role == .item ? number : nil
        let (style, before, inset) = FlowBuilder.setting(of: role)
        let node = structure.add(paragraph.role == .note ? .note : .paragraph)
        let room = min(width, FlowBuilder.longestLine) - inset
        let lines = measurer.lines(of: paragraph.text.spans(in: style), width: room)
        var layoutLines = layoutLines(
            lines, size: style.size, x: inset, node: node, before: before, keeps: paragraph.keepsWithNext)
        if role == .item, !layoutLines.isEmpty, number == nil {
            let dash = PlacedText(
                origin: Point(0, measurer.baseline(of: style.size)),
                width: measurer.width(of: [TextSpan("–", style)]),
                spans: [TextSpan("–", style)])
            layoutLines[0].items.insert(PageItem(.text(dash), node: node), at: 0)
        }
        append(layoutLines)
    }

    /// Appends the list of the document's headings down to a level; page numbers are filled in later.
    mutating func addContents(depth: Int) {
        let list = structure.add(.contents)
        let isDeep = headings.contains { $0.level > 1 && $0.level <= depth }
        var entries: [[LayoutLine]] = []
        for (index, heading) in headings.enumerated() where heading.level <= depth {
            let node = structure.add(.contentsEntry, in: list)
            entries.append(contentsEntry(index, heading, isDeep: isDeep, node: node))
        }
        // A list that would only just go on on another page is set closer; one without levels always.
        let height = (flow.layoutLines + entries.joined()).reduce(0) { $0 + $1.before + $1.height }
        let space = entries.reduce(0) { $0 + ($1.first?.before ?? 0) }
        let share = isDeep ? 0.25 : 0
        if height > capacity, !isDeep || height - space * (1 - share) <= capacity {
            for index in entries.indices where !entries[index].isEmpty {
                entries[index][0].before *= share
            }
        }
        // The last three entries stand together.
        for (index, entry) in entries.enumerated() {
            append(entry, keepsFormer: index > 0 && index >= entries.count - 2)
        }
    }

    private func contentsEntry(_ index: Int, _ heading: Heading, isDeep: Bool, node: Int) -> [LayoutLine] {
        let style = TextStyle(.body, bold: isDeep && heading.level == 1)
        let inset = Double(heading.level - 1) * 12
        let numberWidth = 30.0
        let lines = measurer.lines(
            of: [TextSpan(heading.text, style)], width: width - inset - numberWidth, parting: false)
        let before: Double = isDeep && heading.level == 1 ? 6 : isDeep ? 0 : 3
        var layoutLines = layoutLines(lines, size: .body, x: inset, node: node, before: before, keeps: true)
        guard let last = layoutLines.indices.last, let line = lines.last else { return [] }
        layoutLines[last].keepsWithNext = false
        let baseline = measurer.baseline(of: .body)
        let destination = PlacedHeading(index: index, level: 1, text: "", y: 0).destination
        for layoutLine in layoutLines.indices {
            for item in layoutLines[layoutLine].items.indices {
                layoutLines[layoutLine].items[item].link = destination
            }
        }
        let dots = Stroke(
            points: [Point(inset + line.width + 6, baseline), Point(width - numberWidth, baseline)],
            thickness: 0.5, dashes: [0.5, 3], ink: .dim)
        if dots.points[1].x > dots.points[0].x {
            layoutLines[last].items.append(PageItem(.stroke(dots), node: node, link: destination))
        }
        // The number is set flush right once the pages are known.
        let number = PlacedText(origin: Point(width, baseline), width: 0, spans: [TextSpan("", style)])
        var item = PageItem(.text(number), node: node, link: destination)
        item.pageOfHeading = index
        layoutLines[last].items.append(item)
        return layoutLines
    }

    private static func style(of heading: Heading) -> TextStyle {
        switch heading.level {
        case 1: TextStyle(.title, bold: true, ink: .accent)
        case 2: TextStyle(.heading, bold: true)
        default: TextStyle(.body, bold: true)
        }
    }

    private static func setting(of role: Paragraph.Role) -> (TextStyle, before: Double, inset: Double) {
        switch role {
        case .body: (TextStyle(.body), 6, 0)
        case .label: (TextStyle(.body, bold: true, ink: .accent), 12, 0)
        case .note: (TextStyle(.small, ink: .dim), 3, 0)
        case .item: (TextStyle(.body), 3, 12)
        }
    }
}
