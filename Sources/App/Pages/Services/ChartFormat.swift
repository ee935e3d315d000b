import Canvas
import Foundation
import Localization

/// A format that a chart is written in.
enum ChartFormat: String, CaseIterable {
    case svg, png, pdf

    /// The words of the menu.
    var title: String {
        switch self {
        case .svg: tr("Drawing (SVG), for word processors and the web")
        case .png: tr("Picture (PNG)")
        case .pdf: tr("Page (PDF)")
        }
    }

    /// Where to write and in which format: the suffix that was typed decides, and without one the chosen format gives
    /// it. Nil for a suffix of another format.
    static func place(_ url: URL, chosen: ChartFormat) -> (url: URL, format: ChartFormat)? {
        let suffix = url.pathExtension.lowercased()
        if suffix.isEmpty { return (url.appendingPathExtension(chosen.rawValue), chosen) }
        return ChartFormat(rawValue: suffix).map { (url, $0) }
    }

    /// The file of a chart.
    func data(of image: ChartImage) throws -> Data {
        switch self {
        case .svg: try image.svg()
        case .png: try image.png()
        case .pdf: try image.pdf()
        }
    }
}
