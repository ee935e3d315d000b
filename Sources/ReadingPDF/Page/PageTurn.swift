/// Turns a page on which most text runs upwards, downwards or upside down, so that it runs from left to right.
enum PageTurn {
    /// The words and painted boxes of a page, turned where most of the text is.
    static func upright(_ words: [Word], _ shapes: [Shape], bounds: Box) -> (
        words: [Word], shapes: [Shape], bounds: Box
    ) {
        var lengths: [Word.Direction: Int] = [:]
        for word in words where word.text.count > 1 { lengths[word.direction, default: 0] += word.text.count }
        let total = lengths.values.reduce(0, +)
        guard
            let direction = [Word.Direction.up, .down, .back].first(where: {
                lengths[$0, default: 0] * 2 > total
            })
        else {
            return (words, shapes, bounds)
        }
        let turnedWords = words.map { word in
            var turned = word
            turned.box = turn(word.box, direction, bounds)
            if word.direction == direction || word.text.count == 1 {
                turned.direction = .across
            } else if word.direction == .across {
                turned.direction = direction == .up ? .down : direction == .down ? .up : .back
            }
            return turned
        }
        let turnedShapes = shapes.map { shape in
            var turned = shape
            turned.box = turn(shape.box, direction, bounds)
            return turned
        }
        let size = direction == .back ? (bounds.width, bounds.height) : (bounds.height, bounds.width)
        return (turnedWords, turnedShapes, Box(left: 0, top: 0, right: size.0, bottom: size.1))
    }

    private static func turn(_ box: Box, _ direction: Word.Direction, _ page: Box) -> Box {
        switch direction {
        case .up:
            Box(
                left: page.bottom - box.bottom, top: box.left, right: page.bottom - box.top, bottom: box.right
            )
        case .down:
            Box(left: box.top, top: page.right - box.right, right: box.bottom, bottom: page.right - box.left)
        case .back:
            Box(
                left: page.right - box.right, top: page.bottom - box.bottom, right: page.right - box.left,
                bottom: page.bottom - box.top)
        case .across: box
        }
    }
}
