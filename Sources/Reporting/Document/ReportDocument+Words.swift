import Localization

extension ReportDocument {
    /// Does something in which words of the program go into a document in this language: charts tell what they show only
    /// when they are drawn.
    public static func speaking<Result>(_ language: String, do work: () throws -> Result) rethrows -> Result {
        try Localization.with(Language(rawValue: language) ?? .standard, do: work)
    }
}

extension DocumentMetadata {
    /// The words at the foot of a page, in the document's language: `pagina 3 di 12`.
    public static func pageWords(_ page: Int, of count: Int, in language: String) -> String {
        Localization.with(Language(rawValue: language) ?? .standard) {
            tr("page {page} of {count}", ["page": String(page), "count": String(count)])
        }
    }
}
