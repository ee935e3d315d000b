import Gtk

/// Where a page that has a list on the left is split.
enum PageSplit {
    /// The width of the list in pixels: it grows with the texts, half as much as they do, so that the other side keeps
    /// room.
    static func position(_ width: Int) -> Int { (width + Appearance.scaled(width)) / 2 }
}
