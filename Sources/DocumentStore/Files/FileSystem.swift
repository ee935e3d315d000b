import Glibc

/// The disk, as thin functions over POSIX calls; each asks the gate first, so that tests can make the nth call fail.
public struct FileSystem: Sendable {
    /// What becomes of a call.
    public enum Verdict: Hashable, Sendable {
        /// It goes on.
        case proceed
        /// It fails with this error number, and nothing is done.
        case fail(Int32)
    }

    /// Asked before each call.
    public typealias Gate = @Sendable (SystemCall, _ path: String) -> Verdict

    /// What stands at a path.
    public struct Status: Hashable, Sendable {
        /// The kinds that the archive tells apart.
        public enum Kind: Hashable, Sendable { case file, folder, other }
        /// What it is.
        public var kind: Kind
        /// The size in bytes.
        public var size: Int
        /// The number by which the file system knows it, with that of the device.
        public var identity: [UInt64]
        /// When what is in it last changed: seconds and nanoseconds.
        public var modified: [Int]
    }

    private let gate: Gate

    /// The disk behind a gate; without one every call goes on.
    public init(gate: @escaping Gate = { _, _ in .proceed }) {
        self.gate = gate
    }

    /// The disk.
    public static let disk = FileSystem()

    /// Opens a file; the descriptor is closed on exec.
    func open(_ path: String, _ flags: Int32, mode: mode_t = 0o666) throws(SystemError) -> Int32 {
        try ask(.open, path)
        return try checked(.open, path) { Glibc.open(path, flags | O_CLOEXEC, mode) }
    }

