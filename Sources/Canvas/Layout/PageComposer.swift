import Reporting

/// Puts a document's sections on pages, one after the other.
struct PageComposer {
    private(set) var structure = Structure()
    private var pages: [Page] = []
    private var runningHeaders: [String?] = []
    /// The pages that sections still share, and which way they lie.
    private var open: (paginator: Paginator, isLandscape: Bool)?
    private var nextHeading = 0
    private let headings: [Heading]
    private let geometry: PageGeometry
    private let measurer: TextMeasurer

    /// A composer without pages.
    init(_ document: ReportDocument, geometry: PageGeometry, measurer: TextMeasurer) {
        headings = document.headings
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
        var isLandscape = section.orientation == .landscape
        var builder = flow(of: section, landscape: isLandscape)
        if section.orientation == .automatic, builder.flow.leastWidth > builder.width + 0.5 {
            isLandscape = true
            builder = flow(of: section, landscape: true)
        }
        structure = builder.structure
        nextHeading = builder.nextHeading
        paginate(
            builder.flow, landscape: isLandscape, header: section.runningHeader,
            sharesPage: section.sharesPage)
    }

    private mutating func paginate(_ flow: Flow, landscape: Bool, header: String?, sharesPage: Bool) {
        if open?.isLandscape != landscape { close() }
        let capacity = geometry.content(landscape: landscape).height
        var paginator =
            open?.paginator
            ?? Paginator(capacity: capacity) { [measurer] size in measurer.baseline(of: size) }
        paginator.add(flow, header: header, sharesPage: sharesPage)
        open = (paginator, landscape)
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
            for item in pages[index].items.indices where pages[index].items[item].pageOfHeading != nil {
                pages[index].items[item] = numbered(pages[index].items[item], pageOfHeading)
            }
            guard let header = runningHeaders[index] else { continue }
            let lines = RunningLines(document, header: header, measurer: measurer)
            pages[index].items.insert(contentsOf: lines.items(on: pages[index], of: pages.count), at: 0)
        }
        defer { pages = [] }
        return pages
    }

    private func flow(of section: ReportSection, landscape: Bool) -> FlowBuilder {
        let area = geometry.content(landscape: landscape)
        var builder = FlowBuilder(
            width: area.width, capacity: area.height, measurer: measurer, structure: structure,
            headings: headings, nextHeading: nextHeading)
        for block in section.blocks { builder.add(block) }
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
        add(items: items, headings: headings, landscape: landscape, header: sheet.header)
    }

    private mutating func add(
        items: [PageItem], headings: [PlacedHeading], landscape: Bool, header: String?
    ) {
        runningHeaders.append(header)
        pages.append(
            Page(
                number: pages.count + 1, paper: geometry.paper(landscape: landscape),
                content: geometry.content(landscape: landscape), items: items, headings: headings,
                magnification: geometry.magnification))
    }

    /// A contents entry with the number of its heading's page, flush right.
    private func numbered(_ item: PageItem, _ pageOfHeading: [Int: Int]) -> PageItem {
        guard let index = item.pageOfHeading, var text = item.text, let page = pageOfHeading[index],
            let style = text.spans.first?.style
        else { return item }
        text.spans = [TextSpan(String(page), style)]
        text.width = measurer.width(of: text.spans)
        text.origin.x -= text.width
        var item = item
        item.mark = .text(text)
        return item
    }
}
