extension ArchiveStore {
    /// Goes through the whole chain of the histories as far as they are in memory, whatever is committed meanwhile. Where
    /// one does not hold, nothing more is written until ``writeAllTheSame()`` is called: `access` says why.
    ///
    /// It takes long where there are many commits, and is for a thread that nobody waits for.
    /// - Returns: the first bad place of each history; empty where all is well.
    public func verifyHistories() -> [ArchiveError] {
        let state = snapshot()
        let reader = ArchiveReader(
            layout: state.layout, files: state.files, migrationPlan: state.migrationPlan)
        let problems: [ArchiveError]
        do throws(ArchiveError) {
            problems = try reader.verifyHistories(upTo: state.documents.mapValues(\.head.length))
        } catch {
            problems = [error]
        }
        if let first = problems.first { doubt(first) }
        return problems
    }

    /// Lets an archive be written again whose history does not hold: somebody has seen what is wrong with it.
    public func writeAllTheSame() {
        state.withLock { state in
            guard case .readOnly(.broken) = state.access, state.lock != nil else { return }
            state.access = .readWrite
            published.withLock { $0.access = .readWrite }
        }
    }

    private func doubt(_ problem: ArchiveError) {
        state.withLock { state in
            guard state.access == .readWrite else { return }
            state.access = .readOnly(.broken(problem))
            published.withLock { $0.access = .readOnly(.broken(problem)) }
        }
    }
}
