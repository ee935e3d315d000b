/// Which letters a key has at least once, twice and three times, a bit each; spaces, digits and the rest share bits.
struct LetterMasks: Hashable, Sendable {
    private var once: UInt32 = 0
    private var twice: UInt32 = 0
    private var thrice: UInt32 = 0

    init(_ bytes: [UInt8]) {
        for byte in bytes {
            let bit: UInt32 =
                byte >= 0x61 && byte <= 0x7A
                ? 1 << UInt32(byte - 0x61) : byte == 0x20 ? 1 << 26 : byte < 0x3A ? 1 << 27 : 1 << 28
            thrice |= twice & bit
            twice |= once & bit
            once |= bit
        }
    }

    /// A lower bound of twice the slips between two keys: one slip adds or takes one letter, or changes one for another.
    func difference(from other: LetterMasks) -> Int {
        (once ^ other.once).nonzeroBitCount + (twice ^ other.twice).nonzeroBitCount
            + (thrice ^ other.thrice).nonzeroBitCount
    }
}

/// Counts the slips between two short texts.
enum SlipCount {
    /// The optimal string alignment distance, if it is at most the limit. Only cells within the limit of the diagonal
    /// are filled: no others can lie on such a path.
    static func count(
        _ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>, limit: Int
    ) -> Int? {
        let width = right.count + 1
        let far = limit + 1
        var beforeLast = [Int](repeating: far, count: width)
        var last = [Int](repeating: far, count: width)
        var current = [Int](repeating: far, count: width)
        var column = 0
        while column < width, column <= limit {
            last[column] = column
            column += 1
        }
        var row = 1
        while row <= left.count {
            let from = max(0, row - limit)
            let to = min(right.count, row + limit)
            guard from <= to else { return nil }
            var least = far
            if from > 0 { current[from - 1] = far }
            column = from
            while column <= to {
                let cost = step(left, right, row, column, last, beforeLast, current, far: far)
                current[column] = cost
                if cost < least { least = cost }
                column += 1
            }
            if to + 1 < width { current[to + 1] = far }
            guard least <= limit else { return nil }
            (beforeLast, last, current) = (last, current, beforeLast)
            row += 1
        }
        return last[right.count] <= limit ? last[right.count] : nil
    }

    /// Whether two texts are the same but for one slip at most, told by what they have in common at both ends.
    static func isWithinOne(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>) -> Bool {
        let (short, long) = left.count <= right.count ? (left, right) : (right, left)
        guard long.count - short.count <= 1 else { return false }
        var front = 0
        while front < short.count, short[front] == long[front] { front += 1 }
        var back = 0
        while back < short.count - front, short[short.count - 1 - back] == long[long.count - 1 - back] {
            back += 1
        }
        let left = short.count - front - back
        if long.count > short.count || left < 2 { return left < 2 - (long.count - short.count) }
        return left == 2 && short[front] == long[front + 1] && short[front + 1] == long[front]
    }

    private static func step(
        _ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>, _ row: Int, _ column: Int,
        _ last: [Int], _ beforeLast: [Int], _ current: [Int], far: Int
    ) -> Int {
        guard column > 0 else { return row }
        let isSame = left[row - 1] == right[column - 1]
        var best = last[column - 1] + (isSame ? 0 : 1)
        best = min(best, last[column] + 1)
        best = min(best, current[column - 1] + 1)
        if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
            best = min(best, beforeLast[column - 2] + 1)
        }
        return min(best, far)
    }
}
