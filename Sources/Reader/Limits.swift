import Glibc
import Reading

/// What the program denies itself before it looks at a file: memory, time, writing, files, traces.
enum Limits {
    /// Sets all limits. Only a PDF may ask for files, those of fonts; for any other format there is no descriptor left,
    /// neither for a file nor for a connection.
    static func set(_ budget: ReadingBudget, bytesOfFile: Int, isPDF: Bool) {
        let seconds = budget.seconds(forBytes: bytesOfFile)
        // The signal for time that is used up comes before the one that nobody can tell from others.
        set(RLIMIT_CPU, seconds, atMost: seconds + 1)
        set(RLIMIT_FSIZE, 0)
        set(RLIMIT_CORE, 0)
        set(RLIMIT_NOFILE, isPDF ? 64 : 3)
        set(RLIMIT_AS, budget.memory + spaceOfLibraries)
    }

    /// Addresses that libraries and the runtime take without using the memory behind them.
    private static let spaceOfLibraries = 512 << 20

    private static func set(_ resource: __rlimit_resource, _ value: Int, atMost most: Int? = nil) {
        var limit = rlimit(rlim_cur: rlim_t(value), rlim_max: rlim_t(most ?? value))
        setrlimit(__rlimit_resource_t(resource.rawValue), &limit)
    }
}

/// Where the bytes of the file come from.
struct FileInput {
    /// The path; standard input where there is none.
    let path: String?

    /// At most so many bytes and one more; nil where they cannot be read.
    func bytes(limit: Int) -> [UInt8]? {
        let descriptor = path.map { open($0, O_RDONLY) } ?? 0
        guard descriptor >= 0 else { return nil }
        var result: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while result.count <= limit {
            let count = Glibc.read(descriptor, &chunk, chunk.count)
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { return nil }
            if count == 0 { break }
            result.append(contentsOf: chunk[..<count])
        }
        return result
    }
}

/// Where the answer goes.
enum Answer {
    /// Writes all bytes to standard output; ends the program with 1 where nobody reads them.
    static func write(_ bytes: [UInt8]) {
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes {
                Glibc.write(1, $0.baseAddress?.advanced(by: written), $0.count - written)
            }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { exit(1) }
            written += count
        }
    }
}
