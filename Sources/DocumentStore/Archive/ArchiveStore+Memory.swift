import CGLib

extension ArchiveStore {
    /// Gives the system the memory that nobody uses any more, as that of the trees of whole documents that `settle()` and
    /// `verifyHistories()` made. glibc would keep it as long as the program runs.
    public static func returnFreeMemory() {
        malloc_trim(0)
    }
}
