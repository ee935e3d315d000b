import CPoppler

/// What cairo's script surface writes while a page is painted, taken in as it comes: the boxes that are painted are
/// kept; pictures, fonts and glyphs pass by.
///
/// The library tells nothing of the lines of a page but by painting it, and a script tells them exactly. Its language
/// is PostScript's: operands, then an operator (<https://www.cairographics.org/manual/cairo-Script-Surfaces.html>).
/// All pages of a file are painted by one device, which writes each font but once.
final class DrawingScript {
    /// How many boxes one page may have; further ones are dropped.
    static let maximalShapes = 200_000
    /// How many bytes one page may take.
    static let maximalBytes = 256 << 20

    private var scanner = ScriptScanner()
    private var device: OpaquePointer?

    deinit { close() }

    /// Whether the page was too much.
    private var isCut = false

    /// The level and upright boxes that are painted on a surface of a size, and where its texts begin; nil where it could
    /// not be painted whole.
    func drawn(
        width: Double, height: Double, paint: (OpaquePointer?) -> Void
    ) -> (shapes: [Shape], runs: [TextRun])? {
        scanner = ScriptScanner()
        isCut = false
        let surface = cairo_script_surface_create(
            openDevice(), CAIRO_CONTENT_COLOR_ALPHA, max(width, 1), max(height, 1))
        let context = cairo_create(surface)
        paint(context)
        let isWhole = cairo_status(context) == CAIRO_STATUS_SUCCESS && !isCut
        cairo_destroy(context)
        cairo_surface_finish(surface)
        cairo_surface_destroy(surface)
        guard isWhole else {
            close()
            return nil
        }
        return (scanner.painter.shapes, scanner.painter.runs)
    }

    /// The device that pages are painted on; a device that failed is never used again.
    private func openDevice() -> OpaquePointer? {
        if let device { return device }
        let write: cairo_write_func_t = { closure, data, length in
            guard let closure, let data else { return CAIRO_STATUS_WRITE_ERROR }
            let script = Unmanaged<DrawingScript>.fromOpaque(closure).takeUnretainedValue()
            let fits = script.consume(UnsafeBufferPointer(start: data, count: Int(length)))
            return fits ? CAIRO_STATUS_SUCCESS : CAIRO_STATUS_WRITE_ERROR
        }
        device = cairo_script_create_for_stream(write, Unmanaged.passUnretained(self).toOpaque())
        return device
    }

    private func close() {
        if let device { cairo_device_destroy(device) }
        device = nil
    }

    /// Takes the next bytes; false where it is too much.
    private func consume(_ chunk: UnsafeBufferPointer<UInt8>) -> Bool {
        guard scanner.count + chunk.count < Self.maximalBytes,
            scanner.painter.shapes.count < Self.maximalShapes
        else {
            isCut = true
            return false
        }
        scanner.consume(chunk)
        return true
    }
}

/// Reads operands and operators out of the bytes of a drawing script.
struct ScriptScanner {
    /// What was painted so far.
    var painter = ShapePainter()
    /// How many bytes were taken.
    var count = 0

    private var numbers: [Double] = []
    private var token: [UInt8] = []
    private var skipping = Skipping.nothing
    private var last: UInt8 = 0
    /// How many braces are open: between them stands how a glyph is drawn, which is no drawing of the page.
    private var depth = 0

    /// What passes by unread.
    private enum Skipping { case nothing, opening, encoded, text }

    /// Takes the next bytes.
    mutating func consume(_ chunk: UnsafeBufferPointer<UInt8>) {
        count += chunk.count
        for byte in chunk {
            switch skipping {
            case .nothing: takeCode(byte)
            case .opening:
                let isEncoded = byte == UInt8(ascii: "~") || byte == UInt8(ascii: "|")
                skipping = isEncoded ? .encoded : .nothing
            case .encoded:
                if byte == UInt8(ascii: ">"), last == UInt8(ascii: "~") { skipping = .nothing }
            case .text:
                if byte == UInt8(ascii: ")"), last != UInt8(ascii: "\\") { skipping = .nothing }
            }
            last = byte
        }
    }

    private mutating func takeCode(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "<"):
            endToken()
            skipping = .opening
        case UInt8(ascii: "("):
            endToken()
            skipping = .text
        case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\t"), UInt8(ascii: "["),
            UInt8(ascii: "]"), UInt8(ascii: ">"):
            endToken()
        case UInt8(ascii: "{"):
            endToken()
            depth += 1
        case UInt8(ascii: "}"):
            endToken()
            depth = max(0, depth - 1)
        default:
            if token.count < 64 { token.append(byte) }
        }
    }

    private mutating func endToken() {
        guard let first = token.first else { return }
        defer { token.removeAll(keepingCapacity: true) }
        guard depth == 0 else { return }
        if first == UInt8(ascii: "-") || first == UInt8(ascii: ".") || (first >= 48 && first <= 57) {
            if numbers.count >= 64 { numbers.removeFirst(32) }
            numbers.append(Self.number(token))
        } else if first != UInt8(ascii: "/") {
            painter.perform(String(decoding: token, as: UTF8.self), numbers)
            numbers.removeAll(keepingCapacity: true)
        }
    }

    /// A number as cairo writes it: digits with a point, without an exponent but for the smallest.
    private static func number(_ digits: [UInt8]) -> Double {
        var value = 0.0, scale = 1.0
        var isNegative = false, hasPoint = false
        for byte in digits {
            switch byte {
            case UInt8(ascii: "-"): isNegative = true
            case UInt8(ascii: "."): hasPoint = true
            case 48...57:
                value = value * 10 + Double(byte - 48)
                if hasPoint { scale *= 10 }
            default: return Double(String(decoding: digits, as: UTF8.self)) ?? 0
            }
        }
        return (isNegative ? -value : value) / scale
    }
}
