import CPango

/// A font of a PDF: the glyphs that were used of it, what they say, how wide they are.
///
/// Glyphs keep the numbers that they have in the font, so that pages can be written before all are known.
final class PDFFont {
    /// How the font can be had in the file.
    enum Kind {
        /// Outlines in TrueType's table `glyf`.
        case trueType
        /// Outlines in the table `CFF `.
        case compact
        /// No outlines that a PDF knows, such as coloured pictures.
        case pictures
    }

    /// Its name in the pages' resources: `F1`.
    let name: String
    /// The number of its object.
    let number: Int
    /// How the font can be had in the file.
    let kind: Kind
    /// Its letters are heavy by themselves.
    let isBold: Bool
    private let face: OpaquePointer
    private let font: OpaquePointer
    private let unitsPerEm: Double
    /// What each used glyph says, as packed UTF-8; by its number in the font.
    private var texts: [UInt32] = []
    /// How wide each used glyph is, in thousandths of the size.
    private var advances: [Double] = []

    /// A font of HarfBuzz's face, which is kept.
    init(_ face: OpaquePointer, name: String, number: Int) {
        self.face = hb_face_reference(face)
        self.name = name
        self.number = number
        font = hb_font_create(face)
        isBold = hb_style_get_value(font, HB_STYLE_TAG_WEIGHT) >= 600
        unitsPerEm = Double(max(1, hb_face_get_upem(face)))
        let coloured = ["COLR", "CBDT", "sbix", "SVG "].contains { PDFFont.has($0, face) }
        kind =
            coloured
            ? .pictures
            : PDFFont.has("glyf", face) ? .trueType : PDFFont.has("CFF ", face) ? .compact : .pictures
    }

    deinit {
        hb_font_destroy(font)
        hb_face_destroy(face)
    }

    /// The glyph says this text wherever it stands, or says it from now on. False where it says something else: the
    /// text has to be told beside it.
    func says(_ glyph: Int, _ text: ArraySlice<UInt8>) -> Bool {
        let packed = PDFFont.packed(text)
        guard packed != 0 else { return false }
        if texts[glyph] == 0 { texts[glyph] = packed }
        return texts[glyph] == packed
    }

    /// How wide a glyph is, in thousandths of the size; the glyph is used then.
    func advance(of glyph: Int) -> Double {
        if glyph >= advances.count {
            let more = glyph + 1 - advances.count
            advances += Array(repeating: .nan, count: more)
            texts += Array(repeating: 0, count: more)
        }
        if advances[glyph].isNaN {
            let units = Double(hb_font_get_glyph_h_advance(font, hb_codepoint_t(glyph)))
            advances[glyph] = (units * 100_000 / unitsPerEm).rounded() / 100
        }
        return advances[glyph]
    }

    /// A text of up to four bytes as a number; 0 for longer ones, and for the hyphen that is only a line's end.
    private static func packed(_ text: ArraySlice<UInt8>) -> UInt32 {
        guard text.count <= 4, !text.elementsEqual(TextEngine.softHyphen.utf8) else { return 0 }
        return text.reduce(0) { $0 << 8 | UInt32($1) }
    }

    /// What a packed text says.
    private static func text(of packed: UInt32) -> String {
        let bytes = [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: packed >> UInt32($0)) }
        return String(decoding: bytes.drop { $0 == 0 }, as: UTF8.self)
    }

    private static func tag(_ name: String) -> hb_tag_t { name.utf8.reduce(0) { $0 << 8 | hb_tag_t($1) } }

    private static func has(_ table: String, _ face: OpaquePointer) -> Bool {
        let blob = hb_face_reference_table(face, tag(table))
        defer { hb_blob_destroy(blob) }
        return hb_blob_get_length(blob) > 0
    }

    private var used: [Int] { advances.indices.filter { !advances[$0].isNaN } }
}

extension PDFFont {
    /// Writes the font with its used glyphs.
    ///
    /// Throws `CanvasError.font` where no file of it can be made.
    func write(to objects: inout PDFObjects) throws {
        let (descendant, descriptor, file, unicode) = (
            objects.reserve(), objects.reserve(), objects.reserve(), objects.reserve()
        )
        let isTrueType = kind == .trueType
        let outlines = try subset()
        try objects.write(
            file, stream: outlines,
            entries: isTrueType ? "/Length1 \(outlines.count)" : "/Subtype/OpenType")
        try objects.write(unicode, stream: unicodeMap.bytes)
        let base = "BAROME+" + postScriptName
        try objects.write(
            number,
            PDFBytes(
                "<</Type/Font/Subtype/Type0/BaseFont/\(base)/Encoding/Identity-H"
                    + "/DescendantFonts[\(descendant) 0 R]/ToUnicode \(unicode) 0 R>>"))
        try objects.write(descriptor, description(base, file: file))
        var body = PDFBytes(
            "<</Type/Font/Subtype/\(isTrueType ? "CIDFontType2" : "CIDFontType0")/BaseFont/\(base)"
                + "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
                + (isTrueType ? "/CIDToGIDMap/Identity" : "")
                + "/FontDescriptor \(descriptor) 0 R/DW 0/W[")
        for glyph in used {
            body.put(glyph)
            body.put("[")
            body.put(advances[glyph])
            body.put("]")
        }
        body.put("]>>")
        try objects.write(descendant, body)
    }

