import Reporting

/// Puts a document's sections on pages, one after the other.
struct PageComposer {
    private(set) var structure = Structure()
    private var pages: [Page] = []
    /// How many pages were taken away already.
    private var taken = 0
    /// The pages that sections still share, and which way they lie.
    private var open: (paginator: Paginator, isLandscape: Bool)?
    private var nextHeading = 0
    /// The section that was added last lends its last page.
    private var lendsTail = false
    private let headings: [Heading]
    private let geometry: PageGeometry
    private let measurer: TextMeasurer

    /// A composer without pages.
    /// - Parameter headings: those of the whole document that contents list.
    init(_ headings: [Heading], geometry: PageGeometry, measurer: TextMeasurer) {
        self.headings = headings
        self.geometry = geometry
        self.measurer = measurer
    }

    /// Adds the title page.
    mutating func add(_ title: TitlePage) {
        let area = geometry.content(landscape: false)
        let layout = TitlePageLayout(title, area: area, measurer: measurer, structure: &structure)
        paginate(layout.flow, landscape: false, header: nil, sharesPage: false)
        close()
    }

    /// Adds the pages of a section.
    mutating func add(_ section: ReportSection) {
        var (builder, isLandscape) = flow(of: section)
        structure = builder.structure
        builder.structure = Structure()
        nextHeading = builder.nextHeading
        let hasTail = lendsTail && open?.paginator.goesOn == true
        lendsTail = section.lendsTail
        paginate(
            builder.flow, landscape: isLandscape, header: section.runningHeader,
            sharesPage: section.sharesPage || hasTail)
    }

    private mutating func paginate(_ flow: Flow, landscape: Bool, header: String?, sharesPage: Bool) {
        if open?.isLandscape != landscape { close() }
        let capacity = geometry.content(landscape: landscape).height
        var paginator =
            open?.paginator
            ?? Paginator(capacity: capacity) { [measurer] size in measurer.baseline(of: size) }
        // The pages are not to be copied when they grow.
        open = nil
        paginator.add(flow, header: header, sharesPage: sharesPage)
        for sheet in paginator.takeFull() { add(sheet, landscape: landscape) }
        open = (paginator, landscape)
    }

    /// Gives the pages that are full so far, without running lines and page numbers, and keeps them no more; of the
    /// structure only the parts are kept that pages to come may name.
    mutating func takeFull() -> [Page] {
        defer {
            taken += pages.count
            pages = []
            let waiting = open?.paginator.nodes.map { structure.path(to: $0).dropFirst().first ?? 1 }.min()
            structure.forget(before: waiting ?? structure.count)
        }
        return pages
    }

    /// Makes pages of what sections shared so far.
    mutating func close() {
        guard let (paginator, isLandscape) = open else { return }
        open = nil
        for sheet in paginator.finish() { add(sheet, landscape: isLandscape) }
    }

    /// The pages with their running lines and page numbers, now that all are known.
    mutating func finished(_ document: ReportDocument) -> [Page] {
        var pageOfHeading: [Int: Int] = [:]
        for page in pages {
            for heading in page.headings { pageOfHeading[heading.index] = page.number }
        }
        for index in pages.indices {
            pages[index].fill(pageOfHeading, measurer)
            guard let header = pages[index].runningHeader else { continue }
            let lines = RunningLines(
                document.metadata, language: document.language, header: header, measurer: measurer)
            pages[index].items.insert(contentsOf: lines.items(on: pages[index], of: pages.count), at: 0)
        }
        defer { pages = [] }
        return pages
    }

    /// A section's flow and whether its pages lie. Where it may lie or stand it stands, unless a table needs more room
    /// or all of it has room on a page that lies already.
    private func flow(of section: ReportSection) -> (FlowBuilder, isLandscape: Bool) {
        guard section.orientation == .automatic else {
            let isLandscape = section.orientation == .landscape
            return (flow(of: section, landscape: isLandscape), isLandscape)
        }
        var lying: FlowBuilder?
        if section.sharesPage, let open, open.isLandscape {
            let builder = flow(of: section, landscape: true)
            if open.paginator.holds(builder.flow) { return (builder, true) }
            lying = builder
        }
        let upright = flow(of: section, landscape: false)
        guard upright.flow.leastWidth > upright.width + 0.5 else { return (upright, false) }
        return (lying ?? flow(of: section, landscape: true), true)
    }

    private func flow(of section: ReportSection, landscape: Bool) -> FlowBuilder {
        let area = geometry.content(landscape: landscape)
        var builder = FlowBuilder(
            width: area.width, capacity: area.height, measurer: measurer, structure: structure,
            headings: headings, nextHeading: nextHeading)
        for block in Block.keepingLists(section.blocks) { builder.add(block) }
        return builder
    }

    private mutating func add(_ sheet: Paginator.Sheet, landscape: Bool) {
        let area = geometry.content(landscape: landscape)
        let items = sheet.placed.flatMap { placed in
            placed.layoutLine.items.map { $0.moved(by: area.x, area.y + placed.y) }
        }
        let headings = sheet.placed.compactMap { placed in
            placed.layoutLine.heading.map { heading in
                var heading = heading
                heading.y = area.y + placed.y
                return heading
            }
        }
        pages.append(
            Page(
                number: taken + pages.count + 1, paper: geometry.paper(landscape: landscape),
                content: area, items: items, headings: headings, magnification: geometry.magnification,
                runningHeader: sheet.header))
    }
}

extension Page {
    /// The page has numbers of pages that are still to come.
    var waitsForNumbers: Bool { items.contains { $0.pageOfHeading != nil } }

    /// Puts the numbers of headings' pages, by the indices of the headings, where they are to stand.
    mutating func fill(_ pageOfHeading: [Int: Int], _ measurer: TextMeasurer) {
        for index in items.indices where items[index].pageOfHeading != nil {
            items[index] = Page.numbered(items[index], pageOfHeading, measurer)
        }
    }

    /// A contents entry with the number of its heading's page, flush right.
    private static func numbered(
        _ item: PageItem, _ pageOfHeading: [Int: Int], _ measurer: TextMeasurer
    ) -> PageItem {
        var item = item
        let heading = item.pageOfHeading
        item.pageOfHeading = nil
        guard let heading, var text = item.text, let page = pageOfHeading[heading],
            let style = text.spans.first?.style
        else { return item }
        text.spans = [TextSpan(String(page), style)]
        text.width = measurer.width(of: text.spans)
        text.origin.x -= text.width
        item.mark = .text(text)
        return item
    }
}
