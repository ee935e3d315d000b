import Foundation
import ToolSupport

/// A system call of the program, counted among those of its name.
struct CountedCall: Hashable, Sendable {
    /// Its name: `fsync`.
    var name: String
    /// Which call of that name, from 1.
    var number: Int
}

/// The program under strace, which counts its system calls and makes one of them fail.
enum Strace {
    /// The calls by which the archive touches the disk.
    static let calls = [
        "openat", "read", "write", "fsync", "rename", "renameat", "renameat2", "ftruncate", "unlink",
        "unlinkat",
        "mkdir", "close", "flock", "newfstatat", "fstat", "statx", "getdents64", "link", "linkat",
        "copy_file_range",
        "fdatasync", "pwrite64", "fallocate",
    ]

    /// What becomes of the call.
    enum Fault: String, CaseIterable, Sendable {
        /// It fails: the disk is damaged.
        case damage = "error=EIO"
        /// It fails: the disk is full.
        case full = "error=ENOSPC"
        /// It does not come to pass: the process is killed at it.
        case kill = "signal=KILL"

        /// Whether it can befall a call.
        func befalls(_ call: String) -> Bool {
            let reading = [
                "read", "close", "flock", "newfstatat", "fstat", "statx", "getdents64", "unlink", "unlinkat",
            ]
            return self != .full || !reading.contains(call)
        }
    }

    /// Whether processes can be traced here: strace is installed, and the system allows it.
    static let isAvailable: Bool = {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/strace")
        process.arguments = ["-qq", "-o", "/dev/null", "-e", "trace=close", "/bin/true"]
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return false }
        process.waitUntilExit()
        return process.terminationStatus == 0
    }()

    /// The calls of a command that name the folder or something in it, in order.
    static func calls(of arguments: [String], touching folder: String) throws -> [CountedCall] {
        let scratch = try Scratch()
        let log = scratch.path("log")
        let known = calls.map { "?" + $0 }.joined(separator: ",")
        let run = try ToolRun(
            arguments,
            wrapper: ["/usr/bin/strace", "-f", "-y", "-s", "0", "-qq", "-o", log, "-e", "trace=\(known)"])
        guard run.code == 0 else { throw CocoaError(.executableLoad) }
        var counts: [String: Int] = [:]
        var found: [CountedCall] = []
        for line in try String(contentsOfFile: log, encoding: .utf8).split(separator: "\n") {
            // The number of the process, spaces, then the call.
            guard let name = line.split(separator: "(").first?.split(separator: " ").last.map(String.init),
                calls.contains(name)
            else { continue }
            counts[name, default: 0] += 1
            if line.contains(folder) {
                found.append(CountedCall(name: name, number: counts[name, default: 0]))
            }
        }
        return found
    }

    /// Runs a command with a fault at a call; says whether it befell.
    static func run(
        _ arguments: [String], _ fault: Fault, at call: CountedCall
    ) throws -> (run: ToolRun, hasFired: Bool) {
        let scratch = try Scratch()
        let log = scratch.path("log")
        let injection = "inject=\(call.name):\(fault.rawValue):when=\(call.number)"
        let run = try ToolRun(
            arguments,
            wrapper: [
                "/usr/bin/strace", "-f", "-qq", "-s", "0", "-o", log, "-e", "trace=\(call.name)", "-e",
                injection,
            ])
        let hasFired =
            try fault == .kill
            ? !run.hasExited : String(contentsOfFile: log, encoding: .utf8).contains("(INJECTED)")
        return (run, hasFired)
    }
}
