import Reporting

/// The styles of a report as OpenDocument text, and what the file says about itself.
enum OpenDocumentStyles {
    /// Everything before the body.
    static func head(of document: ReportDocument, geometry: PageGeometry, tables: String) -> String {
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <office:document \(namespaces) office:version="1.3" \
        office:mimetype="application/vnd.oasis.opendocument.text">
        """ + meta(of: document) + fonts + styles(of: document) + automaticStyles(geometry, tables: tables)
            + masterPages(of: document)
    }

    private static let namespaces =
        [
            "office", "style", "text", "table", "draw", "meta",
        ].map { "xmlns:\($0)=\"urn:oasis:names:tc:opendocument:xmlns:\($0):1.0\"" }.joined(separator: " ")
        + " xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\""
        + " xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\""
        + " xmlns:xlink=\"http://www.w3.org/1999/xlink\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""

    private static let fonts =
        "<office:font-face-decls><style:font-face style:name=\"Liberation Sans\" "
        + "svg:font-family=\"'Liberation Sans'\" style:font-family-generic=\"swiss\"/></office:font-face-decls>"

    private static func meta(of document: ReportDocument) -> String {
        let metadata = document.metadata
        let date = metadata.date.map { "\($0.iso)T12:00:00" }
        return "<office:meta><meta:generator>Barometro</meta:generator>"
            + "<dc:title>\(SVGText.escaped(metadata.title))</dc:title>"
            + "<dc:subject>\(SVGText.escaped(metadata.subject))</dc:subject>"
            + "<dc:creator>\(SVGText.escaped(metadata.author))</dc:creator>"
            + "<dc:language>\(language(of: document))</dc:language>"
            + (date.map { "<meta:creation-date>\($0)</meta:creation-date><dc:date>\($0)</dc:date>" } ?? "")
            + "</office:meta>"
    }

    private static func language(of document: ReportDocument) -> String {
        document.language.filter { $0.isASCII && $0.isLetter }
    }

    // MARK: Paragraphs and characters

    private static func styles(of document: ReportDocument) -> String {
        let language = language(of: document)
        let country = language == "it" ? "IT" : "GB"
        var result =
            "<office:styles><style:default-style style:family=\"paragraph\"><style:paragraph-properties "
            + "fo:orphans=\"2\" fo:widows=\"2\"/><style:text-properties style:font-name=\"Liberation Sans\" "
            + "fo:font-size=\"9.5pt\" fo:language=\"\(language)\" fo:country=\"\(country)\" fo:color=\"#1a1c1e\" "
            + "fo:hyphenate=\"true\" fo:hyphenation-remain-char-count=\"2\" fo:hyphenation-push-char-count=\"3\"/>"
            + "</style:default-style>"
        for (name, paragraph, text) in paragraphs { result += style(name, paragraph, text) }
        for (level, size) in [(1, 18), (2, 12), (3, 10)] {
            result += style(
                "Heading_\(level)",
                "fo:margin-top=\"\(24 - level * 4)pt\" fo:margin-bottom=\"4pt\" fo:keep-with-next=\"always\"",
                "fo:font-size=\"\(size)pt\" fo:font-weight=\"bold\" fo:hyphenate=\"false\""
                    + (level == 1 ? " fo:color=\"#1f4e79\"" : ""), outline: level)
        }
        for (name, text) in characters {
            result +=
                "<style:style style:name=\"\(name)\" style:family=\"text\"><style:text-properties \(text)/></style:style>"
        }
        return result + "</office:styles>"
    }

    private static let cell = "fo:margin-top=\"1pt\" fo:margin-bottom=\"1pt\""
    private static let paragraphs: [(String, String, String)] = [
        ("Body", "fo:margin-top=\"3pt\" fo:margin-bottom=\"3pt\"", ""),
        (
            "Label", "fo:margin-top=\"10pt\" fo:keep-with-next=\"always\"",
            "fo:font-size=\"8pt\" fo:font-weight=\"bold\" fo:color=\"#1f4e79\""
        ),
        ("Note", "fo:margin-top=\"2pt\"", "fo:font-size=\"8pt\" fo:color=\"#5c636a\""),
        ("Item", "fo:margin-left=\"12pt\" fo:text-indent=\"-12pt\" fo:margin-top=\"2pt\"", ""),
        ("Gap", "", "fo:font-size=\"4pt\""),
        ("Cell", cell, "fo:font-size=\"8pt\""),
        ("CellCenter", cell + " fo:text-align=\"center\"", "fo:font-size=\"8pt\" fo:color=\"#1f4e79\""),
        ("CellEnd", cell + " fo:text-align=\"end\"", "fo:font-size=\"8pt\" fo:hyphenate=\"false\""),
        ("CellStrong", cell, "fo:font-size=\"8pt\" fo:font-weight=\"bold\" fo:hyphenate=\"false\""),
        (
            "CellStrongCenter", cell + " fo:text-align=\"center\"",
            "fo:font-size=\"8pt\" fo:font-weight=\"bold\""
        ),
        (
            "CellStrongEnd", cell + " fo:text-align=\"end\"",
            "fo:font-size=\"8pt\" fo:font-weight=\"bold\" fo:hyphenate=\"false\""
        ),
        ("CoverOwner", "", "fo:font-size=\"18pt\" fo:font-weight=\"bold\""),
        ("CoverKicker", "fo:margin-top=\"150pt\"", "fo:font-size=\"12pt\" fo:color=\"#5c636a\""),
        (
            "Title", "",
            "fo:font-size=\"26pt\" fo:font-weight=\"bold\" fo:color=\"#1f4e79\" fo:hyphenate=\"false\""
        ),
        ("Subtitle", "fo:margin-bottom=\"150pt\"", "fo:font-size=\"18pt\""),
        ("Running", "", "fo:font-size=\"8pt\" fo:color=\"#5c636a\""),
        ("Contents_1", "fo:margin-top=\"3pt\"", "fo:font-weight=\"bold\""),
        ("Contents_2", "fo:margin-left=\"12pt\"", ""), ("Contents_3", "fo:margin-left=\"24pt\"", ""),
    ]

    private static let characters = [
        ("Strong", "fo:font-weight=\"bold\""), ("Dim", "fo:color=\"#5c636a\""),
        ("Accent", "fo:color=\"#1f4e79\""), ("Mark", "style:text-position=\"super 75%\""),
        ("Band_red", "fo:color=\"#8f1d22\""), ("Band_yellow", "fo:color=\"#8a6100\""),
        ("Band_green", "fo:color=\"#007f66\""),
    ]

    private static func style(_ name: String, _ paragraph: String, _ text: String, outline: Int? = nil)
        -> String
    {
        let isAligned = outline != nil || name.hasPrefix("Contents")
        let stops =
            isAligned
            ? "<style:tab-stops><style:tab-stop style:position=\"499pt\" style:type=\"right\""
                + (outline == nil ? " style:leader-style=\"dotted\" style:leader-text=\".\"" : "")
                + "/></style:tab-stops>" : ""
        return "<style:style style:name=\"\(name)\" style:family=\"paragraph\""
            + (outline.map { " style:default-outline-level=\"\($0)\"" } ?? "")
            + "><style:paragraph-properties \(paragraph)>\(stops)</style:paragraph-properties>"
            + "<style:text-properties \(text)/></style:style>"
    }

    /// The name of a style that begins a page.
    static func automaticName(_ style: String, page: String) -> String { style + "_" + page }

    /// A style as another one, which begins a page of a page style; empty for the one that is there.
    static func beginning(_ name: String, of style: String, page: String) -> String {
        let start = page.isEmpty ? "" : " style:master-page-name=\"\(page)\""
        let properties = page.isEmpty ? "<style:paragraph-properties fo:break-before=\"page\"/>" : ""
        return "<style:style style:name=\"\(name)\" style:family=\"paragraph\" "
            + "style:parent-style-name=\"\(style)\"\(start)>\(properties)</style:style>"
    }

    // MARK: Pages

    private static func automaticStyles(_ geometry: PageGeometry, tables: String) -> String {
        let pages = [("Upright", false), ("Lying", true)].map { name, isLandscape in
            let width = isLandscape ? geometry.longSide : geometry.shortSide
            let height = isLandscape ? geometry.shortSide : geometry.longSide
            return "<style:page-layout style:name=\"\(name)\"><style:page-layout-properties "
                + "fo:page-width=\"\(width)pt\" fo:page-height=\"\(height)pt\" "
                + "style:print-orientation=\"\(isLandscape ? "landscape" : "portrait")\" fo:margin-top=\"28pt\" "
                + "fo:margin-bottom=\"28pt\" fo:margin-left=\"\(geometry.sideMargin)pt\" "
                + "fo:margin-right=\"\(geometry.sideMargin)pt\"/><style:header-style><style:header-footer-properties "
                + "fo:min-height=\"16pt\" fo:margin-bottom=\"14pt\"/></style:header-style><style:footer-style>"
                + "<style:header-footer-properties fo:min-height=\"16pt\" fo:margin-top=\"10pt\"/>"
                + "</style:footer-style></style:page-layout>"
        }.joined()
        let cells = [
            ("CellHead", "fo:border-bottom=\"0.75pt solid #5c636a\" style:vertical-align=\"bottom\""),
            ("CellBody", "fo:border-bottom=\"0.35pt solid #c9ced3\""), ("CellCard", ""),
        ].map { name, border in
            "<style:style style:name=\"\(name)\" style:family=\"table-cell\"><style:table-cell-properties "
                + "fo:padding=\"2pt\" \(border)/></style:style>"
        }.joined()
        let row =
            "<style:style style:name=\"Row\" style:family=\"table-row\"><style:table-row-properties "
            + "fo:keep-together=\"always\"/></style:style>"
        return "<office:automatic-styles>" + pages + cells + row + tables + "</office:automatic-styles>"
    }

    private static func masterPages(of document: ReportDocument) -> String {
        let head =
            "<style:header><text:p text:style-name=\"Running\">"
            + "\(SVGText.escaped(document.metadata.author))</text:p></style:header>"
        let foot =
            "<style:footer><text:p text:style-name=\"Running\">\(SVGText.escaped(document.metadata.title)) – "
            + "<text:page-number text:select-page=\"current\">1</text:page-number>/<text:page-count>1</text:page-count>"
            + "</text:p></style:footer>"
        return "<office:master-styles>"
            + "<style:master-page style:name=\"Cover\" style:page-layout-name=\"Upright\"/>"
            + "<style:master-page style:name=\"Portrait\" style:page-layout-name=\"Upright\">\(head)\(foot)</style:master-page>"
            + "<style:master-page style:name=\"Landscape\" style:page-layout-name=\"Lying\">\(head)\(foot)</style:master-page>"
            + "</office:master-styles>"
    }
}
