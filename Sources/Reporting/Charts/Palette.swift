/// A colour, each part 0–1.
public struct Colour: Hashable, Sendable {
    /// Red.
    public let red: Double
    /// Green.
    public let green: Double
    /// Blue.
    public let blue: Double

    /// The colour written as `0xRRGGBB`.
    public init(_ hex: Int) {
        red = Double((hex >> 16) & 0xFF) / 255
        green = Double((hex >> 8) & 0xFF) / 255
        blue = Double(hex & 0xFF) / 255
    }
}

/// What a colour is used for; the palette says which one it is.
public enum Ink: Hashable, Sendable {
    /// Text.
    case text
    /// Fainter text.
    case dim
    /// The one accent colour.
    case accent
    /// Thin rules and grid lines.
    case rule
    /// Heavier rules.
    case strongRule
    /// Behind group rows and cards.
    case wash
    /// Bars of month charts.
    case bar
    /// The whole of which a bar is a share.
    case track
    /// The page.
    case paper
    /// Marks on what a check has something to say about.
    case flag
    /// Bands of the barometer.
    case red, yellow, green
    /// A line of a chart, from 0; more than there are colours begin again.
    case series(Int)
}

/// The colours of pages and charts.
///
/// Series take Okabe and Ito's set ("Color Universal Design", 2008), darkened where thin lines on white need it;
/// the barometer keeps red and green apart in lightness too.
public struct Palette: Hashable, Sendable {
    private let named: [Ink: Colour]
    private let series: [Colour]

    /// The colour of an ink.
    public func colour(of ink: Ink) -> Colour {
        if case .series(let index) = ink { return series[index % series.count] }
        return named[ink] ?? Colour(0)
    }

    /// Dark on white: paper and light screens.
    public static let light = Palette(
        named: [
            .text: Colour(0x1A1C1E), .dim: Colour(0x5C636A), .accent: Colour(0x1F4E79),
            .rule: Colour(0xC9CED3), .strongRule: Colour(0x5C636A), .wash: Colour(0xF1F4F7),
            .bar: Colour(0x7FA3C7), .track: Colour(0xE3E8EC), .paper: Colour(0xFFFFFF),
            .flag: Colour(0x9A3B00),
            .red: Colour(0x8F1D22), .yellow: Colour(0x8A6100), .green: Colour(0x007F66),
        ],
        series: [0x1F4E79, 0xC25400, 0x00795C, 0xA0447F, 0x2B8FC7, 0x8A6100].map(Colour.init))

    /// Light on dark: dark screens.
    public static let dark = Palette(
        named: [
            .text: Colour(0xECEEF0), .dim: Colour(0xA7AFB7), .accent: Colour(0x8DBBEA),
            .rule: Colour(0x474D53), .strongRule: Colour(0x8A929A), .wash: Colour(0x2B2F33),
            .bar: Colour(0x4B7099), .track: Colour(0x33383D), .paper: Colour(0x1E2124),
            .flag: Colour(0xFFB38A),
            .red: Colour(0xFF6B72), .yellow: Colour(0xF0CB5B), .green: Colour(0x5FD3B5),
        ],
        series: [0x8DBBEA, 0xF5A04C, 0x4FCBA6, 0xE29AC8, 0x7CCBF2, 0xF0E08A].map(Colour.init))
}
