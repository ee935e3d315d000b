import Model
import Scoring

/// What an edit makes of the archive's content and what follows from it, made without the main actor.
struct PreparedChange: Sendable {
    /// The content with the edit.
    let content: ArchiveContent
    /// What was done, in words.
    let title: String
    /// Scores and findings of the year to be shown.
    let assessment: ArchiveAssessment

    /// Makes the change; why it is refused, where it is.
    /// - Parameters:
    ///   - former: scores and findings of the content before, made anew only where they change.
    ///   - year: the year to be shown.
    static func make(
        _ edit: Edit, from before: ArchiveContent, assessed former: ArchiveAssessment?, year: Int
    ) -> Result<PreparedChange, EditRefusal> {
        Result { () throws(EditRefusal) in
            var changed = before
            try edit.apply(to: &changed)
            let assessment =
                former?.updating(to: changed, year: year) ?? ArchiveAssessment(changed, year: year)
            return PreparedChange(
                content: changed, title: edit.title(from: before, to: changed), assessment: assessment)
        }
    }
}
