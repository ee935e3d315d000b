import Gtk

/// Where a page that has a list on the left is split.
enum PageSplit {
    /// Splits a page with a list of a width, in pixels, in a window of 1280: it grows with the texts, half as much as they
    /// do, so that the other side keeps room; and once the window is there with that, within bounds.
    static func place(_ width: Int, in page: Paned) {
        let usual = (width + Appearance.scaled(width)) / 2
        page.position = usual
        var isPlaced = false
        page.onMap { [page] in
            guard !isPlaced, let window = page.window else { return }
            isPlaced = true
            let room = window.isMaximized || window.isFullscreen ? window.width : window.size.width
            let share = min(max(Double(room) / Double(Appearance.scaled(1280)), 0.86), 1.4)
            page.position = Int((Double(usual) * share).rounded())
        }
    }
}
