import CPoppler

/// A page of a PDF file that poppler has open.
final class PopplerSheet {
    private let page: OpaquePointer
    /// The page in points, turned as it is shown.
    let bounds: Box

    /// Takes the page over.
    init(_ page: OpaquePointer) {
        self.page = page
        var width = 0.0, height = 0.0
        poppler_page_get_size(page, &width, &height)
        bounds = Box(left: 0, top: 0, right: width, bottom: height)
    }

    deinit { g_object_unref(UnsafeMutableRawPointer(page)) }

    /// The text in the order of reading as the library sees it, a line a line.
    var text: String {
        guard let text = poppler_page_get_text(page) else { return "" }
        defer { g_free(text) }
        return String(cString: text)
    }

    /// The box of each character of the text.
    func characterBoxes() -> [Box] {
        var rectangles: UnsafeMutablePointer<PopplerRectangle>?
        var count: guint = 0
        guard poppler_page_get_text_layout(page, &rectangles, &count) != 0, let rectangles else { return [] }
        defer { g_free(rectangles) }
        return UnsafeBufferPointer(start: rectangles, count: Int(count)).map {
            Box(
                left: min($0.x1, $0.x2), top: min($0.y1, $0.y2), right: max($0.x1, $0.x2),
                bottom: max($0.y1, $0.y2))
        }
    }

    /// The fonts of the text: from which character to which, name and size in points.
    func fonts() -> [(range: ClosedRange<Int>, name: String, size: Double)] {
        let list = poppler_page_get_text_attributes(page)
        defer { poppler_page_free_text_attributes(list) }
        var fonts: [(range: ClosedRange<Int>, name: String, size: Double)] = []
        var item = list
        while let current = item {
            item = current.pointee.next
            guard let data = current.pointee.data else { continue }
            let attributes = data.assumingMemoryBound(to: PopplerTextAttributes.self).pointee
            let start = Int(attributes.start_index), end = Int(attributes.end_index)
            guard end >= start else { continue }
            let name = attributes.font_name.map { String(cString: $0) } ?? ""
            fonts.append((start...end, name, attributes.font_size))
        }
        return fonts
    }

    /// The level and upright boxes that are painted on the page, and where its texts begin; nil where it could not be
    /// painted whole.
    func drawn(into script: DrawingScript) -> (shapes: [Shape], runs: [TextRun])? {
        script.drawn(width: bounds.width, height: bounds.height) { poppler_page_render(page, $0) }
    }
}
