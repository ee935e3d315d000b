extension ArchiveStore {
    /// Looks in the documents that were read for fields that this program does not know, as the first commit would. It is
    /// for a thread that nobody waits for, after opening: commits go on meanwhile, and what they change is left to them.
    /// The newest year is the first, for its plan is the one that is worked on.
    public func settle() {
        let names = snapshot().documents.keys.sorted { ($0.year ?? 0, $1) > ($1.year ?? 0, $0) }
        for name in names { settling.withLock { _ in settle(name) } }
    }

    private func settle(_ name: DocumentName) {
        guard let document = state.withLock({ $0.documents[name] }), !document.isSettled else { return }
        var settled = document
        settled.settle()
        state.withLock { state in
            guard let now = state.documents[name], !now.isSettled, now.head == document.head else { return }
            state.documents[name]?.settle(as: settled)
        }
    }

    /// Waits for what `settle()` is doing with one document: sooner done than begun anew.
    func waitForSettling() { settling.withLock { _ in } }
}
