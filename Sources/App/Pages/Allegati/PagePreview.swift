import Canvas
import Foundation
import Gtk
import Localization
import Reporting

/// Pages on the screen as they will be on paper, one below the other, at any size.
final class PagePreview {
    let widget: ScrolledWindow
    private let column = Box(.vertical, spacing: PagePreview.gap)
    private var sheets: [Sheet] = []
    private var marks: [PagePlace] = []
    private var current: PagePlace?
    private var failed: @MainActor (String) -> Void = { _ in }
    private var moved: @MainActor () -> Void = {}
    /// Pixels for a point of paper.
    private(set) var zoom = 1.0
    /// The pages are as wide as the window lets them be.
    private(set) var fitsWidth = true
    /// Between two pages, in pixels.
    private static let gap = 18
    /// Pixels for a point where a page is as large as on paper, at 96 pixels an inch.
    static let fullSize = 96.0 / 72
    /// The smallest and largest size.
    static let zoomRange = 0.25 * fullSize...4 * fullSize

    /// A page on the screen; it is painted from the first time that it is near what is in sight.
    private final class Sheet {
        let area = DrawingArea()
        let page: Page
        var top = 0.0
        var bottom = 0.0
        var isPainted = false

        init(_ page: Page) { self.page = page }
    }

    /// A preview without pages.
    init() {
        column.align(.center).margin(PagePreview.gap)
        widget = ScrolledWindow(column)
        widget.css("page-preview")
        widget.isFocusable = true
        widget.accessible(label: tr("Pages"))
        widget.onScroll { [weak self] in
            self?.paintNear()
            self?.moved()
        }
        widget.onViewResize { [weak self] in
            guard let self, fitsWidth else { return }
            // The size of children must not change while their parent is given its own.
            Gtk.Timer.after(milliseconds: 0) { [weak self] in self?.fit() }
        }
    }

    /// Calls `body` with words where a page cannot be painted.
    func onFailure(_ body: @escaping @MainActor (String) -> Void) { failed = body }

    /// Calls `body` where another page comes into sight or the size changes.
    func onMove(_ body: @escaping @MainActor () -> Void) { moved = body }

    /// How many pages there are.
    var count: Int { sheets.count }

    /// The page in sight, from 0: the one on which the upper third of the view lies.
    var page: Int {
        let middle = widget.verticalOffset + Double(widget.height) / 3
        return sheets.firstIndex { $0.bottom >= middle } ?? max(sheets.count - 1, 0)
    }

    /// Shows pages from the first; the colours are those of paper, also in the dark style.
    func show(_ pages: [Page]) {
        column.removeAll()
        marks = []
        current = nil
        sheets = pages.map(Sheet.init)
        for sheet in sheets {
            connect(sheet, of: pages.count)
            column.append(sheet.area)
        }
        widget.verticalOffset = 0
        zoom = fittingZoom ?? zoom
        layOut()
        moved()
    }

    /// Brings a page into sight, from 0.
    func go(to page: Int) {
        guard sheets.indices.contains(page) else { return }
        widget.verticalOffset = sheets[page].top - Double(PagePreview.gap) / 2
    }

    /// Marks places, and brings one of them into sight.
    func mark(_ places: [PagePlace], current: PagePlace?) {
        let touched = Set((marks + places).map(\.page) + [self.current, current].compactMap { $0?.page })
        marks = places
        self.current = current
        for page in touched where sheets.indices.contains(page) { sheets[page].area.queueDraw() }
        guard let current, sheets.indices.contains(current.page), let area = current.areas.first else {
            return
        }
        let place = sheets[current.page].top + area.y * zoom * sheets[current.page].page.magnification
        let (top, height) = (widget.verticalOffset, Double(widget.height))
        if place < top + 30 || place > top + height - 60 { widget.verticalOffset = place - height / 3 }
    }

    /// Shows pages larger or smaller; what is in sight stays there.
    func zoom(by factor: Double) {
        fitsWidth = false
        set(zoom: zoom * factor)
    }

    /// Makes the pages as wide as the window lets them be, up to their size on paper.
    func fitWidth() {
        fitsWidth = true
        fit()
    }

    private func fit() {
        if let fitting = fittingZoom { set(zoom: fitting) }
    }

    /// The size at which the widest page has room, where that is wanted and can be known.
    private var fittingZoom: Double? {
        guard fitsWidth, let widest = sheets.map(\.page.width).max(), widget.width > 100 else {
            return nil
        }
        let room = Double(widget.width - 3 * PagePreview.gap)
        return min(max(room / widest, PagePreview.zoomRange.lowerBound), PagePreview.fullSize)
    }

    private func set(zoom wanted: Double) {
        let wanted = min(max(wanted, PagePreview.zoomRange.lowerBound), PagePreview.zoomRange.upperBound)
        guard abs(wanted - zoom) > 0.001 else { return }
        let (page, offset) = (page, widget.verticalOffset)
        let part = sheets.indices.contains(page) ? (offset - sheets[page].top) / zoom : 0
        zoom = wanted
        layOut()
        if sheets.indices.contains(page) {
            let target = sheets[page].top + part * zoom
            // The pages have their new size after this turn of the main loop.
            Gtk.Timer.after(milliseconds: 30) { [weak self] in self?.widget.verticalOffset = max(target, 0) }
        }
        moved()
    }

    private func layOut() {
        var top = Double(PagePreview.gap)
        for sheet in sheets {
            let height = (sheet.page.height * zoom).rounded()
            sheet.area.content(width: Int((sheet.page.width * zoom).rounded()), height: Int(height))
            sheet.top = top
            sheet.bottom = top + height
            sheet.isPainted = false
            top = sheet.bottom + Double(PagePreview.gap)
        }
        paintNear()
    }

    /// Has the pages painted that are in sight or will be soon: painting all would stop the window.
    private func paintNear() {
        let offset = widget.verticalOffset
        let reach = Double(max(widget.height, 800))
        for sheet in sheets where !sheet.isPainted {
            guard sheet.bottom > offset - reach, sheet.top < offset + 2 * reach else { continue }
            sheet.isPainted = true
            sheet.area.queueDraw()
        }
    }

    private func connect(_ sheet: Sheet, of count: Int) {
        let (area, page) = (sheet.area, sheet.page)
        area.css("sheet").align(.center, .start)
        let text = page.words
        area.accessible(
            label: tr("Page {number} of {count}", ["number": "\(page.number)", "count": "\(count)"]),
            description: String(text.prefix(2000)))
        area.onDraw { [weak self, weak sheet] cairo, width, height in
            guard let self, let sheet, sheet.isPainted else { return }
            do {
                try Painter.paint(
                    page, marks: marks(on: page), width: width, height: height, on: cairo)
            } catch {
                failed(
                    tr(
                        "Page {number} cannot be shown. {reason}",
                        ["number": "\(page.number)", "reason": PrintError.words(of: error)]))
            }
        }
    }

    private func marks(on page: Page) -> [PageHighlight] {
        guard let index = sheets.firstIndex(where: { $0.page.number == page.number }) else { return [] }
        return marks.filter { $0.page == index }.flatMap { place in
            place.areas.map { PageHighlight(area: $0, isCurrent: place == current) }
        }
    }
}
