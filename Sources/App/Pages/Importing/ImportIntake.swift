import Foundation
import ViewModels

/// Reads documents away from the main actor, so that the window stays alive.
final class ImportIntake {
    private let session: ArchiveSession
    private var reading: Task<Void, Never>?

    /// An intake against what `session` holds.
    init(session: ArchiveSession) {
        self.session = session
    }

    /// Reads files in order. `progress` tells how many are done; `finished` has what was read, and in words what was
    /// not.
    func read(
        _ urls: [URL], progress: @escaping @MainActor (Int) -> Void,
        finished: @escaping @MainActor ([ImportDraft], [String]) -> Void
    ) {
        let content = session.content
        let year = session.year
        let (kept, damaged) = session.keptLayouts()
        reading = Task { @MainActor in
            var drafts: [ImportDraft] = []
            var problems = damaged
            for (position, url) in urls.enumerated() {
                let result = await Task.detached {
                    ImportFile.draft(of: url, kept: kept, year: year, against: content)
                }
                .value
                // Given up: what is being read ends by itself within its limits and is let go.
                guard !Task.isCancelled else { return }
                switch result {
                case .success(let draft): drafts.append(draft)
                case .failure(let problem): problems.append(problem.words)
                }
                progress(position + 1)
            }
            finished(drafts, problems)
        }
    }

    /// Gives up what is being read: nothing of it is told any more.
    func cancel() {
        reading?.cancel()
    }

    /// Understands a document that was read anew, as a person decided; `finished` has the draft, or in words why not.
    func understand(
        _ draft: ImportDraft, _ decision: ImportDecision,
        finished: @escaping @MainActor (ImportDraft?, String?) -> Void
    ) {
        guard let document = draft.document else { return }
        let content = session.content
        let year = session.year
        let kept = session.keptLayouts().layouts
        Task { @MainActor in
            let result = await Task.detached {
                Result { () throws(InputProblem) in
                    try ImportFile.draft(of: document, decision, kept: kept, year: year, against: content)
                }
            }.value
            switch result {
            case .success(let draft): finished(draft, nil)
            case .failure(let problem): finished(nil, problem.words)
            }
        }
    }
}
