/// The lines that a region of a page is divided by: positions with the rulings that lie on them.
struct Lattice: Sendable {
    /// A position with its rulings.
    struct Line: Sendable {
        /// Where.
        var position: Double
        /// What is drawn there; empty where only a blank parts.
        var parts: [Ruling]

        /// How much of a range is drawn, from 0 to 1.
        func coverage(from start: Double, to end: Double) -> Double {
            guard end > start else { return 0 }
            var drawn = 0.0, reached = start
            for part in parts.sorted(by: { $0.start < $1.start }) where part.end > reached {
                drawn += max(0, min(part.end, end) - max(part.start, reached))
                reached = max(reached, part.end)
            }
            return drawn / (end - start)
        }

        /// Whether something is drawn past a point.
        func covers(_ value: Double, tolerance: Double = 1) -> Bool {
            parts.contains { $0.covers(value, tolerance: tolerance) }
        }
    }

    /// Rulings put together by their positions.
    static func lines(of rulings: [Ruling], tolerance: Double) -> [Line] {
        var lines: [Line] = []
        for ruling in rulings.sorted(by: { $0.position < $1.position }) {
            if let last = lines.last,
                ruling.position - (last.parts.first?.position ?? last.position) <= tolerance
            {
                lines[lines.count - 1].parts.append(ruling)
            } else {
                lines.append(Line(position: ruling.position, parts: [ruling]))
            }
        }
        for index in lines.indices {
            let drawn = lines[index].parts.filter { !$0.isEdge }
            let parts = drawn.isEmpty ? lines[index].parts : drawn
            if let longest = parts.max(by: { $0.length < $1.length }) {
                lines[index].position = longest.position
            }
        }
        return lines
    }

    /// Lines that stand closer together than a distance, with nothing between them, as one: the borders of neighbouring
    /// cells that are drawn apart.
    static func merged(_ lines: [Line], closerThan distance: Double, middles: [Double]) -> [Line] {
        let middles = middles.sorted()
        var merged: [Line] = []
        for line in lines {
            guard let last = merged.last, line.position - last.position < distance,
                !middles.contains(where: { $0 > last.position && $0 < line.position })
            else {
                merged.append(line)
                continue
            }
            merged[merged.count - 1].position = (last.position + line.position) / 2
            merged[merged.count - 1].parts += line.parts
        }
        return merged
    }
}
