/// The system calls through which the archive touches the disk.
public enum SystemCall: String, Hashable, Sendable, CaseIterable {
    case open, read, write, sync, close, rename, remove, status, list, truncate, lock, permissions
    case makeFolder = "make-folder"
}

/// A system call that failed.
public struct SystemError: Error, Hashable, Sendable {
    /// The call.
    public var call: SystemCall
    /// The number of the error, as `errno` has it.
    public var code: Int32
    /// The file or folder.
    public var path: String

    /// A failure of `call`.
    public init(_ call: SystemCall, code: Int32, path: String) {
        self.call = call
        self.code = code
        self.path = path
    }
}
