/// An affine map of points, as cairo writes it: x' = xx·x + xy·y + x0, y' = yx·x + yy·y + y0.
struct Transform: Hashable, Sendable {
    private var xx = 1.0
    private var yx = 0.0
    private var xy = 0.0
    private var yy = 1.0
    private var x0 = 0.0
    private var y0 = 0.0

    /// How much lengths grow.
    var scale: Double { max(abs(xx) + abs(xy), abs(yx) + abs(yy)) }

    /// Where a point goes.
    func apply(_ point: (x: Double, y: Double)) -> (x: Double, y: Double) {
        (xx * point.x + xy * point.y + x0, yx * point.x + yy * point.y + y0)
    }

    /// Does what an operator that changes the map says; others change nothing.
    mutating func perform(_ name: String, _ numbers: [Double]) {
        switch name {
        case "identity": self = Transform()
        case "set-matrix" where numbers.count >= 6: self = Transform(numbers.suffix(6))
        case "transform" where numbers.count >= 6: concatenate(Transform(numbers.suffix(6)))
        case "scale" where numbers.count >= 2:
            concatenate(Transform([numbers[numbers.count - 2], 0, 0, numbers[numbers.count - 1], 0, 0]))
        case "translate" where numbers.count >= 2:
            concatenate(Transform([1, 0, 0, 1, numbers[numbers.count - 2], numbers[numbers.count - 1]]))
        default: break
        }
    }

    /// The map that changes nothing.
    init() {}

    private init(_ values: ArraySlice<Double>) {
        let six = Array(values)
        (xx, yx, xy, yy, x0, y0) = (six[0], six[1], six[2], six[3], six[4], six[5])
    }

    /// First the other map, then this one.
    private mutating func concatenate(_ other: Transform) {
        let own = self
        xx = own.xx * other.xx + own.xy * other.yx
        yx = own.yx * other.xx + own.yy * other.yx
        xy = own.xx * other.xy + own.xy * other.yy
        yy = own.yx * other.xy + own.yy * other.yy
        (x0, y0) = own.apply((other.x0, other.y0))
    }
}
