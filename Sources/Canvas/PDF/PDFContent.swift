import CPango
import Reporting

/// What is drawn on a page of a PDF, as operators (ISO 32000-1, 8 and 9). Lengths are given as on the page, downwards;
/// a PDF's own go upwards.
struct PDFContent {
    /// The operators so far.
    var bytes = PDFBytes(room: 16_384)
    private let height: Double
    private let palette: Palette
    private var fill: Ink?
    private var line: Ink?
    private var thickness = -1.0
    private var dashes: [Double]?

    /// The operators of a page of this height, in its own points, magnified on paper.
    init(height: Double, magnification: Double, palette: Palette) {
        self.height = height
        self.palette = palette
        if magnification != 1 {
            bytes.put(magnification)
            bytes.put("0 0 ")
            bytes.put(magnification)
            bytes.put("0 0 cm\n")
        }
        // Ends of lines meet round.
        bytes.put("1 j\n")
    }

    /// The colour of what is filled from now on.
    mutating func use(fill ink: Ink) {
        guard fill != ink else { return }
        fill = ink
        put(palette.colour(of: ink))
        bytes.put("rg\n")
    }

    private mutating func put(_ colour: Colour) {
        for part in [colour.red, colour.green, colour.blue] { bytes.put(part) }
    }

    /// How lines are drawn from now on: colour, thickness in points, lengths of dashes and gaps.
    mutating func use(line ink: Ink, thickness: Double, dashes: [Double]) {
        if line != ink {
            line = ink
            put(palette.colour(of: ink))
            bytes.put("RG\n")
        }
        if self.thickness != thickness {
            self.thickness = thickness
            bytes.put(thickness)
            bytes.put("w\n")
        }
        if self.dashes != dashes {
            self.dashes = dashes
            bytes.put("[")
            for dash in dashes { bytes.put(dash) }
            bytes.put("]0 d\n")
        }
    }

    /// Puts a place.
    mutating func put(_ point: Point) {
        bytes.put(point.x)
        bytes.put(height - point.y)
    }

    /// Draws a line.
    mutating func draw(_ stroke: Stroke) {
        guard stroke.points.count > 1 else { return }
        use(line: stroke.ink, thickness: stroke.thickness, dashes: stroke.dashes)
        path(stroke.points)
        bytes.put("S\n")
    }

    private mutating func path(_ points: [Point]) {
        for (index, point) in points.enumerated() {
            put(point)
            bytes.put(index == 0 ? "m " : "l ")
        }
    }

    /// Fills a rectangle.
    mutating func draw(_ area: Rectangle, _ ink: Ink) {
        use(fill: ink)
        put(Point(area.x, area.bottom))
        bytes.put(area.width)
        bytes.put(area.height)
        bytes.put("re f\n")
    }

    /// Draws a sign.
    mutating func draw(_ shape: SymbolShape, _ ink: Ink) {
        if let thickness = shape.thickness {
            use(line: ink, thickness: thickness, dashes: [])
        } else {
            use(fill: ink)
        }
        if let circle = shape.circle { arc(circle.middle, circle.radius) }
        for line in shape.lines { path(line) }
        bytes.put(shape.thickness == nil ? "f\n" : "S\n")
    }

    /// A circle as four curves.
    private mutating func arc(_ middle: Point, _ radius: Double) {
        let bend = radius * 0.552_285
        func at(_ x: Double, _ y: Double) -> Point { middle.moved(by: x, y) }
        put(at(radius, 0))
        bytes.put("m ")
        for curve in [
            [at(radius, bend), at(bend, radius), at(0, radius)],
            [at(-bend, radius), at(-radius, bend), at(-radius, 0)],
            [at(-radius, -bend), at(-bend, -radius), at(0, -radius)],
            [at(bend, -radius), at(radius, -bend), at(radius, 0)],
        ] {
            for point in curve { put(point) }
            bytes.put("c ")
        }
        bytes.put("h ")
    }

    /// Draws a picture with its upper left corner `offset` from its own place.
    mutating func draw(_ picture: PDFPictures.Picture, movedBy offset: Point = Point(0, 0)) {
        bytes.put("q ")
        bytes.put(picture.area.width)
        bytes.put("0 0 ")
        bytes.put(picture.area.height)
        put(Point(picture.area.x + offset.x, picture.area.bottom + offset.y))
        bytes.put("cm/")
        bytes.put(text: picture.name)
        bytes.put(" Do Q\n")
    }
}
