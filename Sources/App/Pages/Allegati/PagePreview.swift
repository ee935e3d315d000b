import Canvas
import Foundation
import Gtk
import Localization
import Reporting

/// Pages on the screen as they will be on paper, one below the other.
final class PagePreview {
    let widget: ScrolledWindow
    private let column = Box(.vertical, spacing: PagePreview.gap)
    private var sheets: [Sheet] = []
    private var failed: @MainActor (String) -> Void = { _ in }
    /// Between two pages, in pixels.
    private static let gap = 18

    /// A page on the screen; it is painted from the first time that it is near what is in sight.
    private final class Sheet {
        let area = DrawingArea()
        let top: Int
        let bottom: Int
        var isPainted = false

        init(_ page: Page, top: Int) {
            self.top = top
            bottom = top + Int(page.paper.height.rounded())
        }
    }

    /// A preview without pages.
    init() {
        column.align(.center).margin(18)
        widget = ScrolledWindow(column)
        widget.css("page-preview")
        widget.accessible(label: tr("Pages"))
        widget.onScroll { [weak self] in self?.paintNear() }
    }

    /// Calls `body` with words where a page cannot be painted.
    func onFailure(_ body: @escaping @MainActor (String) -> Void) {
        failed = body
    }

    /// Shows pages from the first; the colours are those of paper, also in the dark style.
    func show(_ pages: [Page]) {
        column.removeAll()
        sheets = []
        for page in pages {
            let sheet = Sheet(page, top: sheets.last.map { $0.bottom + PagePreview.gap } ?? PagePreview.gap)
            sheets.append(sheet)
            show(page, on: sheet, of: pages.count)
            column.append(sheet.area)
        }
        widget.verticalOffset = 0
        paintNear()
    }

    /// Has the pages painted that are in sight or will be soon: painting all would stop the window.
    private func paintNear() {
        let offset = Int(widget.verticalOffset)
        let reach = max(widget.height, 800)
        for sheet in sheets where !sheet.isPainted {
            guard sheet.bottom > offset - reach, sheet.top < offset + 2 * reach else { continue }
            sheet.isPainted = true
            sheet.area.queueDraw()
        }
    }

    private func show(_ page: Page, on sheet: Sheet, of count: Int) {
        let area = sheet.area
        area.content(width: Int(page.paper.width.rounded()), height: Int(page.paper.height.rounded()))
        area.css("sheet")
        let text = page.texts.map(\.plain).joined(separator: " ")
        area.accessible(
            label: tr("Page {number} of {count}", ["number": "\(page.number)", "count": "\(count)"]),
            description: String(text.prefix(2000)))
        area.onDraw { [weak self, weak sheet] cairo, width, height in
            guard sheet?.isPainted == true else { return }
            do {
                try Painter.paint(page, width: width, height: height, on: cairo)
            } catch {
                self?.failed(
                    tr(
                        "Page {number} cannot be shown. {reason}",
                        ["number": "\(page.number)", "reason": PrintError.words(of: error)]))
            }
        }
    }
}
