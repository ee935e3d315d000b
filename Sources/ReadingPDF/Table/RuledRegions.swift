/// Regions of a page that crossing lines hold together.
enum RuledRegions {
    /// How far lines may end from one another and still meet, in points.
    private static let reach = 3.0

    /// The boxes of lines that meet and that upright lines divide, from top to bottom.
    static func boxes(of rulings: Rulings) -> [Box] {
        let levels = rulings.level, uprights = rulings.upright
        guard levels.count <= 5000, uprights.count <= 5000 else { return [] }
        var sets = DisjointSets(count: levels.count + uprights.count)
        for (i, level) in levels.enumerated() {
            for (j, upright) in uprights.enumerated()
            where level.covers(upright.position, tolerance: reach)
                && upright.covers(level.position, tolerance: reach)
            {
                sets.join(i, levels.count + j)
            }
        }
        var boxes: [Int: Box] = [:]
        var counts: [Int: Int] = [:]
        var inner: [Int: [Double]] = [:]
        for (index, box) in (levels.map(level) + uprights.map(upright)).enumerated() {
            let root = sets.root(of: index)
            boxes[root] = boxes[root]?.union(box) ?? box
            if index < levels.count {
                counts[root, default: 0] += 1
            } else {
                inner[root, default: []].append(box.left)
            }
        }
        let kept = boxes.filter { root, box in
            counts[root, default: 0] >= 2
                && inner[root, default: []].contains { $0 > box.left + 8 && $0 < box.right - 8 }
        }
        return merged(kept.values.sorted { ($0.top, $0.left) < ($1.top, $1.left) })
    }

    private static func level(_ ruling: Ruling) -> Box {
        Box(left: ruling.start, top: ruling.position, right: ruling.end, bottom: ruling.position)
    }

    private static func upright(_ ruling: Ruling) -> Box {
        Box(left: ruling.position, top: ruling.start, right: ruling.position, bottom: ruling.end)
    }

    /// Boxes of which none lies over another.
    static func merged(_ boxes: [Box]) -> [Box] {
        var merged: [Box] = []
        for box in boxes {
            var box = box
            var index = 0
            while index < merged.count {
                if let common = merged[index].intersection(box), common.width > 1, common.height > 1 {
                    box = box.union(merged.remove(at: index))
                    index = 0
                } else {
                    index += 1
                }
            }
            merged.append(box)
        }
        return merged.sorted { ($0.top, $0.left) < ($1.top, $1.left) }
    }
}

/// Numbers in sets that are joined step by step.
struct DisjointSets {
    private var parents: [Int]

    /// Each number in a set of its own.
    init(count: Int) { parents = Array(0..<count) }

    /// The number that stands for the set of a number.
    mutating func root(of index: Int) -> Int {
        var index = index
        while parents[index] != index {
            parents[index] = parents[parents[index]]
            index = parents[index]
        }
        return index
    }

    /// Makes two sets one.
    mutating func join(_ first: Int, _ second: Int) {
        let one = root(of: first), other = root(of: second)
        if one != other { parents[max(one, other)] = min(one, other) }
    }
}
