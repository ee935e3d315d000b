import CPoppler
import Reading

/// A PDF file that poppler has open.
final class PopplerFile {
    private let document: OpaquePointer

    /// Opens a file from its bytes.
    init(_ bytes: [UInt8]) throws(ReadingError) {
        var failure: UnsafeMutablePointer<GError>?
        let data = g_bytes_new(bytes, gsize(bytes.count))
        defer { g_bytes_unref(data) }
        guard let opened = poppler_document_new_from_bytes(data, nil, &failure) else {
            defer { if let failure { g_error_free(failure) } }
            throw Self.error(of: failure?.pointee)
        }
        document = opened
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
