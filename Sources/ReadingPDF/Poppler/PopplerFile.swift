import CPoppler
import Foundation
import Reading

/// A PDF file that poppler has open.
final class PopplerFile {
    let document: OpaquePointer

    /// Opens a file from its bytes.
    init(_ bytes: [UInt8]) throws(ReadingError) {
        var failure: UnsafeMutablePointer<GError>?
        let bytes = Self.withoutOutputIntents(bytes)
        let data = g_bytes_new(bytes, gsize(bytes.count))
        defer { g_bytes_unref(data) }
        guard let opened = poppler_document_new_from_bytes(data, nil, &failure) else {
            defer { if let failure { g_error_free(failure) } }
            throw Self.error(of: failure?.pointee)
        }
        document = opened
    }

    /// The file with the key of its output intents renamed: poppler computes the curves of their colour profile anew for
    /// each page, a second of the processor's time, and colours say nothing here. Every PDF/A has one.
    private static func withoutOutputIntents(_ bytes: [UInt8]) -> [UInt8] {
        let key = Array("/OutputIntents".utf8)
        var found: [Int] = []
        bytes.withUnsafeBytes { whole in
            var from = 0
            while let base = whole.baseAddress, from + key.count <= whole.count,
                let slash = memchr(base + from, Int32(key[0]), whole.count - key.count + 1 - from)
            {
                let start = UnsafeRawPointer(slash) - base
                if memcmp(slash, key, key.count) == 0 { found.append(start) }
                from = start + 1
            }
        }
        var bytes = bytes
        for start in found { bytes[start + key.count - 1] = UInt8(ascii: "z") }
        return bytes
    }

    deinit { g_object_unref(UnsafeMutableRawPointer(document)) }

    private static func error(of failure: GError?) -> ReadingError {
        guard let failure else { return .damaged(format: .pdf, detail: "") }
        if failure.domain == poppler_error_quark(), failure.code == POPPLER_ERROR_ENCRYPTED.rawValue {
            return .encrypted
        }
        return .damaged(format: .pdf, detail: failure.message.map { String(cString: $0) } ?? "")
    }

    /// How many pages it has.
    var pageCount: Int { Int(poppler_document_get_n_pages(document)) }

    /// The attached files, which the caller releases; nil for none.
    var attachments: UnsafeMutablePointer<GList>? { poppler_document_get_attachments(document) }

    /// A page, counted from 0; nil where it is broken.
    func page(_ index: Int) -> PopplerSheet? {
        guard let index = Int32(exactly: index), let page = poppler_document_get_page(document, index) else {
            return nil
        }
        return PopplerSheet(page)
    }
}
