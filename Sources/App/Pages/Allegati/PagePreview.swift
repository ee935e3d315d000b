import Canvas
import Foundation
import Gtk
import Localization
import Reporting

/// Pages on the screen as they will be on paper, one below the other.
final class PagePreview {
    let widget: ScrolledWindow
    private let column = Box(.vertical, spacing: 18)

    /// A preview without pages.
    init() {
        column.align(.center).margin(18)
        widget = ScrolledWindow(column)
        widget.css("page-preview")
        widget.accessible(label: tr("Pages"))
    }

    /// Shows pages from the first; the colours are those of paper, also in the dark style.
    func show(_ pages: [Page]) {
        column.removeAll()
        for page in pages { column.append(sheet(page, of: pages.count)) }
        widget.verticalOffset = 0
    }

    private func sheet(_ page: Page, of count: Int) -> Widget {
        let area = DrawingArea()
        area.content(width: Int(page.paper.width.rounded()), height: Int(page.paper.height.rounded()))
        area.css("sheet")
        let text = page.texts.map(\.plain).joined(separator: " ")
        area.accessible(
            label: tr("Page {number} of {count}", ["number": "\(page.number)", "count": "\(count)"]),
            description: String(text.prefix(2000)))
        area.onDraw { cairo, width, height in
            try? Painter.paint(page, width: width, height: height, on: cairo)
        }
        return area
    }
}
