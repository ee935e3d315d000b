import Foundation

/// Puts a title and a description into an SVG that Cairo wrote: Cairo writes none.
enum SVGText {
    /// The file with its title and words; unchanged where it does not begin as an SVG.
    static func described(_ svg: Data, title: String, words: String) -> Data {
        let open = Data("<svg ".utf8)
        guard let start = svg.range(of: open, in: svg.startIndex..<min(svg.endIndex, svg.startIndex + 512)),
            let end = svg[start.upperBound...].firstIndex(of: UInt8(ascii: ">"))
        else { return svg }
        let attributes = "role=\"img\" aria-labelledby=\"chart-title chart-words\" "
        let texts =
            "\n<title id=\"chart-title\">\(escaped(title))</title>"
            + "\n<desc id=\"chart-words\">\(escaped(words))</desc>"
        return svg[..<start.upperBound] + Data(attributes.utf8) + svg[start.upperBound...end]
            + Data(texts.utf8) + svg[svg.index(after: end)...]
    }

    /// The text as XML: no markup in it, no character that XML 1.0 forbids.
    static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in PrintableText.clean(text).unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
