import CLibXML
import Reading

/// Parses XML as it comes, by libxml2's SAX interface: no tree, no DTD, no entity but the five of XML, no network.
final class XMLParser {
    private let handler: any XMLHandler
    private let format: SourceFormat
    private var table: XMLNameTable
    private var context: xmlParserCtxtPtr?
    private var failure: ReadingError?
    private var depth = 0

    /// The deepest nesting of elements: libxml2's own limit for trees.
    private static let deepest = 256

    /// A parser that tells a handler what it finds.
    init(_ handler: any XMLHandler, format: SourceFormat) {
        self.handler = handler
        self.format = format
        table = XMLNameTable(handler.names)
        var sax = Self.callbacks()
        context = xmlCreatePushParserCtxt(&sax, Unmanaged.passUnretained(self).toOpaque(), nil, 0, nil)
        if let context {
            let options = XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
            xmlCtxtUseOptions(context, Int32(options))
        }
    }

    deinit { xmlFreeParserCtxt(context) }

    /// Parses a part of a container; false where there is none.
    ///
    /// - Throws: `ReadingError.damaged` with the line where the XML is broken or has a document type, and what the
    ///   handler throws.
    static func parse(
        _ name: String, of container: Container, format: SourceFormat, _ handler: any XMLHandler
    ) throws(ReadingError) -> Bool {
        let parser = XMLParser(handler, format: format)
        let isThere = try container.stream(name) { (bytes) throws(ReadingError) in try parser.feed(bytes) }
        if isThere { try parser.finish() }
        return isThere
    }

    /// Parses the next bytes.
    func feed(_ bytes: UnsafeRawBufferPointer) throws(ReadingError) {
        guard let start = bytes.baseAddress else { return }
        let step = 1 << 20
        var offset = 0
        while offset < bytes.count {
            let count = min(step, bytes.count - offset)
            let status = xmlParseChunk(
                context, (start + offset).assumingMemoryBound(to: CChar.self), Int32(count), 0)
            try check(status)
            offset += count
        }
    }

    /// Parses what is left.
    func finish() throws(ReadingError) { try check(xmlParseChunk(context, nil, 0, 1)) }

    private func check(_ status: Int32) throws(ReadingError) {
        if let failure { throw failure }
        guard let context else { throw .damaged(format: format, detail: "libxml2") }
        guard status == 0 || context.pointee.wellFormed == 1 else {
            let line = context.pointee.input.map { Int($0.pointee.line) } ?? 0
            throw .damaged(format: format, detail: "XML, line \(line)")
        }
    }

    private func stop(_ error: ReadingError) {
        if failure == nil { failure = error }
        xmlStopParser(context)
    }

    private func start(
        _ local: UnsafePointer<UInt8>, _ uri: UnsafePointer<UInt8>?, _ attributes: XMLAttributes
    ) {
        guard failure == nil else { return }
        depth += 1
        guard depth <= Self.deepest else { return stop(.tooLarge(what: "depth", limit: Self.deepest)) }
        do throws(ReadingError) {
            try handler.start(table.index(local, uri), attributes)
        } catch {
            stop(error)
        }
    }

    private func end(_ local: UnsafePointer<UInt8>, _ uri: UnsafePointer<UInt8>?) {
        guard failure == nil else { return }
        depth -= 1
        do throws(ReadingError) {
            try handler.end(table.index(local, uri))
        } catch {
            stop(error)
        }
    }

    private func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard failure == nil else { return }
        do throws(ReadingError) {
            try handler.text(bytes)
        } catch {
            stop(error)
        }
    }

    private static func parser(_ context: UnsafeMutableRawPointer?) -> XMLParser? {
        context.map { Unmanaged<XMLParser>.fromOpaque($0).takeUnretainedValue() }
    }

    private static func callbacks() -> xmlSAXHandler {
        var sax = xmlSAXHandler()
        sax.initialized = XML_SAX2_MAGIC
        sax.internalSubset = { context, _, _, _ in
            guard let parser = XMLParser.parser(context) else { return }
            parser.stop(.damaged(format: parser.format, detail: "DOCTYPE"))
        }
        sax.startElementNs = { context, local, _, uri, _, _, count, _, attributes in
            guard let local else { return }
            XMLParser.parser(context)?.start(
                local, uri, XMLAttributes(pointer: attributes, count: Int(count)))
        }
        sax.endElementNs = { context, local, _, uri in
            guard let local else { return }
            XMLParser.parser(context)?.end(local, uri)
        }
        sax.characters = { context, start, count in
            XMLParser.parser(context)?.text(UnsafeBufferPointer(start: start, count: Int(count)))
        }
        sax.ignorableWhitespace = sax.characters
        sax.cdataBlock = sax.characters
        sax.serror = { _, _ in }
        return sax
    }
}
