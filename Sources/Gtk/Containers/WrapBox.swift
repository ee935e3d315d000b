import CGtk

/// Widgets in a row that goes on in further lines where there is no room: no control leaves the screen, however large
/// the texts are. A child that expands takes the room that is left in its line.
public final class WrapBox: Widget {
    /// A row with its children.
    public init(@Children children: () -> [Widget] = { [] }) {
        super.init(type: gtk_box_get_type())
        // Called by GTK on the main thread; a widget is named by its address, which closures of C can pass on.
        let layout = gtk_custom_layout_new(
            { _ in GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH },
            { widget, orientation, size, minimum, natural, _, _ in
                let parent = UInt(bitPattern: widget)
                let isWide = orientation == GTK_ORIENTATION_HORIZONTAL
                let needed = MainActor.assumeIsolated {
                    isWide ? WrapLayout.width(of: parent) : WrapLayout.height(of: parent, width: size)
                }
                minimum?.pointee = needed.minimum
                natural?.pointee = needed.natural
            },
            { widget, width, _, _ in
                let parent = UInt(bitPattern: widget)
                MainActor.assumeIsolated { WrapLayout.allocate(parent, width: width) }
            })
        if let widget { gtk_widget_set_layout_manager(widget, layout) }
        children().forEach(append)
    }

    /// Adds a widget at the end.
    public func append(_ child: Widget) {
        guard let widget, let child = child.widget else { return }
        gtk_widget_insert_before(child, widget, nil)
    }
}

/// How the children of a row that wraps are placed.
private enum WrapLayout {
    /// Between the children, and between the lines: the grid's step within a group.
    private static let gap: gint = 6

    /// The least and the wanted extent of something.
    struct Extent {
        var minimum: gint
        var natural: gint
    }

    private struct Part {
        let widget: UnsafeMutablePointer<GtkWidget>
        let expands: Bool
        let natural: gint
        var width: gint
    }

    /// As wide as the widest child; all of them in one line where there is room.
    static func width(of parent: UInt) -> Extent {
        let sizes = children(of: parent).map { measure($0, GTK_ORIENTATION_HORIZONTAL, -1) }
        let gaps = gap * gint(max(sizes.count - 1, 0))
        return Extent(
            minimum: sizes.map(\.minimum).max() ?? 0, natural: sizes.reduce(gaps) { $0 + $1.natural })
    }

    /// As high as its lines are at a width.
    static func height(of parent: UInt, width: gint) -> Extent {
        let lines = lines(of: parent, width: width < 0 ? self.width(of: parent).natural : width)
        let gaps = gap * gint(max(lines.count - 1, 0))
        let height = lines.reduce(gaps) { $0 + self.height(of: $1) }
        return Extent(minimum: height, natural: height)
    }

    /// Gives the children their places.
    static func allocate(_ parent: UInt, width: gint) {
        let isFromRight =
            UnsafeMutablePointer<GtkWidget>(bitPattern: parent)
            .map { gtk_widget_get_direction($0) == GTK_TEXT_DIR_RTL } ?? false
        var top: gint = 0
        for line in lines(of: parent, width: width) {
            let height = height(of: line)
            var left: gint = 0
            for part in line {
                var place = GtkAllocation(
                    x: isFromRight ? width - left - part.width : left, y: top, width: part.width,
                    height: height)
                gtk_widget_size_allocate(part.widget, &place, -1)
                left += part.width + gap
            }
            top += height + gap
        }
    }

    private static func children(of parent: UInt) -> [UnsafeMutablePointer<GtkWidget>] {
        guard let parent = UnsafeMutablePointer<GtkWidget>(bitPattern: parent) else { return [] }
        var found: [UnsafeMutablePointer<GtkWidget>] = []
        var next = gtk_widget_get_first_child(parent)
        while let child = next {
            if gtk_widget_should_layout(child) != 0 { found.append(child) }
            next = gtk_widget_get_next_sibling(child)
        }
        return found
    }

    private static func lines(of parent: UInt, width: gint) -> [[Part]] {
        var lines: [[Part]] = []
        var used: gint = 0
        for child in children(of: parent) {
            let size = measure(child, GTK_ORIENTATION_HORIZONTAL, -1)
            let expands = gtk_widget_compute_expand(child, GTK_ORIENTATION_HORIZONTAL) != 0
            let wanted = expands ? size.minimum : max(size.minimum, min(size.natural, width))
            let part = Part(widget: child, expands: expands, natural: size.natural, width: wanted)
            if let last = lines.indices.last, used + gap + wanted <= width {
                lines[last].append(part)
                used += gap + wanted
            } else {
                lines.append([part])
                used = wanted
            }
        }
        return lines.map { filled($0, width) }
    }

    /// A line whose expanding children take the room that is left: what they need first, then equal shares.
    private static func filled(_ line: [Part], _ width: gint) -> [Part] {
        let left = width - line.reduce(gap * gint(line.count - 1)) { $0 + $1.width }
        var takers = gint(line.count { $0.expands })
        guard takers > 0, left > 0 else { return line }
        var rest = left
        let fitted = line.map { part in
            guard part.expands else { return part }
            var wider = part
            wider.width += min(rest, max(part.natural - part.width, 0))
            rest -= wider.width - part.width
            return wider
        }
        return fitted.map { part in
            guard part.expands else { return part }
            var wider = part
            let share = rest / takers
            wider.width += share
            rest -= share
            takers -= 1
            return wider
        }
    }

    private static func height(of line: [Part]) -> gint {
        line.map { measure($0.widget, GTK_ORIENTATION_VERTICAL, $0.width).natural }.max() ?? 0
    }

    private static func measure(
        _ widget: UnsafeMutablePointer<GtkWidget>, _ orientation: GtkOrientation, _ size: gint
    ) -> Extent {
        var extent = Extent(minimum: 0, natural: 0)
        gtk_widget_measure(widget, orientation, size, &extent.minimum, &extent.natural, nil, nil)
        return extent
    }
}
