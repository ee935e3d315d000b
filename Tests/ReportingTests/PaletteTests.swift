import Foundation
import Reporting
import Testing

@Suite struct PaletteTests {
    /// Relative luminance. Source: WCAG 2.1.
    private func luminance(_ colour: Colour) -> Double {
        let parts = [colour.red, colour.green, colour.blue].map { part in
            part <= 0.03928 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }

    private func contrast(_ one: Ink, _ other: Ink, in palette: Palette) -> Double {
        let values = [one, other].map { luminance(palette.colour(of: $0)) + 0.05 }.sorted()
        return values[1] / values[0]
    }

    /// Text needs 4.5 to 1 on its ground (EN 301 549, 11.1.4.3).
    @Test(arguments: [Palette.light, .dark])
    func textCanBeRead(palette: Palette) {
        let inks: [Ink] = [.text, .dim, .accent, .flag, .red, .yellow, .green] + (0..<6).map { .series($0) }
        for ink in inks {
            // Names beside the lines are written in the lines' colours, in bold or larger than fine print.
            let needed = if case .series = ink { 3.0 } else { 4.5 }
            #expect(contrast(ink, .paper, in: palette) >= needed, "\(ink)")
        }
    }

    /// Who sees no red still sees that red is darker than green.
    @Test(arguments: [Palette.light, .dark])
    func redAndGreenDifferInLightness(palette: Palette) {
        #expect(contrast(.red, .green, in: palette) > 1.4)
    }

    @Test func seriesBeginAgainAfterTheLastColour() {
        #expect(Palette.light.colour(of: .series(6)) == Palette.light.colour(of: .series(0)))
        #expect(Set((0..<6).map { Palette.light.colour(of: .series($0)) }).count == 6)
    }
}