    /// Reads up to `count` bytes; none at the end.
    func read(_ descriptor: Int32, count: Int, path: String) throws(SystemError) -> [UInt8] {
        try ask(.read, path)
        var failure: Int32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            var result = Glibc.read(descriptor, buffer.baseAddress, count)
            while result < 0, errno == EINTR { result = Glibc.read(descriptor, buffer.baseAddress, count) }
            if result < 0 { failure = errno }
            filled = max(0, result)
        }
        guard failure == 0 else { throw SystemError(.read, code: failure, path: path) }
        return bytes
    }

    /// Goes to a byte of an open file.
    func seek(_ descriptor: Int32, to offset: Int, path: String) throws(SystemError) {
        guard lseek(descriptor, offset, SEEK_SET) < 0 else { return }
        throw SystemError(.read, code: errno, path: path)
    }

    /// Writes all bytes.
    func write(_ bytes: [UInt8], to descriptor: Int32, path: String) throws(SystemError) {
        var done = 0
        while done < bytes.count {
            try ask(.write, path)
            let count = bytes.withUnsafeBytes { buffer in
                Glibc.write(descriptor, buffer.baseAddress.map { $0 + done }, buffer.count - done)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw SystemError(.write, code: count < 0 ? errno : EIO, path: path) }
            done += count
        }
    }

    /// Brings a file or folder to the disk. After a failure the file is not to be trusted, and not to be retried.
    func sync(_ descriptor: Int32, path: String) throws(SystemError) {
        try ask(.sync, path)
        _ = try checked(.sync, path, retrying: false) { fsync(descriptor) }
    }

    /// Closes a descriptor; network folders report late write errors here.
    func close(_ descriptor: Int32, path: String) throws(SystemError) {
        do {
            try ask(.close, path)
        } catch {
            _ = Glibc.close(descriptor)
            throw error
        }
        _ = try checked(.close, path, retrying: false) { Glibc.close(descriptor) }
    }

    /// Puts a file in the place of another, at once.
    func rename(_ path: String, to target: String) throws(SystemError) {
        try ask(.rename, path)
        _ = try checked(.rename, path) { Glibc.rename(path, target) }
    }

    /// Takes a file away.
    func remove(_ path: String) throws(SystemError) {
        try ask(.remove, path)
        _ = try checked(.remove, path) { unlink(path) }
    }

    /// Takes an empty folder away.
    func removeFolder(_ path: String) throws(SystemError) {
        try ask(.remove, path)
        _ = try checked(.remove, path) { rmdir(path) }
    }

    /// Makes a folder, which may be there already.
    func makeFolder(_ path: String) throws(SystemError) {
        try ask(.makeFolder, path)
        guard mkdir(path, 0o777) != 0, errno != EEXIST else { return }
        throw SystemError(.makeFolder, code: errno, path: path)
    }

    /// Cuts an open file to a length in bytes.
    func truncate(_ descriptor: Int32, to length: Int, path: String) throws(SystemError) {
        try ask(.truncate, path)
        _ = try checked(.truncate, path) { ftruncate(descriptor, length) }
    }

    /// What stands at a path, links followed; nil where nothing does.
    func status(_ path: String) throws(SystemError) -> Status? {
        try entry(path).map(Status.init)
    }

    /// The same as the kernel tells it.
    func entry(_ path: String) throws(SystemError) -> stat? {
        try ask(.status, path)
        var entry = stat()
        guard stat(path, &entry) != 0 else { return entry }
        guard errno == ENOENT || errno == ENOTDIR else { throw SystemError(.status, code: errno, path: path) }
        return nil
    }

    /// Whether a symbolic link stands at a path.
    func isLink(_ path: String) throws(SystemError) -> Bool {
        try ask(.status, path)
        var entry = stat()
        return lstat(path, &entry) == 0 && entry.st_mode & S_IFMT == S_IFLNK
    }

    /// Sets who may do what with an open file; file systems without permissions leave it as it is.
    func setMode(_ descriptor: Int32, _ mode: mode_t, path: String) throws(SystemError) {
        try ask(.permissions, path)
        try permitted(path, fchmod(descriptor, mode))
    }

    /// Sets user and group of an open file, where that is allowed.
    func setOwner(_ descriptor: Int32, _ user: uid_t, _ group: gid_t, path: String) throws(SystemError) {
        try ask(.permissions, path)
        try permitted(path, fchown(descriptor, user, group))
    }

    private func permitted(_ path: String, _ result: Int32) throws(SystemError) {
        guard result != 0, ![EPERM, ENOTSUP, ENOSYS, EINVAL].contains(errno) else { return }
        throw SystemError(.permissions, code: errno, path: path)
    }

    /// What a descriptor is open on.
    func status(of descriptor: Int32, path: String) throws(SystemError) -> Status {
        try ask(.status, path)
        var entry = stat()
        _ = try checked(.status, path) { fstat(descriptor, &entry) }
        return Status(entry)
    }

    /// The names in a folder, in order, without `.` and `..`.
    func list(_ path: String) throws(SystemError) -> [String] {
        try ask(.list, path)
        guard let folder = opendir(path) else { throw SystemError(.list, code: errno, path: path) }
        defer { closedir(folder) }
        var names: [String] = []
        errno = 0
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
            errno = 0
        }
        guard errno == 0 else { throw SystemError(.list, code: errno, path: path) }
        return names.sorted()
    }

    /// Takes the lock of an open file without waiting: false where another holds it, nil where the file system
    /// has no locks.
    func lock(_ descriptor: Int32, path: String) throws(SystemError) -> Bool? {
        try lock(descriptor, LOCK_EX, path: path)
    }

    /// The same in a way that others who only look may share: to see whether somebody holds it.
    func lockForReading(_ descriptor: Int32, path: String) throws(SystemError) -> Bool? {
        try lock(descriptor, LOCK_SH, path: path)
    }

    private func lock(_ descriptor: Int32, _ way: Int32, path: String) throws(SystemError) -> Bool? {
        var code: Int32 = 0
        switch gate(.lock, path) {
        case .fail(let given): code = given
        case .proceed: if flock(descriptor, way | LOCK_NB) != 0 { code = errno }
        }
        switch code {
        case 0: return true
        case EWOULDBLOCK: return false
        case ENOLCK, EOPNOTSUPP, ENOSYS, EINVAL: return nil
        default: throw SystemError(.lock, code: code, path: path)
        }
    }

    private func ask(_ call: SystemCall, _ path: String) throws(SystemError) {
        guard case .fail(let code) = gate(call, path) else { return }
        throw SystemError(call, code: code, path: path)
    }

    private func checked(
        _ call: SystemCall, _ path: String, retrying: Bool = true, _ body: () -> Int32
    ) throws(SystemError) -> Int32 {
        var result = body()
        while retrying, result < 0, errno == EINTR { result = body() }
        guard result >= 0 else { throw SystemError(call, code: errno, path: path) }
        return result
    }
}

extension FileSystem.Status {
    fileprivate init(_ entry: stat) {
        switch entry.st_mode & S_IFMT {
        case S_IFREG: kind = .file
        case S_IFDIR: kind = .folder
        default: kind = .other
        }
        size = entry.st_size
        identity = [UInt64(entry.st_dev), UInt64(entry.st_ino)]
        modified = [entry.st_mtim.tv_sec, entry.st_mtim.tv_nsec]
    }
}
