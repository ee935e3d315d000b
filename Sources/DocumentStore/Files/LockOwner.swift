import Foundation

/// Who has an archive open.
public struct LockOwner: Hashable, Codable, Sendable {
    /// The name of the user's account.
    public var user: String
    /// The name of the computer.
    public var host: String
    /// The number of the process on that computer.
    public var process: Int32

    /// Somebody.
    public init(user: String, host: String, process: Int32) {
        self.user = user
        self.host = host
        self.process = process
    }

    /// This process.
    public static var current: LockOwner {
        let process = ProcessInfo.processInfo
        return LockOwner(user: process.userName, host: hostName, process: process.processIdentifier)
    }

    /// The computer's own name. Foundation's asks the network for it, which can take long.
    private static var hostName: String {
        var name = [CChar](repeating: 0, count: 256)
        guard gethostname(&name, name.count - 1) == 0 else { return "" }
        return String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    /// Whether the process is gone for certain; that can be told on its own computer only.
    func isGone(seenFrom host: String) -> Bool {
        guard self.host == host, process > 0 else { return false }
        return kill(process, 0) != 0 && errno == ESRCH
    }
}
