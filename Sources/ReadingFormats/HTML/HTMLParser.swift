import CLibXML
import Reading

/// Takes what a parser of HTML finds.
protocol HTMLHandler: AnyObject {
    /// An element begins; its name is in small letters.
    func start(_ name: String, _ attributes: [String: String]) throws(ReadingError)
    /// An element ends.
    func end(_ name: String) throws(ReadingError)
    /// Characters, valid UTF-8, maybe a part of them.
    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(ReadingError)
}

/// Parses HTML as it is found in the wild, by libxml2: no tree, no network, nothing that is included from elsewhere.
final class HTMLParser {
    private let handler: any HTMLHandler
    private var context: htmlParserCtxtPtr?
    private var failure: ReadingError?
    private var depth = 0

    /// The deepest nesting of elements.
    private static let deepest = 512

    private init(_ handler: any HTMLHandler) { self.handler = handler }

    deinit { htmlFreeParserCtxt(context) }

    /// Parses a page that is valid UTF-8.
    ///
    /// - Throws: what the handler throws, and `ReadingError.tooLarge` where elements are nested too deep.
    static func parse(_ utf8: [UInt8], _ handler: any HTMLHandler) throws(ReadingError) {
        let parser = HTMLParser(handler)
        utf8.withUnsafeBufferPointer { bytes in parser.run(bytes) }
        if let failure = parser.failure { throw failure }
    }

    private func run(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let start = bytes.baseAddress, bytes.count < Int32.max else { return }
        let opened = UnsafeRawPointer(start).assumingMemoryBound(to: CChar.self)
        guard let context = htmlCreateMemoryParserCtxt(opened, Int32(bytes.count)) else { return }
        self.context = context
        let options =
            HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
            | HTML_PARSE_NONET.rawValue | HTML_PARSE_IGNORE_ENC.rawValue
        htmlCtxtUseOptions(context, Int32(options))
        xmlSwitchEncoding(context, XML_CHAR_ENCODING_UTF8)
        context.pointee.sax.pointee = Self.callbacks()
        context.pointee.userData = Unmanaged.passUnretained(self).toOpaque()
        htmlParseDocument(context)
    }

    private func attempt(_ step: () throws(ReadingError) -> Void) {
        guard failure == nil else { return }
        do throws(ReadingError) {
            try step()
        } catch {
            failure = error
            xmlStopParser(context)
        }
    }

    private func start(_ name: String, _ attributes: [String: String]) {
        depth += 1
        attempt { () throws(ReadingError) in
            guard depth <= Self.deepest else { throw .tooLarge(what: "depth", limit: Self.deepest) }
            try handler.start(name, attributes)
        }
    }

    private func end(_ name: String) {
        depth -= 1
        attempt { () throws(ReadingError) in try handler.end(name) }
    }

    private func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        attempt { () throws(ReadingError) in try handler.text(bytes) }
    }

    private static func parser(_ context: UnsafeMutableRawPointer?) -> HTMLParser? {
        context.map { Unmanaged<HTMLParser>.fromOpaque($0).takeUnretainedValue() }
    }

    private static func callbacks() -> xmlSAXHandler {
        var sax = xmlSAXHandler()
        sax.initialized = 1
        sax.startElement = { context, name, pairs in
            guard let name else { return }
            HTMLParser.parser(context)?.start(String(cString: name), HTMLParser.attributes(pairs))
        }
        sax.endElement = { context, name in
            guard let name else { return }
            HTMLParser.parser(context)?.end(String(cString: name))
        }
        sax.characters = { context, start, count in
            HTMLParser.parser(context)?.text(UnsafeBufferPointer(start: start, count: Int(count)))
        }
        sax.ignorableWhitespace = sax.characters
        sax.cdataBlock = sax.characters
        sax.serror = { _, _ in }
        return sax
    }

    private static func attributes(
        _ pairs: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
    ) -> [String: String] {
        guard let pairs else { return [:] }
        var result: [String: String] = [:]
        var index = 0
        while let name = pairs[index], result.count < 100 {
            result[String(cString: name)] = pairs[index + 1].map { String(cString: $0) } ?? ""
            index += 2
        }
        return result
    }
}
