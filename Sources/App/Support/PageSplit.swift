import Gtk

/// Where a page that has a list on the left is split.
enum PageSplit {
    /// Splits a page with a list of a width, in pixels, in a window of 1280: it grows with the texts as far as the window has
    /// room, so that the other side keeps its own; and once the window is there with that, within bounds, of which `least` is
    /// the share of the width that a small window leaves.
    static func place(_ width: Int, in page: Paned, least: Double = 0.86) {
        page.position = (width + Appearance.scaled(width)) / 2
        followTextSize(page)
        var isPlaced = false
        page.onMap { [page] in
            guard !isPlaced, let window = page.window else { return }
            isPlaced = true
            let room = Double(
                window.isMaximized || window.isFullscreen ? window.width : window.size.width)
            let share = min(max(room / Double(Appearance.scaled(1280)), least), 1.4)
            let most = room * Double(width) / 1280 * 1.3
            page.position = Int(min(Double(Appearance.scaled(width)) * share, most).rounded())
        }
    }

    /// Moves the divider where the person has the texts larger or smaller while the page is there.
    private static func followTextSize(_ page: Paned) {
        var former = Appearance.textScale
        Appearance.onChange { [weak page] in
            let scale = Appearance.textScale
            guard let page, former > 0, scale != former else { return }
            page.position = Int((Double(page.position) * scale / former).rounded())
            former = scale
        }
    }
}
