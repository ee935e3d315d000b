import CPango

/// The fonts of a PDF, each by its face: sizes share one.
struct PDFFonts {
    private var fonts: [PDFFont] = []
    private var byFace: [OpaquePointer: PDFFont] = [:]

    /// The font of a face.
    mutating func font(_ face: OpaquePointer, _ objects: inout PDFObjects) -> PDFFont {
        if let known = byFace[face] { return known }
        let font = PDFFont(face, name: "F\(fonts.count + 1)", number: objects.reserve())
        fonts.append(font)
        byFace[face] = font
        return font
    }

    /// Writes the fonts and gives their entries in the pages' resources.
    func write(to objects: inout PDFObjects) throws -> String {
        let written = fonts.filter { $0.kind != .pictures }
        for font in written { try font.write(to: &objects) }
        return written.map { "/\($0.name) \($0.number) 0 R" }.joined()
    }
}
