import Foundation
import Glibc

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
        return LockOwner(user: accountName, host: hostName, process: process.processIdentifier)
    }

    /// The name of this process's account, which is never empty: as the system knows it, else as `USER` or `LOGNAME` has
    /// it, else its number.
    public static var accountName: String {
        let environment = ProcessInfo.processInfo.environment
        let names = [ProcessInfo.processInfo.userName, environment["USER"], environment["LOGNAME"]]
        return names.compactMap { $0 }.first { !$0.isEmpty } ?? "uid \(getuid())"
    }

    /// The full name of this process's account, else its short one.
    public static var personName: String {
        let name = ProcessInfo.processInfo.fullUserName
        return name.isEmpty ? accountName : name
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
