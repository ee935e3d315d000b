/// A box that was painted on a page.
struct Shape: Hashable, Sendable {
    /// Where.
    var box: Box
    /// How light it is: 0 black, 1 white.
    var lightness: Double
    /// Whether it lies on something painted before it that is not white.
    var isOnShade = false
}

/// Where glyphs begin that are painted at once.
struct TextRun: Hashable, Sendable {
    /// The left edge of the first.
    var x: Double
    /// The line that they stand on.
    var y: Double
    /// Where they lie outside of what is to be seen, wholly; nil where they do not.
    var cut: Cut?

    /// Above or below what is to be seen.
    enum Cut: Hashable, Sendable { case above, below }
}

/// Follows the operators of a drawing script and keeps the level and upright boxes that are filled or stroked, and where
/// texts begin.
struct ShapePainter {
    /// How many texts one page may begin; further ones are dropped.
    private static let maximalRuns = 200_000

    /// What was painted, in order.
    private(set) var shapes: [Shape] = []
    /// The texts that were painted, in order.
    private(set) var runs: [TextRun] = []

    private var matrix = Transform()
    private var path: [Subpath] = []
    private var lightness = 0.0
    private var lineWidth = 1.0
    private var clip: Box?
    private var saved: [State] = []

    /// The points of a part of the path, and whether they are joined by straight lines only.
    private struct Subpath {
        var points: [(x: Double, y: Double)]
        var isStraight = true
        var isClosed = false
    }

    /// What `q` keeps and `Q` brings back.
    private struct State {
        var matrix: Transform
        var lightness: Double
        var lineWidth: Double
        var clip: Box?
    }

    /// Does what an operator says; operators that paint nothing level or upright are passed over.
    mutating func perform(_ name: String, _ numbers: [Double]) {
        switch name {
        case "n": path.removeAll(keepingCapacity: true)
        case "m", "l", "c", "h", "rectangle", "M", "L", "C": extend(name, numbers)
        case "fill", "fill+": fill()
        case "stroke", "stroke+": stroke()
        case "clip", "clip+": narrow()
        case "reset-clip": clip = nil
        case "g", "rgb", "rgba", "ga": colour(numbers)
        case "pattern", "linear", "radial": lightness = 0.5
        case "show-text-glyphs", "show-glyphs": show(numbers)
        case "set-line-width": lineWidth = numbers.last ?? 1
        case "q": if saved.count < 1000 { saved.append(state) }
        case "Q": restore()
        default: matrix.perform(name, numbers)
        }
        if name == "fill" || name == "stroke" || name == "clip" { path.removeAll(keepingCapacity: true) }
    }

    private var state: State {
        State(matrix: matrix, lightness: lightness, lineWidth: lineWidth, clip: clip)
    }

    private mutating func restore() {
        guard let state = saved.popLast() else { return }
        matrix = state.matrix
        lightness = state.lightness
        lineWidth = state.lineWidth
        clip = state.clip
    }

    private mutating func colour(_ numbers: [Double]) {
        guard let first = numbers.first else { return }
        if numbers.count >= 3 {
            lightness = 0.3 * numbers[0] + 0.59 * numbers[1] + 0.11 * numbers[2]
        } else {
            lightness = first
        }
        if numbers.count == 4 || numbers.count == 2, let opacity = numbers.last {
            lightness = 1 - opacity * (1 - lightness)
        }
    }

    private mutating func extend(_ name: String, _ numbers: [Double]) {
        guard path.count < 10_000 else { return }
        let count = numbers.count
        switch name {
        case "rectangle" where count >= 4:
            let x = numbers[count - 4], y = numbers[count - 3]
            let right = x + numbers[count - 2], bottom = y + numbers[count - 1]
            let corners = [(x, y), (right, y), (right, bottom), (x, bottom)].map(matrix.apply)
            path.append(Subpath(points: corners, isClosed: true))
        case "m" where count >= 2:
            path.append(Subpath(points: [matrix.apply((numbers[count - 2], numbers[count - 1]))]))
        case "l" where count >= 2 && !path.isEmpty:
            let point = matrix.apply((numbers[count - 2], numbers[count - 1]))
            if path[path.count - 1].points.count < 10_000 { path[path.count - 1].points.append(point) }
        case "h": if !path.isEmpty { path[path.count - 1].isClosed = true }
        case "c" where count >= 2 && !path.isEmpty:
            path[path.count - 1].points.append(matrix.apply((numbers[count - 2], numbers[count - 1])))
            path[path.count - 1].isStraight = false
        default: break
        }
    }

