import CPango
import Canvas
import Foundation
import Model
import Reporting
import Sample
import Testing

/// Some pages of the sample look as they did when somebody last looked at them.
///
/// The pictures lie in `Tests/Fixtures/pages`; with `BAROMETRO_GOLDEN=1` they are made anew, to be looked at before they
/// are handed in.
@Suite struct GoldenPagesTests {
    /// Of each page, in pixels an inch.
    private static let resolution = 24.0
    /// How far a picture may be from the one that is kept, in shades of 255, on the mean.
    private static let tolerance = 2.0

    @Test(arguments: [
        (PrintKind.relazione, 1), (.allegatoB, 3), (.allegatoB, 4), (.allegatoC, 3), (.piano, 5),
        (.progetti, 2),
    ])
    func `a page looks as it did`(kind: PrintKind, number: Int) throws {
        let document = try ReportDocument(kind, of: SampleArchive.content(), year: SampleArchive.year)
        let pages = try PageLayout(document).pages
        try #require(pages.count >= number)
        let picture = try GoldenPagesTests.picture(of: pages[number - 1])
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(
            path: "../Fixtures/pages/\(kind.rawValue)-\(number).pgm")
        if ProcessInfo.processInfo.environment["BAROMETRO_GOLDEN"] != nil {
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try picture.write(to: file)
        }
        let kept = try Data(contentsOf: file)
        #expect(kept.count == picture.count, "the page has another size")
        let difference = zip(kept, picture).reduce(0) { $0 + abs(Int($1.0) - Int($1.1)) }
        let mean = Double(difference) / Double(max(1, kept.count))
        #expect(mean < GoldenPagesTests.tolerance, "\(kind.rawValue), page \(number): \(mean)")
    }

    /// A page in shades of grey, as a portable grey map.
    private static func picture(of page: Page) throws -> Data {
        let scale = resolution / 72
        let (width, height) = (Int(page.width * scale), Int(page.height * scale))
        return try map(width: width, height: height) { cairo in
            try Painter.paint(page, width: width, height: height, on: cairo)
        }
    }

    /// What is drawn on white, in shades of grey, as a portable grey map.
    static func map(width: Int, height: Int, draw: (OpaquePointer) throws -> Void) throws -> Data {
        let surface = try #require(
            cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(width), Int32(height)))
        let cairo = try #require(cairo_create(surface))
        defer {
            cairo_destroy(cairo)
            cairo_surface_destroy(surface)
        }
        cairo_set_source_rgb(cairo, 1, 1, 1)
        cairo_paint(cairo)
        try draw(cairo)
        cairo_surface_flush(surface)
        let bytes = try #require(cairo_image_surface_get_data(surface))
        let stride = Int(cairo_image_surface_get_stride(surface))
        var result = Data("P5 \(width) \(height) 255\n".utf8)
        for y in 0..<height {
            for x in 0..<width {
                let pixel = bytes + y * stride + x * 4
                let sum = Int(pixel[0]) + Int(pixel[1]) + Int(pixel[2])
                result.append(UInt8(sum / 3))
            }
        }
        return result
    }
}
