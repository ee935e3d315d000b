import Reporting

/// What a PDF says about itself, in the two ways that the format has.
struct PDFMetadata {
    private let metadata: DocumentMetadata
    private let language: String

    /// What is said of a document.
    init(_ metadata: DocumentMetadata, language: String) {
        self.metadata = metadata
        self.language = language
    }

    private static let program = "Barometro"

    /// The description that all programs read.
    var dictionary: PDFBytes {
        var object = PDFBytes("<<")
        let texts = [
            ("Title", metadata.title), ("Author", metadata.author), ("Subject", metadata.subject),
            ("Creator", PDFMetadata.program), ("Producer", PDFMetadata.program),
        ]
        for (key, text) in texts where !text.isEmpty {
            object.put(text: "/\(key) ")
            object.put(string: PrintableText.clean(text))
        }
        if let date = metadata.date {
            let day = date.iso.filter(\.isNumber)
            object.put(text: "/CreationDate(D:\(day)120000Z)/ModDate(D:\(day)120000Z)")
        }
        object.put(">>")
        return object
    }

    /// The same as XMP (ISO 16684-1).
    var packet: String {
        let date = metadata.date.map { "\($0.iso)T12:00:00Z" }
        let properties =
            "<dc:format>application/pdf</dc:format>" + one("dc:title", in: "Alt", metadata.title)
            + one("dc:creator", in: "Seq", metadata.author)
            + one("dc:description", in: "Alt", metadata.subject) + one("dc:language", in: "Bag", language)
            + "<xmp:CreatorTool>\(PDFMetadata.program)</xmp:CreatorTool>"
            + "<pdf:Producer>\(PDFMetadata.program)</pdf:Producer>"
            + (date.map { "<xmp:CreateDate>\($0)</xmp:CreateDate><xmp:ModifyDate>\($0)</xmp:ModifyDate>" }
                ?? "")
        return "<?xpacket begin=\"\u{FEFF}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>"
            + "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">"
            + "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><rdf:Description rdf:about=\"\""
            + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\""
            + " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\">" + properties
            + "</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end=\"w\"?>"
    }

    private func one(_ name: String, in kind: String, _ text: String) -> String {
        guard !text.isEmpty else { return "" }
        let language = kind == "Alt" ? " xml:lang=\"x-default\"" : ""
        let words = SVGText.escaped(PrintableText.clean(text))
        return "<\(name)><rdf:\(kind)><rdf:li\(language)>\(words)</rdf:li></rdf:\(kind)></\(name)>"
    }
}