    private mutating func narrow() {
        guard let bounds = path.compactMap({ bounds(of: $0.points) }).bounds else { return }
        clip = clip.map { $0.intersection(bounds) ?? Box(left: 0, top: 0, right: 0, bottom: 0) } ?? bounds
    }

    /// Notes where a text begins: its first two numbers.
    private mutating func show(_ numbers: [Double]) {
        guard numbers.count >= 2, runs.count < Self.maximalRuns else { return }
        let origin = matrix.apply((numbers[0], numbers[1]))
        var run = TextRun(x: origin.x, y: origin.y)
        if let clip {
            // Letters stand on their line; only those of more than six points are told to lie below.
            if origin.y < clip.top + 0.5 { run.cut = .above }
            if origin.y - 6 > clip.bottom { run.cut = .below }
        }
        runs.append(run)
    }

    private mutating func fill() {
        for part in path where part.isStraight {
            guard let box = bounds(of: part.points) else { continue }
            if isBox(part.points, box) { add(box) } else { addSides(part, thickness: 0) }
        }
    }

    private mutating func stroke() {
        let width = lineWidth * matrix.scale
        for part in path where part.isStraight { addSides(part, thickness: width) }
    }

    /// The level and upright sides of a part of the path as boxes of a thickness.
    private mutating func addSides(_ part: Subpath, thickness: Double) {
        guard part.points.count <= 1000, var from = part.points.first else { return }
        let half = max(thickness, 0.1) / 2
        for to in part.points.dropFirst() + (part.isClosed ? part.points.prefix(1) : []) {
            let isLevel = abs(from.y - to.y) < 0.4, isUpright = abs(from.x - to.x) < 0.4
            if isLevel || isUpright {
                let box = Box(
                    left: min(from.x, to.x), top: min(from.y, to.y), right: max(from.x, to.x),
                    bottom: max(from.y, to.y))
                add(
                    Box(
                        left: box.left - (isUpright ? half : 0), top: box.top - (isLevel ? half : 0),
                        right: box.right + (isUpright ? half : 0),
                        bottom: box.bottom + (isLevel ? half : 0)))
            }
            from = to
        }
    }

    private mutating func add(_ box: Box) {
        let visible: Box
        if let clip {
            guard let common = clip.grown(by: 0.5).intersection(box) else { return }
            visible = common
        } else {
            visible = box
        }
        guard visible.left.isFinite, visible.top.isFinite, visible.right.isFinite, visible.bottom.isFinite
        else { return }
        var shape = Shape(box: visible, lightness: lightness)
        if lightness > 0.97 {
            shape.isOnShade = shapes.suffix(400).contains {
                $0.lightness <= 0.97 && min($0.box.width, $0.box.height) > 4
                    && $0.box.contains(x: visible.centerX, y: visible.centerY)
            }
        }
        shapes.append(shape)
    }

    private func bounds(of points: [(x: Double, y: Double)]) -> Box? {
        points.map { Box(left: $0.x, top: $0.y, right: $0.x, bottom: $0.y) }.bounds
    }

    /// Whether points go round their own bounds.
    private func isBox(_ points: [(x: Double, y: Double)], _ box: Box) -> Bool {
        guard points.count == 4 || points.count == 5 else { return false }
        return points.allSatisfy { point in
            (abs(point.x - box.left) < 0.4 || abs(point.x - box.right) < 0.4)
                && (abs(point.y - box.top) < 0.4 || abs(point.y - box.bottom) < 0.4)
        }
    }
}
