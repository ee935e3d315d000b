extension Rulings {
    /// Up to which thickness a box is a line, in points.
    private static let thinnest = 3.2
    /// Up to which distance parts in one line belong together: dashes, dots, the borders of neighbouring cells.
    private static let gap = 3.0
    /// How long a line must be at least.
    private static let shortest = 7.0

    /// The lines among boxes that were painted on a page of a size.
    init(shapes: [Shape], page: Box) {
        var level: [Ruling] = []
        var upright: [Ruling] = []
        let areas = PaintedAreas(shapes: shapes.filter { min($0.box.width, $0.box.height) > Self.thinnest })
        for shape in shapes where shape.lightness <= 0.97 || shape.isOnShade {
            let box = shape.box
            guard box.right > page.left, box.left < page.right, box.bottom > page.top, box.top < page.bottom
            else { continue }
            let isThin = min(box.width, box.height) <= Self.thinnest
            if !isThin {
                guard shape.lightness <= 0.97,
                    !(box.width > page.width * 0.9 && box.height > page.height * 0.9)
                else { continue }
                let edges = areas.visibleEdges(of: box)
                level += edges.level
                upright += edges.upright
                continue
            }
            if box.height <= Self.thinnest {
                level.append(Ruling(position: box.centerY, start: box.left, end: box.right))
            }
            if box.width <= Self.thinnest {
                upright.append(Ruling(position: box.centerX, start: box.top, end: box.bottom))
            }
        }
        self.level = Self.merged(level)
        self.upright = Self.merged(upright)
    }

    /// Parts of one line as one line, short ones left out.
    static func merged(_ parts: [Ruling]) -> [Ruling] {
        var lines: [Ruling] = []
        var bundle: [Ruling] = []
        func close() {
            lines += joined(bundle)
            bundle.removeAll()
        }
        for part in parts.sorted(by: { $0.position < $1.position }) {
            if let first = bundle.first, part.position - first.position > 2 { close() }
            bundle.append(part)
        }
        close()
        return lines.filter { $0.length >= shortest }
    }

    /// Parts at one position, joined where they touch; drawn lines say the position, edges where there is no other.
    private static func joined(_ parts: [Ruling]) -> [Ruling] {
        var lines: [Ruling] = []
        var weight = 0.0
        for part in parts.sorted(by: { $0.start < $1.start }) {
            guard var line = lines.last, part.start - line.end <= gap else {
                lines.append(part)
                weight = part.length
                continue
            }
            if line.isEdge == part.isEdge {
                let total = weight + part.length
                if total > 0 {
                    line.position = (line.position * weight + part.position * part.length) / total
                }
                weight = total
            } else if line.isEdge {
                line.position = part.position
                line.isEdge = false
                weight = part.length
            }
            line.end = max(line.end, part.end)
            lines[lines.count - 1] = line
        }
        return lines
    }
}
