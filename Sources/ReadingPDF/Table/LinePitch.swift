/// Up to which distance from line to line two lines of a column belong to one cell.
struct LinePitch {
    /// The distance between the middles of the lines, in points.
    let threshold: Double

    /// Finds the distance in the lines of a region; nil where lines of one cell stand as far apart as rows do, or
    /// nothing shows how far that is.
    init?(bands: [[RowLine]], size: Double) {
        var texts: [Double] = []
        var figures: [Double] = []
        for lines in bands {
            var last: [Int: (y: Double, isFigure: Bool)] = [:]
            for line in lines {
                for column in line.columns {
                    let cell = line.cell(column)
                    guard let box = cell.map(\.box).bounds else { continue }
                    let isFigure = cell.allSatisfy(\.isFigure)
                    if let above = last[column] {
                        if isFigure, above.isFigure {
                            figures.append(box.centerY - above.y)
                        } else {
                            texts.append(box.centerY - above.y)
                        }
                    }
                    last[column] = (box.centerY, isFigure)
                }
            }
        }
        texts = texts.filter { $0 > size * 0.8 }.sorted()
        guard let tight = texts.first, tight < size * 1.6 else { return nil }
        if let row = figures.filter({ $0 > size * 0.8 }).min() {
            guard row > tight * 1.06 + 0.6 else { return nil }
            threshold = min((tight + row) / 2, tight * 1.3)
            return
        }
        var reached = tight
        for pitch in texts where pitch > reached {
            if pitch > reached * 1.12 {
                threshold = min((reached + pitch) / 2, tight * 1.3)
                return
            }
            guard pitch < tight * 1.08 else { return nil }
            reached = pitch
        }
        return nil
    }
}
