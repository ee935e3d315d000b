import Foundation
import Model
import UserMessages

/// Reads a document that a person gave to the window.
public enum ImportFile {
    /// The draft of a file against what the archive holds; why it could not be read, in words.
    public static func draft(
        of url: URL, against content: ArchiveContent
    ) -> Result<ImportDraft, InputFile.Problem> {
        do throws(InputFile.Problem) {
            return .success(ImportDraft(try InputFile.proposal(of: url), against: content))
        } catch {
            return .failure(error)
        }
    }
}
