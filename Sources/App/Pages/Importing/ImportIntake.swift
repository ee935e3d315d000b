import ViewModels
import Foundation

/// Reads documents away from the main actor, so that the window stays alive.
final class ImportIntake {
    private let session: ArchiveSession

    /// An intake against what `session` holds.
    init(session: ArchiveSession) {
        self.session = session
    }

    /// Reads files in order, for a `year` that wins over what they say. `progress` tells how many are done; `finished`
    /// has what was read, and in words what was not.
    func read(
        _ urls: [URL], year: Int? = nil, progress: @escaping @MainActor (Int) -> Void,
        finished: @escaping @MainActor ([ImportDraft], [String]) -> Void
    ) {
        let content = session.content
        Task { @MainActor in
            var drafts: [ImportDraft] = []
            var problems: [String] = []
            for (position, url) in urls.enumerated() {
                let result = await Task.detached { ImportFile.draft(of: url, year: year, against: content) }
                    .value
                switch result {
                case .success(let draft): drafts.append(draft)
                case .failure(let problem): problems.append(problem.words)
                }
                progress(position + 1)
            }
            finished(drafts, problems)
        }
    }
}
