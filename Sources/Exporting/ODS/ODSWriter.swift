import Foundation
import Model

/// Workbooks as ODS (OpenDocument 1.3).
public enum ODSWriter {
    /// The bytes of a workbook.
    ///
    /// - Throws: `WritingError` where a sheet holds more than a spreadsheet can.
    public static func bytes(of workbook: Workbook) throws(WritingError) -> Data {
        for table in workbook.tables { try SpreadsheetLimits.check(table) }
        let container = try ZIPWriter()
        let type = "application/vnd.oasis.opendocument.spreadsheet"
        try container.add("mimetype", Data(type.utf8), isStored: true)
        try container.add("META-INF/manifest.xml", Data(manifest(type).utf8))
        try container.add("meta.xml", Data(meta(workbook.title).utf8))
        try container.add("settings.xml", Data(settings(workbook).utf8))
        try container.add("styles.xml", Data(styles.utf8))
        var content = ODSContent(workbook)
        try container.add("content.xml", Data(content.text().utf8))
        return try container.finish()
    }

    /// The declaration of XML and of the names that documents use.
    static func opening(_ element: String) -> String {
        let spaces = [
            "office", "table", "text", "style", "number", "meta", "config",
        ].map {
            "xmlns:\($0)=\"urn:oasis:names:tc:opendocument:xmlns:\($0 == "number" ? "datastyle" : $0):1.0\""
        }
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:\(element) "
            + spaces.joined(separator: " ")
            + " xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\""
            + " xmlns:of=\"urn:oasis:names:tc:opendocument:xmlns:of:1.2\""
            + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
            + " xmlns:loext=\"urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0\""
            + " office:version=\"1.3\">\n"
    }

    private static func manifest(_ type: String) -> String {
        let parts = ["content.xml", "styles.xml", "meta.xml", "settings.xml"].map {
            " <manifest:file-entry manifest:full-path=\"\($0)\" manifest:media-type=\"text/xml\"/>\n"
        }
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            + "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" manifest:version=\"1.3\">\n"
            + " <manifest:file-entry manifest:full-path=\"/\" manifest:version=\"1.3\" manifest:media-type=\"\(type)\"/>\n"
            + parts.joined() + "</manifest:manifest>\n"
    }

    private static func meta(_ title: String) -> String {
        opening("document-meta") + "<office:meta><meta:generator>Barometro</meta:generator><dc:title>"
            + XMLText.escaped(title) + "</dc:title></office:meta></office:document-meta>\n"
    }

    /// The head of each table stays in sight.
    private static func settings(_ workbook: Workbook) -> String {
        func item(_ name: String, _ type: String, _ value: String) -> String {
            "<config:config-item config:name=\"\(name)\" config:type=\"\(type)\">\(value)</config:config-item>"
        }
        var views = ""
        for (sheet, name) in zip(workbook.sheets, workbook.sheetNames) {
            guard case .table(let table) = sheet else { continue }
            let head = table.headRow + 1
            views += "<config:config-item-map-entry config:name=\"\(XMLText.escaped(name))\">"
            views += item("VerticalSplitMode", "short", "2")
            views += item("VerticalSplitPosition", "int", "\(head)")
            views += item("ActiveSplitRange", "short", "2") + item("PositionTop", "int", "0")
            views += item("PositionBottom", "int", "\(head)") + "</config:config-item-map-entry>"
        }
        return opening("document-settings")
            + "<office:settings><config:config-item-set config:name=\"ooo:view-settings\">"
            + "<config:config-item-map-indexed config:name=\"Views\"><config:config-item-map-entry>"
            + item("ViewId", "string", "view1")
            + "<config:config-item-map-named config:name=\"Tables\">\(views)</config:config-item-map-named>"
            + "</config:config-item-map-entry></config:config-item-map-indexed></config:config-item-set>"
            + "</office:settings></office:document-settings>\n"
    }

    private static let styles =
        opening("document-styles")
        + "<office:automatic-styles><style:page-layout style:name=\"P\"><style:page-layout-properties"
        + " fo:page-width=\"29.7cm\" fo:page-height=\"21cm\" style:print-orientation=\"landscape\""
        + " style:scale-to-X=\"1\" style:scale-to-Y=\"0\"/></style:page-layout></office:automatic-styles>"
        + "<office:master-styles><style:master-page style:name=\"Default\" style:page-layout-name=\"P\"/>"
        + "</office:master-styles></office:document-styles>\n"
}

extension DataTable {
    /// The row of the head, from 0.
    var headRow: Int { lead.isEmpty ? 0 : lead.count + 1 }
}
