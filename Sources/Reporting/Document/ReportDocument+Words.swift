import Localization

extension DocumentMetadata {
    /// The words at the foot of a page, in the document's language: `pagina 3 di 12`.
    public static func pageWords(_ page: Int, of count: Int, in language: String) -> String {
        Localization.with(Language(rawValue: language) ?? .standard) {
            tr("page {page} of {count}", ["page": String(page), "count": String(count)])
        }
    }
}
