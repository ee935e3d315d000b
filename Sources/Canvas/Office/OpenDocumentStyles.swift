import Reporting

/// The styles of a report as OpenDocument text, and what the file says about itself.
enum OpenDocumentStyles {
    /// Everything before the body.
    static func head(of document: ReportDocument, geometry: PageGeometry, own: String) -> String {
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <office:document \(namespaces) office:version="1.3" \
        office:mimetype="application/vnd.oasis.opendocument.text">
        """ + meta(of: document) + fonts
            + magnified(
                styles(of: document, geometry) + automaticStyles(geometry, own: own),
                by: geometry.magnification)
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

    private static func styles(of document: ReportDocument, _ geometry: PageGeometry) -> String {
        let language = language(of: document)
        let country = language == "it" ? "IT" : "GB"
        var result =
            "<office:styles><style:default-style style:family=\"paragraph\"><style:paragraph-properties "
            + "fo:orphans=\"2\" fo:widows=\"2\"/><style:text-properties style:font-name=\"Liberation Sans\" "
            + "fo:font-size=\"9.5pt\" fo:language=\"\(language)\" fo:country=\"\(country)\" fo:color=\"#1a1c1e\" "
            + "fo:hyphenate=\"true\" fo:hyphenation-remain-char-count=\"2\" fo:hyphenation-push-char-count=\"3\"/>"
            + "</style:default-style>"
        for (name, paragraph, text) in paragraphs { result += style(name, paragraph, text, stops: "") }
        // Contents stand upright; the numbers of their pages at the right end, which is told from the indent on: beyond
        // the edge of the page LibreOffice shows none.
        let width = geometry.content(landscape: false).width
        for (level, indent) in [(1, 0.0), (2, 12), (3, 24)] {
            result += style(
                "Contents_\(level)",
                level == 1 ? "fo:margin-top=\"3pt\"" : "fo:margin-left=\"\(Int(indent))pt\"",
                level == 1 ? "fo:font-weight=\"bold\"" : "",
                stops: tabStop(at: width - indent, isDotted: true))
        }
        for (level, size) in [(1, 18), (2, 12), (3, 10)] {
            result += style(
                heading(level),
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
    private static let stiff = " fo:hyphenate=\"false\""
    private static let paragraphs: [(String, String, String)] = [
        ("Body", "fo:margin-top=\"3pt\" fo:margin-bottom=\"3pt\"", ""),
        (
            "Label", "fo:margin-top=\"10pt\" fo:keep-with-next=\"always\"",
            "fo:font-size=\"9.5pt\" fo:font-weight=\"bold\" fo:color=\"#1f4e79\""
        ),
        ("Note", "fo:margin-top=\"2pt\"", "fo:font-size=\"8pt\" fo:color=\"#5c636a\""),
        ("Item", "fo:margin-left=\"12pt\" fo:text-indent=\"-12pt\" fo:margin-top=\"2pt\"", ""),
        ("Gap", "", "fo:font-size=\"4pt\""),
        // It takes no page of its own where what stands before it fills one.
        ("Last", "fo:line-height=\"1pt\"", "fo:font-size=\"1pt\""),
        ("Cell", cell, "fo:font-size=\"8pt\""),
        ("Table_20_Heading", cell, "fo:font-size=\"8pt\" fo:color=\"#5c636a\""),
        ("CellCenter", cell + " fo:text-align=\"center\"", "fo:font-size=\"8pt\" fo:color=\"#1f4e79\""),
        ("CellEnd", cell + " fo:text-align=\"end\"", "fo:font-size=\"8pt\" fo:hyphenate=\"false\""),
        ("CellStrong", cell, "fo:font-size=\"8pt\" fo:font-weight=\"bold\" fo:hyphenate=\"false\""),
        (
            "CellStrongCenter", cell + " fo:text-align=\"center\"",
            "fo:font-size=\"8pt\" fo:font-weight=\"bold\"" + stiff
        ),
        (
            "CellStrongEnd", cell + " fo:text-align=\"end\"",
            "fo:font-size=\"8pt\" fo:font-weight=\"bold\" fo:hyphenate=\"false\""
        ),
        (
            "HeadingAside", "fo:margin-bottom=\"4pt\" fo:keep-with-next=\"always\"",
            "fo:font-size=\"12pt\" fo:font-weight=\"bold\"" + stiff
        ),
        ("CoverOwner", "", "fo:font-size=\"18pt\" fo:font-weight=\"bold\""),
        ("CoverKicker", "fo:margin-top=\"150pt\"", "fo:font-size=\"12pt\" fo:color=\"#5c636a\""),
        (
            "Title", "",
            "fo:font-size=\"26pt\" fo:font-weight=\"bold\" fo:color=\"#1f4e79\" fo:hyphenate=\"false\""
        ),
        ("Subtitle", "fo:margin-bottom=\"150pt\"", "fo:font-size=\"18pt\""),
        ("Running", "", "fo:font-size=\"8pt\" fo:color=\"#5c636a\""),
    ]

    private static let characters = [
        ("Plain", "fo:color=\"#1a1c1e\""), ("Strong", "fo:font-weight=\"bold\""),
        ("Aside", "fo:font-size=\"12pt\" fo:color=\"#1a1c1e\""),
        ("Dim", "fo:color=\"#5c636a\""),
        ("Accent", "fo:color=\"#1f4e79\""), ("Mark", "style:text-position=\"super 75%\""),
        ("Band_red", "fo:color=\"#8f1d22\""), ("Band_yellow", "fo:color=\"#8a6100\""),
        ("Band_green", "fo:color=\"#007f66\""),
    ]

    private static func style(
        _ name: String, _ paragraph: String, _ text: String, stops: String = "", outline: Int? = nil
    )
        -> String
    {
        return "<style:style style:name=\"\(name)\" style:family=\"paragraph\""
            + (name.contains("_20_")
                ? " style:display-name=\"\(name.replacing("_20_", with: " "))\"" : "")
            + (outline.map { " style:default-outline-level=\"\($0)\"" } ?? "")
            + "><style:paragraph-properties \(paragraph)>\(stops)</style:paragraph-properties>"
            + "<style:text-properties \(text)/></style:style>"
    }

    /// The style of headings of a level, by the name that office programs know.
    static func heading(_ level: Int) -> String { "Heading_20_\(level)" }

    private static func tabStop(at place: Double, isDotted: Bool = false) -> String {
        "<style:tab-stops><style:tab-stop style:position=\"\(place)pt\" style:type=\"right\""
            + (isDotted ? " style:leader-style=\"dotted\" style:leader-text=\".\"" : "")
            + "/></style:tab-stops>"
    }

    /// A style as another one, which begins a page of a page style, empty for the one that is there, or has a
    /// tabulator stop.
    static func variant(_ name: String, of style: String, page: String?, stop: Double?) -> String {
        let master = page.flatMap { $0.isEmpty ? nil : " style:master-page-name=\"\($0)\"" } ?? ""
        let breaks = page?.isEmpty == true ? " fo:break-before=\"page\"" : ""
        return "<style:style style:name=\"\(name)\" style:family=\"paragraph\" "
            + "style:parent-style-name=\"\(style)\"\(master)><style:paragraph-properties\(breaks)>"
            + (stop.map { tabStop(at: $0) } ?? "") + "</style:paragraph-properties></style:style>"
    }

    /// A style as another one, which stays with what follows.
    static func keeping(_ name: String, of style: String) -> String {
        "<style:style style:name=\"\(name)\" style:family=\"paragraph\" style:parent-style-name=\"\(style)\">"
            + "<style:paragraph-properties fo:keep-with-next=\"always\"/></style:style>"
    }

    // MARK: Tables

    /// The styles of a table and of its columns.
    static func table(_ name: String, _ table: OpenDocumentTable, keepsWithNext: Bool) -> String {
        let width = table.columnWidths.reduce(0, +)
        let columns = table.columnWidths.enumerated().map { index, width in
            "<style:style style:name=\"\(name).\(index)\" style:family=\"table-column\">"
                + "<style:table-column-properties style:column-width=\"\(rounded(width))pt\"/></style:style>"
        }
        return "<style:style style:name=\"\(name)\" style:family=\"table\"><style:table-properties "
            + "style:width=\"\(rounded(width))pt\" table:align=\"left\" "
            + "style:may-break-between-rows=\"\(!table.staysWhole)\""
            + (keepsWithNext ? " fo:keep-with-next=\"always\"" : "") + "/></style:style>" + columns.joined()
    }

    /// The style of a cell; one at the edge has no room after its text.
    static func cell(of table: ReportTable, isHead: Bool, isEdge: Bool) -> String {
        let card = table.columns.count == 2 ? "CellField" : "CellCard"
        return (isHead ? "CellHead" : table.style == .card ? card : "CellBody") + (isEdge ? "Edge" : "")
    }

    private static var cells: String {
        let kinds = [
            ("CellHead", "fo:border-bottom=\"0.75pt solid #5c636a\" style:vertical-align=\"bottom\""),
            ("CellBody", "fo:border-bottom=\"0.35pt solid #c9ced3\""),
            ("CellField", "fo:border-bottom=\"0.25pt solid #c9ced3\""), ("CellCard", ""),
        ]
        return kinds.flatMap { name, border in
            // A point less than on the pages, for an office program may set a word wider.
            [("", TableLayout.gap - 1), ("Edge", 0)].map { edge, room in
                "<style:style style:name=\"\(name)\(edge)\" style:family=\"table-cell\">"
                    + "<style:table-cell-properties fo:padding-top=\"2pt\" fo:padding-bottom=\"2pt\" "
                    + "fo:padding-left=\"0pt\" fo:padding-right=\"\(room)pt\" \(border)/></style:style>"
            }
        }.joined()
    }

    private static var rows: String {
        [("Row", "always"), ("RowParted", "auto")].map { name, together in
            "<style:style style:name=\"\(name)\" style:family=\"table-row\"><style:table-row-properties "
                + "fo:keep-together=\"\(together)\"/></style:style>"
        }.joined()
    }

    private static func rounded(_ length: Double) -> Double { (length * 20).rounded(.down) / 20 }

    /// Styles with every length multiplied: larger type on the paper that was chosen.
    private static func magnified(_ styles: String, by factor: Double) -> String {
        guard factor != 1 else { return styles }
        return styles.replacing(/"(-?[0-9.]+)pt/) { match in
            "\"\((Double(match.1) ?? 0) * factor)pt"
        }
    }

    // MARK: Pages

    private static func automaticStyles(_ geometry: PageGeometry, own: String) -> String {
        let pages = [("Upright", false), ("Lying", true)].map { name, isLandscape in
            let width = isLandscape ? geometry.longSide : geometry.shortSide
            let height = isLandscape ? geometry.shortSide : geometry.longSide
            return
                "<style:page-layout style:name=\"\(name)\"><style:page-layout-properties style:num-format=\"1\" "
                + "fo:page-width=\"\(width)pt\" fo:page-height=\"\(height)pt\" "
                + "style:print-orientation=\"\(isLandscape ? "landscape" : "portrait")\" fo:margin-top=\"28pt\" "
                + "fo:margin-bottom=\"28pt\" fo:margin-left=\"\(geometry.sideMargin)pt\" "
                + "fo:margin-right=\"\(geometry.sideMargin)pt\"/><style:header-style><style:header-footer-properties "
                + "fo:min-height=\"16pt\" fo:margin-bottom=\"14pt\"/></style:header-style><style:footer-style>"
                + "<style:header-footer-properties fo:min-height=\"16pt\" fo:margin-top=\"10pt\"/>"
                + "</style:footer-style></style:page-layout>"
        }.joined()
        return "<office:automatic-styles>" + pages + cells + rows + own + "</office:automatic-styles>"
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