    private func description(_ base: String, file: Int) -> PDFBytes {
        var extents = hb_font_extents_t()
        hb_font_get_h_extents(font, &extents)
        let ascent = Int(Double(extents.ascender) * 1000 / unitsPerEm)
        let descent = Int(Double(extents.descender) * 1000 / unitsPerEm)
        let key = kind == .trueType ? "FontFile2" : "FontFile3"
        return PDFBytes(
            "<</Type/FontDescriptor/FontName/\(base)/Flags 4/FontBBox[-500 \(descent) 2000 \(ascent)]"
                + "/ItalicAngle 0/Ascent \(ascent)/Descent \(descent)/CapHeight \(ascent)/StemV 80"
                + "/\(key) \(file) 0 R>>")
    }

    /// The name that the font has for printers, with letters and digits alone.
    private var postScriptName: String {
        var room = [CChar](repeating: 0, count: 128)
        var size = UInt32(room.count)
        hb_ot_name_get_utf8(face, hb_ot_name_id_t(HB_OT_NAME_ID_POSTSCRIPT_NAME), nil, &size, &room)
        let name = String(decoding: room.prefix(Int(size)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
        let plain = name.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
        return plain.isEmpty ? self.name : plain
    }

    /// The font's file with the used glyphs alone.
    private func subset() throws -> [UInt8] {
        guard let input = hb_subset_input_create_or_fail() else { throw CanvasError.noMemory }
        defer { hb_subset_input_destroy(input) }
        hb_subset_input_set_flags(
            input, HB_SUBSET_FLAGS_RETAIN_GIDS.rawValue | HB_SUBSET_FLAGS_NO_HINTING.rawValue)
        let glyphs = hb_subset_input_glyph_set(input)
        for glyph in used { hb_set_add(glyphs, hb_codepoint_t(glyph)) }
        // Glyphs are chosen already: what chooses among them is of no use.
        let dropped = hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG)
        for table in ["GSUB", "GPOS", "GDEF", "kern", "name", "post", "DSIG", "gasp"] {
            hb_set_add(dropped, PDFFont.tag(table))
        }
        guard let part = hb_subset_or_fail(face, input) else { throw CanvasError.font(name: postScriptName) }
        defer { hb_face_destroy(part) }
        let blob = hb_face_reference_blob(part)
        defer { hb_blob_destroy(blob) }
        var length: UInt32 = 0
        guard let data = hb_blob_get_data(blob, &length), length > 0 else {
            throw CanvasError.font(name: postScriptName)
        }
        return data.withMemoryRebound(to: UInt8.self, capacity: Int(length)) {
            Array(UnsafeBufferPointer(start: $0, count: Int(length)))
        }
    }

    /// Which text each glyph says (Adobe Technical Note 5411).
    private var unicodeMap: PDFBytes {
        var map = PDFBytes(
            "/CIDInit/ProcSet findresource begin 12 dict begin begincmap/CIDSystemInfo<</Registry(Adobe)"
                + "/Ordering(UCS)/Supplement 0>>def/CMapName/Adobe-Identity-UCS def/CMapType 2 def\n"
                + "1 begincodespacerange<0000><FFFF>endcodespacerange\n")
        let told = used.filter { texts[$0] != 0 }
        // A block has a hundred entries at most.
        for start in stride(from: 0, to: told.count, by: 100) {
            let block = told[start..<min(start + 100, told.count)]
            map.put(block.count)
            map.put(" beginbfchar\n")
            for glyph in block {
                map.put("<")
                map.put(hexadecimal: UInt16(truncatingIfNeeded: glyph))
                map.put("><")
                for unit in PDFFont.text(of: texts[glyph]).utf16 { map.put(hexadecimal: unit) }
                map.put(">\n")
            }
            map.put("endbfchar\n")
        }
        map.put("endcmap CMapName currentdict/CMap defineresource pop end end")
        return map
    }
}
