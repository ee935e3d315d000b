import Foundation
import Model
import UserMessages

/// Reads a document that a person gave to the window.
public enum ImportFile {
    /// The draft of a file against what the archive holds; why it could not be read, in words. A `year` wins over the
    /// one that the document says.
    public static func draft(
        of url: URL, year: Int? = nil, against content: ArchiveContent
    ) -> Result<ImportDraft, InputFile.Problem> {
        do throws(InputFile.Problem) {
            var draft = ImportDraft(try InputFile.proposal(of: url, year: year), against: content)
            draft.url = url
            return .success(draft)
        } catch {
            return .failure(error)
        }
    }
}
