extension ArchiveStore {
    /// Looks in the documents that were read for fields that this program does not know, as the first commit would. It is
    /// for a thread that nobody waits for, after opening: commits go on meanwhile, and what they change is left to them.
    public func settle() {
        for (name, document) in snapshot().documents where !document.isSettled {
            var settled = document
            settled.settle()
            state.withLock { state in
                guard let now = state.documents[name], !now.isSettled, now.head == document.head else {
                    return
                }
                state.documents[name]?.settle(as: settled)
            }
        }
    }
}
